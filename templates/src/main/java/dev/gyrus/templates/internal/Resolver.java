package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Library.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows references and bases: templates become operators, cells and circuits. */
final class Resolver {
    private static final Set<String> ROOTS =
            Set.of("OperatorTemplate", "NodeTemplate", "EdgeTemplate", "CircuitTemplate");
    private static final Set<String> OF_OPERATORS = Set.of("base", "equations", "variables", "description", "name");
    private static final Set<String> OF_CELLS = Set.of("base", "operators", "description", "name");
    private static final int DEEPEST = 100;

    private final Library library;
    private final Map<String, Operator> operators = new HashMap<>();
    private final Map<String, Texts> texts = new HashMap<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<String> path = new ArrayList<>();

    Resolver(Library library) {
        this.library = library;
    }

    /** An operator before its equations are read. */
    private record Texts(List<Edits.Text> equations, Map<String, Declared> variables) {}

    /** What a template is made from: a root class or, followed up, another template. */
    Optional<Found> base(Found found) {
        Tree base = found.body().get("base");
        if (!(base instanceof Tree.Scalar name)) {
            throw found.place().error(found.name() + ".base", "the name of a template", "none");
        }
        return ROOTS.contains(name.text())
                ? Optional.empty()
                : Optional.of(library.find(found.source(), name, found.name() + ".base"));
    }

    /** The root class of a template. */
    String root(Found found) {
        return within(
                found,
                () -> base(found)
                        .map(this::root)
                        .orElseGet(() -> ((Tree.Scalar) found.body().get("base")).text()));
    }

    /** Runs a step of a walk over templates that must not come back to itself. */
    <T> T within(Found found, java.util.function.Supplier<T> step) {
        String name = found.toString();
        if (path.contains(name) || path.size() > DEEPEST) {
            List<String> circle = new ArrayList<>(path.subList(Math.max(0, path.indexOf(name)), path.size()));
            circle.add(name);
            String shown = String.join(
                    " → ",
                    circle.stream().map(each -> each.replaceAll(".*#", "")).toList());
            throw found.place().error(found.name(), "templates that are not made from themselves", shown);
        }
        path.add(name);
        try {
            return step.get();
        } finally {
            path.remove(path.size() - 1);
        }
    }

    private void require(Found found, String root, Tree.Scalar reference, String key) {
        String given = root(found);
        boolean same = given.equals(root) || (root.equals("EdgeTemplate") && given.equals("NodeTemplate"));
        if (!same) {
            throw reference.place().error(key, "a template of kind " + root, "'" + found.name() + "', of " + given);
        }
    }

    /** The template that a tree names, or writes out in place. */
    Found referred(Library.Source source, Tree tree, String root, String key) {
        if (tree instanceof Tree.Mapping body && body.get("base") instanceof Tree.Scalar base) {
            Found found = new Found(source, key, body, body.place());
            require(found, root, base, key);
            return found;
        } else if (tree instanceof Tree.Scalar reference && !reference.isNull()) {
            Found found = library.find(source, reference, key);
            require(found, root, reference, key);
            return found;
        }
        String near = key.replaceAll(".*[.]", "");
        String hint = Set.of("edges", "nodes", "circuits").contains(near)
                ? "'" + near + "' stands beside 'nodes', not in it"
                : "";
        throw tree.place().error(key, "the name of a template of kind " + root, tree.shown(), hint);
    }

    Operator operator(Found found) {
        Operator known = operators.get(found.toString());
        if (known == null) {
            Texts own = texts(found);
            known = Operator.of(found.name(), own.equations(), own.variables(), found.place());
            operators.put(found.toString(), known);
        }
        return known;
    }

    private Texts texts(Found found) {
        Texts known = texts.get(found.toString());
        if (known == null) {
            known = within(found, () -> readTexts(found));
            texts.put(found.toString(), known);
        }
        return known;
    }

    private Texts readTexts(Found found) {
        String key = found.name();
        Fields.only(found.body(), key, OF_OPERATORS);
        Texts base = base(found).map(this::texts).orElse(new Texts(List.of(), Map.of()));
        Tree given = found.body().get("equations");
        List<Edits.Text> equations = given == null
                ? base.equations()
                : given instanceof Tree.Mapping edits
                        ? Edits.read(edits, key + ".equations").apply(base.equations())
                        : Edits.texts(given, key + ".equations");
        Map<String, Declared> variables = new LinkedHashMap<>(base.variables());
        Fields.entries(found.body().get("variables"), key + ".variables").forEach((name, tree) -> {
            if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
                throw tree.place().error(key + ".variables", "names of letters, digits and _", "'" + name + "'");
            }
            variables.put(name, Declared.read(key + "." + name, tree));
        });
        return new Texts(equations, variables);
    }

    /** A node or edge template. */
    Cell cell(Found found) {
        Cell known = cells.get(found.toString());
        if (known == null || found.name().contains(".")) {
            known = within(found, () -> readCell(found));
            cells.put(found.toString(), known);
        }
        return known;
    }

    private Cell readCell(Found found) {
        String key = found.name();
        Fields.only(found.body(), key, OF_CELLS);
        List<Cell.Use> uses =
                new ArrayList<>(base(found).map(this::cell).map(Cell::uses).orElse(List.of()));
        Tree given = found.body().get("operators");
        if (given instanceof Tree.Mapping mapping) {
            boolean changes = !uses.isEmpty()
                    && mapping.entries().keySet().stream()
                            .allMatch(name ->
                                    uses.stream().anyMatch(use -> use.label().equals(name)));
            List<Cell.Use> old = List.copyOf(uses);
            uses.clear();
            mapping.entries().forEach((name, entry) -> {
                String place = key + ".operators." + name;
                Operator operator = changes
                        ? labelled(old, name).operator()
                        : operator(referred(
                                found.source(), new Tree.Scalar(name, false, entry.key()), "OperatorTemplate", place));
                Map<String, Declared.Complex> values = new LinkedHashMap<>();
                if (changes) {
                    values.putAll(labelled(old, name).values());
                }
                values.putAll(values(operator, entry.value(), place));
                uses.add(new Cell.Use(operator.name(), operator, values));
            });
            old.stream()
                    .filter(use -> changes && !mapping.entries().containsKey(use.label()))
                    .forEach(uses::add);
        } else if (given != null) {
            uses.clear();
            for (Tree item : Fields.list(given)) {
                Operator operator = operator(referred(found.source(), item, "OperatorTemplate", key + ".operators"));
                if (uses.stream().anyMatch(use -> use.label().equals(operator.name()))) {
                    throw item.place().error(key + ".operators", "each operator once", item.shown() + " again");
                }
                uses.add(new Cell.Use(operator.name(), operator, Map.of()));
            }
        }
        if (uses.isEmpty()) {
            throw found.place().error(key + ".operators", "at least one operator", "none");
        }
        return new Cell(found.name().replaceAll(".*[.]", ""), uses, found.place());
    }

    private static Cell.Use labelled(List<Cell.Use> uses, String label) {
        return uses.stream()
                .filter(use -> use.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Declared.Complex> values(Operator operator, Tree tree, String key) {
        Map<String, Declared.Complex> values = new LinkedHashMap<>();
        if (tree instanceof Tree.Scalar scalar && scalar.isNull()) {
            return values;
        }
        Fields.only(Fields.mapping(tree, key), key, operator.names());
        Fields.entries(tree, key).forEach((name, value) -> values.put(name, Declared.value(key + "." + name, value)));
        return values;
    }
}
