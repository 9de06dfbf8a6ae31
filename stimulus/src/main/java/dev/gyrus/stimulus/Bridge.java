package dev.gyrus.stimulus;

/**
 * A Gaussian Markov path from its ends inwards: Lévy's midpoint construction, for the Wiener process and for the Ornstein–Uhlenbeck
 * process.
 *
 * <p>Given its neighbours at distance D = 2ˡ intervals, the value between them is Gaussian,
 *
 * <pre>x(k) = gainₗ·(x(k − 2ˡ) + x(k + 2ˡ)) + spreadₗ·ξ_k</pre>
 *
 * with gain 1/2 and spread σ√(D/2) for a Wiener process (σ²: variance per time), and gain 1/(2 cosh(D/τ)) and spread s·√tanh(D/τ)
 * for a stationary Ornstein–Uhlenbeck process (s: standard deviation). Every place k has one Gaussian ξ_k of its own. So the
 * value at k needs no values before it but only some log₂ of the distance of the outermost ends, a stretch of 256 values
 * hardly more than 256 Gaussians, and no state: it is the exact process at the places k, and a pure function of k.
 *
 * <p>P. Lévy, Processus stochastiques et mouvement brownien, Gauthier-Villars, 1948; for Markov processes in general: D. T.
 * Gillespie, Phys. Rev. E 54, 2084, 1996, doi:10.1103/PhysRevE.54.2084 (the exact Ornstein–Uhlenbeck update).
 */
final class Bridge {
    /** log₂ of {@link HeldSignal#STRETCH}. */
    static final int STRETCH_LEVEL = 8;

    private final double[] gains;
    private final double[] spreads;
    private final Draws draws;

    /**
     * @param gains by level
     * @param spreads by level
     */
    Bridge(double[] gains, double[] spreads, Draws draws) {
        this.gains = gains;
        this.spreads = spreads;
        this.draws = draws;
    }

    private double between(int level, double left, double right, double xi) {
        return gains[level] * (left + right) + spreads[level] * xi;
    }

    /**
     * Adds the values at {@code first … first + 255} to an array.
     *
     * @param first a multiple of 256 between {@code start} and its end
     * @param start a multiple of 256
     * @param level the known ends lie at {@code start} and {@code start + 2^level}; at least 8
     */
    void add(long first, long start, int level, double left, double right, double[] out) {
        double from = left;
        double to = right;
        long at = start;
        for (int l = level - 1; l >= STRETCH_LEVEL; l--) {
            long middle = at + (1L << l);
            double value = between(l, from, to, draws.gaussian(middle));
            if (first < middle) {
                to = value;
            } else {
                from = value;
                at = middle;
            }
        }
        int length = HeldSignal.STRETCH;
        double[] xi = new double[length];
        draws.gaussians(first, xi);
        double[] x = new double[length + 1];
        x[0] = from;
        x[length] = to;
        for (int l = STRETCH_LEVEL - 1; l >= 0; l--) {
            int half = 1 << l;
            for (int k = half; k < length; k += 2 * half) {
                x[k] = between(l, x[k - half], x[k + half], xi[k]);
            }
        }
        for (int k = 0; k < length; k++) {
            out[k] += x[k];
        }
    }
}
