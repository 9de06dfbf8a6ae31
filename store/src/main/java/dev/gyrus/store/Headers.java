package dev.gyrus.store;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.Axis;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes what the runs of a store have in common, and tells whether a store is of the same. */
final class Headers {
    /** So many differences are told. */
    private static final int TOLD = 5;

    private Headers() {}

    static void write(Connection connection, StoreHeader header) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : Schema.statements(header)) {
                statement.execute(sql);
            }
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(Schema.VERSION_KEY, String.valueOf(Schema.VERSION));
        facts.putAll(new TreeMap<>(header.facts()));
        insert(connection, "facts", facts);
        insert(connection, "experiment", header.experiment());
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO columns VALUES (?, ?, ?, ?)")) {
            int position = 0;
            for (Axis axis : header.axes()) {
                String scale = axis.isChoice() ? "choice" : axis.scale().name().toLowerCase(Locale.ROOT);
                column(row, position++, axis.name(), "parameter", scale);
            }
            for (String metric : header.metrics()) {
                column(row, position++, metric, "metric", "");
            }
        }
    }

    private static void column(PreparedStatement row, int position, String name, String kind, String scale)
            throws SQLException {
        row.setInt(1, position);
        row.setString(2, name);
        row.setString(3, kind);
        row.setString(4, scale);
        row.execute();
    }

    private static void insert(Connection connection, String table, Map<String, String> values) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            for (Map.Entry<String, String> entry : values.entrySet()) {
                row.setString(1, entry.getKey());
                row.setString(2, entry.getValue());
                row.execute();
            }
        }
    }

    /** Whether there is nothing at all in it. */
    static boolean isEmpty(Database database) {
        return count(database, "SELECT count(*) FROM information_schema.tables") == 0;
    }

    private static int count(Database database, String sql) {
        int[] count = {0};
        database.query(sql, rows -> count[0] = rows.getInt(1));
        return count[0];
    }

    /** Throws unless the store is one that this version reads, and of the same experiment. */
    static void check(Database database, StoreHeader header) {
        Map<String, String> facts = read(database, "facts");
        String version = facts.getOrDefault(Schema.VERSION_KEY, "");
        if (!version.matches("[0-9]{1,9}")) {
            throw Database.refused(database.file(), "a store of results of Gyrus", "another database");
        }
        if (Integer.parseInt(version) > Schema.VERSION) {
            throw Database.refused(
                    database.file(),
                    "a store of version " + Schema.VERSION + " or earlier",
                    "version " + version + ", of Gyrus " + facts.getOrDefault("gyrus", "unknown"));
        }
        differences(read(database, "experiment"), header.experiment(), database);
    }

    private static Map<String, String> read(Database database, String table) {
        Map<String, String> values = new TreeMap<>();
        String exists = "SELECT count(*) FROM information_schema.tables WHERE table_name = " + Schema.literal(table);
        if (count(database, exists) > 0) {
            database.query("SELECT * FROM " + table, rows -> values.put(rows.getString(1), rows.getString(2)));
        }
        return values;
    }

    private static void differences(Map<String, String> stored, Map<String, String> now, Database database) {
        SortedSet<String> keys = new TreeSet<>(stored.keySet());
        keys.addAll(now.keySet());
        Problems problems = new Problems();
        keys.stream()
                .filter(key -> !stored.getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                .limit(TOLD)
                .forEach(key -> problems.add(
                        Problem.of(key, "the experiment of the store, " + shown(stored.get(key)), shown(now.get(key)))
                                .at(database.file().toString(), 0)));
        if (!problems.isEmpty()) {
            throw new GyrusException(GyrusException.Kind.INPUT, problems.list(), null);
        }
    }

    private static String shown(String value) {
        if (value == null) {
            return "nothing";
        }
        return "'" + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + "'";
    }
}
