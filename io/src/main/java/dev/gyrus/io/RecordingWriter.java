package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.util.List;

/**
 * Writes a recording sample by sample as it comes, so that memory does not grow with its length.
 *
 * <p>What was appended before {@link #close()} is readable afterwards, however early that is. Not thread-safe.
 */
public interface RecordingWriter extends AutoCloseable {
    /**
     * A variable to be written.
     *
     * @param name such as {@code rates_exc}
     * @param unit such as {@code Hz}
     * @param labels one per column: region names, or 0…N−1
     */
    record Variable(String name, String unit, List<String> labels) {
        public Variable {
            labels = List.copyOf(labels);
        }

        /** The variable of a recording. */
        public static Variable of(Series series) {
            return new Variable(series.name(), series.unit(), series.labels());
        }
    }

    /**
     * Appends a sample of every variable.
     *
     * @param time in ms
     * @param values {@code values[variable][column]}, in the variables' units; may be reused after the call
     */
    void append(double time, double[]... values);

    /** Finishes the file. */
    @Override
    void close();

    /** Appends whole recordings; they must have the same sample times. */
    default void append(List<Series> recordings) {
        double[] times = recordings.get(0).times();
        for (Series series : recordings) {
            if (!java.util.Arrays.equals(times, series.times())) {
                throw GyrusException.input(
                        series.name(),
                        "the sample times of " + recordings.get(0).name(),
                        "others");
            }
        }
        double[][] row = new double[recordings.size()][];
        for (int k = 0; k < times.length; k++) {
            for (int v = 0; v < row.length; v++) {
                row[v] = recordings.get(v).row(k);
            }
            append(times[k], row);
        }
    }
}
