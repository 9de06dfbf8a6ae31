package dev.gyrus.cli.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes a signal acts on, and how strongly.
 *
 * @param nodes indices from 0, region names, {@code group/name}, or patterns of names with {@code *}; empty for all
 * @param weights one for each of these, or for each node where none are named; empty for 1
 * @param byName whether weights are written behind the names
 */
public record MaskSpec(List<String> nodes, List<Double> weights, boolean byName) {
    private static final String NODES = "nodes";
    private static final String WEIGHTS = "weights";

    public MaskSpec {
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
    }

    static MaskSpec read(Section section) {
        List<Double> weights = section.list(WEIGHTS, section::number);
        boolean named = section.value(NODES)
                .filter(value -> value instanceof Value.Mapping || value instanceof Value.Items)
                .isPresent();
        section.value(NODES).ifPresent(value -> requireSome(section, value, NODES, "; without 'nodes' it is all"));
        section.value(WEIGHTS).ifPresent(value -> requireSome(section, value, WEIGHTS, ""));
        if (section.value(NODES).filter(Value.Mapping.class::isInstance).isPresent()) {
            section.value(WEIGHTS)
                    .ifPresent(value -> section.wrong(
                            value, section.path(WEIGHTS), "weights either here or behind the names of nodes", "both"));
            return byName(section.section(NODES));
        }
        List<String> nodes = section.list(NODES, section::text);
        section.value(WEIGHTS)
                .filter(value -> named
                        && value instanceof Value.Items items
                        && section.findings().sound(section.path(NODES), section.path(WEIGHTS))
                        && items.values().size() != nodes.size())
                .ifPresent(value -> section.wrong(
                        value,
                        section.path(WEIGHTS),
                        "one for each of " + nodes.size() + " elements of 'nodes'",
                        weights.size() + " weights"));
        return new MaskSpec(nodes, weights, false);
    }

    private static void requireSome(Section section, Value value, String key, String hint) {
        if (value instanceof Value.Items items && items.values().isEmpty()
                || value instanceof Value.Mapping mapping && mapping.values().isEmpty()) {
            section.wrong(value, section.path(key), "at least one " + (key.equals(NODES) ? "node" : "weight") + hint);
        }
    }

    private static MaskSpec byName(Section section) {
        List<String> nodes = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String name : section.keys()) {
            section.value(name)
                    .flatMap(value -> section.number(value, section.path(name)))
                    .ifPresent(weight -> {
                        nodes.add(name);
                        weights.add(weight);
                    });
        }
        return new MaskSpec(nodes, weights, true);
    }

    /** Where the i-th name stands, below the input. */
    public String key(int i) {
        return byName ? NODES + "." + nodes.get(i) : NODES + "[" + i + "]";
    }

    void write(Map<String, Object> out) {
        if (byName) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                named.put(nodes.get(i), weights.get(i));
            }
            out.put(NODES, named);
            return;
        }
        if (!nodes.isEmpty()) {
            out.put(NODES, nodes);
        }
        if (!weights.isEmpty()) {
            out.put(WEIGHTS, weights);
        }
    }
}
