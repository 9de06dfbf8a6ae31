package dev.gyrus.core.internal.math;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The vector back end once it is compiled, the plain one until then.
 *
 * <p>Until the optimising compiler has seen them often enough, operations of the Vector API make an object of every vector
 * and are a hundred times slower than plain loops: the first second of a simulation would take longer than the next
 * minute. So runs begin with the plain kernels. A kernel that has had much to do is called by a thread of its own in the
 * vector form until that is compiled, and then it is switched over; one that is never used costs nothing, and a short run
 * is left alone. As both forms give the same bits, nobody can tell when.
 */
final class WarmStart {
    private static final int LANES = 80;
    private static final int STEPS = 32;
    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 1000;

    /** Results that a kernel has given before its vector form is worth compiling: some thousand steps of 80 nodes. */
    private static final long MUCH = 200_000;

    /** A call of a compiled kernel takes a few µs, of another one hundreds; in ns. */
    private static final long COMPILED = 12_000;

    private static final long PAUSE = 1_000_000;

    private final Executor thread = thread();
    private final double[] x = new double[LANES];
    private final double[][] out = new double[4][LANES];
    private final Switch<CellLoop> cells =
            new Switch<>(Backend::cellLoop, loop -> repeat(() -> loop.evaluate(new double[32], 0, 3, out, 0, LANES)));
    private final Switch<BlockSum> sums = new Switch<>(
            Backend::blockSum,
            sum -> blocks((rows, history, steps) -> sum.add(rows, 0, 2, history, 0, out[0], 0, steps)));
    private final Switch<BlockSum> squares = new Switch<>(
            Backend::blockSum,
            sum -> blocks(
                    (rows, history, steps) -> sum.addWithSquares(rows, 0, 2, history, 0, out[0], out[1], 0, steps)));
    private final Switch<SampleSum> samples = new Switch<>(Backend::sampleSum, sum -> {
        double[] matrix = new double[8 * LANES];
        repeat(() -> sum.add(matrix, 8, LANES, x, 0, out[0], 0, 0, LANES - 8));
    });
    private final Switch<Noise> noise = new Switch<>(
            Backend::noise, source -> repeat(() -> source.gaussians(1, 2, 3, 4, out[0], out[1], 0, LANES)));
    private final Switch<Elementary> exp = function(all -> all.exp(x, out[0], 0, LANES));
    private final Switch<Elementary> log = function(all -> all.log(x, out[0], 0, LANES));
    private final Switch<Elementary> tanh = function(all -> all.tanh(x, out[0], 0, LANES));
    private final Switch<Elementary> sigmoid = function(all -> all.sigmoid(x, out[0], 0, LANES));
    private final Switch<Elementary> sin = function(all -> all.sin(x, out[0], 0, LANES));
    private final Switch<Elementary> cos = function(all -> all.cos(x, out[0], 0, LANES));
    private final Switch<Elementary> pow = function(all -> all.pow(x, x, out[0], 0, LANES));

    private WarmStart() {
        Arrays.fill(x, 1);
    }

    /** A back end that starts plain and becomes the vector one, kernel by kernel. */
    static Backend backend() {
        WarmStart start = new WarmStart();
        return new Backend(
                "vector",
                start.new Functions(),
                start.new Gaussians(),
                start.new Sums(),
                start.new SampleSums(),
                start.new Cells());
    }

