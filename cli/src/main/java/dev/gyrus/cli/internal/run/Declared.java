package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Input;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Declared units of a node's parts, by flat or qualified name; the names are known to exist. */
final class Declared {
    private Declared() {}

    static String parameter(Node node, String name) {
        Stream<Parameter> own = node.parameters().stream().filter(p -> p.name().equals(name));
        return Stream.concat(
                        own.map(Parameter::unit), units(node, name, Mass::parameters, Parameter::name, Parameter::unit))
                .findFirst()
                .orElseThrow();
    }

    static String variable(Node node, String name) {
        return units(node, name, Mass::variables, Variable::name, Variable::unit)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a variable is a function of others, in every mass that has it. */
    static boolean isOutput(Node node, String name) {
        return units(
                        node,
                        name,
                        Mass::variables,
                        Variable::name,
                        variable -> variable.kind().name())
                .allMatch(Variable.Kind.OUTPUT.name()::equals);
    }

    static boolean hasVariable(Node node, String name) {
        return units(node, name, Mass::variables, Variable::name, Variable::unit)
                .findAny()
                .isPresent();
    }

    static boolean hasInput(Node node, String name) {
        return units(node, name, Mass::inputs, Input::name, Input::unit)
                .findAny()
                .isPresent();
    }

    /** Whether an input or a parameter of a mass has that name. */
    static boolean hasTarget(Node node, String name) {
        return hasInput(node, name)
                || units(node, name, Mass::parameters, Parameter::name, Parameter::unit)
                        .findAny()
                        .isPresent();
    }

    static String input(Node node, String name) {
        return units(node, name, Mass::inputs, Input::name, Input::unit)
                .findFirst()
                .orElseThrow();
    }

    /** Names to choose from: flat where only one mass has the variable, else qualified. */
    static List<String> variables(Node node) {
        return names(node, Mass::variables, Variable::name);
    }

    /** Likewise of inputs. */
    static List<String> inputs(Node node) {
        return names(node, Mass::inputs, Input::name);
    }

    /** Likewise of what a signal may act on. */
    static List<String> targets(Node node) {
        return Stream.concat(inputs(node).stream(), names(node, Mass::parameters, Parameter::name).stream())
                .toList();
    }

    private static <T> List<String> names(Node node, Function<Mass, List<T>> parts, Function<T, String> nameOf) {
        List<String> all = node.masses().stream()
                .flatMap(mass -> parts.apply(mass).stream().map(nameOf))
                .toList();
        return node.masses().stream()
                .flatMap(mass -> parts.apply(mass).stream()
                        .map(nameOf)
                        .map(name -> Collections.frequency(all, name) == 1 ? name : mass.name() + "." + name))
                .toList();
    }

    /** Of an input or a parameter of a mass. */
    static String target(Node node, String name) {
        return Stream.concat(
                        units(node, name, Mass::inputs, Input::name, Input::unit),
                        units(node, name, Mass::parameters, Parameter::name, Parameter::unit))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The mass that a parameter, an input or a variable is of: the first that has one of that flat name. Parameters
     * of the node itself are of none.
     */
    static Optional<Mass> mass(Node node, String name) {
        return node.masses().stream()
                .filter(mass -> Stream.of(
                                mass.inputs().stream().map(Input::name),
                                mass.parameters().stream().map(Parameter::name),
                                mass.variables().stream().map(Variable::name))
                        .flatMap(names -> names)
                        .anyMatch(part -> name.equals(part) || name.equals(mass.name() + "." + part)))
                .findFirst();
    }

    private static <T> Stream<String> units(
            Node node,
            String name,
            Function<Mass, List<T>> parts,
            Function<T, String> nameOf,
            Function<T, String> unitOf) {
        return node.masses().stream().flatMap(mass -> {
            Predicate<T> isNamed =
                    part -> name.equals(nameOf.apply(part)) || name.equals(mass.name() + "." + nameOf.apply(part));
            return parts.apply(mass).stream().filter(isNamed).map(unitOf);
        });
    }
}
