package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import java.util.Arrays;

/**
 * The stationary Ornstein–Uhlenbeck process {@code dx = (mean − x)/tau dt + sigma dW}, exact at multiples of the interval.
 *
 * <p>Its values are Gaussian with the given mean and standard deviation sigma·√(tau/2) at all times (also at t = 0), and their
 * correlation over a lag is exp(−lag/tau). Thread-safe.
 *
 * <pre>{@code OrnsteinUhlenbeck.of(0, 0.1, 5).withSeed(7)}</pre>
 *
 * @param mean in the unit of the input it feeds
 * @param deviation stationary standard deviation, in the unit of the input
 * @param tau correlation time, in ms
 * @param interval how long a value is held, in ms
 * @param seed of the path
 * @param channel which of the independent paths of a seed
 */
public record OrnsteinUhlenbeck(double mean, double deviation, double tau, double interval, long seed, int channel)
        implements HeldSignal<OrnsteinUhlenbeck> {

    public OrnsteinUhlenbeck {
        Problems problems = new Problems();
        Check.finite(problems, "ornstein-uhlenbeck.mean", mean);
        Check.notNegative(problems, "ornstein-uhlenbeck.deviation", deviation);
        Check.length(problems, "ornstein-uhlenbeck.tau", tau);
        Draws.check(problems, "ornstein-uhlenbeck", channel, interval);
        problems.require(
                !(tau > StationaryPath.LONGEST * interval), "ornstein-uhlenbeck.tau", "at most 10¹² intervals", tau);
        problems.throwIfAny();
    }

    /** Values every 0.1 ms, seed 0. */
    public static OrnsteinUhlenbeck of(double mean, double deviation, double tau) {
        return new OrnsteinUhlenbeck(mean, deviation, tau, 0.1, 0, 0);
    }

    /** The process of a noise intensity sigma, in the unit of the input per √ms, as models declare it. */
    public static OrnsteinUhlenbeck ofIntensity(double mean, double sigma, double tau) {
        return of(mean, sigma * Math.sqrt(tau / 2), tau);
    }

    @Override
    public OrnsteinUhlenbeck withSeed(long seed) {
        return new OrnsteinUhlenbeck(mean, deviation, tau, interval, seed, channel);
    }

    @Override
    public OrnsteinUhlenbeck withChannel(int channel) {
        return new OrnsteinUhlenbeck(mean, deviation, tau, interval, seed, channel);
    }

    @Override
    public OrnsteinUhlenbeck withInterval(double interval) {
        return new OrnsteinUhlenbeck(mean, deviation, tau, interval, seed, channel);
    }

    @Override
    public void stretch(long first, double[] out) {
        Arrays.fill(out, mean);
        StationaryPath.of(deviation, tau / interval, Draws.of(Draws.Kind.ORNSTEIN_UHLENBECK, 0, this))
                .add(first, out);
    }
}
