package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Planner;
import dev.gyrus.core.internal.engine.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A sweep that is prepared or under way: points in batches, which threads take one after the other.
 *
 * <p>{@link #stop} and what tells the progress may be called from any thread.
 */
public final class SweepRun {
    private final Simulation.Settings settings;
    private final Planner planner;
    private final Sets sets;
    private final IntFunction<List<Observer>> observers;
    private final int batch;
    private final long steps;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final LongAdder stepsMade = new LongAdder();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    SweepRun(
            Simulation.Settings settings,
            Planner planner,
            Sets sets,
            IntFunction<List<Observer>> observers,
            int lanes) {
        this.settings = settings;
        this.planner = planner;
        this.sets = sets;
        this.observers = observers;
        this.steps = Steps.of("duration", settings.duration(), settings.dt());
        this.batch = batch(lanes);
    }

    /** Points per batch: as many as lanes allow, and no fewer batches than threads. An adaptive step belongs to one point. */
    private int batch(int lanes) {
        boolean alone = settings.integrator().rule() == Integrator.Rule.ADAPTIVE || planner.fires();
        int most = alone
                ? 1
                : Math.max(
                        1,
                        Math.min(lanes, planner.mostLanes())
                                / settings.network().size());
        int rounds = ceil(ceil(points(), most), settings.threads());
        return ceil(points(), rounds * settings.threads());
    }

    private static int ceil(int a, int b) {
        return (a + b - 1) / b;
    }

    /** The number of points. */
    public int points() {
        return sets.count();
    }

    /** How many points have been handed over. */
    public int finished() {
        return finished.get();
    }

    /** The part of all steps of all points that is done, from 0 to 1. */
    public double progress() {
        return steps == 0 ? 1 : stepsMade.sum() / ((double) steps * points());
    }

    /** Asks a sweep under way to end after the current blocks. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    /**
     * Runs all points and hands each over as soon as it is done: in no order, from several threads, one at a time. After
     * {@link #stop} those under way come incomplete and others not at all.
     *
     * @throws RuntimeException what an observer or the consumer throws; that ends the sweep
     */
    public void forEach(Consumer<Sweep.Point> consumer) {
        boolean own = settings.threads() > 1 && settings.executor().isEmpty();
        ExecutorService executor = own
                ? Executors.newFixedThreadPool(settings.threads() - 1, Run::daemon)
                : settings.executor().orElse(null);
        List<FutureTask<Void>> others = new ArrayList<>();
        try {
            for (int k = 1; k < settings.threads() && executor != null; k++) {
                FutureTask<Void> other = new FutureTask<>(() -> work(consumer), null);
                executor.execute(other);
                others.add(other);
            }
            work(consumer);
        } finally {
            others.forEach(this::await);
            if (own) {
                executor.shutdown();
            }
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    /** Waits for the work of another thread, which is none where it has not begun; an interrupt ends the sweep. */
    private void await(FutureTask<Void> other) {
        other.run();
        boolean interrupted = false;
        while (!other.isDone()) {
            try {
                other.get();
            } catch (InterruptedException e) {
                interrupted = true;
                stop();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Consumer<Sweep.Point> consumer) {
        try {
            for (int from = next.getAndAdd(batch); from < points() && !stopped; from = next.getAndAdd(batch)) {
                run(from, Math.min(points(), from + batch), consumer);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }

    private void run(int from, int to, Consumer<Sweep.Point> consumer) {
        Sets some = sets.slice(from, to);
        SweepBatch points = new SweepBatch(planner.plan(some), noise(some), from, observers);
        long left = steps;
        while (left > 0 && !stopped) {
            int length = points.advance(left);
            left = length == 0 ? 0 : left - length;
            stepsMade.add((long) length * (to - from));
        }
        for (Sweep.Point point : points.finish(steps)) {
            synchronized (this) {
                consumer.accept(point);
            }
            finished.incrementAndGet();
        }
    }

    private List<NoiseSource> noise(Sets some) {
        Map<Long, NoiseSource> ofSeeds = new HashMap<>();
        return Arrays.stream(some.seeds())
                .mapToObj(seed -> settings.noise().orElseGet(() -> ofSeeds.computeIfAbsent(seed, NoiseSource::of)))
                .toList();
    }
}
