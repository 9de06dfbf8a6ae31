package dev.gyrus.fitting;

import dev.gyrus.analysis.Similarity;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.internal.Ascent;
import dev.gyrus.fitting.internal.Ascent.Height;
import java.util.Arrays;
import java.util.Optional;

/**
 * How strongly each region takes up its input, such that a linear network has a given functional connectivity.
 *
 * <pre>
 * A = −1 + c diag(g) W        maximise  r(C(A), F) − λ/N Σ log(g_i)²     over c and g
 * </pre>
 *
 * <p>r is Pearson's correlation above the diagonal, C the correlations of the {@link LinearNetwork}, F the functional
 * connectivity of the data. The gradient by all N + 1 unknowns costs one more Lyapunov equation, and so the whole fit no
 * more than a few minutes of a simulated brain.
 *
 * <p>The gains are scaled such that diag(g) W has the spectral radius of W: multiplying the coupling of each region of a
 * nonlinear model by its gain leaves the network about as far from instability as it was.
 *
 * <pre>{@code
 * double[] gains = RegionalGains.fit(connectome.weights(), fc, 0.1).values();
 * Network fitted = network.with("Ke_gl", Arrays.stream(gains).map(g -> 250 * g).toArray());
 * }</pre>
 *
 * <p>Immutable and thread-safe; arrays are copied in and out.
 */
public final class RegionalGains {
    private static final int STEPS = 60;
    private static final double FIRST_COUPLING = 0.97;
    private static final double FIRST_STEP = 0.1;
    private static final double TOLERANCE = 1e-5;

    private final double[][] weights;
    private final double[] values;

    private RegionalGains(double[][] weights, double[] gains) {
        double scale = LinearNetwork.radius(weights) / LinearNetwork.radius(scaled(weights, gains));
        this.weights = weights;
        this.values = Arrays.stream(gains).map(gain -> gain * scale).toArray();
    }

    /**
     * The best gains.
     *
     * @param weights W, N × N, {@code [to][from]}, not all zero
     * @param fc F, N × N
     * @param penalty λ, not negative: how much correlation a spread of the gains has to earn; with too little of it the
     *     gains fit the noise of the data
     * @throws GyrusException for matrices of different or other shapes, or values out of these ranges
     */
    public static RegionalGains fit(double[][] weights, double[][] fc, double penalty) {
        Similarity.pearson(weights, fc);
        double radius = LinearNetwork.radius(weights);
        Problems problems = new Problems();
        problems.require(penalty >= 0, "penalty", "a number that is not negative", penalty);
        problems.require(radius > 0, "weights", "connections", "none");
        problems.throwIfAny();
        double[][] own = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        double[] start = new double[weights.length + 1];
        start[0] = Math.log(FIRST_COUPLING / radius);
        double[] found = Ascent.from(start, x -> height(own, fc, penalty, x), FIRST_STEP, TOLERANCE, STEPS);
        return new RegionalGains(own, Arrays.stream(found).skip(1).map(Math::exp).toArray());
    }

    /** One per region. */
    public double[] values() {
        return values.clone();
    }

    /**
     * The gains to a power, scaled again: a network whose regions differ less than its couplings do takes a power above 1.
     */
    public RegionalGains power(double exponent) {
        return new RegionalGains(
                weights,
                Arrays.stream(values).map(gain -> Math.pow(gain, exponent)).toArray());
    }

    /**
     * What is maximised, and its slope; empty for networks that are not stable.
     *
     * @param unknowns log c, then log g of each region
     */
    private static Optional<Height> height(double[][] weights, double[][] target, double penalty, double[] unknowns) {
        int n = weights.length;
        double[] couplings = Arrays.stream(unknowns)
                .skip(1)
                .map(u -> Math.exp(unknowns[0] + u))
                .toArray();
        if (!Arrays.stream(couplings).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double[][] coupled = scaled(weights, couplings);
        double[][] jacobian = Arrays.stream(coupled).map(double[]::clone).toArray(double[][]::new);
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            jacobian[i][i] -= 1;
            noise[i] = 1;
        }
        return LinearNetwork.ifStable(jacobian, noise).map(network -> {
            double[][] correlations = network.correlations();
            double[][] byJacobian =
                    network.gradient(slopeOfPearson(correlations, target)).jacobian();
            double value = Similarity.pearson(correlations, target);
            double[] slope = new double[n + 1];
            for (int i = 0; i < n; i++) {
                double u = unknowns[i + 1];
                double byCoupling = dot(byJacobian[i], coupled[i]);
                slope[0] += byCoupling;
                slope[i + 1] = byCoupling - 2 * penalty * u / n;
                value -= penalty * u * u / n;
            }
            return new Height(value, slope);
        });
    }

    private static double[][] scaled(double[][] matrix, double[] rows) {
        double[][] out = new double[matrix.length][];
        for (int i = 0; i < out.length; i++) {
            double factor = rows[i];
            out[i] = Arrays.stream(matrix[i]).map(w -> w * factor).toArray();
        }
        return out;
    }

    /** The derivative of Pearson's correlation above the diagonal by the elements of the first matrix, symmetric. */
    private static double[][] slopeOfPearson(double[][] first, double[][] second) {
        double[] x = centred(Similarity.upperTriangle(first));
        double[] y = centred(Similarity.upperTriangle(second));
        double xx = dot(x, x);
        double scale = 1 / Math.sqrt(xx * dot(y, y));
        double r = dot(x, y) * scale;
        int n = first.length;
        double[][] out = new double[n][n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                out[i][j] = (y[next] * scale - r * x[next] / xx) / 2;
                out[j][i] = out[i][j];
                next++;
            }
        }
        return out;
    }

    private static double[] centred(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
