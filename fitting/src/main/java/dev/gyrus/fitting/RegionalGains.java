package dev.gyrus.fitting;

import dev.gyrus.analysis.Similarity;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.internal.Ascent;
import dev.gyrus.fitting.internal.Ascent.Height;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds how strongly each region takes up its input, such that a linear network has a given functional connectivity.
 *
 * <pre>
 * A = −1 + c diag(e^u) W        maximise  r(C(A), F) − λ/N Σ u_i²     over c and u
 * </pre>
 *
 * <p>r is Pearson's correlation above the diagonal, C the correlations of the {@link LinearNetwork}, F the functional
 * connectivity of the data. The gradient by all N + 1 unknowns costs one more Lyapunov equation.
 *
 * <p>The gains are scaled such that diag(gain) W has the spectral radius of W: multiplying the coupling of each region of a
 * nonlinear model by its gain keeps the network about as far from instability as it was.
 *
 * <pre>{@code
 * double[] gains = RegionalGains.fit(connectome.weights(), fc, 0.1);
 * Network fitted = network.with("Ke_gl", Arrays.stream(gains).map(g -> 250 * g).toArray());
 * }</pre>
 */
public final class RegionalGains {
    private static final int STEPS = 60;
    private static final double FIRST_COUPLING = 0.97;
    private static final double FIRST_STEP = 0.1;
    private static final double TOLERANCE = 1e-5;

    private final double[][] weights;
    private final double[][] target;
    private final double penalty;

    private RegionalGains(double[][] weights, double[][] target, double penalty) {
        this.weights = weights;
        this.target = target;
        this.penalty = penalty;
    }

    /**
     * The gains e^u, one per region.
     *
     * @param weights W, N × N, {@code [to][from]}, not all zero
     * @param fc F, N × N
     * @param penalty λ, not negative: how much of the correlation a spread of the gains may cost; with little of it single
     *     subjects are fitted rather than brains
     * @throws GyrusException for matrices of different or other shapes, or values out of these ranges
     */
    public static double[] fit(double[][] weights, double[][] fc, double penalty) {
        Problems problems = new Problems();
        problems.require(penalty >= 0, "penalty", "a number that is not negative", penalty);
        Similarity.pearson(weights, fc);
        double radius = LinearNetwork.radius(weights);
        problems.require(radius > 0, "weights", "connections", "none");
        problems.throwIfAny();
        double[] unknowns = new double[weights.length + 1];
        unknowns[0] = Math.log(FIRST_COUPLING / radius);
        RegionalGains problem = new RegionalGains(weights, fc, penalty);
        double[] found = Ascent.from(unknowns, problem::height, FIRST_STEP, TOLERANCE, STEPS);
        double[] gains = Arrays.stream(found).skip(1).map(Math::exp).toArray();
        double after = LinearNetwork.radius(scaled(weights, gains));
        return Arrays.stream(gains).map(gain -> gain * radius / after).toArray();
    }

    /** What is maximised, and its gradient; empty for networks that are not stable. */
    private Optional<Height> height(double[] unknowns) {
        int n = weights.length;
        double[] couplings = Arrays.stream(unknowns)
                .skip(1)
                .map(u -> Math.exp(unknowns[0] + u))
                .toArray();
        if (!Arrays.stream(couplings).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double[][] jacobian = scaled(weights, couplings);
        for (int i = 0; i < n; i++) {
            jacobian[i][i] -= 1;
        }
        double[] noise = new double[n];
        Arrays.fill(noise, 1);
        Optional<LinearNetwork> network = LinearNetwork.ifStable(jacobian, noise);
        if (network.isEmpty()) {
            return Optional.empty();
        }
        double[][] correlations = network.get().correlations();
        double[][] byJacobian =
                network.get().gradient(slopeOfPearson(correlations, target)).jacobian();
        double value = Similarity.pearson(correlations, target);
        double[] slope = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double u = unknowns[i + 1];
            for (int j = 0; j < n; j++) {
                slope[i + 1] += byJacobian[i][j] * (jacobian[i][j] + (i == j ? 1 : 0));
            }
            slope[0] += slope[i + 1];
            slope[i + 1] -= 2 * penalty * u / n;
            value -= penalty * u * u / n;
        }
        return Optional.of(new Height(value, slope));
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
