package dev.gyrus.core.internal.math;

import java.util.Arrays;
import java.util.Optional;

/**
 * The numeric kernels a run uses; every back end gives the same bits.
 *
 * <p>The vector back end needs the module {@code jdk.incubator.vector} ({@code --add-modules jdk.incubator.vector}) and can
 * be switched off with {@code -Dgyrus.vector=false}; its classes are not loaded then. Both need a processor with fused
 * multiply-add (every x86-64 of 2013 or later, every AArch64) to be fast: without one, {@link Math#fma} is emulated.
 * Thread-safe.
 *
 * @param name {@code plain} or {@code vector}
 */
public record Backend(
        String name, Elementary elementary, Noise noise, BlockSum blockSum, SampleSum sampleSum, CellLoop cellLoop) {
    private static final Backend PLAIN = new Backend(
            "plain",
            new PlainElementary(),
            new PlainNoise(),
            new PlainBlockSum(),
            new PlainSampleSum(),
            new PlainCellLoop());

    /** The fastest back end here, chosen once; see {@link WarmStart} for how a vector one begins. */
    public static Backend get() {
        return Fastest.BACKEND;
    }

    /** The back end in plain Java. */
    public static Backend plain() {
        return PLAIN;
    }

    /** The back end of the Vector API, if this virtual machine has it. */
    public static Optional<Backend> vector() {
        if (!isVectorModulePresent()) {
            return Optional.empty();
        }
        try {
            if (Lanes.COUNT < 2) {
                return Optional.empty();
            }
            Backend backend = new Backend(
                    "vector",
                    new VectorElementary(),
                    new VectorNoise(),
                    new VectorBlockSum(),
                    new VectorSampleSum(),
                    new VectorCellLoop());
            return Optional.of(backend).filter(Backend::agreesWithPlain);
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isVectorModulePresent() {
        return ModuleLayer.boot()
                .findModule("jdk.incubator.vector")
                .filter(Backend.class.getModule()::canRead)
                .isPresent();
    }

    /**
     * Says what {@link #get} is used for, so that it can get ready for long work and leave the processors to short work.
     *
     * @param done since the last call, roughly, in ns
     * @param left of the run that calls
     */
    public static void expect(double done, double left) {
        Fastest.START.ifPresent(start -> start.expect(done, left));
    }

    private static final class Fastest {
        static final Optional<WarmStart> START =
                "false".equals(System.getProperty("gyrus.vector")) || !isVectorModulePresent()
                        ? Optional.empty()
                        : Optional.of(new WarmStart());
        static final Backend BACKEND = START.map(WarmStart::backend).orElse(PLAIN);
    }

    /** Calls every kernel once: an incubating interface may have changed, and that shows only when it is linked. */
    private boolean agreesWithPlain() {
        int n = Math.max(9 * Lanes.COUNT, 2 * BlockSum.STRIDE);
        return Arrays.deepEquals(sample(n), PLAIN.sample(n));
    }

    private double[][] sample(int n) {
        double[][] out = new double[16][n];
        double[] x = out[0];
        double[] y = out[1];
        noise.gaussians(1, 2, 3, 4, x, y, 0, n);
        elementary.exp(x, out[2], 0, n);
        elementary.log(out[2], out[3], 0, n);
        elementary.tanh(x, out[4], 0, n);
        elementary.sigmoid(x, out[5], 0, n);
        elementary.sin(x, out[6], 0, n);
        elementary.cos(x, out[7], 0, n);
        elementary.pow(out[2], y, out[8], 0, n);
        BlockSum.Rows rows = new BlockSum.Rows(x, new int[] {0, 1, 2}, new int[] {0, 2}, new int[] {2, 3});
        int steps = Math.min(BlockSum.STRIDE, n - 2);
        blockSum.add(rows, 0, 2, y, 0, out[9], 0, steps);
        blockSum.addWithSquares(rows, 0, 2, y, 0, out[10], out[11], 0, steps);
        sampleSum.add(x, 2, n / 2, y, 0, out[15], 0, 0, n / 2);
        cellLoop.evaluate(out[0].clone(), 0, 3, new double[][] {out[12], out[13], out[14]}, 0, n);
        return out;
    }
}
