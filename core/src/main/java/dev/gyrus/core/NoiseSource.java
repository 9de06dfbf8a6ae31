package dev.gyrus.core;

import dev.gyrus.core.internal.engine.CounterNoise;
import dev.gyrus.core.internal.math.Noise;

/**
 * Standard Gaussian increments as a pure function of stream, step and entity; supply one so that runs share a path.
 *
 * <p>Thread-safe: must be pure.
 */
public interface NoiseSource {
    /**
     * Independent standard Gaussians of one noise variable at one step.
     *
     * @param stream the noise variable
     * @param step steps made before
     * @param firstEntity node index of {@code out[from]}
     * @param out one value per node, written from {@code from} (inclusive) to {@code to} (exclusive)
     */
    void gaussians(long stream, long step, long firstEntity, double[] out, int from, int to);

    /**
     * The increments of an even step and of the odd one after it; may be cheaper than asking for each.
     *
     * @param step an even number
     */
    default void pair(long stream, long step, long firstEntity, double[] even, double[] odd, int from, int to) {
        gaussians(stream, step, firstEntity, even, from, to);
        gaussians(stream, step + 1, firstEntity, odd, from, to);
    }

    /** The numbers of a seed, noise 1: what a run uses unless it is given others. */
    static NoiseSource of(long seed) {
        return new CounterNoise(seed);
    }

    /** The uniform number in [0, 1) of an entity of a stream under a seed; independent of the Gaussians. */
    static double uniform(long seed, long stream, long entity) {
        return Noise.uniform(seed, stream, entity);
    }
}
