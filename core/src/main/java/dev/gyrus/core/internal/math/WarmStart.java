package dev.gyrus.core.internal.math;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The vector back end once it is compiled, the plain one until then.
 *
 * <p>Until the optimising compiler has seen them often enough, operations of the Vector API make an object of every vector
 * and are a hundred times slower than plain loops: the first second of a simulation would take longer than the next
 * minute. So runs begin with the plain kernels; if there is enough to do, a thread of its own calls each vector kernel
 * until it is compiled, and then it is switched over. As both give the same bits, nobody can tell when.
 */
final class WarmStart implements Runnable {
    private static final int LANES = 80;
    private static final int STEPS = 32;
    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 1000;

    /** A call of a compiled kernel takes less, of another one tens or hundreds of µs; in ns. */
    private static final long COMPILED = 5_000;

    private static final long PAUSE = 1_000_000;

    /**
     * Work that makes compiling worth the one or two seconds of a processor that it takes, in ns of the vector kernels; the
     * plain ones need some four times as long.
     */
    private static final double WORTHWHILE = 150e6;

    private volatile CellLoop cellLoop = Backend.plain().cellLoop();
    private volatile BlockSum blockSum = Backend.plain().blockSum();
    private volatile SampleSum sampleSum = Backend.plain().sampleSum();
    private volatile Noise noise = Backend.plain().noise();
    private volatile Elementary elementary = Backend.plain().elementary();

    private final DoubleAdder done = new DoubleAdder();
    private final AtomicBoolean isStarted = new AtomicBoolean();

    /** A back end that is plain at first and becomes the vector one. */
    Backend backend() {
        return new Backend("vector", new Functions(), new Gaussians(), new Sums(), new SampleSums(), new Cells());
    }

    /**
     * Begins to compile once there has been, or is to come, enough to do.
     *
     * @param done since the last call, in ns of the vector kernels
     * @param left of the run that calls, likewise
     */
    void expect(double done, double left) {
        if (isStarted.get()) {
            return;
        }
        this.done.add(done);
        if (this.done.sum() + left > WORTHWHILE && isStarted.compareAndSet(false, true)) {
            Thread thread = new Thread(this, "gyrus-warm-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        Backend plain = Backend.plain();
        Backend vector = Backend.vector().orElse(plain);
        double[] x = new double[LANES];
        double[] ones = new double[LANES];
        Arrays.fill(ones, 1);
        double[][] out = new double[4][LANES];
        double[] history = new double[LANES + STEPS];
        double[] matrix = new double[8 * LANES];
        double[] cells = new double[32];
        BlockSum.Rows rows = // of unequal length, so that all loops turn
                new BlockSum.Rows(x, new int[LANES], new int[] {0, LANES / 4}, new int[] {LANES / 4, LANES});
        if (isFaster(vector, plain, all -> all.cellLoop().evaluate(cells, 0, 3, out, 0, LANES))) {
            cellLoop = vector.cellLoop();
        }
        boolean faster = true;
        for (int steps = STEPS; steps > 4 && faster; steps /= 2) {
            int length = steps;
            faster = isFaster(
                            vector,
                            plain,
                            all -> all.blockSum().addWithSquares(rows, 0, 2, history, 0, out[0], out[1], 0, length))
                    && isFaster(vector, plain, all -> all.blockSum().add(rows, 0, 2, history, 0, out[0], 0, length));
        }
        if (faster) {
            blockSum = vector.blockSum();
        }
        if (isFaster(vector, plain, all -> all.sampleSum().add(matrix, 8, LANES, x, 0, out[0], 0, 0, LANES - 8))) {
            sampleSum = vector.sampleSum();
        }
        if (isFaster(vector, plain, all -> all.noise().gaussians(1, 2, 3, 4, out[0], out[1], 0, LANES))) {
            noise = vector.noise();
        }
        if (isFaster(vector, plain, all -> {
            all.elementary().exp(x, out[0], 0, LANES);
            all.elementary().log(ones, out[1], 0, LANES);
            all.elementary().tanh(x, out[1], 0, LANES);
            all.elementary().sigmoid(x, out[1], 0, LANES);
            all.elementary().sin(x, out[1], 0, LANES);
            all.elementary().cos(x, out[1], 0, LANES);
            all.elementary().pow(ones, x, out[1], 0, LANES);
        })) {
            elementary = vector.elementary();
        }
    }

    /**
     * Calls a kernel until it is compiled, which shows in its time, leaving the processor to others now and then. Now and
     * again C2 leaves some vectors of a kernel on the heap for good: then the plain one stays.
     */
    private static boolean isFaster(Backend vector, Backend plain, Consumer<Backend> kernel) {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            long time = time(vector, kernel);
            if (time < BATCH * COMPILED && time < time(plain, kernel)) {
                return true;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return false;
    }

    private static long time(Backend backend, Consumer<Backend> kernel) {
        long start = System.nanoTime();
        for (int call = 0; call < BATCH; call++) {
            kernel.accept(backend);
        }
        return System.nanoTime() - start;
    }

    private final class Cells implements CellLoop {
        @Override
        public void evaluate(double[] cells, int row, int quantities, double[][] out, int from, int to) {
            cellLoop.evaluate(cells, row, quantities, out, from, to);
        }
    }

    private final class Sums implements BlockSum {
        @Override
        public void add(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at, int length) {
            blockSum.add(rows, from, to, history, shift, sum, at, length);
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
            blockSum.addWithSquares(rows, from, to, history, shift, sum, squares, at, length);
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
            sampleSum.add(weights, sources, targets, samples, first, row, at, from, to);
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
            noise.gaussians(seed, stream, stepPair, firstEntity, even, odd, from, to);
        }
    }

    private final class Functions implements Elementary {
        @Override
        public void exp(double[] x, double[] out, int from, int to) {
            elementary.exp(x, out, from, to);
        }

        @Override
        public void log(double[] x, double[] out, int from, int to) {
            elementary.log(x, out, from, to);
        }

        @Override
        public void tanh(double[] x, double[] out, int from, int to) {
            elementary.tanh(x, out, from, to);
        }

        @Override
        public void sigmoid(double[] x, double[] out, int from, int to) {
            elementary.sigmoid(x, out, from, to);
        }

        @Override
        public void sin(double[] x, double[] out, int from, int to) {
            elementary.sin(x, out, from, to);
        }

        @Override
        public void cos(double[] x, double[] out, int from, int to) {
            elementary.cos(x, out, from, to);
        }

        @Override
        public void pow(double[] x, double[] y, double[] out, int from, int to) {
            elementary.pow(x, y, out, from, to);
        }
    }
}
