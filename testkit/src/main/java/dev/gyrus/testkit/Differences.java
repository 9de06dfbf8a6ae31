package dev.gyrus.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gyrus.core.VectorField;

/** Derivatives by central differences, to hold against the symbolic ones. */
final class Differences {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
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
            double step = STEP * Math.max(1, Math.abs(state[j]));
            double[] above = derivative(field, state, j, step);
            double[] below = derivative(field, state, j, -step);
            for (int i = 0; i < state.length; i++) {
                double expected = (above[i] - below[i]) / (2 * step);
                String entry = "∂(d " + field.states().get(i) + "/dt)/∂" + field.states().get(j);
                double scale = Math.max(Math.abs(above[i]) / step * Math.ulp(1.0) / TOLERANCE, 1);
                assertEquals(expected, jacobian[i][j], TOLERANCE * Math.max(scale, Math.abs(expected)), entry);
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
