package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nodes and the connections between them; homogeneous or not, the engine makes no difference.
 *
 * <pre>{@code
 * var brain = Network.of(Aln.node(), connectome, 20.0);
 * var motif = Network.builder().node("cortex", Aln.node()).node("thalamus", Thalamus.node())
 *         .connect("cortex", "thalamus", 1.2, 13.0).build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param populations groups of equal nodes
 * @param projections connections between them
 */
public record Network(List<Population> populations, List<Projection> projections) {

    public Network {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
    }

    /** A single node. */
    public static Network of(Node node) {
        return new Network(List.of(new Population("", node, List.of("0"))), List.of());
    }

    /**
     * One node per region of a connectome, wired as the node declares.
     *
     * @param speed of conduction along the fibres, in mm/ms; 0 for no delays; without meaning where the connectome gives
     *     delays
     */
    public static Network of(Node node, Connectome connectome, double speed) {
        return builder().group("", node, connectome, speed).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All nodes of all populations. */
    public int size() {
        return populations.stream().mapToInt(Population::size).sum();
    }

    /** The population of that name, or an error that lists them. */
    public Population population(String name) {
        return populations.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> GyrusException.input(Problem.unknown(
                        "network",
                        "population",
                        name,
                        populations.stream().map(Population::name).toList())));
    }

    /** The delays of a connectome in ms. */
    private static double[][] delays(Connectome connectome, double speed) {
        int n = connectome.size();
        if (connectome.delays().isPresent()) {
            return connectome.delays().get();
        }
        double[][] delays = new double[n][n];
        if (connectome.lengths().isEmpty()) {
            return delays;
        }
        if (!(speed >= 0)) {
            throw GyrusException.input("network.speed", "mm/ms, or 0 for no delays", String.valueOf(speed));
        }
        double[][] lengths = connectome.lengths().get();
        for (int i = 0; speed > 0 && i < n; i++) {
            for (int j = 0; j < n; j++) {
                delays[i][j] = lengths[i][j] / speed;
            }
        }
        return delays;
    }

    /** Collects populations and connections; not thread-safe. */
    public static final class Builder {
        private final List<Population> populations = new ArrayList<>();
        private final List<Projection> projections = new ArrayList<>();

        private int connections;

        private Builder() {}

        /** One node. */
        public Builder node(String name, Node node) {
            return group(name, node, 1);
        }

        /** Several nodes without connections among them. */
        public Builder group(String name, Node node, int size) {
            populations.add(new Population(
                    name,
                    node,
                    IntStream.range(0, size).mapToObj(Integer::toString).toList()));
            return this;
        }

        /** One node per region of a connectome, wired as the node declares; {@code speed} in mm/ms. */
        public Builder group(String name, Node node, Connectome connectome, double speed) {
            populations.add(new Population(name, node, connectome.labels()));
            String place = name.isEmpty() ? "connectome" : "groups." + name + ".connectome";
            Projection.Origin origin = new Projection.Origin(
                    place, "weights", connectome.lengths().isPresent() ? "lengths" : "delays", true);
            projections.add(
                    new Projection(name, name, connectome.weights(), delays(connectome, speed), node.syncs(), origin));
            return this;
        }

        /** Every node of {@code source} acts on every node of {@code target}, wired as the target declares; delay in ms. */
        public Builder connect(String source, String target, double weight, double delay) {
            return connect(source, target, weight, delay, find(target).node().syncs());
        }

        /** Every node of {@code source} acts on every node of {@code target} by the given lines of wiring; delay in ms. */
        public Builder connect(String source, String target, double weight, double delay, List<Sync> syncs) {
            int from = find(source).size();
            int to = find(target).size();
            double[][] weights = new double[to][from];
            double[][] delays = new double[to][from];
            for (int i = 0; i < to; i++) {
                Arrays.fill(weights[i], weight);
                Arrays.fill(delays[i], delay);
            }
            Projection.Origin origin =
                    new Projection.Origin("connections[" + connections++ + "]", "weight", "delay", false);
            projections.add(new Projection(source, target, weights, delays, syncs, origin));
            return this;
        }

        private Population find(String name) {
            return new Network(populations, projections).population(name);
        }

        public Network build() {
            return new Network(populations, projections);
        }
    }
}
