package dev.gyrus.core.internal.language;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Checks that every name is known and defined once, and puts intermediates into an order of computation. */
public final class Names {
    private static final int MOST_UNKNOWN = 100;
    private static final int LONGEST_CIRCLE = 20;

    private final Script script;
    private final Declarations declared;
    private final Problems problems;
    private int unknown;

    private Names(Script script, Declarations declared, Problems problems) {
        this.script = script;
        this.declared = declared;
        this.problems = problems;
    }

    /** Whether a name stands for white noise: {@code xi} or {@code xi_…}. */
    public static boolean isNoise(String name) {
        return name.equals("xi") || name.startsWith("xi_");
    }

    /**
     * Adds a problem for every name that is unknown, defined twice, reserved or defined by the wrong kind of statement, and
     * for every declared state and hold without an equation.
     */
    public static void check(Script script, Declarations declared, Problems problems) {
        Names names = new Names(script, declared, problems);
        names.declarations();
        names.definitions();
        names.uses();
    }

    private void declarations() {
        for (Map<String, ?> kind :
                List.of(declared.states(), declared.holds(), declared.outputs(), declared.values())) {
            for (String name : kind.keySet()) {
                boolean readable = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*")
                        && !Set.of("and", "or", "not").contains(name);
                if (!readable || isReserved(name)) {
                    String expected = readable ? "another name" : "a name of letters, digits and underscores";
                    Problem problem = Problem.of(name, expected, "'" + name + "'");
                    problems.add(readable ? problem.hint("the language gives it a meaning") : problem);
                }
            }
        }
    }

    private static boolean isReserved(String name) {
        return name.equals("t") || name.equals("pi") || isNoise(name);
    }

    private void definitions() {
        Map<String, Statement> defined = new LinkedHashMap<>();
        for (Statement statement : script.statements()) {
            String name = statement.name();
            Statement first = defined.putIfAbsent(name, statement);
            if (first != null) {
                report(
                        statement,
                        "one equation for '" + name + "'",
                        "a second; the first is in line " + first.line(),
                        "");
            } else if (isReserved(name)) {
                report(statement, "another name", "'" + name + "'", "the language gives it a meaning");
            } else if (statement instanceof Statement.Differential) {
                kind(statement, declared.states().keySet(), "a declared state");
            } else if (statement instanceof Statement.Hold) {
                kind(statement, declared.holds().keySet(), "a declared hold");
            } else if (declared.variables().containsKey(name)) {
                report(statement, "a new name", "'" + name + "', which is declared", "");
            }
        }
        missing(declared.states().keySet(), defined, "an equation d%s/dt = …");
        missing(declared.holds().keySet(), defined, "an equation hold %s = …");
        Set<String> outputs = new LinkedHashSet<>(declared.outputs().keySet());
        outputs.removeAll(declared.variables().keySet());
        missing(outputs, defined, "an equation output %s = …");
    }

    private void kind(Statement statement, Collection<String> names, String expected) {
        if (!names.contains(statement.name())) {
            unknown(statement, expected, statement.name(), names);
        }
    }

    private void missing(Collection<String> names, Map<String, Statement> defined, String equation) {
        for (String name : names) {
            if (!defined.containsKey(name)) {
                problems.add(Problem.of(name, equation.formatted(name), "none")
                        .at(script.source().origin(), 0));
            }
        }
    }

    private void uses() {
        Set<String> known = new LinkedHashSet<>(declared.variables().keySet());
        script.statements().forEach(statement -> known.add(statement.name()));
        known.add("t");
        for (Statement statement : script.statements()) {
            Trees.walk(statement.value(), node -> {
                if (node instanceof Expr.Name name && !known.contains(name.name()) && !isNoise(name.name())) {
                    unknown(node, "a known name", name.name(), known);
                } else if (node instanceof Expr.Lookup lookup) {
                    table(lookup);
                }
            });
        }
    }

    private void table(Expr.Lookup lookup) {
        List<String> tables = declared.tables().stream().map(Table::name).toList();
        declared.table(lookup.table())
                .ifPresentOrElse(
                        table -> {
                            List<String> quantities = table.quantities().stream()
                                    .map(Table.Quantity::name)
                                    .toList();
                            if (!quantities.contains(lookup.quantity())) {
                                unknown(
                                        lookup,
                                        "a quantity of table '" + table.name() + "'",
                                        lookup.quantity(),
                                        quantities);
                            }
                        },
                        () -> unknown(lookup, "a known table", lookup.table(), tables));
    }

    /** Near misses are searched among all names, so not for ever. */
    private void unknown(Object node, String expected, String given, Collection<String> known) {
        if (++unknown > MOST_UNKNOWN) {
            return;
        }
        String near = Problem.nearest(given, known);
        String all = known.isEmpty()
                ? "there is none"
                : "known: "
                        + String.join(", ", known.stream().sorted().limit(40).toList());
        report(node, expected, "'" + given + "'", near.isEmpty() ? all : "did you mean '" + near + "'?");
    }

    private void report(Object node, String expected, String given, String hint) {
        problems.add(script.source().problem(node, expected, given, hint));
    }

    /**
     * Intermediates and outputs, each after those it reads, otherwise in the order of the text.
     *
     * <p>A hold is no dependency: within a step its name stands for the previous value.
     *
     * @return those that can be ordered; what depends on itself becomes one problem naming the circle
     */
    public static List<Statement> order(Script script, Problems problems) {
        List<Statement> definitions = script.statements().stream()
                .filter(s -> s instanceof Statement.Let || s instanceof Statement.Output)
                .toList();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < definitions.size(); i++) {
            index.putIfAbsent(definitions.get(i).name(), i);
        }
        List<List<Integer>> readers = new ArrayList<>();
        List<Set<Integer>> reads = new ArrayList<>();
        definitions.forEach(d -> readers.add(new ArrayList<>()));
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < definitions.size(); i++) {
            Set<Integer> dependencies = new LinkedHashSet<>();
            for (String name : Trees.names(definitions.get(i).value())) {
                if (index.containsKey(name)) {
                    dependencies.add(index.get(name));
                    readers.get(index.get(name)).add(i);
                }
            }
            reads.add(dependencies);
            if (dependencies.isEmpty()) {
                ready.add(i);
            }
        }
        List<Statement> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            ordered.add(definitions.get(next));
            for (int reader : readers.get(next)) {
                reads.get(reader).remove(next);
                if (reads.get(reader).isEmpty()) {
                    ready.add(reader);
                }
            }
        }
        if (ordered.size() < definitions.size()) {
            circle(script, definitions, reads, problems);
        }
        return ordered;
    }

    /** Follows unmet dependencies until one comes twice. */
    private static void circle(
            Script script, List<Statement> definitions, List<Set<Integer>> reads, Problems problems) {
        int at = 0;
        while (reads.get(at).isEmpty()) {
            at++;
        }
        List<Integer> path = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        while (seen.add(at)) {
            path.add(at);
            at = reads.get(at).iterator().next();
        }
        List<Integer> circle = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
        circle.add(at);
        String names = String.join(
                " → ",
                circle.stream()
                        .limit(LONGEST_CIRCLE)
                        .map(i -> definitions.get(i).name())
                        .toList());
        problems.add(
                script.source().problem(definitions.get(at), "intermediates that do not need themselves", names, ""));
    }
}
