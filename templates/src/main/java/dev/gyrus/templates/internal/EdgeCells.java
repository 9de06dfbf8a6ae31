package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Declared.Complex;
import dev.gyrus.templates.internal.Declared.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of edges that have operators.
 *
 * <p>An edge that reads only its source becomes part of the source: its states are then those of the source's terminals,
 * shared by all edges of equal operators and values. An edge without states that reads its target as well becomes a
 * function of both, summed pair by pair. Any other edge becomes a node of its own.
 */
final class EdgeCells {
    private final Flattening flattening;

    EdgeCells(Flattening flattening) {
        this.flattening = flattening;
    }

    /**
     * What an edge's inputs read.
     *
     * @param values by operator and variable
     * @param sources by {@code operator/variable}: a path, or {@code source}
     * @param last the operator whose output leaves the edge
     */
    private record Plugs(Map<String, Map<String, Complex>> values, Map<String, String> sources, Cell.Use last) {}

    List<Wire> wires(Wire wire, Cell cell, Map<String, Tree> others, String prefix) {
        Plugs plugs = plugs(wire, cell, others);
        Map<String, Flattening.End> ends = new LinkedHashMap<>();
        plugs.sources.forEach((input, path) -> ends.put(
                input,
                path.equals("source")
                        ? new Flattening.End(List.of(wire.from()), wire.source())
                        : flattening.end(prefix, path, wire.place())));
        boolean own = ends.values().stream().allMatch(end -> end.units().equals(List.of(wire.from())));
        String out = plugs.last.operator().output();
        if (own) {
            Map<String, String> feeds = new LinkedHashMap<>();
            ends.forEach((input, end) -> feeds.put(input, end.variable()));
            String label = wire.from().compose(cell, plugs.values, feeds, plugs.last.label());
            return List.of(from(wire, wire.from(), label + "/" + out));
        }
        boolean stateless = cell.uses().stream()
                .allMatch(use -> use.operator().equations().stream().noneMatch(Equation::differential));
        if (stateless
                && ends.values().stream()
                        .allMatch(end -> end.units().equals(List.of(wire.from()))
                                || end.units().equals(List.of(wire.to())))) {
            return List.of(pairwise(wire, cell, plugs, ends));
        }
        return node(wire, cell, plugs, ends);
    }

    private static Wire from(Wire wire, Unit unit, String source) {
        return new Wire(
                unit,
                source,
                wire.to(),
                wire.target(),
                wire.weights(),
                wire.delays(),
                wire.spreads(),
                Optional.empty(),
                wire.place());
    }

    private Plugs plugs(Wire wire, Cell cell, Map<String, Tree> others) {
        Map<String, Map<String, Complex>> values = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        others.forEach((path, tree) -> {
            String[] parts = path.split("/");
            String variable = parts[parts.length - 1];
            String label = parts.length > 1 ? parts[parts.length - 2] : "";
            Cell.Use use = cell.uses().stream()
                    .filter(each -> each.label().equals(label)
                            || (label.isEmpty() && each.operator().names().contains(variable)))
                    .findFirst()
                    .filter(each -> each.operator().names().contains(variable))
                    .orElseThrow(() -> tree.place()
                            .error(path, "operator/variable of edge template " + cell.name(), "'" + path + "'"));
            String text = tree instanceof Tree.Scalar scalar ? scalar.text() : "";
            if (text.equals("source") || text.contains("/")) {
                sources.put(use.label() + "/" + variable, text);
            } else {
                values.computeIfAbsent(use.label(), k -> new LinkedHashMap<>())
                        .put(variable, Declared.value(path, tree));
            }
        });
        Set<String> outputs =
                cell.uses().stream().map(use -> use.operator().output()).collect(Collectors.toSet());
        List<String> open = new ArrayList<>();
        for (Cell.Use use : cell.uses()) {
            use.operator().variables().forEach((name, declared) -> {
                boolean valued = values.getOrDefault(use.label(), Map.of()).containsKey(name);
                if (declared.kind() == Kind.INPUT && !outputs.contains(name) && !valued) {
                    open.add(use.label() + "/" + name);
                }
            });
        }
        open.removeAll(sources.keySet());
        if (!sources.containsValue("source")) {
            if (open.size() != 1) {
                throw wire.place()
                        .error(
                                cell.name(),
                                "which input of the edge reads its source",
                                open.isEmpty() ? "no input" : String.join(", ", open),
                                "write operator/variable: source among the edge's values");
            }
            sources.put(open.get(0), "source");
        }
        List<Cell.Use> last = cell.uses().stream()
                .filter(use -> !use.operator().output().isEmpty())
                .filter(use -> cell.uses().stream().noneMatch(other -> {
                    Declared read =
                            other.operator().variables().get(use.operator().output());
                    return read != null && read.kind() == Kind.INPUT;
                }))
                .toList();
        if (last.size() != 1) {
            throw wire.place().error(cell.name(), "one output that leaves the edge", last.size() + " outputs");
        }
        return new Plugs(values, sources, last.get(0));
    }

    private static Wire pairwise(Wire wire, Cell cell, Plugs plugs, Map<String, Flattening.End> ends) {
        if (!wire.isInstant()) {
            throw wire.place()
                    .error(
                            cell.name(),
                            "no delay of an edge that reads its target",
                            "one",
                            "delay the source in a node");
        }
        String[] partner = {""};
        Expr value = new Inlining(cell, plugs.values, (input, use) -> {
                    Flattening.End end = ends.get(input);
                    if (end == null) {
                        return null;
                    }
                    if (end.units().get(0) == wire.from()) {
                        return end.variable().equals(wire.source())
                                ? new Expr.Name("source")
                                : new Expr.Name("source:" + end.variable());
                    }
                    partner[0] = partner[0].isEmpty() ? end.variable() : partner[0];
                    return end.variable().equals(partner[0])
                            ? new Expr.Name("target")
                            : new Expr.Name("target:" + end.variable());
                })
                .value(plugs.last, plugs.last.operator().output(), 0);
        return new Wire(
                wire.from(),
                wire.source(),
                wire.to(),
                wire.target(),
                wire.weights(),
                wire.delays(),
                wire.spreads(),
                Optional.of(new Wire.Pairwise(value, partner[0])),
                wire.place());
    }

    private List<Wire> node(Wire wire, Cell cell, Plugs plugs, Map<String, Flattening.End> ends) {
        if (wire.from().count != 1 || wire.to().count != 1) {
            throw wire.place()
                    .error(
                            cell.name(),
                            "between populations an edge without states, or one that reads only its source",
                            "a state for each pair of nodes");
        }
        Unit unit = flattening.add(cell.name(), cell);
        plugs.values.forEach((label, own) ->
                own.forEach((name, value) -> unit.instance(label).values().put(name, List.of(value))));
        List<Wire> wires = new ArrayList<>();
        ends.forEach((input, end) -> end.units()
                .forEach(source -> wires.add(new Wire(
                        source,
                        end.variable(),
                        unit,
                        input,
                        new double[][] {{1}},
                        new double[][] {{0}},
                        null,
                        Optional.empty(),
                        wire.place()))));
        wires.add(from(
                wire, unit, plugs.last.label() + "/" + plugs.last.operator().output()));
        return wires;
    }
}
