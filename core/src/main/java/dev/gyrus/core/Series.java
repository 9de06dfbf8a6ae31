package dev.gyrus.core;

import java.util.Arrays;
import java.util.List;

/**
 * A labelled recording of one variable: {@code values[sample][column]} at {@code times[sample]}.
 *
 * <p>The arrays are handed over, not copied: treat them as read-only.
 *
 * @param name the variable, such as {@code rates_exc}
 * @param unit its unit, such as {@code Hz}
 * @param times sample times in ms, ascending
 * @param labels one label per column: region names, or 0…N−1
 * @param values samples × columns, in {@code unit}
 */
public record Series(String name, String unit, double[] times, List<String> labels, double[][] values) {

    public Series {
        labels = List.copyOf(labels);
        if (times.length != values.length) {
            throw GyrusException.input(name, "one time per sample (" + values.length + ")", times.length + " times");
        }
        for (double[] row : values) {
            if (row.length != labels.size()) {
                throw GyrusException.input(name, labels.size() + " columns, one per label", row.length + " columns");
            }
        }
    }

    public int samples() {
        return times.length;
    }

    public int columns() {
        return labels.size();
    }

    /** A copy of one column over time. */
    public double[] column(int column) {
        double[] out = new double[samples()];
        for (int k = 0; k < out.length; k++) {
            out[k] = values[k][column];
        }
        return out;
    }

    /** The mean over all samples and columns. */
    public double mean() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).average().orElse(Double.NaN);
    }

    /** The samples at or after a time, in ms. */
    public Series from(double time) {
        int first = 0;
        while (first < times.length && times[first] < time) {
            first++;
        }
        return new Series(
                name,
                unit,
                Arrays.copyOfRange(times, first, times.length),
                labels,
                Arrays.copyOfRange(values, first, values.length));
    }
}
