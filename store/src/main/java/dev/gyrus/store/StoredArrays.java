package dev.gyrus.store;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** The table of arrays: each row by row, in chunks that follow one another. */
final class StoredArrays {
    /** So many numbers stand in one row of the table. */
    private static final int CHUNK = 1 << 16;

    private StoredArrays() {}

    /** Appends all arrays of an outcome. */
    static void append(DuckDBAppender row, Outcome outcome) throws SQLException {
        for (Map.Entry<String, double[][]> array : outcome.arrays().entrySet()) {
            double[] data = Arrays.stream(array.getValue())
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            int height = array.getValue().length;
            for (int from = 0; from < Math.max(1, data.length); from += CHUNK) {
                row.beginRow();
                row.append(outcome.run());
                row.append(array.getKey());
                row.append(height);
                row.append(height == 0 ? 0 : data.length / height);
                row.append(from / CHUNK);
                row.append(Arrays.copyOfRange(data, from, Math.min(data.length, from + CHUNK)));
                row.endRow();
            }
        }
    }

    /** An array of a run: {@code [row][column]}. */
    static double[][] read(Database database, int run, String name) {
        List<double[]> chunks = new ArrayList<>();
        int[] shape = {-1, 0};
        String where = " WHERE run = " + run + " AND name = " + Schema.literal(name) + " ORDER BY chunk";
        database.query("SELECT height, width, data FROM arrays" + where, rows -> {
            shape[0] = rows.getInt(1);
            shape[1] = rows.getInt(2);
            chunks.add(doubles(rows, 3));
        });
        if (shape[0] < 0) {
            throw GyrusException.input("arrays", "an array that the store has", "'" + name + "' of run " + run);
        }
        double[] data = chunks.stream().flatMapToDouble(Arrays::stream).toArray();
        double[][] array = new double[shape[0]][];
        Arrays.setAll(array, i -> Arrays.copyOfRange(data, i * shape[1], (i + 1) * shape[1]));
        return array;
    }

    private static double[] doubles(ResultSet rows, int column) throws SQLException {
        Object[] values = (Object[]) rows.getArray(column).getArray();
        return Arrays.stream(values).mapToDouble(value -> (Double) value).toArray();
    }
}
