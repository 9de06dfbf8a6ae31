package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What spike trains tell: how regular they are, how alike, how often. Times are in ms, rates in Hz. */
public final class SpikeStatistics {

    private SpikeStatistics() {}

    /** The intervals between successive spikes of a train. */
    public static double[] intervals(double[] train) {
        double[] intervals = new double[Math.max(0, train.length - 1)];
        Arrays.setAll(intervals, k -> train[k + 1] - train[k]);
        return intervals;
    }

    /** The coefficient of variation of intervals: standard deviation (of the population, 1/n) over mean; NaN for none. */
    public static double cv(double[] intervals) {
        double mean = Arrays.stream(intervals).average().orElse(Double.NaN);
        double square = Arrays.stream(intervals)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(square) / mean;
    }

    /**
     * The mean of 2|I₂ − I₁|/(I₂ + I₁) over pairs of successive intervals, which slow changes of the rate leave alone; NaN for
     * fewer than two. G. R. Holt, W. R. Softky, C. Koch, R. J. Douglas, J. Neurophysiol. 75, 1996, doi:10.1152/jn.1996.75.5.1806.
     */
    public static double cv2(double[] intervals) {
        double sum = 0;
        for (int k = 1; k < intervals.length; k++) {
            sum += 2 * Math.abs(intervals[k] - intervals[k - 1]) / (intervals[k] + intervals[k - 1]);
        }
        return sum / (intervals.length - 1);
    }

    /** The mean CV over the neurons that have more than so many intervals; NaN where there is none. */
    public static double meanCv(Spikes spikes, int moreThan) {
        return mean(spikes, moreThan, SpikeStatistics::cv);
    }

    /** The mean CV2 over the neurons that have more than so many intervals; NaN where there is none. */
    public static double meanCv2(Spikes spikes, int moreThan) {
        return mean(spikes, moreThan, SpikeStatistics::cv2);
    }

    private static double mean(Spikes spikes, int moreThan, ToDoubleFunction<double[]> statistic) {
        return Arrays.stream(spikes.trains())
                .map(SpikeStatistics::intervals)
                .filter(intervals -> intervals.length > Math.max(1, moreThan))
                .mapToDouble(statistic)
                .average()
                .orElse(Double.NaN);
    }

    /** How many intervals of all neurons fall into each bin: bin b counts those in [b·width, (b + 1)·width). */
    public static int[] intervalHistogram(Spikes spikes, double width, int bins) {
        positive("histogram.width", width);
        int[] counts = new int[bins];
        for (double[] train : spikes.trains()) {
            for (double interval : intervals(train)) {
                int bin = (int) (interval / width);
                if (bin < bins) {
                    counts[bin]++;
                }
            }
        }
        return counts;
    }

    /**
     * The mean over all pairs of neurons of the correlation of their spike counts in bins.
     *
     * <p>Neurons without spikes are left out. As Σ_{i≠j} ρ_ij = Var(Σ z_i) − n for counts z standardised to variance one, it
     * takes one pass and no pairs.
     */
    public static double meanCorrelation(Spikes spikes, double bin) {
        positive("correlation.bin", bin);
        int bins = (int) Math.floor((spikes.to() - spikes.from()) / bin + 1e-9);
        double[] sum = new double[bins];
        int n = 0;
        for (double[] train : spikes.trains()) {
            double[] counts = counts(train, spikes.from(), bin, bins);
            double mean = Arrays.stream(counts).average().orElse(0);
            double variance = Arrays.stream(counts)
                    .map(c -> (c - mean) * (c - mean))
                    .average()
                    .orElse(0);
            if (variance > 0) {
                double deviation = Math.sqrt(variance);
                for (int b = 0; b < bins; b++) {
                    sum[b] += (counts[b] - mean) / deviation;
                }
                n++;
            }
        }
        if (n < 2) {
            return Double.NaN;
        }
        double variance = Arrays.stream(sum).map(s -> s * s).average().orElse(0);
        return (variance - n) / ((double) n * (n - 1));
    }

    private static double[] counts(double[] train, double from, double bin, int bins) {
        double[] counts = new double[bins];
        for (double time : train) {
            // A spike belongs to the step that ends at its time: (from, from + bin] is the first bin.
            int b = (int) Math.ceil((time - from) / bin - 1e-9) - 1;
            if (b >= 0 && b < bins) {
                counts[b]++;
            }
        }
        return counts;
    }

    private static void positive(String key, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw GyrusException.input(key, "a positive number of ms", String.valueOf(value));
        }
    }
}
