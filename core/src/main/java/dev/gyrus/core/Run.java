package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Engine;
import dev.gyrus.core.internal.engine.Explanation;
import dev.gyrus.core.internal.engine.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A simulation under way: advance it as often as you like; the chunks make no difference to the result.
 *
 * <p>Not thread-safe, except {@link #stop()}.
 */
public final class Run implements AutoCloseable {
    private final Simulation.Settings settings;
    private final Plan plan;
    private final Engine engine;
    private final ExecutorService ownExecutor;
    private final List<ObserverView> views = new ArrayList<>();
    private volatile boolean stopped;
    private boolean cutShort;
    private boolean begun;
    private boolean ended;

    Run(Simulation.Settings settings, Plan plan) {
        this.settings = settings;
        this.plan = plan;
        ownExecutor = settings.threads() > 1 && settings.executor().isEmpty()
                ? Executors.newFixedThreadPool(settings.threads() - 1, Run::daemon)
                : null;
        ExecutorService executor = settings.executor().orElse(ownExecutor);
        NoiseSource noise = settings.noise().orElseGet(() -> NoiseSource.of(settings.seed()));
        engine = new Engine(plan, List.of(noise), executor, settings.threads());
        int probe = 0;
        for (Observer observer : settings.observers()) {
            views.add(new ObserverView(engine, observer, probe, 0));
            probe += observer.variables().size();
        }
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "gyrus-run");
        thread.setDaemon(true);
        return thread;
    }

    /** Simulates so many more ms, or until {@link #stop()} is called. */
    public void advance(double duration) {
        advanceSteps(Steps.of("duration", duration, settings.dt()));
    }

    /** Makes so many more steps, or fewer when {@link #stop()} is called. */
    public void advanceSteps(long steps) {
        if (!begun) {
            begun = true;
            views.forEach(ObserverView::begin);
        }
        long left = steps;
        while (left > 0 && !stopped) {
            long first = engine.sample();
            int length = engine.advance(left);
            engine.failure(0).ifPresent(failure -> {
                throw GyrusException.run(failure);
            });
            for (ObserverView view : views) {
                view.observe(first, length);
            }
            left -= length;
        }
        cutShort |= left > 0;
    }

    /** Asks a run under way in another thread to end after the current block. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Simulated time, in ms. */
    public double time() {
        return Steps.time(engine.sample(), settings.dt());
    }

    /** Steps made. */
    public long steps() {
        return engine.sample();
    }

    /** What the observers kept so far. */
    public Recording recording() {
        List<Series> series = new ArrayList<>();
        settings.observers().forEach(observer -> series.addAll(observer.series()));
        return new Recording(series, !cutShort, engine.sample(), time());
    }

    /** The state to go on from later. */
    public Snapshot snapshot() {
        return engine.snapshot();
    }

    void restore(Snapshot snapshot) {
        engine.restore(snapshot);
    }

    /** The plan in words: groups, wires, delay classes, generated loops. */
    public String explain() {
        return Explanation.of(plan);
    }

    /** Ends the observers and releases threads. */
    @Override
    public void close() {
        try {
            if (begun && !ended) {
                ended = true;
                settings.observers().forEach(Observer::end);
            }
        } finally {
            if (ownExecutor != null) {
                ownExecutor.shutdown();
            }
        }
    }
}
