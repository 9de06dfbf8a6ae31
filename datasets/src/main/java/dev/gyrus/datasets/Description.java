package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.io.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code dataset.json} beside the data says about them; every key is optional.
 *
 * <pre>{@code
 * {"description": "REST1, left to right", "repetition_time": 720, "labels": ["A", "B"],
 *  "keys": {"weights": "sc"}, "orientation": "to-from"}
 * }</pre>
 *
 * @param repetitionTime in ms
 */
record Description(
        Optional<String> text,
        Optional<Double> repetitionTime,
        List<String> labels,
        Map<String, String> keys,
        Optional<Orientation> orientation) {

    private static final List<String> KEYS = List.of("description", "repetition_time", "labels", "keys", "orientation");

    /** The description in a folder; an empty one if there is none. */
    static Description of(Path folder) {
        Path file = folder.resolve("dataset.json");
        if (!Files.exists(file)) {
            return new Description(Optional.empty(), Optional.empty(), List.of(), Map.of(), Optional.empty());
        }
        Problems problems = new Problems();
        if (!(Json.read(file) instanceof Map<?, ?> map)) {
            throw GyrusException.input(
                    Problem.of("", "an object: {…}", "something else").at(file.toString(), 0));
        }
        for (Object key : map.keySet()) {
            if (!KEYS.contains(key)) {
                problems.add(Problem.unknown(key.toString(), "key", key.toString(), KEYS)
                        .at(file.toString(), 0));
            }
        }
        Reader reader = new Reader(file.toString(), map, problems);
        Description description = new Description(
                reader.value("description", String.class, "text"),
                reader.repetitionTime(),
                reader.labels(),
                reader.keys(),
                reader.orientation());
        problems.throwIfAny();
        return description;
    }

    private record Reader(String file, Map<?, ?> map, Problems problems) {
        <T> Optional<T> value(String key, Class<T> type, String expected) {
            Object value = map.get(key);
            if (value != null && !type.isInstance(value)) {
                bad(Problem.of(key, expected, Json.text(value)));
                return Optional.empty();
            }
            return Optional.ofNullable(type.cast(value));
        }

        private void bad(Problem problem) {
            problems.add(problem.at(file, 0));
        }

        Optional<Double> repetitionTime() {
            String expected = "a positive number of ms";
            Optional<Double> time = value("repetition_time", Double.class, expected);
            if (time.isPresent() && !(time.get() > 0)) {
                bad(Problem.of("repetition_time", expected, time.get().toString()));
            }
            return time;
        }

        List<String> labels() {
            List<?> labels = value("labels", List.class, "a list of names").orElse(List.of());
            if (!labels.stream().allMatch(String.class::isInstance)) {
                bad(Problem.of("labels", "a list of names", Json.text(labels)));
                return List.of();
            }
            return labels.stream().map(String.class::cast).toList();
        }

        Map<String, String> keys() {
            Map<String, String> keys = new LinkedHashMap<>();
            Map<?, ?> given = value("keys", Map.class, "names by part").orElse(Map.of());
            for (Map.Entry<?, ?> entry : given.entrySet()) {
                String part = entry.getKey().toString();
                if (!Part.names().contains(part)) {
                    bad(Problem.unknown("keys." + part, "part", part, Part.names()));
                } else if (!(entry.getValue() instanceof String name)) {
                    bad(Problem.of("keys." + part, "a name", Json.text(entry.getValue())));
                } else {
                    keys.put(part, name);
                }
            }
            return keys;
        }

        Optional<Orientation> orientation() {
            try {
                return value("orientation", String.class, "to-from or from-to").map(Orientation::of);
            } catch (GyrusException e) {
                e.problems().forEach(this::bad);
                return Optional.empty();
            }
        }
    }

    /** The options, with what they leave open taken from here. */
    ReadOptions complete(ReadOptions options) {
        Map<String, String> merged = new LinkedHashMap<>(keys);
        merged.putAll(options.keys());
        return new ReadOptions(
                options.normalize(),
                options.subcortical(),
                options.selfConnections(),
                merged,
                options.orientation().or(this::orientation),
                options.labels().isEmpty() ? labels : options.labels(),
                options.repetitionTime().or(this::repetitionTime));
    }
}
