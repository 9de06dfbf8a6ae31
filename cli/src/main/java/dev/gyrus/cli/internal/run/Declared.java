package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Input;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Variable;
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

    /** Of an input or a parameter of a mass. */
    static String target(Node node, String name) {
        return Stream.concat(
                        units(node, name, Mass::inputs, Input::name, Input::unit),
                        units(node, name, Mass::parameters, Parameter::name, Parameter::unit))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Stream<String> units(
            Node node,
            String name,
            Function<Mass, java.util.List<T>> parts,
            Function<T, String> nameOf,
            Function<T, String> unitOf) {
        return node.masses().stream().flatMap(mass -> {
            Predicate<T> isNamed =
                    part -> name.equals(nameOf.apply(part)) || name.equals(mass.name() + "." + nameOf.apply(part));
            return parts.apply(mass).stream().filter(isNamed).map(unitOf);
        });
    }
}
