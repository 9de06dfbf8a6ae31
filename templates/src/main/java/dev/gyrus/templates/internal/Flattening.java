package dev.gyrus.templates.internal;

import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the hierarchy of a circuit out: nodes by path, and the edges between them. */
final class Flattening {
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final EdgeCells edgeCells = new EdgeCells(this);

    private Flattening() {}

    /** A circuit without hierarchy. */
    record Flat(List<Unit> units, List<Wire> wires) {}

    static Flat of(Circuit circuit) {
        Flattening flattening = new Flattening();
        flattening.nodes(circuit, "");
        flattening.links(circuit, "");
        flattening.wires.forEach(wire -> wire.to()
                .fed
                .computeIfAbsent(wire.target(), k -> new ArrayList<>())
                .add(wire));
        return new Flat(List.copyOf(flattening.units.values()), List.copyOf(flattening.wires));
    }

    private void nodes(Circuit circuit, String prefix) {
        circuit.nodes().forEach((name, cell) -> units.put(prefix + name, new Unit(prefix + name, cell, 1)));
        circuit.populations().forEach((name, many) -> {
            Unit unit = new Unit(prefix + name, many.cell(), many.count());
            units.put(prefix + name, unit);
            many.values().forEach((path, value) -> set(List.of(unit), path, value));
        });
        circuit.circuits().forEach((name, nested) -> nodes(nested, prefix + name + "/"));
        circuit.values().forEach((path, value) -> {
            End end = end(prefix, path, value.place());
            set(end.units, end.variable, value);
        });
    }

    private void set(List<Unit> targets, String path, Tree value) {
        for (Unit unit : targets) {
            String[] parts = variable(unit, path, value.place());
            List<Tree> items = value instanceof Tree.Sequence s ? s.items() : List.of(value);
            if (items.size() != 1 && items.size() != unit.count) {
                throw value.place().error(path, "one number or " + unit.count, items.size() + " numbers");
            }
            unit.instance(parts[0])
                    .values()
                    .put(
                            parts[1],
                            items.stream()
                                    .map(item -> Declared.value(path, item))
                                    .toList());
        }
    }

    /** Checks {@code operator/variable} of a unit. */
    String[] variable(Unit unit, String path, Place place) {
        String[] parts = path.split("/");
        Unit.Instance instance = parts.length == 2 ? unit.instance(parts[0]) : null;
        if (instance == null) {
            List<String> known = unit.instances.stream()
                    .filter(each -> each.scope().isEmpty())
                    .map(Unit.Instance::label)
                    .toList();
            Problem unknown = Problem.unknown("", "operator", parts[0], known);
            throw place.error(unit.path + "/" + path, unknown.expected(), unknown.given(), unknown.hint());
        }
        if (!instance.operator().names().contains(parts[1])) {
            Problem unknown = Problem.unknown(
                    "", "variable", parts[1], instance.operator().names());
            throw place.error(unit.path + "/" + path, unknown.expected(), unknown.given(), unknown.hint());
        }
        return parts;
    }

    /** The nodes that a path names, and {@code operator/variable} in them. */
    record End(List<Unit> units, String variable) {}

    End end(String prefix, String path, Place place) {
        String[] parts = path.trim().split("/");
        if (parts.length < 3) {
            throw place.error(path, "node/operator/variable", "'" + path + "'");
        }
        String variable = parts[parts.length - 2] + "/" + parts[parts.length - 1];
        String node = prefix + String.join("/", Arrays.copyOf(parts, parts.length - 2));
        List<Unit> found = new ArrayList<>();
        if (("/" + node + "/").contains("/all/")) {
            String[] wanted = node.split("/");
            units.values().stream()
                    .filter(unit -> matches(unit.path.split("/"), wanted))
                    .forEach(found::add);
        } else if (units.containsKey(node)) {
            found.add(units.get(node));
        }
        if (found.isEmpty()) {
            Problem unknown = Problem.unknown("", "node", node, units.keySet());
            throw place.error(path, unknown.expected(), unknown.given(), unknown.hint());
        }
        found.forEach(unit -> variable(unit, variable, place));
        return new End(found, variable);
    }

    private static boolean matches(String[] path, String[] wanted) {
        if (path.length != wanted.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!wanted[i].equals("all") && !wanted[i].equals(path[i])) {
                return false;
            }
        }
        return true;
    }

    private void links(Circuit circuit, String prefix) {
        circuit.circuits().forEach((name, nested) -> links(nested, prefix + name + "/"));
        for (Circuit.Link link : circuit.links()) {
            End from = end(prefix, link.source(), link.place());
            End to = end(prefix, link.target(), link.place());
            for (Unit source : from.units) {
                for (Unit target : to.units) {
                    link(link, prefix, source, from.variable, target, to.variable);
                }
            }
        }
    }

    private void link(Circuit.Link link, String prefix, Unit from, String source, Unit to, String target) {
        String[] end = variable(to, target, link.place());
        Declared input = to.instance(end[0]).operator().variables().get(end[1]);
        if (input == null || input.kind() != Declared.Kind.INPUT) {
            throw link.place()
                    .error(to.path + "/" + target, "an edge that ends at an input", "one at another variable");
        }
        double[][] weights = Weights.of(link, to.count, from.count);
        double[][] delays = link.delay()
                .map(tree -> Fields.matrix(tree, "delay", to.count, from.count))
                .orElseGet(() -> Weights.zero(to.count, from.count));
        double[][] spreads = link.spread()
                .map(tree -> Fields.matrix(tree, "spread", to.count, from.count))
                .orElse(null);
        Wire wire =
                new Wire(from, source, to, target, weights, delays, spreads, java.util.Optional.empty(), link.place());
        wires.addAll(
                link.cell().isEmpty()
                        ? List.of(wire)
                        : edgeCells.wires(wire, link.cell().get(), link.others(), prefix));
    }

    /** Makes a node of an edge that cannot be part of its source. */
    Unit add(String path, Cell cell) {
        String free = path;
        for (int k = 2; units.containsKey(free); k++) {
            free = path + k;
        }
        Unit unit = new Unit(free, cell, 1);
        units.put(free, unit);
        return unit;
    }
}
