package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Library.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads circuit templates; a node template alone is a circuit of one node. */
final class CircuitReader {
    private static final Set<String> KEYS = Set.of(
            "base",
            "nodes",
            "circuits",
            "edges",
            "populations",
            "connectivity",
            "values",
            "time",
            "description",
            "name");
    private static final Set<String> OF_MATRICES =
            Set.of("source", "target", "weights", "delays", "spread", "edge", "edge_var_map", "pairs");
    private static final int MOST = 1_000_000;

    private final Resolver resolver;
    private final Map<String, Circuit> known = new HashMap<>();

    CircuitReader(Resolver resolver) {
        this.resolver = resolver;
    }

    Circuit read(Found found) {
        String root = resolver.root(found);
        if (root.equals("NodeTemplate")) {
            return alone(found.name(), resolver.cell(found));
        } else if (root.equals("OperatorTemplate")) {
            Operator operator = resolver.operator(found);
            Cell.Use use = new Cell.Use(operator.name(), operator, Map.of());
            return alone(found.name(), new Cell(found.name(), List.of(use), found.place()));
        } else if (!root.equals("CircuitTemplate")) {
            throw found.place().error(found.name(), "a circuit, a node or an operator", "one of " + root);
        }
        Circuit circuit = known.get(found.toString());
        if (circuit == null || found.name().contains(".")) {
            circuit = resolver.within(found, () -> circuit(found));
            known.put(found.toString(), circuit);
        }
        return circuit;
    }

    private static Circuit alone(String name, Cell cell) {
        return new Circuit(name, Map.of("p", cell), Map.of(), Map.of(), List.of(), Map.of(), "", "", cell.place());
    }

    private Circuit circuit(Found found) {
        String key = found.name();
        Tree.Mapping body = found.body();
        Fields.only(body, key, KEYS);
        Optional<Circuit> base = resolver.base(found).map(this::read);
        Map<String, Cell> nodes = new LinkedHashMap<>(base.map(Circuit::nodes).orElse(Map.of()));
        Fields.entries(body.get("nodes"), key + ".nodes")
                .forEach((name, tree) -> nodes.put(
                        checked(name, tree, key + ".nodes"),
                        resolver.cell(
                                resolver.referred(found.source(), tree, "NodeTemplate", key + ".nodes." + name))));
        Map<String, Circuit.Many> populations =
                new LinkedHashMap<>(base.map(Circuit::populations).orElse(Map.of()));
        Fields.entries(body.get("populations"), key + ".populations")
                .forEach((name, tree) -> populations.put(
                        checked(name, tree, key + ".populations"), many(found, tree, key + ".populations." + name)));
        Map<String, Circuit> circuits =
                new LinkedHashMap<>(base.map(Circuit::circuits).orElse(Map.of()));
        Fields.entries(body.get("circuits"), key + ".circuits")
                .forEach((name, tree) -> circuits.put(
                        checked(name, tree, key + ".circuits"),
                        read(resolver.referred(found.source(), tree, "CircuitTemplate", key + ".circuits." + name))));
        List<Circuit.Link> links = new ArrayList<>(base.map(Circuit::links).orElse(List.of()));
        for (Tree edge : Fields.list(body.get("edges"))) {
            links.add(edge(found, edge, key + ".edges[" + links.size() + "]"));
        }
        for (Tree matrix : Fields.list(body.get("connectivity"))) {
            links.add(matrix(found, Fields.mapping(matrix, key + ".connectivity"), key + ".connectivity"));
        }
        Map<String, Tree> values = new LinkedHashMap<>(base.map(Circuit::values).orElse(Map.of()));
        values.putAll(Fields.entries(body.get("values"), key + ".values"));
        if (nodes.isEmpty() && circuits.isEmpty() && populations.isEmpty()) {
            throw found.place().error(key, "nodes, populations or circuits", "none");
        }
        String time = body.get("time") == null
                ? base.map(Circuit::time).orElse("")
                : Fields.text(body.get("time"), key + ".time");
        String doc = body.get("description") == null ? "" : Fields.text(body.get("description"), key);
        return new Circuit(key, nodes, populations, circuits, List.copyOf(links), values, time, doc, found.place());
    }

