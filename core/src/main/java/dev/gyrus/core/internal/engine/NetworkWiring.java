package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.Links.Patch;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.engine.SpreadDelays.Chain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes wires of the connections between nodes.
 *
 * <p>Projections between the same cohorts by the same lines of wiring are one set of connections with one set of sums,
 * unless a coupling isn't linear in them: then each projection has its own.
 */
final class NetworkWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final Delays delays;
    private final int lead;
    private final Problems problems;
    private final Map<CouplingDraft.Kind, Interaction> read = new HashMap<>();
    private final Map<String, WeightFunction> weightFunctions = new HashMap<>();
    private final Kernels compiled;
    private final Map<String, Chain> chains;
    private final Linearity linearity;
    private final Map<Kind, Bundle> bundles = new LinkedHashMap<>();

    /**
     * @param wires receives what is made
     * @param compiled kernels made so far, to be shared
     * @param chains populations that stand for delays of others
     * @param linearity of couplings
     */
    NetworkWiring(
            Addresses addresses,
            List<GroupDraft> groups,
            List<WirePlan> wires,
            Delays delays,
            int lead,
            Kernels compiled,
            Map<String, Chain> chains,
            Linearity linearity,
            Problems problems) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
        this.compiled = compiled;
        this.chains = chains;
        this.linearity = linearity;
        this.problems = problems;
    }

    /** Where the sum of a wire arrives: an input, or one of the sums of a coupling. */
    private record Landing(int group, String input) {}

    /** What becomes of the sums of connections of one kind, by channel and function of the weight. */
    private static final class Landings {
        private final Map<Place, Map<String, List<Landing>>> byPlace = new LinkedHashMap<>();

        void add(Place place, String weight, Landing landing) {
            byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>())
                    .computeIfAbsent(weight, w -> new ArrayList<>())
                    .add(landing);
        }
    }

    /** Connections of one kind: they end in one set of sums. */
    private record Kind(int source, int target, List<Sync> lines, int count, int alone) {}

    /** A line of wiring between two cohorts; the coupling is null for a plain sum. */
    private record Line(Sync sync, Place output, Place input, CouplingDraft coupling) {}

    /**
     * Connections of one kind and the lines of their wiring.
     *
     * @param origin of the first
     * @param count the number of nodes of a source
     */
    private record Bundle(List<Line> lines, String origin, int count, List<Patch> patches) {}

    /** Notes the connections of a projection. */
    void add(Projection projection) {
        Part source = addresses.part(projection.source());
        Part target = addresses.part(projection.target());
        int to = target.population().size();
        int from = source.population().size();
        checkShape(projection.weights(), to, from, projection);
        checkShape(projection.delays(), to, from, projection);
        int[][] steps = delays.of(
                projection, to, from, addresses.cohort(source.cohort()).size());
        List<Sync> lines = projection.syncs();
        boolean plain = lines.stream().allMatch(line -> line.coupling().isPlainSum());
        Chain chain = chains.get(projection.source());
        int count = plain ? 0 : chain == null ? from : chain.nodes();
        boolean joins = plain || linearity.areLinear(projection);
        Kind kind = new Kind(source.cohort(), target.cohort(), lines, count, joins ? -1 : bundles.size());
        Bundle bundle = bundles.get(kind);
        if (bundle == null) {
            String origin = projection.origin().place();
            bundle = new Bundle(lines(projection, source, target), origin, count, new ArrayList<>());
            bundles.put(kind, bundle);
        }
        bundle.patches.add(new Patch(target.first(), source.first(), projection.weights(), steps));
    }

    private List<Line> lines(Projection projection, Part source, Part target) {
        String place = projection.origin().place();
        List<Line> lines = new ArrayList<>();
        Problems own = new Problems();
        for (Sync sync : projection.syncs()) {
            own.collect(() -> {
                Place output = addresses.output(addresses.cohort(source.cohort()), sync.output(), place + ".output");
                Place input = addresses.input(addresses.cohort(target.cohort()), sync.input(), place + ".input");
                CouplingDraft coupling = null;
                if (sync.coupling().isPlainSum()) {
                    addresses.checkUnits(output, input, sync.output(), sync.input());
                } else {
                    String origin = place + ".coupling " + sync.coupling().name();
                    coupling = CouplingDraft.of(sync, addresses, output, input, read, origin);
                }
                lines.add(new Line(sync, output, input, coupling));
            });
        }
        own.throwIfAny();
        return lines;
    }

    /** Makes the wires of all connections: for each kind one per source variable and pair of weight functions. */
    void finish() {
        bundles.forEach((kind, bundle) -> problems.collect(() -> wire(kind, bundle)));
    }

    private void wire(Kind kind, Bundle bundle) {
        int targets = addresses.cohort(kind.target).size();
        int sources = addresses.cohort(kind.source).size();
        Links links = Links.of(bundle.patches, targets, sources);
        Landings landings = new Landings();
        for (Line line : bundle.lines) {
            if (line.coupling == null) {
                landings.add(line.output, line.sync.weight(), new Landing(line.input.group(), line.input.name()));
            } else {
                problems.collect(() -> couple(line, bundle.count, links, landings));
            }
        }
        landings.byPlace.forEach((channel, byWeight) -> connect(channel, byWeight, links));
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
    private void couple(Line line, int count, Links links, Landings landings) {
        WeightFunction function = weight(line.sync.weight());
        CouplingTerm term = line.coupling.term(count, links.weightSums(function));
        GroupDraft target = addresses.group(line.input);
        for (int k = 0; k < line.coupling.size(); k++) {
            String sum = term.sums().get(k);
            if (line.coupling.isPaired(k)) {
                Csr connections = DelayClasses.unsorted(links, function);
                target.addPair(sum, line.coupling.pair(k, connections, compiled));
            } else {
                landings.add(line.coupling.channel(k), line.sync.weight(), new Landing(line.input.group(), sum));
            }
        }
    }

    private void connect(Place place, Map<String, List<Landing>> byWeight, Links links) {
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
                int wire = connect(place, target, pair, links);
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
    private int connect(Place place, int target, List<String> weights, Links links) {
        List<WeightFunction> functions = new ArrayList<>();
        for (String text : weights) {
            functions.add(weight(text));
        }
        DelayClasses classes = DelayClasses.of(links, functions, lead);
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
