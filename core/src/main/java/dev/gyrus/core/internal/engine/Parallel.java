package dev.gyrus.core.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Splits a range over threads; the caller's thread takes the first part. */
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
        List<Future<?>> others = new ArrayList<>();
        for (int k = 1; k < threads; k++) {
            int from = (int) ((long) count * k / threads);
            int to = (int) ((long) count * (k + 1) / threads);
            others.add(executor.submit(() -> part.run(from, to)));
        }
        part.run(0, count / threads);
        for (Future<?> other : others) {
            try {
                other.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
