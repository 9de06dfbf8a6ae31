package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import java.util.Arrays;

/**
 * Gaussian noise with a power spectrum ∝ 1/f^exponent between two frequencies, flat below and ∝ 1/f² above: pink noise for
 * exponent 1.
 *
 * <p>It is a sum of stationary Ornstein–Uhlenbeck processes with time constants τᵢ two octaves apart and variances
 * ∝ τᵢ^(exponent − 1): the integral of τ^exponent/(1 + (2πfτ)²) over log τ is ∝ f^(−exponent), and a sum over two octaves has
 * a ripple of 0.3 % (J. Bernamont, Proc. Phys. Soc. 49, 138, 1937, doi:10.1088/0959-5309/49/4S/316, for the idea). The outermost
 * processes, beyond eight times the band on either side, also stand for all that would follow them; within the band the
 * spectrum is 1/f^exponent within 3 %. {@link #correlation} and {@link #spectrum} are exact. Thread-safe.
 *
 * @param mean in the unit of the input it feeds
 * @param deviation standard deviation, in the unit of the input
 * @param exponent above 0 (white) and below 2 (Brownian)
 * @param low lower end of the band, in Hz
 * @param high upper end of the band, in Hz
 * @param interval how long a value is held, in ms; at most half a cycle of {@code high}
 * @param seed of the path
 * @param channel which of the independent paths of a seed
 */
public record ColouredNoise(
        double mean,
        double deviation,
        double exponent,
        double low,
        double high,
        double interval,
        long seed,
        int channel)
        implements HeldSignal<ColouredNoise> {
    private static final double RATIO = 4;
    private static final double MARGIN = 8;

    public ColouredNoise {
        Problems problems = new Problems();
        Check.finite(problems, "coloured-noise.mean", mean);
        Check.notNegative(problems, "coloured-noise.deviation", deviation);
        problems.require(
                exponent > 0 && exponent < 2,
                "coloured-noise.exponent",
                "a number between 0 and 2, both excluded",
                exponent);
        problems.require(low >= 1e-6, "coloured-noise.low", "a frequency in Hz, at least 0.000001", low);
        problems.require(!(high <= low), "coloured-noise.high", "a frequency above " + low + " Hz", high);
        Draws.check(problems, "coloured-noise", channel, interval);
        problems.require(
                !(interval > 0) || high <= 500 / interval,
                "coloured-noise.high",
                "a frequency in Hz up to half of one per interval, " + 500 / interval,
                high);
        problems.throwIfAny();
    }

    /** Of mean 0, values every 0.1 ms, seed 0. */
    public static ColouredNoise of(double deviation, double exponent, double low, double high) {
        return new ColouredNoise(0, deviation, exponent, low, high, 0.1, 0, 0);
    }

    @Override
    public ColouredNoise withSeed(long seed) {
        return new ColouredNoise(mean, deviation, exponent, low, high, interval, seed, channel);
    }

    @Override
    public ColouredNoise withChannel(int channel) {
        return new ColouredNoise(mean, deviation, exponent, low, high, interval, seed, channel);
    }

    @Override
    public ColouredNoise withInterval(double interval) {
        return new ColouredNoise(mean, deviation, exponent, low, high, interval, seed, channel);
    }

    /**
     * The correlation of two values at multiples of the interval.
     *
     * @param lag in ms
     */
    public double correlation(double lag) {
        double[] taus = taus();
        double[] variances = variances(taus);
        double sum = 0;
        for (int i = 0; i < taus.length; i++) {
            sum += variances[i] * StrictMath.exp(-Math.abs(lag) / taus[i]);
        }
        return sum;
    }

    /**
     * The one-sided power spectral density of the process before it is held; its integral is the variance.
     *
     * @param frequency in Hz
     * @return in squared units of the input per Hz
     */
    public double spectrum(double frequency) {
        double[] taus = taus();
        double[] variances = variances(taus);
        double sum = 0;
        for (int i = 0; i < taus.length; i++) {
            double seconds = taus[i] / 1000;
            double turn = 2 * Math.PI * frequency * seconds;
            sum += variances[i] * 4 * seconds / (1 + turn * turn);
        }
        return deviation * deviation * sum;
    }

    @Override
    public void stretch(long first, double[] out) {
        double[] taus = taus();
        double[] variances = variances(taus);
        Arrays.fill(out, mean);
        for (int i = 0; i < taus.length; i++) {
            Draws draws = Draws.of(Draws.Kind.COLOURED, i, this);
            StationaryPath.of(deviation * Math.sqrt(variances[i]), taus[i] / interval, draws)
                    .add(first, out);
        }
    }

    /** Time constants in ms, from short to long. */
    private double[] taus() {
        double shortest = 1000 / (2 * Math.PI * high * MARGIN);
        double span = high / low * MARGIN * MARGIN;
        int count = 1;
        while (Math.scalb(1, 2 * (count - 1)) < span) {
            count++;
        }
        double[] taus = new double[count];
        Arrays.setAll(taus, i -> Math.scalb(shortest, 2 * i));
        return taus;
    }

    /** Shares of the variance, of sum 1. */
    private double[] variances(double[] taus) {
        double[] variances = new double[taus.length];
        int last = taus.length - 1;
        for (int i = 0; i <= last; i++) {
            variances[i] = StrictMath.pow(taus[i] / taus[0], exponent - 1);
        }
        // Shorter ones would be flat at the frequencies of the band, ∝ Σ τ^exponent; longer ones ∝ f⁻², ∝ Σ τ^(exponent
        // − 2).
        variances[0] /= 1 - StrictMath.pow(RATIO, -exponent);
        variances[last] /= 1 - StrictMath.pow(RATIO, exponent - 2);
        double total = Arrays.stream(variances).sum();
        Arrays.setAll(variances, i -> variances[i] / total);
        return variances;
    }
}
