package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where regions and fibres come from: exactly one of dataset, path and weights.
 *
 * @param path a folder or file, as written
 * @param weights {@code [to][from]}
 * @param lengths {@code [to][from]}, in mm
 * @param delays {@code [to][from]}, in ms
 * @param normalize as written; the default depends on what is read
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
        Optional<String> normalize,
        boolean subcortical,
        List<String> labels,
        Map<String, String> keys,
        Optional<String> orientation,
        boolean selfConnections) {

    static ConnectomeSpec read(Section section, Vocabulary vocabulary) {
        List<String> sources =
                Stream.of("dataset", "path", "weights").filter(section::has).toList();
        if (sources.size() != 1) {
            String given = sources.isEmpty() ? "none" : String.join(" and ", sources);
            section.problem("", Problem.of(section.path(), "one of dataset, path and weights", given));
        }
        if (section.has("lengths") && section.has("delays")) {
            section.problem("delays", Problem.of(section.path("delays"), "either lengths or delays", "both"));
        }
        for (String key : List.of("lengths", "delays")) {
            if (section.has(key) && !section.has("weights")) {
                section.problem(key, Problem.of(section.path(key), "weights beside " + key, "none"));
            }
        }
        Map<String, String> keys = new LinkedHashMap<>();
        Section names = section.section("keys");
        names.keys().forEach(key -> names.text(key).ifPresent(text -> keys.put(key, text)));
        ConnectomeSpec spec = new ConnectomeSpec(
                section.name("dataset", "dataset", vocabulary.datasets()),
                section.text("path"),
                matrix(section, "weights"),
                matrix(section, "lengths"),
                matrix(section, "delays"),
                section.name("normalize", "normalization", List.of("none", "max", "waytotal", "nvoxel", "region")),
                section.flag("subcortical", false),
                section.list("labels", section::text),
                keys,
                section.name("orientation", "orientation", List.of("to-from", "from-to")),
                section.flag("self_connections", false));
        section.done();
        return spec;
    }

    private static Optional<double[][]> matrix(Section section, String key) {
        return section.value(key).flatMap(value -> {
            int before = section.problems().list().size();
            List<List<Double>> rows = section.list(
                    value,
                    section.path(key),
                    (row, at) -> Optional.of(section.list(
                            row,
                            at,
                            (cell, cellAt) -> section.number(cell, cellAt)
                                    .filter(x ->
                                            x >= 0 || section.wrong(cell, cellAt, "a number that is not negative")))));
            boolean whole = section.problems().list().size() == before;
            for (int i = 0; whole && i < rows.size(); i++) {
                if (rows.get(i).size() != rows.size()) {
                    Value row = ((Value.Items) value).values().get(i);
                    section.problems()
                            .add(row.place()
                                    .mark(Problem.of(
                                            section.path(key) + "[" + i + "]",
                                            rows.size() + " values, as many as there are rows",
                                            rows.get(i).size() + " values")));
                    whole = false;
                }
            }
            return whole
                    ? Optional.of(rows.stream()
                            .map(row -> row.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray())
                            .toArray(double[][]::new))
                    : Optional.empty();
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
