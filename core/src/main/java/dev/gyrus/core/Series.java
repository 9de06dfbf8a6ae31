package dev.gyrus.core;

import java.util.Arrays;
import java.util.List;

/**
 * A labelled recording of one variable: {@code values[sample][column]} at {@code times[sample]}.
 *
 * <p>Numbers are stored in 64 bits, or in 32 if they were {@linkplain Recorder#asFloat recorded so}; they are read as
 * doubles in both cases. The arrays are handed over, not copied: treat them as read-only.
 */
public final class Series {
    private final String name;
    private final String unit;
    private final double[] times;
    private final List<String> labels;
    private final double[][] doubles;
    private final float[][] floats;

    /**
     * In double precision.
     *
     * @param name the variable, such as {@code rates_exc}
     * @param unit its unit, such as {@code Hz}
     * @param times sample times in ms, ascending
     * @param labels one label per column: region names, or 0…N−1
     * @param values samples × columns, in {@code unit}
     */
    public Series(String name, String unit, double[] times, List<String> labels, double[][] values) {
        this(name, unit, times, labels, values, null);
        for (double[] row : values) {
            requireColumns(row.length);
        }
    }

    private Series(
            String name, String unit, double[] times, List<String> labels, double[][] doubles, float[][] floats) {
        this.name = name;
        this.unit = unit;
        this.times = times;
        this.labels = List.copyOf(labels);
        this.doubles = doubles;
        this.floats = floats;
        int rows = doubles == null ? floats.length : doubles.length;
        if (times.length != rows) {
            throw GyrusException.input(name, "one time per sample (" + rows + ")", times.length + " times");
        }
    }

    /** In single precision; as for doubles otherwise. */
    public static Series ofFloats(String name, String unit, double[] times, List<String> labels, float[][] values) {
        Series series = new Series(name, unit, times, labels, null, values);
        for (float[] row : values) {
            series.requireColumns(row.length);
        }
        return series;
    }

    private void requireColumns(int given) {
        if (given != labels.size()) {
            throw GyrusException.input(name, labels.size() + " columns, one per label", given + " columns");
        }
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    /** Sample times in ms, ascending. */
    public double[] times() {
        return times;
    }

    /** One label per column. */
    public List<String> labels() {
        return labels;
    }

    /** Samples × columns; of a recording in single precision a copy, so {@link #row} is the way to go through it. */
    public double[][] values() {
        if (doubles != null) {
            return doubles;
        }
        double[][] out = new double[floats.length][];
        for (int k = 0; k < out.length; k++) {
            out[k] = row(k);
        }
        return out;
    }

    /** One sample, a value per column. */
    public double[] row(int sample) {
        if (doubles != null) {
            return doubles[sample];
        }
        double[] out = new double[labels.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = floats[sample][i];
        }
        return out;
    }

    /** Whether numbers are stored in 32 bits. */
    public boolean isSingle() {
        return floats != null;
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
            out[k] = doubles == null ? floats[k][column] : doubles[k][column];
        }
        return out;
    }

    /** The mean over all samples and columns. */
    public double mean() {
        double sum = 0;
        for (int k = 0; k < samples(); k++) {
            sum += Arrays.stream(row(k)).sum();
        }
        return sum / ((double) samples() * columns());
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
                doubles == null ? null : Arrays.copyOfRange(doubles, first, doubles.length),
                floats == null ? null : Arrays.copyOfRange(floats, first, floats.length));
    }

    @Override
    public String toString() {
        return name + " in " + unit + ", " + samples() + " samples of " + columns() + " columns";
    }
}
