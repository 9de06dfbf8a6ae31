package dev.gyrus.dynamics;

import java.util.List;

/** Equations written in Java; derivatives by central differences over a distance of the cube root of the precision. */
record EquationsFlow(List<String> states, List<String> parameters, Flows.Equations equations) implements Flow {
    private static final double[] NONE = {};
    private static final double DISTANCE = 6e-6;

    @Override
    public double[] delays(double[] parameters) {
        return NONE;
    }

    @Override
    public void derivative(double[][] past, double[] parameters, double[] out) {
        equations.derivative(past[0], parameters, out);
    }

    @Override
    public void jacobian(double[][] past, double[] parameters, int k, double[][] out) {
        double[] state = past[0].clone();
        double[] above = new double[state.length];
        double[] below = new double[state.length];
        for (int j = 0; j < state.length; j++) {
            double step = DISTANCE * (1 + Math.abs(state[j]));
            state[j] = past[0][j] + step;
            double right = state[j];
            equations.derivative(state, parameters, above);
            state[j] = past[0][j] - step;
            double left = state[j];
            equations.derivative(state, parameters, below);
            state[j] = past[0][j];
            for (int i = 0; i < state.length; i++) {
                out[i][j] = (above[i] - below[i]) / (right - left);
            }
        }
    }
}
