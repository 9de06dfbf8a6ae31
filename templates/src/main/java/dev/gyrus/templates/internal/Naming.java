package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What variables are called in a node of several operators: by their own name where it is the only one, else with the
 * operator's name before it. An input fed by one output of the node is that output.
 */
final class Naming {
    private static final Set<String> RESERVED = Set.of("t", "pi", "and", "or", "not", "hold", "output");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);

    Naming(Unit unit, Set<String> complex) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        for (Unit.Instance instance : unit.instances) {
            for (String variable : instance.operator().names()) {
                String key = instance.label() + "/" + variable;
                List<String> sources =
                        isInput(instance, variable) ? Complexity.sources(unit, instance, variable) : List.of();
                if (sources.size() == 1
                        && !unit.fed.containsKey(key)
                        && complex.contains(key) == complex.contains(sources.get(0))) {
                    aliases.put(key, sources.get(0));
                } else {
                    owners.computeIfAbsent(variable, v -> new ArrayList<>()).add(key);
                }
            }
        }
        owners.forEach((variable, keys) -> {
            for (String key : keys) {
                String label = key.substring(0, key.indexOf('/'));
                String wanted = keys.size() == 1 ? variable : label + "_" + variable;
                names.put(key, free(wanted.startsWith("xi_") ? "x_" + wanted : wanted));
            }
        });
    }

    private static boolean isInput(Unit.Instance instance, String variable) {
        Declared declared = instance.operator().variables().get(variable);
        return declared != null && declared.kind() == Declared.Kind.INPUT;
    }

    /** A name like the wanted one that nothing has yet. */
    String free(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** What {@code operator/variable} is called. */
    String of(String key) {
        return names.get(resolved(key));
    }

    /** The variable that another one is. */
    String resolved(String key) {
        String at = key;
        for (int k = 0; aliases.containsKey(at) && k < 100; k++) {
            at = aliases.get(at);
        }
        return at;
    }
}
