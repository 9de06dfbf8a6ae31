package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.engine.SpreadDelays.Chain;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes wires of the connections between nodes. */
final class NetworkWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final Delays delays;
    private final int lead;
    private final Problems problems;
    private final Map<CouplingDraft.Kind, Interaction> read = new HashMap<>();
    private final Map<String, WeightFunction> weightFunctions = new HashMap<>();
    private final Map<Equations, CompiledMass> compiled;
    private final Map<String, Chain> chains;

    /**
     * @param wires receives what is made
     * @param compiled kernels made so far, to be shared
     * @param chains populations that stand for delays of others
     */
    NetworkWiring(
            Addresses addresses,
            List<GroupDraft> groups,
            List<WirePlan> wires,
            Delays delays,
            int lead,
            Map<Equations, CompiledMass> compiled,
            Map<String, Chain> chains,
            Problems problems) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
        this.compiled = compiled;
        this.chains = chains;
        this.problems = problems;
    }

    /** Where the sum of a wire arrives: an input, or one of the sums of a coupling. */
    private record Landing(int group, String input) {}

    /** What becomes of the sums of one projection, by channel and function of the weight. */
    private static final class Landings {
        private final Map<Place, Map<String, List<Landing>>> byPlace = new LinkedHashMap<>();

        void add(Place place, String weight, Landing landing) {
            byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>())
                    .computeIfAbsent(weight, w -> new ArrayList<>())
                    .add(landing);
        }
    }

    /** Makes the wires of a projection: one per source variable and pair of weight functions. */
    void add(Projection projection) {
        Population source = addresses.population(projection.source());
        Population target = addresses.population(projection.target());
        int to = target.size();
        int from = source.size();
        String place = projection.origin().place();
        checkShape(projection.weights(), to, from, projection);
        checkShape(projection.delays(), to, from, projection);
        int[][] steps = delays.of(projection, to, from);
        Landings landings = new Landings();
        for (Sync sync : projection.syncs()) {
            problems.collect(() -> {
                Place output = addresses.output(source, sync.output(), place + ".output");
                Place input = addresses.input(target, sync.input(), place + ".input");
                if (sync.coupling().isPlainSum()) {
                    addresses.checkUnits(output, input, sync.output(), sync.input());
                    landings.add(output, sync.weight(), new Landing(input.group(), input.name()));
                } else {
                    couple(sync, output, input, projection, steps, landings);
                }
            });
        }
        landings.byPlace.forEach((channel, byWeight) -> connect(channel, byWeight, projection, steps));
    }

    /** Refuses a matrix of another shape than that of a projection. */
    static void checkShape(double[][] matrix, int to, int from, Projection projection) {
        boolean fits = matrix.length == to;
        for (int i = 0; fits && i < to; i++) {
            fits = matrix[i].length == from;
        }
        if (!fits) {
            throw GyrusException.input(
                    projection.origin().place(), to + " × " + from + " weights and delays", "another shape");
        }
    }

    /** Asks for the sums of a coupling. */
    private void couple(Sync sync, Place output, Place input, Projection projection, int[][] steps, Landings landings) {
        String origin =
                projection.origin().place() + ".coupling " + sync.coupling().name();
        CouplingDraft draft = CouplingDraft.of(sync, addresses, output, input, read, origin);
        WeightFunction function = weight(sync.weight());
        double[] scratch = new double[steps[0].length];
        double[] weightSums = new double[steps.length];
        for (int i = 0; i < weightSums.length; i++) {
            double[] present = projection.weights()[i];
            double[] weights = function.of(present, scratch);
            for (int j = 0; j < weights.length; j++) {
                weightSums[i] += present[j] == 0 ? 0 : weights[j];
            }
        }
        Chain chain = chains.get(projection.source());
        int count = chain == null ? addresses.group(output).population().size() : chain.nodes();
        CouplingTerm term = draft.term(count, weightSums);
        GroupDraft target = addresses.group(input);
        for (int k = 0; k < draft.size(); k++) {
            String sum = term.sums().get(k);
            if (draft.isPaired(k)) {
                Csr connections = DelayClasses.unsorted(steps, projection.weights(), function);
                target.addPair(sum, draft.pair(k, connections, compiled));
            } else {
                landings.add(draft.channel(k), sync.weight(), new Landing(input.group(), sum));
            }
        }
    }

    private void connect(Place place, Map<String, List<Landing>> byWeight, Projection projection, int[][] steps) {
        Map<Integer, List<String>> byTarget = new LinkedHashMap<>();
        for (Map.Entry<String, List<Landing>> entry : byWeight.entrySet()) {
            for (Landing landing : entry.getValue()) {
                List<String> weights = byTarget.computeIfAbsent(landing.group, g -> new ArrayList<>());
                if (!weights.contains(entry.getKey())) {
                    weights.add(entry.getKey());
                }
            }
        }
        for (Map.Entry<Integer, List<String>> entry : byTarget.entrySet()) {
            int target = entry.getKey();
            List<String> weights = entry.getValue();
            for (int first = 0; first < weights.size(); first += 2) {
                List<String> pair = weights.subList(first, Math.min(first + 2, weights.size()));
                int wire = connect(place, target, pair, projection, steps);
                for (int v = 0; v < pair.size(); v++) {
                    for (Landing landing : byWeight.get(pair.get(v))) {
                        if (landing.group == target) {
                            groups.get(target).addPlain(landing.input, new Arrival(wire, v));
                        }
                    }
                }
            }
        }
    }

    /** Makes a wire from a channel to a group by one or two functions of the weight; returns its number. */
    private int connect(Place place, int target, List<String> weights, Projection projection, int[][] steps) {
        List<WeightFunction> functions = new ArrayList<>();
        for (String text : weights) {
            functions.add(weight(text));
        }
        DelayClasses classes = DelayClasses.of(steps, projection.weights(), functions, lead);
        int channel = addresses.group(place).channel(place.name());
        String title =
                addresses.title(place) + " → " + groups.get(target).title() + " by " + String.join(", ", weights);
        wires.add(new WirePlan(place.group(), channel, target, classes, weights.size(), -1, title));
        return wires.size() - 1;
    }

    private WeightFunction weight(String text) {
        return weightFunctions.computeIfAbsent(text, WeightFunction::of);
    }
}
