package dev.gyrus.stimulus;

import dev.gyrus.core.NoiseSource;
import dev.gyrus.core.Problems;

/**
 * The random numbers of one path: the Gaussian of a place k is noise 1 of key (seed, stream) at step {@code channel} and
 * entity k, whose streams lie above those of models and initial values.
 */
final class Draws {
    private static final long STREAMS = 1L << 62;

    /** Kinds of signals, so that two of them with one seed are independent. */
    enum Kind {
        ORNSTEIN_UHLENBECK,
        WIENER,
        WHITE,
        COLOURED,
        POISSON
    }

    private final NoiseSource noise;
    private final long seed;
    private final long stream;
    private final int channel;

    private Draws(long seed, long stream, int channel) {
        this.noise = NoiseSource.of(seed);
        this.seed = seed;
        this.stream = stream;
        this.channel = channel;
    }

    /** @param component from 0, where a signal needs several independent paths */
    static Draws of(Kind kind, int component, RandomSignal<?> signal) {
        long stream = STREAMS + ((long) kind.ordinal() << 48) + ((long) component << 32);
        return new Draws(signal.seed(), stream, signal.channel());
    }

    static void check(Problems problems, String kind, int channel) {
        problems.require(channel >= 0, kind + ".channel", "a number from 0", channel);
    }

    static void check(Problems problems, String kind, int channel, double interval) {
        check(problems, kind, channel);
        problems.require(
                Double.isFinite(interval) && interval >= 1e-5,
                kind + ".interval",
                "a number of ms, at least 0.00001",
                interval);
    }

    double gaussian(long k) {
        double[] out = new double[1];
        noise.gaussians(stream, channel, k, out, 0, 1);
        return out[0];
    }

    /** The Gaussians of {@code first, first + 1, …}. */
    void gaussians(long first, double[] out) {
        noise.gaussians(stream, channel, first, out, 0, out.length);
    }

    /** The uniform number in [0, 1) of a place. */
    double uniform(long k) {
        return NoiseSource.uniform(seed, stream + channel, k);
    }
}
