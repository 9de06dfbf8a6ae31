package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Coupling;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces delays that are spread by populations of leaky integrators between source and target.
 *
 * <p>The gamma distribution of shape n and rate a is the impulse response of a chain
 *
 * <pre>
 *   dz₁/dt = a (x − z₁)     dz_k/dt = a (z_{k−1} − z_k)     seen by the target: z_n
 * </pre>
 *
 * (see {@link Projection}). A chain belongs to a source node and an (n, a), whatever number of targets it serves: the lanes
 * of a chain population are the different chains of one projection. All have as many integrators as the longest; a shorter
 * one takes its source further down.
 *
 * @param network with chains as populations, after those of the description
 * @param chains by the name of their population
 */
record SpreadDelays(Network network, Map<String, Chain> chains) {
    private static final int LONGEST = 200;

    /**
     * A population of chains.
     *
     * @param source the population that it delays
     * @param lanes source node of each chain
     * @param nodes the number of source nodes
     */
    record Chain(String source, int[] lanes, int nodes) {}

    /** A source node seen through n integrators of one rate. */
    private record Lane(int source, int order, double rate) {}

    static SpreadDelays of(Network network, Problems problems) {
        List<Population> populations = new ArrayList<>(network.populations());
        List<Projection> projections = new ArrayList<>();
        Map<String, Chain> chains = new LinkedHashMap<>();
        Map<String, Population> byName = new HashMap<>();
        populations.forEach(population -> byName.put(population.name(), population));
        Function<String, Population> find =
                name -> byName.containsKey(name) ? byName.get(name) : network.population(name);
        for (Projection projection : network.projections()) {
            if (projection.spreads().isEmpty()) {
                projections.add(projection);
                continue;
            }
            problems.collect(() -> {
                Population source = find.apply(projection.source());
                int to = find.apply(projection.target()).size();
                double[][] spreads = projection.spreads().get();
                for (double[][] matrix : List.of(projection.weights(), projection.delays(), spreads)) {
                    NetworkWiring.checkShape(matrix, to, source.size(), projection);
                }
                String name = projection.source() + " → " + projection.target() + ", delay " + (chains.size() + 1);
                expand(projection, source, name, populations, projections, chains, problems);
            });
        }
        return new SpreadDelays(new Network(populations, projections, network.synapses()), chains);
    }

    private static void expand(
            Projection projection,
            Population source,
            String name,
            List<Population> populations,
            List<Projection> projections,
            Map<String, Chain> chains,
            Problems problems) {
        double[][] spreads = projection.spreads().orElseThrow();
        int to = projection.weights().length;
        int from = source.size();
        double[][] sharp = new double[to][];
        Map<Lane, double[]> columns = new LinkedHashMap<>();
        boolean mixed = false;
        for (int i = 0; i < to; i++) {
            sharp[i] = projection.weights()[i].clone();
            for (int j = 0; j < from; j++) {
                double weight = sharp[i][j];
                double delay = projection.delays()[i][j];
                if (weight == 0 || !Double.isFinite(weight) || spreads[i][j] == 0) {
                    mixed |= weight != 0;
                    continue;
                }
                int order = order(projection, i, j, delay, spreads[i][j], problems);
                if (order > 0) {
                    Lane lane = new Lane(j, order, order / delay);
                    columns.computeIfAbsent(lane, l -> new double[to])[i] = weight;
                    sharp[i][j] = 0;
                }
            }
        }
        if (mixed || columns.isEmpty()) {
            projections.add(new Projection(
                    projection.source(),
                    projection.target(),
                    sharp,
                    projection.delays(),
                    Optional.empty(),
                    projection.syncs(),
                    projection.origin()));
        }
        if (columns.isEmpty()) {
            return;
        }
        if (mixed) {
            checkLinear(projection, problems);
        }
        insert(projection, source, name, columns, populations, projections);
        chains.put(
                name,
                new Chain(
                        source.name(),
                        columns.keySet().stream().mapToInt(Lane::source).toArray(),
                        from));
    }

