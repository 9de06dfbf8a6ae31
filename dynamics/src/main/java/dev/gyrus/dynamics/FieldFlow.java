package dev.gyrus.dynamics;

import dev.gyrus.core.VectorField;
import java.util.List;

/** The equations of a network as a flow. */
final class FieldFlow implements Flow {
    private static final double[] NONE = {};

    private final VectorField field;

    FieldFlow(VectorField field) {
        this.field = field;
    }

    @Override
    public List<String> states() {
        return field.states();
    }

    @Override
    public List<String> parameters() {
        return field.parameters();
    }

    @Override
    public double[] delays(double[] parameters) {
        return NONE;
    }

    @Override
    public void derivative(double[][] past, double[] parameters, double[] out) {
        move(parameters);
        field.derivative(past[0], out);
    }

    @Override
    public void jacobian(double[][] past, double[] parameters, int k, double[][] out) {
        move(parameters);
        double[][] jacobian = field.jacobian(past[0]);
        for (int i = 0; i < out.length; i++) {
            System.arraycopy(jacobian[i], 0, out[i], 0, jacobian.length);
        }
    }

    @Override
    public void sensitivity(double[][] past, double[] parameters, int parameter, double[] out) {
        move(parameters);
        field.sensitivity(past[0], parameter, out);
    }

    private void move(double[] parameters) {
        for (int k = 0; k < parameters.length; k++) {
            field.move(k, parameters[k]);
        }
    }
}
