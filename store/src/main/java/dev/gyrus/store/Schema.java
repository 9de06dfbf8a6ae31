package dev.gyrus.store;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.Axis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of a store, in SQL.
 *
 * <p>{@code results} has a row per run: {@code run, point, seed}, the parameters, the metrics, {@code status, reason}. {@code
 * arrays} has what is kept of runs beside numbers: {@code data} row by row, in chunks that follow one another. {@code
 * experiment} and {@code facts} say what was run and by which versions, {@code columns} what the columns of results are.
 */
final class Schema {
    /** Raised whenever a reader of the former version would misread a store. */
    static final int VERSION = 1;

    static final String VERSION_KEY = "schema_version";

    /** Columns before the parameters. */
    static final List<String> FIRST = List.of("run", "point", "seed");

    /** Columns behind the metrics. */
    static final List<String> LAST = List.of("status", "reason");

    private Schema() {}

    static List<String> statements(StoreHeader header) {
        List<String> columns = new ArrayList<>(List.of("run INTEGER PRIMARY KEY", "point INTEGER", "seed BIGINT"));
        for (Axis axis : header.axes()) {
            columns.add(quoted(axis.name()) + (axis.isChoice() ? " VARCHAR" : " DOUBLE"));
        }
        header.metrics().forEach(metric -> columns.add(quoted(metric) + " DOUBLE"));
        columns.addAll(List.of("status VARCHAR", "reason VARCHAR"));
        return List.of(
                "CREATE TABLE facts (name VARCHAR, value VARCHAR)",
                "CREATE TABLE experiment (key VARCHAR, value VARCHAR)",
                "CREATE TABLE columns (position INTEGER, name VARCHAR, kind VARCHAR, scale VARCHAR)",
                "CREATE TABLE results (" + String.join(", ", columns) + ")",
                "CREATE TABLE arrays (run INTEGER, name VARCHAR, height INTEGER, width INTEGER, chunk INTEGER,"
                        + " data DOUBLE[])");
    }

    /** The columns of parameters and metrics, in SQL. */
    static String numbers(StoreHeader header) {
        List<String> names = new ArrayList<>();
        header.metrics().forEach(name -> names.add(quoted(name)));
        return String.join(", ", names);
    }

    /** Adds a problem for each name that another column has already: SQL does not tell upper from lower case. */
    static void check(StoreHeader header, Problems problems) {
        Map<String, String> taken = new HashMap<>();
        FIRST.forEach(name -> taken.put(name, name));
        LAST.forEach(name -> taken.put(name, name));
        List<String> names =
                new ArrayList<>(header.axes().stream().map(Axis::name).toList());
        names.addAll(header.metrics());
        for (String name : names) {
            String other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                problems.add(
                        Problem.of(name, "a name that no other column of the results has", "one like '" + other + "'"));
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text in SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