    /** Puts chains between a source and its target. */
    private static void insert(
            Projection projection,
            Population source,
            String name,
            Map<Lane, double[]> columns,
            List<Population> populations,
            List<Projection> projections) {
        int to = projection.weights().length;
        int from = source.size();
        List<Lane> lanes = List.copyOf(columns.keySet());
        Map<String, Set<String>> delayed = DelayChain.variables(projection, source.node());
        populations.add(new Population(
                name,
                DelayChain.of(
                        source.node(),
                        delayed,
                        lanes.stream().mapToInt(Lane::order).toArray(),
                        lanes.stream().mapToDouble(Lane::rate).toArray()),
                lanes.stream().map(lane -> source.labels().get(lane.source)).toList()));
        double[][] taps = new double[lanes.size()][from];
        double[][] weights = new double[to][lanes.size()];
        for (int lane = 0; lane < lanes.size(); lane++) {
            taps[lane][lanes.get(lane).source] = 1;
            for (int i = 0; i < to; i++) {
                weights[i][lane] = columns.get(lanes.get(lane))[i];
            }
        }
        List<Sync> feeds = new ArrayList<>();
        delayed.forEach((mass, variables) ->
                variables.forEach(v -> feeds.add(Sync.additive(mass + "." + v, mass + "." + DelayChain.input(v)))));
        projections.add(new Projection(source.name(), name, taps, new double[lanes.size()][from], feeds));
        projections.add(new Projection(
                name,
                projection.target(),
                weights,
                new double[to][lanes.size()],
                Optional.empty(),
                projection.syncs(),
                projection.origin()));
    }

    /** n of a connection; 0 after reporting what is wrong with it. */
    private static int order(Projection projection, int i, int j, double delay, double spread, Problems problems) {
        String place = projection.origin().place();
        boolean fine = problems.require(
                        spread > 0 && Double.isFinite(spread),
                        place + ".spread",
                        "a finite number of ms that is not negative",
                        spread)
                && problems.require(
                        delay > 0 && Double.isFinite(delay),
                        projection.origin().delay(i, j),
                        "a finite delay above 0, since it has a spread",
                        delay + " ms")
                && problems.require(
                        spread <= delay,
                        place + ".spread",
                        "at most the delay, " + delay
                                + " ms: the standard deviation of a chain of leaky integrators is not above its mean",
                        spread + " ms");
        double order = fine ? Math.max(1, Math.rint(delay / spread * (delay / spread))) : 0;
        boolean buildable = problems.require(
                order <= LONGEST,
                place + ".spread",
                "at least " + delay / Math.sqrt(LONGEST) + " ms for a delay of " + delay + " ms, or 0",
                spread + " ms");
        return buildable ? (int) order : 0;
    }

    /** Sharp and spread delays reach the target as two sums; that is the same only for couplings linear in them. */
    private static void checkLinear(Projection projection, Problems problems) {
        for (Sync sync : projection.syncs()) {
            Coupling coupling = sync.coupling();
            if (!Interaction.isLinear(coupling)) {
                problems.add(Problem.of(
                        projection.origin().place() + ".spread",
                        "a spread for every connection or for none under the coupling " + coupling.name(),
                        "both"));
            }
        }
    }

    /**
     * Where the integrators of a chain start: at the source's start, as after a constant past.
     *
     * @param drafts the masses of each population of the network
     * @param compiled kernels made so far, to be shared
     */
    void start(List<List<GroupDraft>> drafts, Kernels compiled) {
        Map<String, List<GroupDraft>> byName = new HashMap<>();
        for (int p = 0; p < drafts.size(); p++) {
            byName.put(network.populations().get(p).name(), drafts.get(p));
        }
        chains.forEach((name, chain) -> byName.get(name).forEach(group -> {
            GroupDraft source = byName.get(chain.source()).stream()
                    .filter(g -> g.mass().name().equals(group.mass().name()))
                    .findFirst()
                    .orElseThrow();
            for (Variable variable : group.mass().variables()) {
                String read = DelayChain.source(variable.name());
                String from = source.mass().variable(read).isPresent() ? read : variable.name();
                group.starts().follow(variable.name(), sets -> {
                    double[] start = source.starts().valueOf(from, sets, compiled);
                    return Arrays.stream(sets.repeat(chain.lanes(), chain.nodes()))
                            .mapToDouble(lane -> start[lane])
                            .toArray();
                });
            }
        }));
    }
}
