package dev.gyrus.store;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.fitting.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The results of an exploration in one DuckDB file, written while runs are made.
 *
 * <pre>{@code
 * try (ResultStore store = ResultStore.create(file, header, exploration.points())) {
 *     exploration.start(backend, run -> !store.finished().get(run)).forEach(store::add);
 *     store.exportParquet(Path.of("results.parquet"));
 * }
 * }</pre>
 *
 * <p>Each {@link #add} is a transaction: whatever happens to the program, the file has all batches that were added and
 * nothing of others. While a store is open no other program can read it. Thread-safe.
 *
 * <p>M. Raasveldt and H. Mühleisen, DuckDB: an embeddable analytical database, SIGMOD 2019, doi:10.1145/3299869.3320212.
 */
public final class ResultStore implements AutoCloseable {
    private final Database database;
    private final StoreHeader header;
    private final List<Point> points;
    private final BitSet finished = new BitSet();

    private ResultStore(Database database, StoreHeader header, List<Point> points) {
        this.database = database;
        this.header = header;
        this.points = List.copyOf(points);
    }

    /**
     * Makes a store.
     *
     * @param file that is not there yet
     * @param points all of the exploration, in the order of their numbers
     * @throws GyrusException where names collide, or the file cannot be written
     */
    public static ResultStore create(Path file, StoreHeader header, List<Point> points) {
        Problems problems = new Problems();
        Schema.check(header, problems);
        problems.throwIfAny();
        if (Files.exists(file)) {
            throw Database.refused(file, "no such file", "one that is there");
        }
        Database database = Database.open(file);
        try {
            database.transaction(connection -> Headers.write(connection, header));
            return new ResultStore(database, header, points);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Opens a store to go on with it; an empty database is one that was killed when it had hardly begun.
     *
     * @throws GyrusException where it is no store, one of another experiment, or one of a newer version
     */
    public static ResultStore resume(Path file, StoreHeader header, List<Point> points) {
        if (!Files.isRegularFile(file)) {
            throw Database.refused(file, "a store of results", "no such file");
        }
        Database database = Database.open(file);
        try {
            if (Headers.isEmpty(database)) {
                database.transaction(connection -> Headers.write(connection, header));
            } else {
                Headers.check(database, header);
            }
            ResultStore store = new ResultStore(database, header, points);
            database.query("SELECT run FROM results", rows -> store.finished.set(rows.getInt(1)));
            return store;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The numbers of the runs that are in the store. */
    public synchronized BitSet finished() {
        return (BitSet) finished.clone();
    }

    /**
     * Adds outcomes: all of them, or none.
     *
     * @throws GyrusException where they cannot be written, as on a full disk; what was added before is safe
     */
    public synchronized void add(List<Outcome> outcomes) {
        database.transaction(connection -> {
            try (DuckDBAppender rows = appender(connection, "results")) {
                for (Outcome outcome : outcomes) {
                    row(rows, outcome);
                }
            }
            if (outcomes.stream().anyMatch(outcome -> !outcome.arrays().isEmpty())) {
                try (DuckDBAppender rows = appender(connection, "arrays")) {
                    for (Outcome outcome : outcomes) {
                        StoredArrays.append(rows, outcome);
                    }
                }
            }
        });
        outcomes.forEach(outcome -> finished.set(outcome.run()));
    }

    private static DuckDBAppender appender(Connection connection, String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private void row(DuckDBAppender row, Outcome outcome) throws SQLException {
        row.beginRow();
        row.append(outcome.run());
        row.append(outcome.point());
        row.append(outcome.seed());
        double[] values = points.get(outcome.point()).values();
        for (int a = 0; a < values.length; a++) {
            Axis axis = header.axes().get(a);
            if (axis.isChoice() && !Double.isNaN(values[a])) {
                row.append(axis.text(values[a]));
            } else {
                number(row, values[a]);
            }
        }
        for (double metric : outcome.metrics()) {
            number(row, metric);
        }
        row.append(outcome.status());
        if (outcome.isOk()) {
            row.appendNull();
        } else {
            row.append(outcome.failure());
        }
        row.endRow();
    }

    private static void number(DuckDBAppender row, double value) throws SQLException {
        if (Double.isNaN(value)) {
            row.appendNull();
        } else {
            row.append(value);
        }
    }

    /** All outcomes in the order of the runs, without arrays. */
    public synchronized List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        int metrics = header.metrics().size();
        String columns = "run, point, seed, reason" + (metrics == 0 ? "" : ", " + Schema.numbers(header));
        database.query("SELECT " + columns + " FROM results ORDER BY run", rows -> {
            List<Double> numbers = new ArrayList<>();
            for (int m = 0; m < metrics; m++) {
                double number = rows.getDouble(5 + m);
                numbers.add(rows.wasNull() ? Double.NaN : number);
            }
            String reason = rows.getString(4);
            outcomes.add(new Outcome(
                    rows.getInt(1), rows.getInt(2), rows.getLong(3), numbers, Map.of(), reason == null ? "" : reason));
        });
        return outcomes;
    }

    /** An array of a run: {@code [row][column]}. */
    public synchronized double[][] array(int run, String name) {
        return StoredArrays.read(database, run, name);
    }

    /** Writes the table of results as a Parquet file. */
    public void exportParquet(Path file) {
        export(file, "FORMAT parquet");
    }

    /** Writes the table of results as comma-separated text with a header. */
    public void exportCsv(Path file) {
        export(file, "FORMAT csv, HEADER");
    }

    private synchronized void export(Path file, String format) {
        String to = Schema.literal(file.toAbsolutePath().toString());
        database.execute("COPY (SELECT * FROM results ORDER BY run) TO " + to + " (" + format + ")");
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
