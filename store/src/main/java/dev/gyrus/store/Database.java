package dev.gyrus.store;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A database file; what goes wrong with it is told as errors of Gyrus. Not thread-safe. */
final class Database implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    interface Work {
        void on(Connection connection) throws SQLException;
    }

    interface Row {
        void read(ResultSet rows) throws SQLException;
    }

    /** Opens a file, or makes it; nobody else can until it is closed. */
    static Database open(Path file) {
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                Files.delete(file); // left by an opening that was killed; not valid to DuckDB
            }
            Properties settings = new Properties();
            settings.setProperty("threads", "1"); // the processors belong to the runs
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file.toAbsolutePath(), settings);
            return new Database(file, connection);
        } catch (SQLException e) {
            throw unusable(file, e);
        } catch (IOException e) {
            throw refused(file, "a file that can be written", e.toString());
        } catch (LinkageError e) { // the driver unpacks its library into the folder of temporary files
            String why = e.getCause() == null ? e.toString() : e.getCause().getMessage();
            throw new GyrusException(
                    GyrusException.Kind.RUN, List.of(Problem.of("the library of DuckDB cannot be loaded: " + why)), e);
        }
    }

    /** What DuckDB says of a file that is in use, damaged, of another program or of a newer DuckDB. */
    private static GyrusException unusable(Path file, SQLException e) {
        String message = firstLine(e);
        String given = message.contains("lock") ? "one in use" : "'" + message + "'";
        String expected = message.contains("lock") ? "a store that no other program has open" : "a store of results";
        return refused(file, expected, given);
    }

    static GyrusException refused(Path file, String expected, String given) {
        return GyrusException.input(Problem.of("", expected, given).at(file.toString(), 0));
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }

    /**
     * Does all of it or nothing. In words of SQL: {@link Connection#commit} of the driver keeps quiet about a disk that is
     * full.
     */
    void transaction(Work work) {
        try {
            say("BEGIN TRANSACTION");
            work.on(connection);
            say("COMMIT");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private GyrusException failed(SQLException e) {
        try {
            say("ROLLBACK"); // where the failure has not done so
        } catch (SQLException again) {
            e.addSuppressed(again);
        }
        String full = "No space left on device";
        String message = firstLine(e);
        Problem problem = Problem.of("", "a file that can be written", message.contains(full) ? full : message)
                .hint("what was written before is safe")
                .at(file.toString(), 0);
        return new GyrusException(GyrusException.Kind.RUN, List.of(problem), e);
    }

    void execute(String sql) {
        transaction(own -> say(sql));
    }

    void query(String sql, Row row) {
        transaction(own -> {
            try (Statement statement = own.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Path file() {
        return file;
    }
}
