package dev.gyrus.stimulus;

/**
 * A stationary Ornstein–Uhlenbeck process of mean 0 as a {@link Bridge} between places that are at least 42 correlation times
 * apart.
 *
 * <p>The correlation over 42 τ is e⁻⁴² = 6e-19, below the rounding of a double: the ends are independent Gaussians, so that a
 * value costs the same at any time.
 */
final class StationaryPath {
    /** The largest correlation time, in intervals. */
    static final double LONGEST = 1e12;

    private static final double INDEPENDENT = 42;

    private final double deviation;
    private final int level;
    private final Bridge bridge;
    private final Draws draws;

    private StationaryPath(double deviation, int level, Bridge bridge, Draws draws) {
        this.deviation = deviation;
        this.level = level;
        this.bridge = bridge;
        this.draws = draws;
    }

    /** @param tau in intervals, up to {@link #LONGEST} */
    static StationaryPath of(double deviation, double tau, Draws draws) {
        int level = Bridge.STRETCH_LEVEL;
        while (Math.scalb(1, level) < INDEPENDENT * tau) {
            level++;
        }
        double[] gains = new double[level];
        double[] spreads = new double[level];
        for (int l = 0; l < level; l++) {
            double distance = Math.scalb(1, l) / tau;
            gains[l] = 0.5 / StrictMath.cosh(distance);
            spreads[l] = deviation * Math.sqrt(StrictMath.tanh(distance));
        }
        return new StationaryPath(deviation, level, new Bridge(gains, spreads, draws), draws);
    }

    /** Adds the values at {@code first …} to an array, see {@link HeldSignal#stretch}. */
    void add(long first, double[] out) {
        long start = first >> level << level;
        double left = deviation * draws.gaussian(start);
        double right = deviation * draws.gaussian(start + (1L << level));
        bridge.add(first, start, level, left, right, out);
    }
}
