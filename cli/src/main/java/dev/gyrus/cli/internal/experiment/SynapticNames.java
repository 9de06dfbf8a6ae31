package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Parameter;
import dev.gyrus.core.Variable;
import dev.gyrus.spiking.Synapse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names that the synapses of a network bring into a group: x of a synapse {@code ampa} is {@code x_ampa} there, its current
 * into {@code I} is {@code I_ampa}, and neurons that are followed have a {@code rate}.
 */
public record SynapticNames(Set<String> variables, Set<String> parameters) {

    /** Of a group of a network with these connections. */
    public static SynapticNames of(GroupSpec group, List<ConnectionSpec> connections) {
        Set<String> variables = new LinkedHashSet<>();
        Set<String> parameters = new LinkedHashSet<>();
        for (ConnectionSpec connection : connections) {
            boolean followed = connection.from().equals(group.name())
                    && connection.output().filter("rate"::equals).isPresent();
            if (followed && !group.name().isEmpty()) {
                variables.add("rate");
                parameters.add("tau_rate");
            }
            connection.synaptic().stream()
                    .flatMap(spec -> spec.projections().stream())
                    .forEach(projection -> {
                        Synapse synapse = projection.synapse();
                        boolean source = synapse.site() == Synapse.Site.SOURCE;
                        if (projection.to().equals(group.name())) {
                            variables.add(projection.input().orElse("I") + "_" + synapse.name());
                        }
                        if ((source ? projection.from() : projection.to()).equals(group.name())) {
                            synapse.states().stream()
                                    .map(Variable::name)
                                    .forEach(name -> variables.add(name + "_" + synapse.name()));
                        }
                        if (List.of(projection.from(), projection.to()).contains(group.name())) {
                            synapse.parameters().stream()
                                    .map(Parameter::name)
                                    .forEach(name -> parameters.add(name + "_" + synapse.name()));
                        }
                    });
        }
        Optional<Double> rate = group.neurons().rate();
        rate.ifPresent(tau -> {
            variables.add("rate");
            parameters.add("tau_rate");
        });
        return new SynapticNames(variables, parameters);
    }
}
