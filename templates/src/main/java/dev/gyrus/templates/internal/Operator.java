package dev.gyrus.templates.internal;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.templates.internal.Declared.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Equations and the variables in them.
 *
 * @param name of the template
 * @param equations in the order of the text
 * @param variables those that the equations use
 * @param place where the template starts
 */
record Operator(String name, List<Equation> equations, Map<String, Declared> variables, Place place) {

    /** Reads the equations and checks that they define and use what is declared; all errors at once. */
    static Operator of(String name, List<Edits.Text> texts, Map<String, Declared> declared, Place place) {
        Problems problems = new Problems();
        Set<String> known = new LinkedHashSet<>(declared.keySet());
        List<Equation> equations = new ArrayList<>();
        for (Edits.Text text : texts) {
            problems.collect(() -> {
                Equation equation = Equation.read(text.text(), text.place(), known::contains);
                equations.add(equation);
                known.add(equation.name());
            });
        }
        problems.throwIfAny();
        Map<String, Declared> used = used(equations, declared);
        Operator operator = new Operator(name, List.copyOf(equations), used, place);
        operator.check(problems, known);
        problems.throwIfAny();
        return operator;
    }

    /** What derived templates replaced is declared but no longer there. */
    private static Map<String, Declared> used(List<Equation> equations, Map<String, Declared> declared) {
        Set<String> names = new LinkedHashSet<>();
        for (Equation equation : equations) {
            names.add(equation.name());
            Expr.names(equation.value(), names::add);
        }
        Map<String, Declared> used = new LinkedHashMap<>(declared);
        used.keySet().retainAll(names);
        return used;
    }

    private void check(Problems problems, Set<String> known) {
        Map<String, Equation> defined = new HashMap<>();
        for (Equation equation : equations) {
            if (defined.putIfAbsent(equation.name(), equation) != null) {
                problems.add(equation.problem(0, name, "one equation of " + equation.name(), "another", ""));
            }
            Declared own = variables.get(equation.name());
            if (own != null && own.kind() == Kind.INPUT) {
                problems.add(equation.problem(
                        0, name, "no equation of the input " + equation.name(), "one", "inputs come from elsewhere"));
            }
            Set<String> missing = new LinkedHashSet<>();
            Expr.names(equation.value(), read -> {
                if (!known.contains(read) && !read.equals("t") && !read.startsWith("xi_")) {
                    missing.add(read);
                }
            });
            for (String read : missing) {
                String near = Problem.nearest(read, known);
                problems.add(equation.problem(
                        equation.column(read),
                        name,
                        "a variable that is declared",
                        "'" + read + "'",
                        near.isEmpty() ? "" : "did you mean '" + near + "'?"));
            }
        }
        List<String> outputs = new ArrayList<>();
        variables.forEach((variable, own) -> {
            if (own.kind() == Kind.OUTPUT) {
                outputs.add(variable);
                if (!defined.containsKey(variable)) {
                    problems.add(own.place().problem(name + "." + variable, "an equation of the output", "none", ""));
                }
            }
        });
        if (outputs.size() > 1) {
            Declared second = variables.get(outputs.get(1));
            problems.add(second.place()
                    .problem(
                            name + "." + outputs.get(1),
                            "one output per operator",
                            "a second beside '" + outputs.get(0) + "'",
                            "declare it as variable: edges may start at any variable"));
        }
    }

    /** The equation of a variable, if it has one. */
    Optional<Equation> equation(String variable) {
        return equations.stream().filter(e -> e.name().equals(variable)).findFirst();
    }

    /** All that can be addressed. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(variables.keySet());
        equations.forEach(e -> names.add(e.name()));
        return names;
    }

    /** The variable that other operators of the node read by its name, or "". */
    String output() {
        return variables.entrySet().stream()
                .filter(e -> e.getValue().kind() == Kind.OUTPUT)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
