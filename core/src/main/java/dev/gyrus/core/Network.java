package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * @param synapses connections that carry spikes
 */
public record Network(List<Population> populations, List<Projection> projections, List<Synapses> synapses) {

    public Network {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
        synapses = List.copyOf(synapses);
    }

    /** A network in which nothing fires. */
    public Network(List<Population> populations, List<Projection> projections) {
        this(populations, projections, List.of());
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

    /** The same network with parameters set to one value: {@link #with(String, double[])}. */
    public Network with(String path, double value) {
        return with(path, new double[] {value});
    }

    /**
     * The same network with parameters that follow maps over the nodes of their populations: {@link
     * Node#with(String, String, Map)}.
     */
    public Network with(String path, String expression, Map<String, double[]> maps) {
        return with(path, Regional.values("parameters." + path, expression, maps));
    }

    /**
     * The same network with parameters set to one value per node of their populations, in declared units.
     *
     * @param path {@code population.parameter} or {@code population.mass.parameter}, without the population where it has
     *     no name; {@code *} stands for any characters, as in {@code *.tau} or {@code cortex.excitatory.*}
     * @throws GyrusException when no parameter has such a path
     */
    public Network with(String path, double[] values) {
        Map<String, List<String>> names = parameters(path);
        List<Population> changed = new ArrayList<>();
        for (Population population : populations) {
            Node node = population.node();
            for (String name : names.getOrDefault(population.name(), List.of())) {
                node = node.with(name, values);
            }
            changed.add(new Population(population.name(), node, population.labels()));
        }
        return new Network(changed, projections, synapses);
    }

    /** The same network with the tables of all masses refined: {@link Table#smooth}. */
    public Network smooth(int factor) {
        List<Population> changed = populations.stream()
                .map(population -> new Population(population.name(), population.node().smooth(factor), population.labels()))
                .toList();
        return new Network(changed, projections, synapses);
    }

    /** The parameters of a path, or an error: for each population the names under which its node is given them. */
    Map<String, List<String>> parameters(String path) {
        Pattern pattern = Pattern.compile(
                Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        List<String> known = new ArrayList<>();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Population population : populations) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            for (String name : population.node().parameterNames()) {
                known.add(prefix + name);
                if (pattern.matcher(prefix + name).matches()) {
                    found.computeIfAbsent(population.name(), p -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        if (found.isEmpty()) {
            throw GyrusException.input(unknown(path, known));
        }
        return found;
    }

    /** A path of no parameter; its last part is compared with those of all parameters. */
    private static Problem unknown(String path, List<String> known) {
        Problem problem = Problem.unknown("parameters", "parameter", path, known);
        int dot = path.lastIndexOf('.');
        List<String> names = known.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .distinct()
                .toList();
        String last = path.substring(dot + 1);
        String near = names.contains(last) ? "" : Problem.nearest(last, names);
        return problem.hint().isEmpty() && !near.isEmpty()
                ? problem.hint("did you mean '" + path.substring(0, dot + 1) + near + "'?")
                : problem;
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
