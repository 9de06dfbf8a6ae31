package dev.gyrus.dynamics.internal;

/** du/dt = F(u; s) on [0, 1] with u_i(1) = ±u_i(0): periodic orbits in units of their period, and what is derived from them. */
public interface PeriodicProblem {
    /** The number of components of u. */
    int size();

    /** The number of scalars s. */
    int scalars();

    /** Whether a component returns with its sign changed. */
    default boolean antiperiodic(int component) {
        return false;
    }

    /** Computes F alone. */
    void value(double[] u, double[] s, double[] out);

    /**
     * Computes F and its derivatives.
     *
     * @param out gets F
     * @param state gets {@code [i][j] = ∂F_i/∂u_j}
     * @param scalar gets {@code [q][i] = ∂F_i/∂s_q}
     */
    void linear(double[] u, double[] s, double[] out, double[][] state, double[][] scalar);
}
