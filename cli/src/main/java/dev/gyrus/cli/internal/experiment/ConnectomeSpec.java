package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where regions and fibres come from: exactly one of dataset, path and weights.
 *
 * @param path a folder or file, as written
 * @param weights {@code [to][from]}
 * @param lengths {@code [to][from]}, in mm
 * @param delays {@code [to][from]}, in ms
 * @param normalize as written; the default depends on what is read
 * @param size how many regions an inline matrix has rows for, whatever is wrong with their numbers
 * @param labels region names; empty for those of the data
 * @param keys names of the matrices inside the file
 * @param orientation {@code to-from} or {@code from-to}, where the file's format doesn't say
 */
public record ConnectomeSpec(
        Optional<String> dataset,
        Optional<String> path,
        Optional<double[][]> weights,
        Optional<double[][]> lengths,
        Optional<double[][]> delays,
        Optional<Integer> size,
        Optional<String> normalize,
        boolean subcortical,
        List<String> labels,
        Map<String, String> keys,
        Optional<String> orientation,
        boolean selfConnections) {
    private static final List<String> SOURCES = List.of("dataset", "path", "weights");

    /** The dataset of that name, if it is known, as it comes. */
    static ConnectomeSpec named(Optional<String> dataset) {
        Optional<double[][]> none = Optional.empty();
        return new ConnectomeSpec(
                dataset,
                Optional.empty(),
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Map.of(),
                Optional.empty(),
                false);
    }

    /** The same with other names of matrices. */
    public ConnectomeSpec withKeys(Map<String, String> names) {
        return new ConnectomeSpec(
                dataset,
                path,
                weights,
                lengths,
                delays,
                size,
                normalize,
                subcortical,
                labels,
                names,
                orientation,
                selfConnections);
    }

    static ConnectomeSpec read(Section section, Vocabulary vocabulary) {
        List<String> sources = SOURCES.stream().filter(section::has).toList();
        Problem oneSource = Problem.of(section.path(), "one of dataset, path and weights", "none");
        if (sources.isEmpty()) {
            section.missing(SOURCES, oneSource);
        } else if (sources.size() > 1) {
            section.problem("", Problem.of(section.path(), oneSource.expected(), String.join(" and ", sources)));
        }
        if (section.has("lengths") && section.has("delays")) {
            section.problem("delays", Problem.of(section.path("delays"), "either lengths or delays", "both"));
        }
        for (String key : List.of("lengths", "delays")) {
            if (section.has(key) && !section.has("weights") && !sources.isEmpty()) {
                section.problem(key, Problem.of(section.path(key), "weights beside " + key, "none"));
            }
        }
        if (!sources.isEmpty() && !section.has("path")) {
            onlyOfFiles(section);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        Section names = section.section("keys");
        names.keys().forEach(key -> names.text(key).ifPresent(text -> keys.put(key, text)));
        ConnectomeSpec spec = new ConnectomeSpec(
                section.name("dataset", "dataset", vocabulary.datasets()),
                section.text("path"),
                matrix(section, "weights", Optional.empty()),
                matrix(section, "lengths", rows(section)),
                matrix(section, "delays", rows(section)),
                rows(section),
                section.name("normalize", "normalization", List.of("none", "max", "waytotal", "nvoxel", "region")),
                section.flag("subcortical", false),
                section.list("labels", section::text),
                keys,
                orientation(section),
                section.flag("self_connections", false));
        section.done();
        return spec;
    }

    /** A wrong one is taken for the usual one, so that the rest can be read. */
    private static Optional<String> orientation(Section section) {
        Optional<String> known = section.name("orientation", "orientation", List.of("to-from", "from-to"));
        return known.isEmpty() && section.has("orientation") ? Optional.of("to-from") : known;
    }

    private static Optional<Integer> rows(Section section) {
        return section.value("weights")
                .filter(value -> value instanceof Value.Items items
                        && items.values().stream().allMatch(Value.Items.class::isInstance))
                .map(value -> ((Value.Items) value).values().size())
                .filter(n -> n > 0);
    }

    /** Refuses what says how to read a file where there is none. */
    private static void onlyOfFiles(Section section) {
        for (String key : List.of("subcortical", "keys", "orientation")) {
            section.value(key)
                    .filter(value -> !(value instanceof Value.Scalar scalar
                            && List.of("false", "to-from").contains(scalar.text())))
                    .ifPresent(
                            value -> section.wrong(value, section.path(key), "a connectome given by path beside it"));
        }
    }

    /** A square matrix, of so many rows if that is known. */
    private static Optional<double[][]> matrix(Section section, String key, Optional<Integer> size) {
        return section.value(key).flatMap(value -> {
            String at = section.path(key);
            if (!(value instanceof Value.Items items) || items.values().isEmpty()) {
                section.wrong(value, at, "a list of rows, [to][from]");
                return Optional.empty();
            }
            Value first = items.values().get(0);
            if (!(first instanceof Value.Items)) {
                section.wrong(first, at + "[0]", "a row, [to][from]");
                return Optional.empty();
            }
            int n = size.orElse(items.values().size());
            if (items.values().size() != n) {
                section.wrong(
                        value, at, n + " rows, as in weights", items.values().size() + " rows");
                return Optional.empty();
            }
            List<double[]> rows = section.list(value, at, (row, rowAt) -> row(section, row, rowAt, n, key));
            return rows.size() == n ? Optional.of(rows.toArray(double[][]::new)) : Optional.empty();
        });
    }

    private static Optional<double[]> row(Section section, Value value, String at, int n, String key) {
        if (!(value instanceof Value.Items items) || items.values().size() != n) {
            String given = value instanceof Value.Items items ? items.values().size() + " values" : value.shown();
            section.wrong(value, at, n + " values, as many as there are rows", given);
            return Optional.empty();
        }
        List<Double> cells = section.list(
                value,
                at,
                (cell, cellAt) -> element(section, cell, cellAt, key)
                        .filter(x -> x >= 0 || section.wrong(cell, cellAt, "a number that is not negative")));
        return cells.size() == n
                ? Optional.of(cells.stream().mapToDouble(Double::doubleValue).toArray())
                : Optional.empty();
    }

    /** A weight, a length in mm or a delay in ms. */
    private static Optional<Double> element(Section section, Value cell, String at, String key) {
        if (key.equals("weights")) {
            return section.number(cell, at);
        }
        boolean length = key.equals("lengths");
        return section.quantity(cell, at).flatMap(quantity -> {
            Optional<Double> number =
                    (length ? quantity.millimetres() : quantity.milliseconds("ms")).filter(Double::isFinite);
            if (number.isEmpty()) {
                section.wrong(cell, at, length ? "a length in mm" : "a time in ms");
            }
            return number;
        });
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        dataset.ifPresent(name -> out.put("dataset", name));
        path.ifPresent(file -> out.put("path", file));
        weights.ifPresent(matrix -> out.put("weights", matrix));
        lengths.ifPresent(matrix -> out.put("lengths", matrix));
        delays.ifPresent(matrix -> out.put("delays", matrix));
        normalize.ifPresent(name -> out.put("normalize", name));
        out.put("subcortical", subcortical);
        if (!labels.isEmpty()) {
            out.put("labels", labels);
        }
        if (!keys.isEmpty()) {
            out.put("keys", keys);
        }
        orientation.ifPresent(name -> out.put("orientation", name));
        out.put("self_connections", selfConnections);
        return out;
    }
}
