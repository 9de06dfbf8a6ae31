package dev.gyrus.benchmarks;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.datasets.Datasets;
import dev.gyrus.datasets.Normalization;
import dev.gyrus.datasets.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One case of the comparison with other simulators, as {@code name=value} words; {@code peers/run.py} writes them. */
record PeerOptions(Map<String, String> values) {

    static PeerOptions parse(String[] words) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("expected name=value, given '" + word + "'");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new PeerOptions(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing: " + name);
        }
        return value;
    }

    double number(String name, double otherwise) {
        return has(name) ? Double.parseDouble(values.get(name)) : otherwise;
    }

    /** Words separated by commas; none where the name is missing. */
    List<String> list(String name) {
        return has(name) ? List.of(values.get(name).split(",")) : List.of();
    }

    /** Values whose names begin with a prefix, by the rest of their names. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** The dataset a case names by folder or by name, with subjects. */
    Dataset dataset() {
        return has("folder")
                ? Datasets.read(Path.of(text("folder")), ReadOptions.defaults().normalize(Normalization.MAX))
                : Datasets.load(text("dataset"));
    }

    /** The connectome in two CSV files, or none for a single node. */
    Optional<Connectome> connectome() throws IOException {
        if (!has("weights")) {
            return Optional.empty();
        }
        double[][] weights = matrix(Path.of(text("weights")));
        return Optional.of(
                has("lengths") ? Connectome.of(weights, matrix(Path.of(text("lengths")))) : Connectome.of(weights));
    }

    private static double[][] matrix(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(PeerOptions::numbers).toArray(double[][]::new);
        }
    }

    /** Numbers separated by commas. */
    static double[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
