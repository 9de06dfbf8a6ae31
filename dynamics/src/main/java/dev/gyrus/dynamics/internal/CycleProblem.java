package dev.gyrus.dynamics.internal;

import dev.gyrus.dynamics.Flow;

/** du/dt = T f(u; p): the cycles of a system without delays. The scalars are T and the free parameters. */
public final class CycleProblem implements PeriodicProblem {
    private final Flow flow;
    private final double[] parameters;
    private final int[] free;
    private final double[][] past = new double[1][];

    /**
     * @param parameters values of the parameters that are not free
     * @param free indices of the free ones
     */
    public CycleProblem(Flow flow, double[] parameters, int... free) {
        this.flow = flow;
        this.parameters = parameters.clone();
        this.free = free.clone();
    }

    @Override
    public int size() {
        return flow.states().size();
    }

    @Override
    public int scalars() {
        return 1 + free.length;
    }

    /** All parameters where the scalars are s. */
    public double[] parameters(double[] s) {
        for (int q = 0; q < free.length; q++) {
            parameters[free[q]] = s[1 + q];
        }
        return parameters.clone();
    }

    @Override
    public void value(double[] u, double[] s, double[] out) {
        set(u, s);
        flow.derivative(past, parameters, out);
        scale(out, s[0]);
    }

    @Override
    public void linear(double[] u, double[] s, double[] out, double[][] state, double[][] scalar) {
        set(u, s);
        for (int q = 0; q < free.length; q++) {
            flow.sensitivity(past, parameters, free[q], scalar[1 + q]);
            scale(scalar[1 + q], s[0]);
        }
        flow.jacobian(past, parameters, 0, state);
        for (double[] row : state) {
            scale(row, s[0]);
        }
        flow.derivative(past, parameters, out);
        System.arraycopy(out, 0, scalar[0], 0, out.length);
        scale(out, s[0]);
    }

    private void set(double[] u, double[] s) {
        past[0] = u;
        for (int q = 0; q < free.length; q++) {
            parameters[free[q]] = s[1 + q];
        }
    }

    private static void scale(double[] array, double factor) {
        for (int i = 0; i < array.length; i++) {
            array[i] *= factor;
        }
    }
}
