package dev.gyrus.dynamics;

/** n equations F(u) = 0 in n + 1 unknowns: their solutions form curves. */
interface Curve {
    /** n. */
    int equations();

    /** Computes F(u). */
    void residual(double[] u, double[] out);

    /** Computes ∂F_i/∂u_j. */
    void jacobian(double[] u, double[][] out);
}
