package dev.gyrus.dynamics;

import java.util.List;
import java.util.stream.IntStream;

/** A flow from a formula, with derivatives by central differences of fourth order. */
final class Equations implements Flow {
    /** dx/dt. */
    interface Formula {
        double[] of(double[][] past, double[] parameters);
    }

    /** Delays at the parameters. */
    interface Delays {
        double[] of(double[] parameters);
    }

    private static final double STEP = 1e-3;

    private final int states;
    private final int parameters;
    private final Delays delays;
    private final Formula formula;

    Equations(int states, int parameters, Formula formula) {
        this(states, parameters, p -> new double[0], formula);
    }

    Equations(int states, int parameters, Delays delays, Formula formula) {
        this.states = states;
        this.parameters = parameters;
        this.delays = delays;
        this.formula = formula;
    }

    @Override
    public List<String> states() {
        return IntStream.range(0, states).mapToObj(i -> "x" + i).toList();
    }

    @Override
    public List<String> parameters() {
        return IntStream.range(0, parameters).mapToObj(i -> "p" + i).toList();
    }

    @Override
    public double[] delays(double[] at) {
        return delays.of(at);
    }

    @Override
    public void derivative(double[][] past, double[] at, double[] out) {
        System.arraycopy(formula.of(past, at), 0, out, 0, out.length);
    }

    @Override
    public void jacobian(double[][] past, double[] at, int k, double[][] out) {
        double[][] moved = past.clone();
        for (int j = 0; j < states; j++) {
            moved[k] = past[k].clone();
            double step = STEP * Math.max(1e-3, Math.min(1, Math.abs(past[k][j])));
            double[][] values = new double[4][];
            double[] shifts = {-2, -1, 1, 2};
            for (int s = 0; s < 4; s++) {
                moved[k][j] = past[k][j] + shifts[s] * step;
                values[s] = formula.of(moved, at);
            }
            for (int i = 0; i < states; i++) {
                out[i][j] = (8 * (values[2][i] - values[1][i]) - (values[3][i] - values[0][i])) / (12 * step);
            }
        }
    }
}
