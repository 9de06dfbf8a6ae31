package dev.gyrus.core;

import java.util.List;

/**
 * Nodes and the connections between them; homogeneous or not, the engine makes no difference.
 *
 * <pre>{@code
 * var brain = Network.of(Aln.node(), connectome, 20.0);
 * var motif = Network.builder().node("cortex", Aln.node()).node("thalamus", Thalamus.node())
 *         .connect("cortex", "thalamus", c -> c.output("rates_exc").weight(1.2).delay(13.0)).build();
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

    /** Collects populations and connections. */
    public static NetworkBuilder builder() {
        return new NetworkBuilder();
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
}
