package dev.gyrus.dynamics.internal;

/**
 * A linear condition ∫₀¹ ⟨w(t), u(t)⟩ dt + ⟨c, s⟩ = value on a profile u and scalars s.
 *
 * @param weights w at the Gauss points, {@code [interval][point][component]}
 * @param scalars c
 */
public record Integral(double[][][] weights, double[] scalars, double value) {
    /** The left side. */
    public double of(Profile profile, double[] s) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int c = 0; c < Gauss.DEGREE; c++) {
                double[] u = profile.at(i, c);
                double inner = 0;
                for (int a = 0; a < u.length; a++) {
                    inner += weights[i][c][a] * u[a];
                }
                sum += profile.width(i) * Gauss.weight(c) * inner;
            }
        }
        for (int q = 0; q < s.length; q++) {
            sum += scalars[q] * s[q];
        }
        return sum;
    }

    /** A profile at the Gauss points, each component times a factor. */
    public static double[][][] values(Profile profile, double[] factors) {
        return sampled(profile, factors, false);
    }

    /** A profile's derivative at the Gauss points, each component times a factor. */
    public static double[][][] slopes(Profile profile, double[] factors) {
        return sampled(profile, factors, true);
    }

    private static double[][][] sampled(Profile profile, double[] factors, boolean slope) {
        double[][][] sampled = new double[profile.intervals()][Gauss.DEGREE][];
        for (int i = 0; i < profile.intervals(); i++) {
            for (int c = 0; c < Gauss.DEGREE; c++) {
                sampled[i][c] = slope ? profile.slope(i, c) : profile.at(i, c);
                for (int a = 0; a < factors.length; a++) {
                    sampled[i][c][a] *= factors[a];
                }
            }
        }
        return sampled;
    }
}
