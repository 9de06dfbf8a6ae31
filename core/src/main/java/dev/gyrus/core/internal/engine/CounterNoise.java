package dev.gyrus.core.internal.engine;

import dev.gyrus.core.NoiseSource;
import dev.gyrus.core.internal.math.Backend;
import dev.gyrus.core.internal.math.Noise;

/** The increments of a seed: noise 1. */
public final class CounterNoise implements NoiseSource {
    private final Noise noise = Backend.get().noise();
    private final long seed;

    public CounterNoise(long seed) {
        this.seed = seed;
    }

    @Override
    public void gaussians(long stream, long step, long firstEntity, double[] out, int from, int to) {
        double[] other = new double[to];
        if (step % 2 == 0) {
            noise.gaussians(seed, stream, step >> 1, firstEntity - from, out, other, from, to);
        } else {
            noise.gaussians(seed, stream, step >> 1, firstEntity - from, other, out, from, to);
        }
    }

    @Override
    public void pair(long stream, long step, long firstEntity, double[] even, double[] odd, int from, int to) {
        noise.gaussians(seed, stream, step >> 1, firstEntity - from, even, odd, from, to);
    }
}
