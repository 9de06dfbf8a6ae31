package dev.gyrus.core.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/**
 * Splits a range over threads; the caller's thread takes the first part, and then those that no other thread has begun,
 * so that a run may share its executor with the task that started it.
 */
final class Parallel {
    private final ExecutorService executor;
    private final int threads;

    /** @param executor may be null for one thread */
    Parallel(ExecutorService executor, int threads) {
        this.executor = executor;
        this.threads = executor == null ? 1 : threads;
    }

    /** Work on a part of a range. */
    interface Part {
        void run(int from, int to);
    }

    void run(int count, Part part) {
        if (threads == 1 || count < 2) {
            part.run(0, count);
            return;
        }
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int k = 1; k < threads; k++) {
            int from = (int) ((long) count * k / threads);
            int to = (int) ((long) count * (k + 1) / threads);
            FutureTask<Void> other = new FutureTask<>(() -> part.run(from, to), null);
            others.add(other);
            executor.execute(other);
        }
        part.run(0, count / threads);
        others.forEach(FutureTask::run);
        others.forEach(Parallel::await);
    }

    /** Waits for a part that another thread has begun; an interrupt is kept for whoever asks at the end of the block. */
    private static void await(FutureTask<Void> part) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    part.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
