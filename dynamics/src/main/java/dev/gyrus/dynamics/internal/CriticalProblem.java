package dev.gyrus.dynamics.internal;

import dev.gyrus.dynamics.Flow;

/**
 * Cycles with a multiplier ±1 together with its vector, over two parameters.
 *
 * <p>u' = T f(u; p, q) and v' = T (∂f/∂u) v + β f. At a period doubling v(1) = −v(0) and β = 0 is no unknown; at a fold v(1) = v(0): v is the change of the cycle and
 * β that of its period along the branch that turns back. The scalars are T, p, q, and β at a fold (E. J. Doedel, H. B. Keller
 * & J. P. Kernévez, Int. J. Bifurcation Chaos 1, 1991, 745–772, doi:10.1142/S0218127491000555).
 */
public final class CriticalProblem implements PeriodicProblem {
    private static final double DISTANCE = 1e-5;

    private final CycleProblem cycle;
    private final boolean fold;
    private final int n;
    private final double[][] scalar;

    public CriticalProblem(Flow flow, double[] parameters, int first, int second, boolean fold) {
        cycle = new CycleProblem(flow, parameters, first, second);
        this.fold = fold;
        n = cycle.size();
        scalar = new double[3][n];
    }

    @Override
    public int size() {
        return 2 * n;
    }

    @Override
    public int scalars() {
        return fold ? 4 : 3;
    }

    /** All parameters where the scalars are s. */
    public double[] parameters(double[] s) {
        return cycle.parameters(java.util.Arrays.copyOf(s, 3));
    }

    @Override
    public boolean antiperiodic(int component) {
        return !fold && component >= n;
    }

    @Override
    public void value(double[] u, double[] s, double[] out) {
        variation(u, s, out, new double[n][n]);
    }

    /** F, and T ∂f/∂u. */
    private void variation(double[] u, double[] s, double[] out, double[][] jacobian) {
        double[] x = java.util.Arrays.copyOf(u, n);
        double[] value = new double[n];
        cycle.linear(x, java.util.Arrays.copyOf(s, 3), value, jacobian, scalar);
        for (int i = 0; i < n; i++) {
            out[i] = value[i];
            out[n + i] = fold ? s[3] * value[i] / s[0] : 0;
            for (int j = 0; j < n; j++) {
                out[n + i] += jacobian[i][j] * u[n + j];
            }
        }
    }

    @Override
    public void linear(double[] u, double[] s, double[] out, double[][] state, double[][] scalars) {
        double[][] jacobian = new double[n][n];
        variation(u, s, out, jacobian);
        double[][] own = {scalar[0].clone(), scalar[1].clone(), scalar[2].clone()};
        double[][] bent = bent(u, s);
        double share = fold ? s[3] / s[0] : 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                state[i][j] = jacobian[i][j];
                state[i][n + j] = 0;
                state[n + i][j] = bent[i][j] + share * jacobian[i][j];
                state[n + i][n + j] = jacobian[i][j];
            }
        }
        double[] above = new double[2 * n];
        double[] below = new double[2 * n];
        double[] moved = s.clone();
        for (int q = 0; q < s.length; q++) {
            double step = DISTANCE * (1e-3 + Math.abs(s[q]));
            moved[q] = s[q] + step;
            value(u, moved, above);
            moved[q] = s[q] - step;
            value(u, moved, below);
            moved[q] = s[q];
            for (int i = 0; i < 2 * n; i++) {
                scalars[q][i] = i < n ? (q < 3 ? own[q][i] : 0) : (above[i] - below[i]) / (2 * step);
            }
        }
    }

    /** T ∂(∂f/∂u v)/∂u, the derivative of the Jacobian along v. */
    private double[][] bent(double[] u, double[] s) {
        double size = 0;
        double length = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(u[i]));
            length = Math.max(length, Math.abs(u[n + i]));
        }
        double step = DISTANCE * (1e-3 + size) / Math.max(length, 1e-300);
        double[][] above = new double[n][n];
        double[][] below = new double[n][n];
        double[] x = new double[n];
        double[] value = new double[n];
        double[] three = java.util.Arrays.copyOf(s, 3);
        for (int i = 0; i < n; i++) {
            x[i] = u[i] + step * u[n + i];
        }
        cycle.linear(x, three, value, above, scalar);
        for (int i = 0; i < n; i++) {
            x[i] = u[i] - step * u[n + i];
        }
        cycle.linear(x, three, value, below, scalar);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                above[i][j] = (above[i][j] - below[i][j]) / (2 * step);
            }
        }
        return above;
    }
}
