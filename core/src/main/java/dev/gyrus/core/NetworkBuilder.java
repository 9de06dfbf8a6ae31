package dev.gyrus.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Collects populations and connections; {@link #build()} reports all that doesn't fit.
 *
 * <pre>{@code
 * var motif = Network.builder().node("cortex", Aln.node()).node("thalamus", Thalamus.node())
 *         .connect("cortex", "thalamus", c -> c.output("rates_exc").weight(1.2).delay(13.0))
 *         .connect("thalamus", "cortex", c -> c.output("Q_t").weight(0.15).delay(13.0)).build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class NetworkBuilder {
    private final List<Population> populations = new ArrayList<>();
    private final Map<String, Population> byName = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Synapses> synapses = new ArrayList<>();
    private int connections;

    NetworkBuilder() {}

    /** Connections to be worked out when all populations are known. */
    private interface Draft {
        void addTo(List<Projection> projections, Problems problems);
    }

    /** One node. */
    public NetworkBuilder node(String name, Node node) {
        return group(name, node, 1);
    }

    /** Several nodes without connections among them. */
    public NetworkBuilder group(String name, Node node, int size) {
        add(new Population(
                name, node, IntStream.range(0, size).mapToObj(Integer::toString).toList()));
        return this;
    }

    /** One node per region of a connectome, wired as the node declares; {@code speed} in mm/ms. */
    public NetworkBuilder group(String name, Node node, Connectome connectome, double speed) {
        add(new Population(name, node, connectome.labels()));
        String place = name.isEmpty() ? "connectome" : "groups." + name + ".connectome";
        double[][] delays = connectome.delays(speed);
        Projection.Origin origin = Projection.Origin.matrices(place, delaysOf(connectome));
        drafts.add((projections, problems) -> projections.add(
                new Projection(name, name, connectome.weights(), delays, Optional.empty(), node.syncs(), origin)));
        return this;
    }

    private static String delaysOf(Connectome connectome) {
        return connectome.lengths().isPresent() ? "lengths" : "delays";
    }

    /**
     * The regions of one connectome as nodes of several kinds: a group for each name, in the order of {@code nodes}, with
     * the connections within and between them.
     *
     * @param speed of conduction, in mm/ms; 0 for no delays; without meaning where the connectome gives delays
     * @param nodes the kind of each group
     * @param groups the name of the group of each region; "" leaves a region out
     * @param wiring what feeds what between two groups where that is not as the target declares; its weight multiplies
     *     those of the connectome, its delays are not used
     */
    public NetworkBuilder regions(
            Connectome connectome, double speed, Map<String, Node> nodes, List<String> groups, Connection... wiring) {
        if (groups.size() != connectome.size()) {
            throw GyrusException.input(
                    "groups", "the group of each of " + connectome.size() + " regions", groups.size() + " names");
        }
        Map<String, int[]> members = new LinkedHashMap<>();
        for (String name : nodes.keySet()) {
            members.put(
                    name,
                    IntStream.range(0, groups.size())
                            .filter(region -> groups.get(region).equals(name))
                            .toArray());
        }
        Problems problems = new Problems();
        groups.stream()
                .filter(name -> !name.isEmpty() && !nodes.containsKey(name))
                .forEach(name -> problems.add(Problem.unknown("groups", "group", name, nodes.keySet())));
        problems.throwIfAny();
        members.forEach((name, regions) -> add(new Population(
                name,
                nodes.get(name),
                IntStream.of(regions).mapToObj(connectome.labels()::get).toList())));
        double[][] delays = connectome.delays(speed);
        for (String to : members.keySet()) {
            for (String from : members.keySet()) {
                Connection connection = Connection.of(from, to);
                for (Connection given : wiring) {
                    connection = given.from().equals(from) && given.to().equals(to) ? given : connection;
                }
                part(connectome, delays, members.get(to), members.get(from), connection);
            }
        }
        return this;
    }

    private void part(Connectome connectome, double[][] delays, int[] to, int[] from, Connection connection) {
        double[][] weights = submatrix(connectome.weights(), to, from);
        if (IntStream.range(0, to.length)
                .allMatch(i -> IntStream.range(0, from.length).allMatch(j -> weights[i][j] == 0))) {
            return;
        }
        Projection.Origin origin = new Projection.Origin(
                "connectome",
                "weights",
                delaysOf(connectome),
                true,
                true,
                IntStream.of(to).boxed().toList(),
                IntStream.of(from).boxed().toList());
        drafts.add((projections, problems) -> {
            String place = "connections " + connection.from() + " → " + connection.to();
            Projection own = connection.projection(
                    find(connection.from(), "groups"), find(connection.to(), "groups"), place, problems);
            for (int i = 0; i < to.length; i++) {
                for (int j = 0; j < from.length; j++) {
                    weights[i][j] *= own.weights()[i][j];
                }
            }
            projections.add(new Projection(
                    own.source(),
                    own.target(),
                    weights,
                    submatrix(delays, to, from),
                    own.spreads(),
                    own.syncs(),
                    origin));
        });
    }

    private static double[][] submatrix(double[][] matrix, int[] rows, int[] columns) {
        return IntStream.of(rows)
                .mapToObj(i ->
                        IntStream.of(columns).mapToDouble(j -> matrix[i][j]).toArray())
                .toArray(double[][]::new);
    }

    /** Adds a connection. */
    public NetworkBuilder connect(Connection connection) {
        String place = "connections[" + connections++ + "]";
        drafts.add((projections, problems) -> {
            Population source = find(connection.from(), place + ".from");
            Population target = find(connection.to(), place + ".to");
            projections.add(connection.projection(source, target, place, problems));
        });
        return this;
    }

    /** Adds a connection between two populations: {@code connect("a", "b", c -> c.weight(1.2).delay(13.0))}. */
    public NetworkBuilder connect(String source, String target, UnaryOperator<Connection> description) {
        return connect(description.apply(Connection.of(source, target)));
    }

    /** Every node of {@code source} acts on every node of {@code target}, wired as the target declares; delay in ms. */
    public NetworkBuilder connect(String source, String target, double weight, double delay) {
        return connect(Connection.of(source, target).weight(weight).delay(delay));
    }

    /** Every node of {@code source} acts on every node of {@code target} by the given lines of wiring; delay in ms. */
    public NetworkBuilder connect(String source, String target, double weight, double delay, List<Sync> lines) {
        String place = "connections[" + connections++ + "]";
        Connection connection = Connection.of(source, target).weight(weight).delay(delay);
        drafts.add((projections, problems) -> {
            Population from = find(source, place + ".from");
            Population to = find(target, place + ".to");
            Projection p = connection.projection(from, to, place, new Problems());
            projections.add(new Projection(source, target, p.weights(), p.delays(), p.spreads(), lines, p.origin()));
        });
        return this;
    }

    /** Adds a connection that carries spikes. */
    public NetworkBuilder connect(Synapses connection) {
        synapses.add(connection);
        return this;
    }

    private void add(Population population) {
        populations.add(population);
        byName.putIfAbsent(population.name(), population);
    }

    private Population find(String name, String key) {
        Population population = byName.get(name);
        if (population == null) {
            List<String> known = populations.stream().map(Population::name).toList();
            throw GyrusException.input(Problem.unknown(key, "population", name, known));
        }
        return population;
    }

    /**
     * The network.
     *
     * @throws GyrusException with everything in the connections that does not fit the populations
     */
    public Network build() {
        Problems problems = new Problems();
        List<Projection> projections = new ArrayList<>();
        drafts.forEach(draft -> problems.collect(() -> draft.addTo(projections, problems)));
        problems.throwIfAny();
        return new Network(populations, projections, synapses);
    }
}
