package dev.gyrus.cli.internal.command;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parameter as users address it: by its flat name, or by {@code mass.name} where masses differ in its value or meaning.
 *
 * @param value in effect, in the parameter's unit
 * @param owners the masses that have it; empty for the wiring
 */
record ModelParameter(String name, Parameter parameter, double value, List<String> owners) {

    /** The parameters of a model: those of its wiring, then those of its masses. */
    static List<ModelParameter> of(Node node) {
        Map<String, List<ModelParameter>> named = new LinkedHashMap<>();
        node.parameters().forEach(p -> add(named, p, node.value("", p)[0], ""));
        for (Mass mass : node.masses()) {
            mass.parameters().forEach(p -> add(named, p, node.value(mass.name(), p)[0], mass.name()));
        }
        List<ModelParameter> all = new ArrayList<>();
        named.values()
                .forEach(same -> all.addAll(
                        same.stream().allMatch(same.get(0)::means)
                                ? List.of(join(same))
                                : same.stream().map(ModelParameter::qualified).toList()));
        return all;
    }

    private static void add(Map<String, List<ModelParameter>> named, Parameter parameter, double value, String owner) {
        List<String> owners = owner.isEmpty() ? List.of() : List.of(owner);
        named.computeIfAbsent(parameter.name(), name -> new ArrayList<>())
                .add(new ModelParameter(parameter.name(), parameter, value, owners));
    }

    private boolean means(ModelParameter other) {
        return value == other.value && parameter.equals(other.parameter);
    }

    private static ModelParameter join(List<ModelParameter> same) {
        Set<String> owners = new LinkedHashSet<>();
        same.forEach(each -> owners.addAll(each.owners));
        ModelParameter first = same.get(0);
        return new ModelParameter(first.name, first.parameter, first.value, List.copyOf(owners));
    }

    private ModelParameter qualified() {
        return owners.isEmpty() ? this : new ModelParameter(owners.get(0) + "." + name, parameter, value, owners);
    }
}
