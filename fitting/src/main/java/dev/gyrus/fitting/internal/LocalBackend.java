package dev.gyrus.fitting.internal;

import dev.gyrus.core.spi.Backend;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Threads of this process: the caller's and others, each taking the next input when it is done with one. */
public final class LocalBackend implements Backend {
    private final int threads;
    private volatile boolean stopped;

    public LocalBackend(int threads) {
        this.threads = threads;
    }

    @Override
    public int workers() {
        return threads;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public <I extends Serializable, O extends Serializable> void map(
            Task<I, O> task, List<I> inputs, Delivery<O> delivery) {
        Mapping<I, O> mapping = new Mapping<>(task.open(), inputs, delivery);
        List<Thread> others = new ArrayList<>();
        for (int k = 1; k < Math.min(threads, inputs.size()); k++) {
            Thread thread = new Thread(mapping, "gyrus-worker-" + k);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        mapping.run();
        boolean interrupted = false;
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        mapping.rethrow();
    }

    /** One map under way. */
    private final class Mapping<I, O> implements Runnable {
        private final Function<I, O> function;
        private final List<I> inputs;
        private final Delivery<O> delivery;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();

        Mapping(Function<I, O> function, List<I> inputs, Delivery<O> delivery) {
            this.function = function;
            this.inputs = inputs;
            this.delivery = delivery;
        }

        @Override
        public void run() {
            try {
                int input = next.getAndIncrement();
                while (input < inputs.size() && !isStopped()) {
                    apply(input);
                    input = next.getAndIncrement();
                }
            } catch (RuntimeException | Error e) {
                thrown.compareAndSet(null, e);
            }
        }

        private void apply(int input) {
            O output;
            try {
                output = function.apply(inputs.get(input), progress(input));
            } catch (RuntimeException e) {
                deliver(() -> delivery.failed(input, e));
                return;
            }
            deliver(() -> delivery.done(input, output));
        }

        private synchronized void deliver(Runnable delivery) {
            delivery.run();
        }

        private Progress progress(int input) {
            return new Progress() {
                @Override
                public void report(double share) {
                    delivery.progress(input, share);
                }

                @Override
                public boolean isStopped() {
                    return Mapping.this.isStopped();
                }
            };
        }

        private boolean isStopped() {
            return stopped || thrown.get() != null;
        }

        private void rethrow() {
            if (thrown.get() instanceof Error error) {
                throw error;
            } else if (thrown.get() instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
