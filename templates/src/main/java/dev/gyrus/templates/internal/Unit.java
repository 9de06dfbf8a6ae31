package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a circuit written out flat, or a population of equal ones; collects what edges add to it. */
final class Unit {
    final String path;
    final String kind;
    final int count;
    final Place place;
    final List<Instance> instances = new ArrayList<>();

    /** Inputs that edges feed, {@code operator/variable}. */
    final Map<String, List<Wire>> fed = new LinkedHashMap<>();

    /** Edge operators that were added, by what they are. */
    private final Map<String, String> composed = new LinkedHashMap<>();

    /**
     * An operator with its values.
     *
     * @param label unique within the unit
     * @param scope operators of one scope read each other's outputs by name: "" for the node's, else an edge's
     * @param values other than the defaults: one, or one per node
     * @param feeds what an edge operator's inputs read instead: {@code operator/variable} of this unit
     */
    record Instance(
            String label,
            String scope,
            Operator operator,
            Map<String, List<Declared.Complex>> values,
            Map<String, String> feeds) {

        List<Declared.Complex> value(String variable) {
            List<Declared.Complex> own = values.get(variable);
            if (own != null) {
                return own;
            }
            Declared declared = operator.variables().get(variable);
            return List.of(declared == null ? Declared.Complex.ZERO : declared.value());
        }
    }

    Unit(String path, Cell cell, int count) {
        this.path = path;
        this.kind = cell.name();
        this.count = count;
        this.place = cell.place();
        for (Cell.Use use : cell.uses()) {
            instances.add(instance(use, use.label(), "", Map.of()));
        }
    }

    private static Instance instance(Cell.Use use, String label, String scope, Map<String, String> feeds) {
        Map<String, List<Declared.Complex>> values = new LinkedHashMap<>();
        use.values().forEach((name, value) -> values.put(name, List.of(value)));
        return new Instance(label, scope, use.operator(), values, feeds);
    }

    /** The operator of a label, or null. */
    Instance instance(String label) {
        for (Instance instance : instances) {
            if (instance.label().equals(label)) {
                return instance;
            }
        }
        return null;
    }

    /**
     * Adds the operators of an edge that starts here, once for all edges of equal operators and values.
     *
     * @param feeds per input {@code operator/variable} of the edge what it reads here
     * @return the label of the operator whose output leaves
     */
    String compose(
            Cell edge, Map<String, Map<String, Declared.Complex>> values, Map<String, String> feeds, String last) {
        String key = edge.name() + edge.place() + values + feeds;
        String known = composed.get(key);
        if (known != null) {
            return known;
        }
        String scope = edge.name() + "#" + composed.size();
        String out = "";
        for (Cell.Use use : edge.uses()) {
            String label = use.label();
            for (int k = 2; instance(label) != null; k++) {
                label = use.label() + k;
            }
            Map<String, String> own = new LinkedHashMap<>();
            feeds.forEach((input, source) -> {
                if (input.startsWith(use.label() + "/")) {
                    own.put(input.substring(use.label().length() + 1), source);
                }
            });
            Instance added = instance(use, label, scope, own);
            values.getOrDefault(use.label(), Map.of())
                    .forEach((name, value) -> added.values().put(name, List.of(value)));
            instances.add(added);
            out = use.label().equals(last) ? label : out;
        }
        composed.put(key, out);
        return out;
    }
}
