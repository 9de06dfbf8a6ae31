package dev.gyrus.io;

import dev.gyrus.core.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes recordings and matrices as comma-separated text.
 *
 * <p>Every number is the shortest decimal that reads back as the same double, so equal results give equal bytes.
 */
public final class CsvFiles {
    private CsvFiles() {}

    /**
     * One file {@code <variable>.csv} per variable, in a folder: header {@code t_ms,<label>,…}, one row per sample.
     */
    public static RecordingWriter recording(Path folder, List<RecordingWriter.Variable> variables) {
        List<Csv> files = new ArrayList<>();
        for (RecordingWriter.Variable variable : variables) {
            Csv csv = new Csv(folder.resolve(variable.name() + ".csv"));
            csv.header("t_ms", variable.labels());
            files.add(csv);
        }
        return new RecordingWriter() {
            @Override
            public void append(double time, double[]... values) {
                for (int v = 0; v < values.length; v++) {
                    files.get(v).row(time, values[v]);
                }
            }

            @Override
            public void close() {
                files.forEach(Csv::close);
            }
        };
    }

    /** A recording in a file of its own: header {@code t_ms,<label>,…}, one row per sample. */
    public static void write(Path file, Series series) {
        try (Csv csv = new Csv(file)) {
            csv.header("t_ms", series.labels());
            for (int k = 0; k < series.samples(); k++) {
                csv.row(series.times()[k], series.row(k));
            }
        }
    }

    /** A matrix whose rows and columns carry the same labels: header {@code region,<label>,…}. */
    public static void write(Path file, List<String> labels, double[][] matrix) {
        try (Csv csv = new Csv(file)) {
            csv.header("region", labels);
            for (int i = 0; i < matrix.length; i++) {
                csv.row(labels.get(i), matrix[i]);
            }
        }
    }

    /** A table of numbers and texts: a header, then rows. What is null, or not a number, is an empty field. */
    public static void write(Path file, List<String> header, Iterable<? extends List<?>> rows) {
        try (Csv csv = new Csv(file)) {
            csv.header(header.get(0), header.subList(1, header.size()));
            rows.forEach(csv::row);
        }
    }
}
