package dev.gyrus.analysis;

import dev.gyrus.analysis.internal.Periodogram;
import dev.gyrus.core.GyrusException;

/**
 * {@link Welch}'s estimate for signals of one length: what does not depend on their values is done once.
 *
 * <pre>{@code
 * WelchPlan plan = Welch.standard().over(60_000, 0.1);
 * WelchPlan.Sum sum = plan.begin();
 * for (double sample : signal) {
 *     sum.add(sample);
 * }
 * double f = sum.spectrum().dominantFrequency();
 * }</pre>
 *
 * <p>Sample by sample or all at once, a signal has the same bits. Immutable and thread-safe; a sum is for one thread at a time.
 */
public final class WelchPlan {
    static final int LONGEST = 1 << 26;

    private final int n;
    private final int step;
    private final long samples;
    private final double[] weights;
    private final double[] frequencies;
    private final double norm;
    private final Periodogram periodogram;

    /** @param n the length of a segment */
    WelchPlan(Welch welch, int n, long samples, double dt) {
        this.n = n;
        this.samples = samples;
        step = n - n / 2;
        weights = welch.taper().weights(n);
        double rate = 1000 / dt;
        int kept = 0;
        while (kept <= n / 2 && kept * rate / n < welch.below()) {
            kept++;
        }
        frequencies = new double[kept];
        for (int k = 0; k < kept; k++) {
            frequencies[k] = k * rate / n;
        }
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        norm = welch.scaling() == Welch.Scaling.SPECTRUM ? sum * sum : rate * squares;
        periodogram = Periodogram.of(n, kept);
    }

    /**
     * Of a whole signal.
     *
     * @throws GyrusException for another number of samples than planned, or one that is not finite
     */
    public Spectrum of(double[] signal) {
        Sum sum = begin();
        sum.add(signal, 0, signal.length);
        return sum.spectrum();
    }

    /** Begins a signal. */
    public Sum begin() {
        return new Sum();
    }

    /** A signal that comes sample by sample; one and a half segments of it are kept. */
    public final class Sum {
        private final double[] kept = new double[(int) Math.min(n + step, samples)];
        private final double[] power = new double[frequencies.length];
        private int filled;
        private long taken;
        private long segments;
        private boolean finite = true;

        private Sum() {}

        /** @throws GyrusException for one sample more than planned */
        public void add(double sample) {
            add(new double[] {sample}, 0, 1);
        }

        /** Takes the samples {@code from … to − 1} of an array. */
        public void add(double[] signal, int from, int to) {
            if (to - from > samples - taken) {
                throw GyrusException.input("spectrum", samples + " samples", "more");
            }
            for (int k = from; k < to; k++) {
                finite &= Double.isFinite(signal[k]);
            }
            for (int k = from; k < to; ) {
                int length = Math.min(to - k, kept.length - filled);
                System.arraycopy(signal, k, kept, filled, length);
                k += length;
                filled += length;
                taken += length;
                addSegments();
            }
        }

        private void addSegments() {
            if (filled == n + step) {
                periodogram.add(tapered(0), tapered(step), power);
                segments += 2;
                filled = n - step;
                System.arraycopy(kept, 2 * step, kept, 0, filled);
            } else if (taken == samples && filled >= n) {
                periodogram.add(tapered(0), power);
                segments++;
            }
        }

        /** @throws GyrusException for fewer samples than planned, or one that is not finite */
        public Spectrum spectrum() {
            if (!finite) {
                throw GyrusException.input("spectrum", "finite samples", "NaN or an infinite one");
            }
            if (taken < samples) {
                throw GyrusException.input("spectrum", samples + " samples", String.valueOf(taken));
            }
            double[] out = new double[power.length];
            for (int k = 0; k < out.length; k++) {
                boolean alone = k == 0 || 2 * k == n;
                out[k] = (alone ? 1 : 2) * power[k] / (segments * norm);
            }
            return new Spectrum(frequencies, out);
        }

        /** A segment less its mean, times the weights. */
        private double[] tapered(int start) {
            // From the first sample on, so that a constant loses its mean exactly.
            double mean = 0;
            for (int k = 0; k < n; k++) {
                mean += (kept[start + k] - kept[start]) / n;
            }
            mean += kept[start];
            double[] out = new double[n];
            for (int k = 0; k < n; k++) {
                out[k] = (kept[start + k] - mean) * weights[k];
            }
            return out;
        }
    }
}
