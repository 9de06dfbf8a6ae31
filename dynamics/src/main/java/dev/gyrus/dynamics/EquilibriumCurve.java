package dev.gyrus.dynamics;

import java.util.List;

/** f(x; p) = 0 with one parameter free: the unknowns are the state, then the parameter. */
final class EquilibriumCurve implements Curve {
    private final Flow flow;
    private final int parameter;
    private final double[] parameters;
    private final int n;
    private final double[] column;
    private final double[][] past;

    /**
     * @param parameters the values of those that don't move
     * @param parameter the number of the one that does; −1 for none
     */
    EquilibriumCurve(Flow flow, double[] parameters, int parameter) {
        this.flow = flow;
        this.parameters = parameters.clone();
        this.parameter = parameter;
        n = flow.states().size();
        column = new double[n];
        past = new double[1 + flow.delays(parameters).length][n];
    }

    @Override
    public int equations() {
        return n;
    }

    /** The state, now and before. */
    private double[][] state(double[] u) {
        for (double[] one : past) {
            System.arraycopy(u, 0, one, 0, n);
        }
        move(u);
        return past;
    }

    /** All parameters at a point. */
    double[] parameters(double[] u) {
        move(u);
        return parameters.clone();
    }

    private void move(double[] u) {
        if (parameter >= 0) {
            parameters[parameter] = u[n];
        }
    }

    @Override
    public void residual(double[] u, double[] out) {
        flow.derivative(state(u), parameters, out);
    }

    @Override
    public void jacobian(double[] u, double[][] out) {
        double[][] now = ofState(u);
        flow.sensitivity(past, parameters, parameter, column);
        for (int i = 0; i < n; i++) {
            System.arraycopy(now[i], 0, out[i], 0, n);
            out[i][n] = column[i];
        }
    }

    /** Whether anything is delayed. */
    boolean delayed() {
        return past.length > 1;
    }

    /** The eigenvalues of small deviations; with delays the rightmost ones. */
    List<Eigenvalue> spectrum(double[] u) {
        double[][] matrix = ofState(u);
        return delayed()
                ? CharacteristicRoots.of(flow, parameters, java.util.Arrays.copyOf(u, n))
                : Matrices.eigenvalues(matrix);
    }

    /** The derivative by a state that stays as it is: present and delayed states are the same. */
    double[][] ofState(double[] u) {
        state(u);
        double[][] sum = new double[n][n];
        flow.jacobian(past, parameters, 0, sum);
        for (int k = 1; k < past.length; k++) {
            double[][] delayed = new double[n][n];
            flow.jacobian(past, parameters, k, delayed);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] += delayed[i][j];
                }
            }
        }
        return sum;
    }
}
