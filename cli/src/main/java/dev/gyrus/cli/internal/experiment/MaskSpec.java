package dev.gyrus.cli.internal.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Optional<Value> nodes = section.value(NODES);
        Optional<Value> weights = section.value(WEIGHTS);
        nodes.filter(MaskSpec::isEmpty)
                .ifPresent(value ->
                        section.wrong(value, section.path(NODES), "at least one node; without 'nodes' it is all"));
        weights.filter(MaskSpec::isEmpty)
                .ifPresent(value -> section.wrong(value, section.path(WEIGHTS), "at least one weight"));
        if (nodes.filter(Value.Mapping.class::isInstance).isPresent()) {
            weights.ifPresent(value -> section.wrong(
                    value, section.path(WEIGHTS), "weights either here or behind the names of nodes", "both"));
            return byName(section.section(NODES));
        }
        List<String> names = section.list(NODES, section::text);
        List<Double> numbers = section.list(WEIGHTS, section::number);
        boolean sound = section.findings().sound(section.path(NODES), section.path(WEIGHTS));
        if (sound && nodes.isPresent() && weights.isPresent() && names.size() != numbers.size()) {
            String expected = "one for each of " + names.size() + " elements of 'nodes'";
            section.wrong(weights.get(), section.path(WEIGHTS), expected, numbers.size() + " weights");
        }
        return new MaskSpec(names, numbers, false);
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Items items && items.values().isEmpty()
                || value instanceof Value.Mapping mapping && mapping.values().isEmpty();
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