    /** One thread, while there is something to do. */
    private static Executor thread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "gyrus-warm-start");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The vector kernels, checked when first asked for. */
    private static final class Vectors {
        static final Backend BACKEND = Backend.vector().orElse(Backend.plain());
    }

    /** A kernel: the plain one until it has had much to do and the vector one is compiled. Counts need not be exact. */
    private final class Switch<T> {
        private final Function<Backend, T> kernel;
        private final Consumer<T> compile;
        private volatile T current;
        private long work;

        Switch(Function<Backend, T> kernel, Consumer<T> compile) {
            this.kernel = kernel;
            this.compile = compile;
            current = kernel.apply(Backend.plain());
        }

        /** The kernel, to give so many results. */
        T of(int results) {
            if (work <= MUCH) {
                count(results);
            }
            return current;
        }

        private synchronized void count(int results) {
            boolean less = work <= MUCH;
            work += results;
            if (less && work > MUCH) {
                thread.execute(() -> {
                    T vector = kernel.apply(Vectors.BACKEND);
                    compile.accept(vector);
                    current = vector;
                });
            }
        }
    }

    private Switch<Elementary> function(Consumer<Elementary> call) {
        return new Switch<>(Backend::elementary, all -> repeat(() -> call.accept(all)));
    }

    /** A delayed sum over so many steps. */
    private interface Block {
        void sum(BlockSum.Rows rows, double[] history, int steps);
    }

    private void blocks(Block block) {
        double[] history = new double[LANES + STEPS];
        BlockSum.Rows rows = // of unequal length, so that all loops turn
                new BlockSum.Rows(x, new int[LANES], new int[] {0, LANES / 4}, new int[] {LANES / 4, LANES});
        for (int steps = STEPS; steps > 2; steps /= 2) {
            int length = steps;
            repeat(() -> block.sum(rows, history, length));
        }
    }

    /** Calls a kernel until it is compiled, which shows in its time, leaving the processor to others now and then. */
    private static void repeat(Runnable kernel) {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            long start = System.nanoTime();
            for (int call = 0; call < BATCH; call++) {
                kernel.run();
            }
            if (System.nanoTime() - start < BATCH * COMPILED) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private final class Cells implements CellLoop {
        @Override
        public void evaluate(double[] cells, int row, int quantities, double[][] out, int from, int to) {
            WarmStart.this.cells.of(to - from).evaluate(cells, row, quantities, out, from, to);
        }
    }

    private final class Sums implements BlockSum {
        @Override
        public void add(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at, int length) {
            sums.of((to - from) * length).add(rows, from, to, history, shift, sum, at, length);
        }

        @Override
        public void addWithSquares(
                Rows rows,
                int from,
                int to,
                double[] history,
                int shift,
                double[] sum,
                double[] squares,
                int at,
                int length) {
            WarmStart.this
                    .squares
                    .of(to - from)
                    .addWithSquares(rows, from, to, history, shift, sum, squares, at, length);
        }
    }

    private final class SampleSums implements SampleSum {
        @Override
        public void add(
                double[] weights,
                int sources,
                int targets,
                double[] samples,
                int first,
                double[] row,
                int at,
                int from,
                int to) {
            WarmStart.this.samples.of(to - from).add(weights, sources, targets, samples, first, row, at, from, to);
        }
    }

    private final class Gaussians implements Noise {
        @Override
        public void gaussians(
                long seed,
                long stream,
                long stepPair,
                long firstEntity,
                double[] even,
                double[] odd,
                int from,
                int to) {
            noise.of(to - from).gaussians(seed, stream, stepPair, firstEntity, even, odd, from, to);
        }
    }

    private final class Functions implements Elementary {
        @Override
        public void exp(double[] x, double[] out, int from, int to) {
            exp.of(to - from).exp(x, out, from, to);
        }

        @Override
        public void log(double[] x, double[] out, int from, int to) {
            log.of(to - from).log(x, out, from, to);
        }

        @Override
        public void tanh(double[] x, double[] out, int from, int to) {
            tanh.of(to - from).tanh(x, out, from, to);
        }

        @Override
        public void sigmoid(double[] x, double[] out, int from, int to) {
            sigmoid.of(to - from).sigmoid(x, out, from, to);
        }

        @Override
        public void sin(double[] x, double[] out, int from, int to) {
            sin.of(to - from).sin(x, out, from, to);
        }

        @Override
        public void cos(double[] x, double[] out, int from, int to) {
            cos.of(to - from).cos(x, out, from, to);
        }

        @Override
        public void pow(double[] x, double[] y, double[] out, int from, int to) {
            pow.of(to - from).pow(x, y, out, from, to);
        }
    }
}
