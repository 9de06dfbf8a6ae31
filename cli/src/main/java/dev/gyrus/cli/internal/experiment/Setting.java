package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value given on the command line that stands in for what the file says.
 *
 * @param option the option it was given by, for messages
 * @param assignment {@code path=value}; the value is YAML
 */
public record Setting(String option, String assignment) implements Serializable {

    /** Sections whose keys are names that may hold dots. */
    private static final Set<String> FREE = Set.of("parameters", "initial", "options");

    /** The tree with the value put in, what is missing on the way made; or as it was and one more problem. */
    Value applyTo(Value root, Problems problems) {
        Place place = new Place(option, 0);
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
        if (path.isEmpty() || path.startsWith(".") || path.endsWith(".")) {
            problems.add(place.mark(Problem.of("", "path=value", "'" + assignment + "'")));
            return root;
        }
        Value[] out = {root};
        Problems own = new Problems();
        own.collect(() -> {
            Value value = YamlReader.parse(assignment.substring(equals + 1), place, own);
            out[0] = put(root, path, "", path, value);
        });
        own.list().forEach(problem -> problems.add(problem.under(path)));
        return out[0];
    }

    private static Value put(Value target, String rest, String parent, String path, Value value) {
        if (rest.isEmpty()) {
            return value;
        }
        if (target.isNothing() && rest.startsWith("[")) {
            throw GyrusException.input(value.place().mark(Problem.of(path, "an element that is there", "no list")));
        }
        Value into = target.isNothing() ? new Value.Mapping(Map.of(), Map.of(), value.place()) : target;
        KeyPath.Step step = KeyPath.next(into, rest);
        if (into instanceof Value.Mapping mapping) {
            return put(mapping, step, rest, parent, path, value);
        }
        Optional<Value> old = step.value();
        if (into instanceof Value.Items items && old.isPresent()) {
            List<Value> values = new ArrayList<>(items.values());
            values.set(Integer.parseInt(step.key()), put(old.get(), step.rest(), "", path, value));
            return new Value.Items(values, items.place());
        }
        String expected = into instanceof Value.Items items
                ? "an index below " + items.values().size()
                : "a path through mappings and lists";
        throw GyrusException.input(
                value.place().mark(Problem.of(path, expected, "'" + step.key() + "' in " + into.shown())));
    }

    private static Value put(
            Value.Mapping mapping, KeyPath.Step step, String rest, String parent, String path, Value value) {
        boolean present = step.value().isPresent();
        boolean whole = !present && FREE.contains(parent);
        String key = whole ? rest : step.key();
        Value old = step.value().orElse(new Value.Scalar("", false, value.place()));
        Map<String, Value> values = new LinkedHashMap<>(mapping.values());
        values.put(key, put(old, whole ? "" : step.rest(), key, path, value));
        Map<String, Place> keys = new HashMap<>(mapping.keys());
        if (!present || step.rest().isEmpty()) {
            keys.put(key, value.place());
        }
        return new Value.Mapping(values, keys, mapping.place());
    }
}
