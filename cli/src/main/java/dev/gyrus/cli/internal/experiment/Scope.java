package dev.gyrus.cli.internal.experiment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
