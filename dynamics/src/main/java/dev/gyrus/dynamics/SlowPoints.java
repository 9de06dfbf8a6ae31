package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where a flow of many states is slow: local minima of q = ½ |f|², equilibria among them, by the method of Levenberg
 * and Marquardt from given starts, such as states that a run went through.
 *
 * <p>D. Sussillo, O. Barak, Opening the black box: low-dimensional dynamics in high-dimensional recurrent neural networks,
 * Neural Computation 25 (2013) 626–649, doi:10.1162/NECO_a_00409.
 */
public final class SlowPoints {
    private static final int MOST_ITERATIONS = 200;

    private SlowPoints() {}

    /**
     * A slow point.
     *
     * @param state in declared units
     * @param speed √Σ(f_i/scale_i)², per ms
     * @param eigenvalues of the linearisation there
     */
    public record SlowPoint(double[] state, double speed, List<Eigenvalue> eigenvalues) {}

    /**
     * The slow points that some starts lead to.
     *
     * @param starts states, in declared units
     * @param scale typical sizes of the states, in which speed and distances are measured
     * @param slowest speeds up to which points count, per ms
     * @param apart points nearer than this to a slower one, in units of the scale, are left out
     * @return by rising speed
     */
    public static List<SlowPoint> of(
            Flow flow, double[] parameters, List<double[]> starts, double[] scale, double slowest, double apart) {
        int n = flow.states().size();
        if (scale.length != n || starts.stream().anyMatch(start -> start.length != n)) {
            throw GyrusException.input("starts", n + " numbers each, and a scale of as many", "others");
        }
        EquilibriumCurve curve = new EquilibriumCurve(flow, parameters, -1);
        List<SlowPoint> found = new ArrayList<>();
        for (double[] start : starts) {
            double[] x = minimum(curve, start, scale);
            double speed = speed(curve, x, scale);
            if (speed <= slowest) {
                found.add(new SlowPoint(x, speed, curve.spectrum(x)));
            }
        }
        found.sort(Comparator.comparingDouble(SlowPoint::speed));
        List<SlowPoint> kept = new ArrayList<>();
        for (SlowPoint point : found) {
            if (kept.stream().allMatch(other -> distance(point.state, other.state, scale) > apart)) {
                kept.add(point);
            }
        }
        return List.copyOf(kept);
    }

    private static double[] minimum(EquilibriumCurve curve, double[] start, double[] scale) {
        int n = start.length;
        double[] x = start.clone();
        double[] f = new double[n];
        double damping = 1e-3;
        double speed = speed(curve, x, scale);
        for (int k = 0; k < MOST_ITERATIONS && speed > 0; k++) {
            curve.residual(x, f);
            double[][] jacobian = curve.ofState(x);
            double[][] normal = new double[n][n];
            double[] gradient = new double[n];
            for (int r = 0; r < n; r++) {
                for (int i = 0; i < n; i++) {
                    double slope = jacobian[r][i] * scale[i] / scale[r];
                    gradient[i] += slope * f[r] / scale[r];
                    for (int j = 0; j < n; j++) {
                        normal[i][j] += slope * jacobian[r][j] * scale[j] / scale[r];
                    }
                }
            }
            double trace = 0;
            for (int i = 0; i < n; i++) {
                trace += normal[i][i] / n;
            }
            for (int i = 0; i < n; i++) {
                normal[i][i] += damping * trace;
            }
            double[] step = Matrices.solve(normal, gradient);
            double[] trial = x.clone();
            double length = 0;
            for (int i = 0; i < step.length; i++) {
                trial[i] -= scale[i] * step[i];
                length = Math.max(length, Math.abs(step[i]));
            }
            double after = step.length == 0 ? Double.NaN : speed(curve, trial, scale);
            if (after < speed) {
                x = trial;
                speed = after;
                damping = Math.max(1e-15, damping / 10);
            } else {
                damping *= 10;
            }
            if (length < 1e-13 || damping > 1e8) {
                break;
            }
        }
        return x;
    }

    private static double speed(EquilibriumCurve curve, double[] x, double[] scale) {
        double[] f = new double[x.length];
        curve.residual(x, f);
        double square = 0;
        for (int i = 0; i < f.length; i++) {
            square += Math.pow(f[i] / scale[i], 2);
        }
        return Math.sqrt(square);
    }

    private static double distance(double[] a, double[] b, double[] scale) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += Math.pow((a[i] - b[i]) / scale[i], 2);
        }
        return Math.sqrt(square);
    }
}
