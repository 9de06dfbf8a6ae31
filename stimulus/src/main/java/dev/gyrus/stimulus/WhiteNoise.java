package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;

/**
 * Independent Gaussian values, one per interval.
 *
 * <p>As the input of a leaky state it stands for white noise of intensity sigma = deviation·√interval. Thread-safe.
 *
 * @param mean in the unit of the input it feeds
 * @param deviation standard deviation, in the unit of the input
 * @param interval how long a value is held, in ms
 * @param seed of the path
 * @param channel which of the independent paths of a seed
 */
public record WhiteNoise(double mean, double deviation, double interval, long seed, int channel)
        implements HeldSignal<WhiteNoise> {

    public WhiteNoise {
        Problems problems = new Problems();
        Check.finite(problems, "white-noise.mean", mean);
        Check.notNegative(problems, "white-noise.deviation", deviation);
        Draws.check(problems, "white-noise", channel, interval);
        problems.throwIfAny();
    }

    /** Of mean 0, values every 0.1 ms, seed 0. */
    public static WhiteNoise of(double deviation) {
        return new WhiteNoise(0, deviation, 0.1, 0, 0);
    }

    @Override
    public WhiteNoise withSeed(long seed) {
        return new WhiteNoise(mean, deviation, interval, seed, channel);
    }

    @Override
    public WhiteNoise withChannel(int channel) {
        return new WhiteNoise(mean, deviation, interval, seed, channel);
    }

    @Override
    public WhiteNoise withInterval(double interval) {
        return new WhiteNoise(mean, deviation, interval, seed, channel);
    }

    @Override
    public void stretch(long first, double[] out) {
        Draws.of(Draws.Kind.WHITE, 0, this).gaussians(first, out);
        for (int k = 0; k < out.length; k++) {
            out[k] = mean + deviation * out[k];
        }
    }
}
