package dev.gyrus.spiking;

import dev.gyrus.core.Connection;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.NetworkBuilder;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Synapses;
import dev.gyrus.core.Variable;
import dev.gyrus.core.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a network of what was described: synapses go into the masses, projections become connections. */
final class Assembly {
    /** A synapse takes so many bytes while a network is made and run: a target, and its place in a queue or transpose. */
    private static final long BYTES_PER_SYNAPSE = 8;

    private final Map<String, SpikingNetwork.Group> groups;
    private final List<SynapticProjection> projections;
    private final List<Connection> connections;
    private final long seed;
    private final Problems problems;
    private final Map<String, Map<String, ComposedMass>> composed = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    Assembly(
            Map<String, SpikingNetwork.Group> groups,
            List<SynapticProjection> projections,
            List<Connection> connections,
            long seed,
            Problems problems) {
        this.groups = groups;
        this.projections = projections;
        this.connections = connections;
        this.seed = seed;
        this.problems = problems;
        groups.values().forEach(group -> {
            Map<String, ComposedMass> masses = new LinkedHashMap<>();
            group.node()
                    .masses()
                    .forEach(mass ->
                            masses.put(mass.name(), new ComposedMass(mass, "populations." + group.name(), problems)));
            composed.put(group.name(), masses);
        });
    }

    Network network() {
        List<Route> routes = new ArrayList<>();
        for (int k = 0; k < projections.size(); k++) {
            String key = "projections[" + k + "]";
            SynapticProjection projection = projections.get(k);
            problems.collect(() -> routes.add(route(projection, key)));
        }
        rates();
        problems.throwIfAny();
        fits(routes);
        NetworkBuilder network = Network.builder();
        groups.values()
                .forEach(group -> group.fibres()
                        .ifPresentOrElse(
                                f -> network.group(group.name(), node(group), f.connectome(), f.speed()),
                                () -> network.group(group.name(), node(group), group.size())));
        connections.forEach(network::connect);
        routes.forEach(route -> route.addTo(network));
        problems.throwIfAny();
        return network.build();
    }

    /** A projection whose synapse has found its place. */
    private record Route(SynapticProjection projection, Wiring wiring, String key) {

        void addTo(NetworkBuilder network) {
            Synapse synapse = projection.synapse();
            if (synapse.site() == Synapse.Site.TARGET) {
                network.connect(new Synapses(
                        projection.from(), projection.to(), wiring, SynapseNames.in(synapse.arrival(), synapse)));
            } else {
                network.connect(SummedRelease.connection(projection, wiring, key));
            }
        }
    }

    private Route route(SynapticProjection projection, String key) {
        SpikingNetwork.Group from = group(projection.from(), key + ".from");
        SpikingNetwork.Group to = group(projection.to(), key + ".to");
        List<Mass> senders = from.node().masses().stream()
                .filter(mass -> mass.firing().isPresent())
                .toList();
        problems.require(
                senders.size() == 1,
                key + ".from",
                "a population of neurons: one mass with a threshold",
                "'" + from.name() + "', where " + (senders.isEmpty() ? "nothing fires" : "several masses fire"));
        Synapse synapse = projection.synapse();
        Receiver receiver = Receiver.of(to.node(), projection, key, problems);
        if (synapse.site() == Synapse.Site.SOURCE && senders.size() == 1) {
            composed.get(from.name()).get(senders.get(0).name()).send(synapse);
        }
        composed.get(to.name()).get(receiver.mass()).receive(synapse, receiver.input());
        return new Route(projection, wiring(projection, from, to, key), key);
    }

    private Wiring wiring(
            SynapticProjection projection, SpikingNetwork.Group from, SpikingNetwork.Group to, String key) {
        if (projection.wiring().isPresent()) {
            Wiring given = projection.wiring().get();
            problems.require(
                    given.sources() == from.size() && given.targets() == to.size(),
                    key + ".wiring",
                    from.size() + " sources and " + to.size() + " targets",
                    given.sources() + " and " + given.targets());
            return given;
        }
        WiringRule.Ends ends = new WiringRule.Ends(
                from.size(), to.size(), projection.from().equals(projection.to()), projection.self());
        Problems wrong = new Problems();
        projection.rule().check(ends, key + ".rule", wrong);
        projection.weight().check(key + ".weight", wrong);
        projection.delay().check(key + ".delay", wrong);
        double least = projection.delay().least();
        wrong.require(
                least >= 0 || least == Double.NEGATIVE_INFINITY, key + ".delay", "delays of at least 0 ms", least);
        wrong.throwIfAny();
        String route = projection.from() + "→" + projection.to() + " "
                + projection.synapse().name();
        return RuleWiring.of(projection, ends, seed, route + " " + uses.merge(route, 1, Integer::sum));
    }

    private SpikingNetwork.Group group(String name, String key) {
        SpikingNetwork.Group group = groups.get(name);
        if (group == null) {
            throw GyrusException.input(Problem.unknown(key, "population", name, groups.keySet()));
        }
        return group;
    }

    private void rates() {
        for (SpikingNetwork.Group group : groups.values()) {
            for (double tau : group.rates().stream().distinct().toList()) {
                List<Mass> firing = group.node().masses().stream()
                        .filter(mass -> mass.firing().isPresent())
                        .toList();
                String key = "populations." + group.name() + ".rate";
                problems.require(tau > 0, key, "a positive time constant in ms", tau);
                problems.require(
                        !firing.isEmpty(),
                        key,
                        "a population of neurons",
                        group.node().name());
                firing.forEach(
                        mass -> composed.get(group.name()).get(mass.name()).followRate(tau));
            }
        }
    }

    /** Says that a network is too large before anything is allocated for it. */
    private void fits(List<Route> routes) {
        long synapses =
                routes.stream().mapToLong(route -> route.wiring().size()).sum();
        long memory = Runtime.getRuntime().maxMemory();
        problems.require(
                synapses * BYTES_PER_SYNAPSE < memory,
                "projections",
                "at most " + memory / BYTES_PER_SYNAPSE + " synapses, for which the memory of " + (memory >> 20)
                        + " MiB is enough",
                synapses + " synapses");
        problems.throwIfAny();
    }

    private Node node(SpikingNetwork.Group group) {
        Node node = group.node();
        List<Mass> masses = node.masses().stream()
                .map(mass -> composed.get(group.name()).get(mass.name()).build(group.starts()))
                .toList();
        List<String> known = masses.stream()
                .flatMap(mass -> mass.variables().stream())
                .filter(variable -> variable.kind() != Variable.Kind.OUTPUT)
                .map(Variable::name)
                .toList();
        String key = "populations." + group.name() + ".initial";
        group.starts().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(Problem.unknown(key, "state", name, known)));
        return new Node(
                node.name(),
                node.doc(),
                node.reference(),
                masses,
                node.parameters(),
                node.locals(),
                node.syncs(),
                node.defaultOutput(),
                node.boldInput(),
                node.settings());
    }
}
