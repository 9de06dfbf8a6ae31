package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.ConnectionSpec;
import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.NetworkSpec;
import dev.gyrus.cli.internal.experiment.SynapticNames;
import dev.gyrus.cli.internal.experiment.SynapticSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Network;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Synapses;
import dev.gyrus.spiking.SpikingNetwork;
import dev.gyrus.spiking.SynapticProjection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the synapses of an experiment make of its groups: neurons with synapses in their equations, and what joins them.
 *
 * @param groups the same, some with other nodes
 * @param projections of synapses that live in their sources
 * @param synapses of those that live in their targets
 */
record Neurons(List<Group> groups, List<Projection> projections, List<Synapses> synapses) {
    /** The variable that follows a neuron's spikes, and its standard time constant in ms. */
    static final String RATE = "rate";

    private static final double FOLLOWING = 10;

    private static final Pattern PROJECTION = Pattern.compile("projections\\[(\\d+)]");

    /** Groups as they are. */
    private static Neurons none(List<Group> groups) {
        return new Neurons(groups, List.of(), List.of());
    }

    /**
     * Composes the groups that are whole; what does not fit is among the findings.
     *
     * @param seed of wiring, weights and delays
     */
    static Neurons of(NetworkSpec spec, List<Group> groups, long seed, Findings findings) {
        List<Group> whole = groups.stream().filter(Group::isWhole).toList();
        SpikingNetwork network = SpikingNetwork.builder().seed(seed);
        whole.forEach(group -> network.population(group.name(), group.node().orElseThrow(), group.size()));
        boolean plain = true;
        for (Group group : whole) {
            starts(group, spec, findings).forEach((name, start) -> network.initial(group.name(), name, start));
            Optional<Double> rate = rate(group, spec);
            rate.ifPresent(tau -> network.rate(group.name(), tau));
            plain &= rate.isEmpty() && group.spec().neurons().initial().isEmpty();
        }
        List<String> keys = new ArrayList<>();
        for (int k = 0; k < spec.connections().size(); k++) {
            String key = ConnectionSpec.key(k);
            Optional<SynapticSpec> synaptic = spec.connections().get(k).synaptic();
            if (synaptic.isPresent() && findings.sound(key) && joins(synaptic.get(), whole)) {
                for (SynapticProjection projection : synaptic.get().projections()) {
                    network.project(projection);
                    keys.add(key);
                }
            }
        }
        if (plain && keys.isEmpty()) {
            return none(groups);
        }
        return findings.at("", () -> located(network, keys))
                .map(made -> composed(groups, made))
                .orElseGet(() -> none(groups));
    }

    /** Where states of a group start; without those that it does not have. */
    private static Map<String, Initial> starts(Group group, NetworkSpec spec, Findings findings) {
        Map<String, Initial> starts = new LinkedHashMap<>(group.spec().neurons().initial());
        Set<String> known = new LinkedHashSet<>(Declared.variables(group.node().orElseThrow()));
        known.addAll(SynapticNames.of(group.spec(), spec.connections()).variables());
        for (String name : List.copyOf(starts.keySet())) {
            if (!known.contains(name)) {
                starts.remove(name);
                findings.reject(group.spec().key() + ".initial." + name, Problem.unknown("", "variable", name, known));
            }
        }
        return starts;
    }

    /** Where something follows the spikes of a group: asked for, or read by a connection. */
    private static Optional<Double> rate(Group group, NetworkSpec spec) {
        boolean fires = group.fires();
        boolean read = spec.connections().stream()
                .anyMatch(connection -> connection.from().equals(group.name())
                        && connection.output().filter(RATE::equals).isPresent());
        boolean own = Declared.hasVariable(group.node().orElseThrow(), RATE);
        return group.spec()
                .neurons()
                .rate()
                .or(() -> fires && read && !own ? Optional.of(FOLLOWING) : Optional.empty());
    }

    private static boolean joins(SynapticSpec synaptic, List<Group> whole) {
        List<String> names = whole.stream().map(Group::name).toList();
        return Stream.concat(synaptic.from().stream(), synaptic.to().stream()).allMatch(names::contains);
    }

    private static Neurons composed(List<Group> groups, Network made) {
        List<Group> out = groups.stream()
                .map(group -> group.isWhole()
                        ? group.withNode(made.population(group.name()).node())
                        : group)
                .toList();
        return new Neurons(out, made.projections(), made.synapses());
    }

    /** The network; problems are said of the experiment's keys. */
    private static Network located(SpikingNetwork network, List<String> keys) {
        try {
            return network.build();
        } catch (GyrusException e) {
            throw new GyrusException(
                    e.kind(),
                    e.problems().stream()
                            .map(problem -> located(problem, keys))
                            .distinct()
                            .toList(),
                    e);
        }
    }

    private static Problem located(Problem problem, List<String> keys) {
        Matcher projection = PROJECTION.matcher(problem.key());
        if (projection.lookingAt()) {
            String rest = problem.key().substring(projection.end()).replaceFirst("^\\.rule\\b", ".wiring");
            return problem.under(keys.get(Integer.parseInt(projection.group(1))) + rest);
        }
        return problem.under(problem.key()
                .replaceFirst("^projections$", "network.connections")
                .replaceFirst("^populations\\.[^.]+\\.synapses\\.", "network.synapses.")
                .replaceFirst("^populations\\.", "network.groups."));
    }
}