    private static String checked(String name, Tree tree, String key) {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*") || name.equals("all")) {
            throw tree.place().error(key, "names of letters, digits, - and _ other than all", "'" + name + "'");
        }
        return name;
    }

    private Circuit.Many many(Found found, Tree tree, String key) {
        Tree.Mapping mapping = Fields.mapping(tree, key);
        Fields.only(mapping, key, Set.of("node", "n", "params"));
        for (String needed : List.of("node", "n")) {
            if (mapping.get(needed) == null) {
                throw mapping.place().error(key + "." + needed, "it", "none");
            }
        }
        double count = Fields.number(mapping.get("n"), key + ".n");
        if (count != Math.rint(count) || count < 1 || count > MOST) {
            throw mapping.get("n").place().error(key + ".n", "a number of nodes from 1 to " + MOST, count + "");
        }
        Cell cell = resolver.cell(resolver.referred(found.source(), mapping.get("node"), "NodeTemplate", key));
        return new Circuit.Many(cell, (int) count, Fields.entries(mapping.get("params"), key + ".params"));
    }

    private Circuit.Link edge(Found found, Tree tree, String key) {
        String form = "[source, target, edge template or null, {weight: …, delay: …, spread: …}]";
        if (!(tree instanceof Tree.Sequence list)
                || list.items().size() < 2
                || list.items().size() > 4) {
            throw tree.place().error(key, form, tree.shown());
        }
        List<Tree> items = list.items();
        Map<String, Tree> attributes = new LinkedHashMap<>(
                items.size() < 4 || isNull(items.get(3)) ? Map.of() : Fields.entries(items.get(3), key));
        Optional<Cell> cell = items.size() < 3 || isNull(items.get(2))
                ? Optional.empty()
                : Optional.of(resolver.cell(resolver.referred(found.source(), items.get(2), "EdgeTemplate", key)));
        Circuit.Link link = new Circuit.Link(
                Fields.text(items.get(0), key),
                Fields.text(items.get(1), key),
                cell,
                number(attributes, "weight"),
                number(attributes, "delay"),
                number(attributes, "spread"),
                attributes,
                false,
                tree.place());
        for (String other : attributes.keySet()) {
            if (cell.isEmpty() || !other.contains("/")) {
                throw attributes
                        .get(other)
                        .place()
                        .error(
                                key,
                                "weight, delay and spread"
                                        + (cell.isEmpty() ? "" : ", and operator/variable of the edge"),
                                "'" + other + "'");
            }
        }
        return link;
    }

    private static Optional<Tree> number(Map<String, Tree> attributes, String key) {
        return Optional.ofNullable(attributes.remove(key)).filter(tree -> !isNull(tree));
    }

    private static boolean isNull(Tree tree) {
        return tree instanceof Tree.Scalar scalar && scalar.isNull();
    }

    private Circuit.Link matrix(Found found, Tree.Mapping tree, String key) {
        Fields.only(tree, key, OF_MATRICES);
        for (String needed : List.of("source", "target")) {
            if (tree.get(needed) == null) {
                throw tree.place().error(key + "." + needed, "population/operator/variable", "none");
            }
        }
        Optional<Cell> cell = Optional.ofNullable(tree.get("edge"))
                .map(edge -> resolver.cell(resolver.referred(found.source(), edge, "EdgeTemplate", key + ".edge")));
        return new Circuit.Link(
                Fields.text(tree.get("source"), key + ".source"),
                Fields.text(tree.get("target"), key + ".target"),
                cell,
                Optional.ofNullable(tree.get("weights")),
                Optional.ofNullable(tree.get("delays")),
                Optional.ofNullable(tree.get("spread")),
                Fields.entries(tree.get("edge_var_map"), key + ".edge_var_map"),
                isOneToOne(tree.get("pairs"), key + ".pairs"),
                tree.place());
    }

    private static boolean isOneToOne(Tree pairs, String key) {
        String given = pairs == null ? "all" : Fields.text(pairs, key);
        if (!Set.of("all", "one-to-one").contains(given)) {
            throw pairs.place().error(key, "all or one-to-one", "'" + given + "'");
        }
        return given.equals("one-to-one");
    }
}
