package dev.gyrus.cli.internal.run;

import dev.gyrus.fitting.Axis;
import dev.gyrus.io.Json;
import dev.gyrus.store.StoreHeader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store says about the exploration whose results it keeps. */
final class ExploreHeader {
    private final Prepared prepared;
    private final List<Axis> axes;
    private final int replicates;
    private final List<String> metrics;

    ExploreHeader(Prepared prepared, List<Axis> axes, int replicates, List<String> metrics) {
        this.prepared = prepared;
        this.axes = axes;
        this.replicates = replicates;
        this.metrics = metrics;
    }

    StoreHeader of() {
        Map<String, Object> written = new LinkedHashMap<>(new CompleteExperiment(prepared, List.of()).written());
        written.remove("output");
        written.put("noise_version", Report.NOISE_VERSION);
        TreeMap<String, String> keys = new TreeMap<>();
        flatten("", written, keys);
        keys.remove("simulation.threads");
        keys.remove("explore.formats");
        keys.keySet().removeIf(key -> key.startsWith("evolve."));
        Map<String, String> facts = Map.of(
                "gyrus",
                Report.version(),
                "java",
                System.getProperty("java.version"),
                "begun",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "seed",
                String.valueOf(prepared.experiment().simulation().seed()));
        return new StoreHeader(keys, facts, axes, replicates, metrics);
    }

    /** Mappings by the paths of their keys, everything else as one line of JSON. */
    private static void flatten(String path, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> flatten(path.isEmpty() ? "" + key : path + "." + key, inner, into));
        } else {
            into.put(path, Json.text(value).replaceAll("\\s*\\R\\s*", " "));
        }
    }
}
