package dev.gyrus.fitting.internal.search;

import java.util.Arrays;

/**
 * The constants of CMA-ES for n parameters and λ samples (Hansen, arXiv:1604.00772, Table 1).
 *
 * @param weights wᵢ by rank, positive ones first
 * @param mass μ, the variance effective selection mass
 * @param stepShare c_σ
 * @param damping d_σ
 * @param pathShare c_c
 * @param one c₁
 * @param many c_μ
 * @param expectedNorm E|N(0, I)|
 */
record Weights(
        double[] weights,
        double mass,
        double stepShare,
        double damping,
        double pathShare,
        double one,
        double many,
        double expectedNorm) {
    static Weights of(int n, int size) {
        int parents = size / 2;
        double[] raw = new double[size];
        Arrays.setAll(raw, k -> StrictMath.log((size + 1) / 2.0) - StrictMath.log(k + 1.0));
        double positive = Arrays.stream(raw, 0, parents).sum();
        double mass = positive * positive / squares(raw, 0, parents);
        double pathShare = (4 + mass / n) / (n + 4 + 2 * mass / n);
        double stepShare = (mass + 2) / (n + mass + 5);
        double one = 2 / ((n + 1.3) * (n + 1.3) + mass);
        double many = Math.min(1 - one, 2 * (0.25 + mass + 1 / mass - 2) / ((n + 2.0) * (n + 2.0) + mass));
        double damping = 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + stepShare;
        double negative = -Arrays.stream(raw, parents, size).sum();
        double negativeMass = negative * negative / squares(raw, parents, size);
        double limit =
                Math.min(1 + one / many, Math.min(1 + 2 * negativeMass / (mass + 2), (1 - one - many) / (n * many)));
        double[] weights = new double[size];
        Arrays.setAll(weights, k -> k < parents ? raw[k] / positive : Math.min(0, raw[k]) / negative * limit);
        double expectedNorm = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        return new Weights(weights, mass, stepShare, damping, pathShare, one, many, expectedNorm);
    }

    private static double squares(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).map(x -> x * x).sum();
    }

    double of(int rank) {
        return weights[rank];
    }
}
