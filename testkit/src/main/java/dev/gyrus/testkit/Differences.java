package dev.gyrus.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gyrus.core.VectorField;
import java.util.Arrays;

/** Derivatives by central differences, to hold against the symbolic ones. */
final class Differences {
    /** Relative steps: which one suits an equation is not known, so the best counts. */
    private static final double[] STEPS = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};

    private static final double TOLERANCE = 1e-5;

    private Differences() {}

    /** A point near another, in no special direction. */
    static double[] beside(double[] state) {
        double[] moved = new double[state.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = state[i] + 1e-3 * (1 + 0.1 * i) * Math.max(1, Math.abs(state[i]));
        }
        return moved;
    }

    /** Fails where a Jacobian and the differences disagree, naming the entry. */
    static void check(VectorField field, double[] state) {
        double[][] jacobian = field.jacobian(state);
        for (int j = 0; j < state.length; j++) {
            double[] best = new double[state.length];
            Arrays.fill(best, Double.NaN);
            for (double relative : STEPS) {
                double step = relative * Math.max(1e-3, Math.abs(state[j]));
                double[] above = derivative(field, state, j, step);
                double[] below = derivative(field, state, j, -step);
                for (int i = 0; i < best.length; i++) {
                    double difference = (above[i] - below[i]) / (2 * step);
                    boolean nearer = Math.abs(difference - jacobian[i][j]) < Math.abs(best[i] - jacobian[i][j]);
                    best[i] = nearer || Double.isNaN(best[i]) ? difference : best[i];
                }
            }
            for (int i = 0; i < best.length; i++) {
                String entry = "∂(d " + field.states().get(i) + "/dt)/∂"
                        + field.states().get(j);
                assertEquals(best[i], jacobian[i][j], TOLERANCE * Math.max(1, Math.abs(best[i])), entry);
            }
        }
    }

    private static double[] derivative(VectorField field, double[] state, int index, double step) {
        double[] moved = state.clone();
        moved[index] += step;
        return at(field, moved);
    }

    /** The right-hand side at a state. */
    static double[] at(VectorField field, double[] state) {
        double[] out = new double[field.size()];
        field.derivative(state, out);
        return out;
    }
}
