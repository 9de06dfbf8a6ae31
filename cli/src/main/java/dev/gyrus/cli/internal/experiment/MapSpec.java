package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map of the brain, which expressions of parameters read by its name: numbers, or a file of them.
 *
 * @param key where it stands
 * @param file as written; empty for numbers
 * @param values one per node
 */
public record MapSpec(String key, Optional<String> file, List<Double> values) {

    /** All maps by name, also those that something is wrong with: an expression may read them. */
    static Map<String, MapSpec> readAll(Section section) {
        Map<String, MapSpec> maps = new LinkedHashMap<>();
        for (String name : section.keys()) {
            String at = section.path(name);
            Value value = section.value(name).orElseThrow();
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                section.wrong(value, at, "a name of letters and digits, which expressions can read", "'" + name + "'");
            } else if (value instanceof Value.Items items) {
                List<Double> numbers = section.list(value, at, section::number);
                maps.put(name, new MapSpec(at, Optional.empty(), numbers));
            } else if (value instanceof Value.Scalar scalar
                    && Quantity.parse(scalar.text()).isEmpty()
                    && !scalar.text().isBlank()) {
                maps.put(name, new MapSpec(at, Optional.of(scalar.text()), List.of()));
            } else {
                section.wrong(value, at, "a list of numbers, one per node, or the name of a file");
                maps.put(name, new MapSpec(at, Optional.empty(), List.of()));
            }
        }
        return maps;
    }
}
