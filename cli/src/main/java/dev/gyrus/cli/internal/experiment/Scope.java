package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The names that a network offers to the rest of its experiment: those of its models and synapses, and {@code group.name}.
 *
 * @param connections whose synapses bring names into their groups
 */
record Scope(Vocabulary vocabulary, List<GroupSpec> groups, List<ConnectionSpec> connections) {

    Scope(Vocabulary vocabulary, List<GroupSpec> groups) {
        this(vocabulary, groups, List.of());
    }

    /** False where a model isn't known: any name may be right. */
    boolean isKnown() {
        return !groups.isEmpty()
                && groups.stream().noneMatch(group -> group.model().isEmpty());
    }

    Collection<String> parameters() {
        return names(vocabulary::parameters, SynapticNames::parameters);
    }

    Collection<String> initials() {
        return names(vocabulary::initials, SynapticNames::variables);
    }

    Collection<String> variables() {
        return names(vocabulary::variables, SynapticNames::variables);
    }

    Collection<String> targets() {
        return names(vocabulary::targets, SynapticNames::parameters);
    }

    /**
     * A quantity in the declared unit of every parameter, or every variable, that a name or pattern stands for.
     *
     * @throws GyrusException where one is of another dimension, or they differ
     */
    double inDeclaredUnit(String name, boolean variable, Quantity quantity) {
        Pattern pattern = Pattern.compile(Pattern.quote(name).replace("*", "\\E.*\\Q"));
        Set<Double> converted = new LinkedHashSet<>();
        for (GroupSpec group : groups) {
            for (String own : variable ? vocabulary.initials(group.model()) : vocabulary.parameters(group.model())) {
                if (pattern.matcher(own).matches()
                        || pattern.matcher(group.name() + "." + own).matches()) {
                    converted.add(vocabulary.inDeclaredUnit(group, own, quantity));
                }
            }
        }
        if (converted.size() > 1) {
            throw GyrusException.input("", "one unit for all that '" + name + "' stands for", quantity.shown());
        }
        return converted.stream().findFirst().orElse(quantity.value());
    }

    private Set<String> names(
            Function<String, Collection<String>> of, Function<SynapticNames, Collection<String>> ofSynapses) {
        Set<String> names = new LinkedHashSet<>();
        groups.forEach(group -> names.addAll(of.apply(group.model())));
        for (GroupSpec group : groups) {
            Collection<String> own = ofSynapses.apply(SynapticNames.of(group, connections));
            names.addAll(own);
            if (!group.name().isEmpty()) {
                of.apply(group.model()).forEach(name -> names.add(group.name() + "." + name));
                own.forEach(name -> names.add(group.name() + "." + name));
            }
        }
        return names;
    }

    /** The command that lists the names of the model that a name is of. */
    String command(String name) {
        return groups.stream()
                .filter(group -> groups.size() == 1 || name.startsWith(group.name() + "."))
                .findFirst()
                .map(group -> vocabulary.command(group.model()))
                .orElse("gyrus models NAME");
    }

    List<String> groupNames() {
        return groups.stream()
                .map(GroupSpec::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
