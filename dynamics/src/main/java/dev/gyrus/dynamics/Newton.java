package dev.gyrus.dynamics;

import java.util.List;

/** Newton's method for equilibria at fixed parameters, with shortened steps far from a root and known roots deflated. */
final class Newton {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 12;
    private static final double TOLERANCE = 1e-11;

    private final EquilibriumCurve curve;
    private final double[] low;
    private final double[] high;
    private final int n;

    /** @param low of the box in which roots count */
    Newton(Flow flow, double[] parameters, double[] low, double[] high) {
        curve = new EquilibriumCurve(flow, parameters, -1);
        this.low = low;
        this.high = high;
        n = low.length;
    }

    /** A root in the box; null where there is none along the way. */
    double[] from(double[] start, List<double[]> known) {
        double[] x = start.clone();
        double[] f = new double[n];
        curve.residual(x, f);
        for (int k = 0; k < MOST_ITERATIONS; k++) {
            double[] step = Matrices.solve(curve.ofState(x), f);
            if (step.length == 0) {
                return null;
            }
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(step[i]) / (high[i] - low[i]));
            }
            if (largest < TOLERANCE) {
                return isInside(x) ? x : null;
            }
            double factor = deflation(x, step, known);
            for (int i = 0; i < n; i++) {
                step[i] *= factor;
            }
            double length = Math.min(1, 0.5 / (largest * Math.abs(factor)));
            if (known.isEmpty()) {
                length = shortened(x, step, f, length);
                if (length == 0) {
                    return null;
                }
            }
            for (int i = 0; i < n; i++) {
                x[i] -= length * step[i];
            }
            curve.residual(x, f);
            if (!isFinite(f) || isFar(x)) {
                return null;
            }
        }
        return null;
    }

    /** A length of the step with which |J⁻¹f| gets smaller, measured with the step's own matrix; 0 where there is none. */
    private double shortened(double[] x, double[] step, double[] f, double first) {
        double before = norm(f);
        double[] trial = new double[n];
        double[] after = new double[n];
        double length = first;
        for (int k = 0; k < MOST_HALVINGS; k++) {
            for (int i = 0; i < n; i++) {
                trial[i] = x[i] - length * step[i];
            }
            curve.residual(trial, after);
            if (norm(after) <= before * (1 - 0.1 * length) || norm(after) == 0) {
                return length;
            }
            length /= 2;
        }
        return before < 1e-12 ? first : 0;
    }

    private static double norm(double[] f) {
        return Math.sqrt(Matrices.dot(f, f));
    }

    /**
     * What a step is multiplied with when f is multiplied with Π (1 + 1/|x − root|²): 1/(1 + ∇log M · step), where a step
     * is J⁻¹f.
     */
    private double deflation(double[] x, double[] step, List<double[]> known) {
        double slope = 0;
        for (double[] root : known) {
            double square = 0;
            double along = 0;
            for (int i = 0; i < n; i++) {
                double width = high[i] - low[i];
                double away = (x[i] - root[i]) / width;
                square += away * away;
                along += away * step[i] / width;
            }
            slope += -2 * along / (square * (square + 1));
        }
        return known.isEmpty() ? 1 : 1 / (1 + slope);
    }

    private boolean isInside(double[] x) {
        for (int i = 0; i < n; i++) {
            double margin = 1e-9 * (high[i] - low[i]);
            if (x[i] < low[i] - margin || x[i] > high[i] + margin) {
                return false;
            }
        }
        return true;
    }

    private boolean isFar(double[] x) {
        for (int i = 0; i < n; i++) {
            if (Math.abs(x[i] - (low[i] + high[i]) / 2) > 20 * (high[i] - low[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinite(double[] f) {
        for (double value : f) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
