package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the variables of a network are called, their units and nodes, as observers will see them. */
record Variables(Network network) {

    /**
     * The channel of a variable, of all populations that have it.
     *
     * @throws GyrusException for a name that no variable has, or several of one node
     */
    Channel channel(String name) {
        return variable(name)
                .or(() -> SpikeSignals.channel(network, name))
                .orElseThrow(() -> GyrusException.input(Problem.unknown("", "signal", name, names())));
    }

    /** Whether a signal is a variable, and not made of spikes. */
    boolean isVariable(String name) {
        return variable(name).isPresent();
    }

    private Optional<Channel> variable(String name) {
        List<String> labels = new ArrayList<>();
        String unit = "";
        for (Population population : network.populations()) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            boolean named = !prefix.isEmpty() && name.startsWith(prefix);
            String local = named ? name.substring(prefix.length()) : name;
            List<Variable> found = new ArrayList<>();
            List<String> choices = new ArrayList<>();
            population
                    .node()
                    .masses()
                    .forEach(mass -> mass.variables().stream()
                            .filter(variable ->
                                    local.equals(variable.name()) || local.equals(mass.name() + "." + variable.name()))
                            .forEach(variable -> {
                                found.add(variable);
                                choices.add(prefix + mass.name() + "." + variable.name());
                            }));
            if (found.size() > 1) {
                throw GyrusException.input("", "one of " + String.join(", ", choices), "'" + name + "'");
            }
            if (!found.isEmpty()) {
                unit = found.get(0).unit();
                String path = population.name().isEmpty() ? "" : population.name() + "/";
                population.labels().forEach(label -> labels.add(path + label));
            }
        }
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Channel(name, unit, 1 / Unit.of(unit).toCoherent(), labels));
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        network.populations()
                .forEach(population -> population
                        .node()
                        .masses()
                        .forEach(mass -> mass.variables().forEach(variable -> names.add(variable.name()))));
        names.addAll(SpikeSignals.names(network));
        return names;
    }

    /** What is recorded by default: the default output of the populations, where it is one. */
    String output() {
        List<String> outputs = network.populations().stream()
                .map(population -> population.node().defaultOutput())
                .distinct()
                .toList();
        if (outputs.size() != 1) {
            throw GyrusException.input("", "the name of a signal: groups have " + String.join(", ", outputs), "none");
        }
        return outputs.get(0);
    }
}
