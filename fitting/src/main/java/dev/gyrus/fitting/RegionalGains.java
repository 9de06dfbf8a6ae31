package dev.gyrus.fitting;

import dev.gyrus.analysis.Similarity;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.internal.Ascent;
import dev.gyrus.fitting.internal.Ascent.Height;
import dev.gyrus.fitting.internal.Pearson;
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

    /** How much of a difference that noise has a part in is believed. */
    private static final double BELIEVED = 0.7;

    private final double[][] weights;
    private final double[][] target;
    private final double[] values;

    private RegionalGains(double[][] weights, double[][] target, double[] gains) {
        double scale = LinearNetwork.radius(weights) / LinearNetwork.radius(scaled(weights, gains));
        this.weights = weights;
        this.target = target;
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
        Problems problems = new Problems();
        problems.require(LinearNetwork.radius(weights) > 0, "weights", "connections", "none");
        problems.require(penalty >= 0, "penalty", "a number that is not negative", penalty);
        problems.throwIfAny();
        int n = weights.length;
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        return new RegionalGains(copy(weights), copy(fc), equal).climb(new double[n][n], penalty);
    }

    /** One per region. */
    public double[] values() {
        return values.clone();
    }

    /**
     * The gains to a power, scaled again: a network whose regions differ less than its couplings do takes a power above 1.
     */
    public RegionalGains power(double exponent) {
        double[] powers = Arrays.stream(values).map(g -> Math.pow(g, exponent)).toArray();
        return new RegionalGains(weights, target, powers);
    }

    /**
     * Better gains for a nonlinear network: the best if it goes on to differ from the linear one as it does with these.
     *
     * @param simulated its functional connectivity with these gains, N × N
     * @param penalty λ, of the change against these gains
     * @throws GyrusException for another number of regions, or connectivity that does not go with the linear network's at all
     */
    public RegionalGains corrected(double[][] simulated, double penalty) {
        double[][] linear =
                LinearNetwork.coupled(scaled(weights, values), FIRST_COUPLING).correlations();
        double agreement = Similarity.pearson(linear, simulated);
        if (!(agreement > 0)) {
            throw GyrusException.input(
                    "simulated", "connectivity that goes with the linear network's", "a correlation of " + agreement);
        }
        Pearson.Line line = Pearson.regression(linear, simulated);
        int n = weights.length;
        double[][] difference = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scaled = (simulated[i][j] - line.base()) / line.slope();
                difference[i][j] = i == j ? 0 : BELIEVED * (scaled - linear[i][j]);
            }
        }
        return climb(difference, penalty);
    }

    /** The gains that are best if so much is added to the correlations. */
    private RegionalGains climb(double[][] difference, double penalty) {
        double[] start = new double[values.length + 1];
        start[0] = Math.log(FIRST_COUPLING / LinearNetwork.radius(weights));
        for (int i = 0; i < values.length; i++) {
            start[i + 1] = Math.log(values[i]);
        }
        double[] found = Ascent.from(start, x -> height(x, start, difference, penalty), FIRST_STEP, TOLERANCE, STEPS);
        return new RegionalGains(
                weights, target, Arrays.stream(found).skip(1).map(Math::exp).toArray());
    }

    /**
     * What is maximised, and its slope; empty for networks that are not stable.
     *
     * @param x log c, then log g of each region
     */
    private Optional<Height> height(double[] x, double[] start, double[][] difference, double penalty) {
        int n = weights.length;
        double[] couplings =
                Arrays.stream(x).skip(1).map(u -> Math.exp(x[0] + u)).toArray();
        if (!Arrays.stream(couplings).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double[][] coupled = scaled(weights, couplings);
        double[][] jacobian = copy(coupled);
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            jacobian[i][i] -= 1;
            noise[i] = 1;
        }
        return LinearNetwork.ifStable(jacobian, noise).map(network -> {
            double[][] expected = sum(network.correlations(), difference);
            double[][] byJacobian =
                    network.gradient(Pearson.slope(expected, target)).jacobian();
            double value = Similarity.pearson(expected, target);
            double[] slope = new double[n + 1];
            for (int i = 0; i < n; i++) {
                double change = x[i + 1] - start[i + 1];
                double byCoupling = Pearson.dot(byJacobian[i], coupled[i]);
                slope[0] += byCoupling;
                slope[i + 1] = byCoupling - 2 * penalty * change / n;
                value -= penalty * change * change / n;
            }
            return new Height(value, slope);
        });
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] out = copy(a);
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[i][j] += b[i][j];
            }
        }
        return out;
    }

    private static double[][] scaled(double[][] matrix, double[] rows) {
        double[][] out = new double[matrix.length][];
        for (int i = 0; i < out.length; i++) {
            double factor = rows[i];
            out[i] = Arrays.stream(matrix[i]).map(w -> w * factor).toArray();
        }
        return out;
    }
}
