package dev.gyrus.fitting;

import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.internal.Batch;
import dev.gyrus.fitting.internal.BatchTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * An exploration that is prepared or under way.
 *
 * <p>{@link #stop} and what tells the progress may be called from any thread.
 */
public final class ExplorationRun {
    private final Scenario scenario;
    private final List<String> metrics;
    private final List<Batch> batches;
    private final Backend backend;
    private final int runs;
    private final AtomicReferenceArray<Double> shares;
    private final AtomicInteger finished = new AtomicInteger();
    private volatile boolean stopped;
    private volatile Runnable onProgress = () -> {};

    ExplorationRun(Scenario scenario, List<String> metrics, List<Batch> batches, Backend backend) {
        this.scenario = scenario;
        this.metrics = List.copyOf(metrics);
        this.batches = List.copyOf(batches);
        this.backend = backend;
        this.runs = batches.stream().mapToInt(Batch::size).sum();
        this.shares = new AtomicReferenceArray<>(batches.size());
    }

    /** What is measured of each run. */
    public List<String> metrics() {
        return metrics;
    }

    /** How many runs there are to make. */
    public int runs() {
        return runs;
    }

    /** How many runs have been handed over. */
    public int finished() {
        return finished.get();
    }

    /** The part of all runs that is done, from 0 to 1, counting those under way as far as the back end tells. */
    public double progress() {
        double done = 0;
        for (int b = 0; b < batches.size(); b++) {
            Double share = shares.get(b);
            done += share == null ? 0 : share * batches.get(b).size();
        }
        return runs == 0 ? 1 : done / runs;
    }

    /** Asks for an end after the current blocks: runs under way are given up, and are not among the outcomes. */
    public void stop() {
        stopped = true;
        backend.stop();
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Calls this now and then while runs are made, from any thread. */
    public void onProgress(Runnable action) {
        onProgress = action;
    }

    /**
     * Makes the runs and hands over the outcomes of each batch as soon as it is done: in no order, from several threads,
     * one batch at a time.
     *
     * @throws RuntimeException what the consumer throws; that ends the exploration
     */
    @SuppressWarnings("NonApiType") // not every list can be sent
    public void forEach(Consumer<List<Outcome>> consumer) {
        if (stopped) {
            return;
        }
        backend.map(new BatchTask(scenario, metrics.size()), batches, new Backend.Delivery<ArrayList<Outcome>>() {
            @Override
            public void done(int input, ArrayList<Outcome> outcomes) {
                if (!outcomes.isEmpty()) {
                    consumer.accept(outcomes);
                }
                finished.addAndGet(outcomes.size());
                progress(input, 1);
            }

            @Override
            public void failed(int input, RuntimeException failure) {
                throw failure;
            }

            @Override
            public void progress(int input, double share) {
                shares.set(input, share);
                onProgress.run();
            }
        });
    }
}
