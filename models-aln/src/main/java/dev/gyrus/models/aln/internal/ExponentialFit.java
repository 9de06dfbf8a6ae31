package dev.gyrus.models.aln.internal;

/**
 * The time constant of the exponential filter whose transfer function 1/(1 + 2πifτ) is nearest to a normalised response.
 *
 * <p>Minimises Σ_f |1/(1 + 2πifτ) − ρ(f)|² first over τ = 0.001, 1.001, … 99.001 ms, then over the lattice of 0.01 ms
 * between the two neighbours of the best. With x = 2πfτ a term is (1 − 2 Re ρ + 2 x Im ρ)/(1 + x²) + |ρ|², whose last
 * part does not depend on τ. Sums run over frequencies in ascending order. Immutable; thread-safe.
 *
 * <p>Source of the model: S. Ostojic, N. Brunel, From spiking neuron models to linear-nonlinear models, PLOS
 * Computational Biology 7 (2011) e1001056, doi:10.1371/journal.pcbi.1001056.
 */
final class ExponentialFit {
    /** Smallest time constant, ms. */
    private static final double FIRST = 0.001;
    /** Distance of two lattice values, ms. */
    private static final double STEP = 0.01;

    private static final int COARSE = 100;
    private static final int FINE_PER_COARSE = 100;

    private final double[] frequencies;

    ExponentialFit(double[] frequencies) {
        this.frequencies = frequencies;
    }

    /** The k-th lattice value 0.001 + 0.01 k, in ms. */
    static double lattice(int k) {
        return FIRST + STEP * k;
    }

    /** The index on the lattice of the best time constant. */
    int best(ComplexArray response) {
        int coarse = indexOfMinimum(costs(response, 0, FINE_PER_COARSE, COARSE));
        int from = Math.max(0, coarse - 1) * FINE_PER_COARSE;
        int to = Math.min(COARSE - 1, coarse + 1) * FINE_PER_COARSE;
        return from + indexOfMinimum(costs(response, from, 1, to - from + 1));
    }

    /** The costs, less Σ|ρ|², of {@code count} lattice values from index {@code from} in steps of {@code stride}. */
    double[] costs(ComplexArray response, int from, int stride, int count) {
        double[] tau = new double[count];
        for (int i = 0; i < count; i++) {
            tau[i] = lattice(from + i * stride);
        }
        double[] cost = new double[count];
        for (int f = 0; f < frequencies.length; f++) {
            add(count, cost, tau, 2 * Math.PI * frequencies[f], 1 - 2 * response.re[f], 2 * response.im[f]);
        }
        return cost;
    }

    private static void add(int n, double[] cost, double[] tau, double omega, double constant, double slope) {
        for (int i = 0; i < n; i++) {
            double x = omega * tau[i];
            cost[i] += (slope * x + constant) / (x * x + 1);
        }
    }

    private static int indexOfMinimum(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[best]) {
                best = i;
            }
        }
        return best;
    }
}
