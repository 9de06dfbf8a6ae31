package dev.gyrus.dynamics;

import dev.gyrus.core.DelayedVectorField;
import java.util.List;

/** The delay equations of a network as a flow. */
final class DelayedFlow implements Flow {
    private final DelayedVectorField field;

    DelayedFlow(DelayedVectorField field) {
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
        return field.delays();
    }

    @Override
    public void derivative(double[][] past, double[] parameters, double[] out) {
        move(parameters);
        field.derivative(past, out);
    }

    @Override
    public void jacobian(double[][] past, double[] parameters, int k, double[][] out) {
        move(parameters);
        field.jacobian(past, k, out);
    }

    private void move(double[] parameters) {
        for (int k = 0; k < parameters.length; k++) {
            field.move(k, parameters[k]);
        }
    }
}
