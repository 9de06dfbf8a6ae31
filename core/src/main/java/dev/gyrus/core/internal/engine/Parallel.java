package dev.gyrus.core.internal.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * Does work in parts, each on a thread of its own, some ten thousand times a second.
 *
 * <p>Part 0 belongs to the thread that asks; each other part has a helper, a task of the executor. A piece of work has a
 * number, and a helper that finds a number it has not seen claims its part of it; what no helper has claimed by the time
 * the asking thread is done with its own part, that thread does as well. So work never waits for a helper that has not
 * begun: the executor may be busy, shut down, or have no thread but the one that asks. A helper that has seen nothing
 * new for a while ends, and gives its thread back to the executor; it is sent for again with the next work. Nothing is
 * kept busy while a run pauses.
 */
final class Parallel {
    /** How long a helper looks out for the next piece of work: longer than a step, shorter than anyone would notice; in ns. */
    private static final long PATIENCE = 100_000;

    private final ExecutorService executor;
    private final Helper[] helpers;
    private volatile long latest;
    private volatile IntConsumer work;

    /** @param executor may be null for one part */
    Parallel(ExecutorService executor, int parts) {
        this.executor = executor;
        helpers = new Helper[executor == null ? 0 : parts - 1];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Helper(k + 1);
        }
    }

    int parts() {
        return helpers.length + 1;
    }

    /**
     * Calls {@code work} once with the number of each part, and returns when all calls have.
     *
     * @throws RuntimeException the first part's that failed
     */
    void run(IntConsumer work) {
        if (helpers.length == 0) {
            work.accept(0);
            return;
        }
        this.work = work;
        long number = latest + 1;
        latest = number;
        for (Helper helper : helpers) {
            helper.call();
        }
        try {
            work.accept(0);
        } finally {
            for (Helper helper : helpers) {
                if (helper.claim(number)) {
                    helper.work(number);
                }
            }
            for (Helper helper : helpers) {
                helper.await(number);
            }
        }
        for (Helper helper : helpers) {
            helper.rethrow();
        }
    }

    /** The first lane of a part; parts begin at whole cache lines. */
    static int first(int part, int parts, int lanes) {
        return part == parts ? lanes : Math.min(lanes, (int) ((long) lanes * part / parts + 4) & ~7);
    }

    /** One part, and the task that takes it off the asking thread. */
    private final class Helper implements Runnable {
        private final int part;
        private final AtomicBoolean present = new AtomicBoolean();
        private final AtomicLong claimed = new AtomicLong();
        private volatile long done;
        private Throwable failure;

        Helper(int part) {
            this.part = part;
        }

        void call() {
            if (!present.get() && present.compareAndSet(false, true)) {
                try {
                    executor.execute(this);
                } catch (RejectedExecutionException e) {
                    present.set(false);
                }
            }
        }

        @Override
        public void run() {
            long seen = claimed.get();
            long since = System.nanoTime();
            while (System.nanoTime() - since < PATIENCE) {
                long number = latest;
                if (number == seen) {
                    Thread.onSpinWait();
                    continue;
                }
                seen = number;
                if (claim(number)) {
                    work(number);
                    since = System.nanoTime();
                }
            }
            present.set(false);
        }

        boolean claim(long number) {
            return claimed.compareAndSet(number - 1, number);
        }

        void work(long number) {
            try {
                work.accept(part);
            } catch (Throwable e) { // whatever it is, the asking thread must hear of it
                failure = e;
            }
            done = number;
        }

        void await(long number) {
            for (int spins = 0; done != number; spins++) {
                if (spins < 10_000) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }

        void rethrow() {
            Throwable thrown = failure;
            failure = null;
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown != null) {
                throw (RuntimeException) thrown;
            }
        }
    }
}
