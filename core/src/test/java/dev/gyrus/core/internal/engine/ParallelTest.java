package dev.gyrus.core.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int PARTS = 4;

    /** Takes tasks and never begins one. */
    private static final class Busy extends AbstractExecutorService {
        private int tasks;

        @Override
        public void execute(Runnable task) {
            tasks++;
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    private static void eachPartIsDoneOncePerPieceOfWork(Parallel parallel) {
        AtomicIntegerArray calls = new AtomicIntegerArray(parallel.parts());
        for (int n = 1; n <= 1000; n++) {
            parallel.run(calls::incrementAndGet);
            for (int part = 0; part < parallel.parts(); part++) {
                assertThat(calls.get(part)).isEqualTo(n);
            }
        }
    }

    @Test
    void everyPartIsDoneOnce() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            eachPartIsDoneOncePerPieceOfWork(new Parallel(executor, PARTS));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anExecutorThatIsShutDownIsDoneWithout() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdown();
        eachPartIsDoneOncePerPieceOfWork(new Parallel(executor, PARTS));
    }

    @Test
    void aBusyExecutorIsAskedOncePerHelper() {
        Busy busy = new Busy();
        eachPartIsDoneOncePerPieceOfWork(new Parallel(busy, PARTS));
        assertThat(busy.tasks).isEqualTo(PARTS - 1);
    }

    @Test
    void helpersLeaveTheirThreadsWhenNothingComes() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(PARTS - 1);
        eachPartIsDoneOncePerPieceOfWork(new Parallel(executor, PARTS));
        executor.shutdown();
        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureIsThrownAfterAllPartsHaveEnded() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            Parallel parallel = new Parallel(executor, PARTS);
            for (int failing = 0; failing < PARTS; failing++) {
                int which = failing;
                AtomicIntegerArray calls = new AtomicIntegerArray(PARTS);
                assertThatThrownBy(() -> parallel.run(part -> {
                            calls.incrementAndGet(part);
                            if (part == which) {
                                throw new IllegalStateException("part " + part);
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("part " + which);
                assertThat(calls.toString()).isEqualTo("[1, 1, 1, 1]");
            }
            eachPartIsDoneOncePerPieceOfWork(parallel);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anInterruptIsKept() {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            Thread.currentThread().interrupt();
            eachPartIsDoneOncePerPieceOfWork(new Parallel(executor, PARTS));
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void partsCoverAllLanesInOrder() {
        for (int lanes = 0; lanes < 100; lanes++) {
            for (int parts = 1; parts < 6; parts++) {
                assertThat(Parallel.first(0, parts, lanes)).isZero();
                assertThat(Parallel.first(parts, parts, lanes)).isEqualTo(lanes);
                for (int part = 0; part < parts; part++) {
                    assertThat(Parallel.first(part, parts, lanes))
                            .isLessThanOrEqualTo(Parallel.first(part + 1, parts, lanes));
                }
            }
        }
    }
}
