package dev.gyrus.dynamics;

import java.util.List;

/**
 * The right-hand side of dx/dt = f(x(t), x(t − τ₁), …, x(t − τ_m); p): a system of ordinary (m = 0) or delay differential
 * equations and its derivatives.
 *
 * <p>States and parameters are in their declared units, time and delays in ms. Implementations need not be thread-safe.
 */
public interface Flow {
    /** What the elements of a state stand for. */
    List<String> states();

    /** What the elements of a parameter vector stand for. */
    List<String> parameters();

    /** The delays τ₁ … τ_m at these parameters, in ms; empty where nothing is delayed. */
    double[] delays(double[] parameters);

    /**
     * Computes f.
     *
     * @param past {@code past[0]} is x(t), {@code past[k]} is x(t − τ_k); one number per state each
     * @param out gets dx/dt, per ms
     */
    void derivative(double[][] past, double[] parameters, double[] out);

    /**
     * Computes ∂f/∂x(t − τ_k).
     *
     * @param k 0 for the present state
     * @param out gets {@code [i][j] = ∂f_i/∂x_j(t − τ_k)}
     */
    void jacobian(double[][] past, double[] parameters, int k, double[][] out);

    /**
     * Computes ∂f/∂p; central differences unless the system knows better.
     *
     * @param parameter index of the parameter
     * @param out gets one number per state
     */
    default void sensitivity(double[][] past, double[] parameters, int parameter, double[] out) {
        double[] moved = parameters.clone();
        double[] other = new double[out.length];
        double step = 1e-6 * (1 + Math.abs(parameters[parameter]));
        moved[parameter] = parameters[parameter] + step;
        derivative(past, moved, out);
        double above = moved[parameter];
        moved[parameter] = parameters[parameter] - step;
        derivative(past, moved, other);
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] - other[i]) / (above - moved[parameter]);
        }
    }
}
