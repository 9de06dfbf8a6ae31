package dev.gyrus.studies;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Sweep;
import dev.gyrus.core.SweepRun;
import dev.gyrus.fitting.Probe;
import dev.gyrus.stimulus.Rectified;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Runs the sweeps of a study on some threads and tells how far they are. All parameter maps are one sweep with other values, so
 * that equations are compiled once.
 */
final class Workshop {
    private static final long INTERVAL_MS = 200;

    private final int threads;
    private final Progress progress;
    private final double work;
    private final Sweep probe;
    private double done;

    /** @param work all that is going to be done, in points × ms */
    Workshop(int threads, double work, Progress progress) {
        this.threads = threads;
        this.work = work;
        this.progress = progress;
        probe = Sweep.of(Trace.simulation(Point.model(), ProbeObserver.DURATION)
                .threads(threads)
                .drive("ext_exc_current", Rectified.of(1)));
    }

    /** A point of a parameter map: inputs in mV/ms, adaptation in nS and pA. */
    record Place(double mue, double mui, double a, double b) {}

    /** Probes each place. */
    Probe[] probe(String what, List<Place> places) {
        ProbeObserver[] probes = new ProbeObserver[places.size()];
        Arrays.setAll(probes, point -> new ProbeObserver());
        Sweep sweep = probe.vary(
                        "mue_ext_mean", places.stream().mapToDouble(Place::mue).toArray())
                .vary("mui_ext_mean", places.stream().mapToDouble(Place::mui).toArray())
                .vary("a", places.stream().mapToDouble(Place::a).toArray())
                .vary("b", places.stream().mapToDouble(Place::b).toArray())
                .observe(point -> List.of(probes[point]));
        run(what, sweep, ProbeObserver.DURATION);
        return Arrays.stream(probes).map(ProbeObserver::probe).toArray(Probe[]::new);
    }

    /** Runs one point of the study with many stimuli on the excitatory population. */
    void drive(
            String what,
            Point point,
            double duration,
            List<? extends Stimulus> stimuli,
            IntFunction<Observer> observer) {
        Sweep sweep = Sweep.of(Trace.simulation(point.node(), duration).threads(threads))
                .drive("ext_exc_current", stimuli)
                .observe(number -> List.of(observer.apply(number)));
        run(what, sweep, duration);
    }

    /** Makes some things that have nothing to do with each other, as many at a time as there are threads. */
    <T> List<T> all(String what, double workOfEach, List<? extends Supplier<T>> makers) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        double before = done;
        AtomicInteger made = new AtomicInteger();
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Supplier<T> maker : makers) {
                futures.add(executor.submit(() -> {
                    goOn(what, false);
                    T thing = maker.get();
                    progress.at(what, (before + workOfEach * made.incrementAndGet()) / work);
                    return thing;
                }));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> future : futures) {
                all.add(future.get());
            }
            done += workOfEach * makers.size();
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(what);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** Tells how far the study is, and ends it where that is wanted. */
    void goOn(String what, boolean stopped) {
        if (stopped || progress.isStopped()) {
            throw new CancellationException(what);
        }
        progress.at(what, work == 0 ? 0 : done / work);
    }

    private void run(String what, Sweep sweep, double duration) {
        SweepRun run = sweep.start();
        double before = done;
        double share = run.points() * duration;
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "gyrus-study-progress");
            thread.setDaemon(true);
            return thread;
        });
        try {
            clock.scheduleAtFixedRate(
                    () -> {
                        progress.at(what, (before + share * run.progress()) / work);
                        if (progress.isStopped()) {
                            run.stop();
                        }
                    },
                    INTERVAL_MS,
                    INTERVAL_MS,
                    TimeUnit.MILLISECONDS);
            run.forEach(point -> point.failure().ifPresent(reason -> {
                throw GyrusException.run(what + ": " + reason);
            }));
        } finally {
            clock.shutdownNow();
        }
        done += share;
        goOn(what, run.isStopped());
    }
}
