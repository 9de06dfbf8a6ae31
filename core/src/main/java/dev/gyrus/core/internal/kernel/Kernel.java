package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.math.Bilinear;

/**
 * The compiled equations of one mass, over lanes {@code from} (inclusive) to {@code to} (exclusive).
 *
 * <p>Arrays and scalars are the engine's, numbered by {@link Slots}; a kernel allocates nothing and keeps nothing.
 */
public interface Kernel {
    /** Derivatives, noise factors, next holds and slopes, from the values at the start of a step. */
    void step(double[][] arrays, double[] scalars, Bilinear[] tables, int from, int to);

    /** Derivatives and noise factors at a later stage of a step. */
    void stage(double[][] arrays, double[] scalars, Bilinear[] tables, int from, int to);

    /** The next states and holds of a step of one stage, from the values at its start; see {@link Move}. */
    void advance(double[][] arrays, double[] scalars, Bilinear[] tables, int from, int to);

    /** Outputs, from the states and holds of one sample. */
    void outputs(double[][] arrays, double[] scalars, Bilinear[] tables, int from, int to);
}
