package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Problems;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Bundle.Line;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes wires of the connections between nodes. */
final class BundleWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final int lead;
    private final Kernels compiled;
    private final Problems problems;
    private final Map<String, WeightFunction> weightFunctions = new HashMap<>();

    /**
     * @param wires receives what is made
     * @param compiled kernels made so far, to be shared
     */
    BundleWiring(
            Addresses addresses,
            List<GroupDraft> groups,
            List<WirePlan> wires,
            int lead,
            Kernels compiled,
            Problems problems) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.lead = lead;
        this.compiled = compiled;
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

    /** Makes the wires of connections of one kind: one per source variable and pair of weight functions. */
    void add(Bundle bundle) {
        if (lead == 0 && PoolDraft.fits(bundle)) {
            Landings landings = new Landings();
            bundle.lines().forEach(line -> land(line, landings));
            landings.byPlace.forEach((channel, byWeight) ->
                    connect(channel, byWeight, (place, target, weights) -> pooled(place, target, weights, bundle)));
            return;
        }
        Links links = Links.of(bundle.patches(), bundle.targets(), bundle.sources());
        Landings landings = new Landings();
        for (Line line : bundle.lines()) {
            if (line.coupling() == null) {
                land(line, landings);
            } else {
                problems.collect(() -> couple(line, bundle.count(), links, landings));
            }
        }
        landings.byPlace.forEach((channel, byWeight) ->
                connect(channel, byWeight, (place, target, weights) -> connect(place, target, weights, links)));
    }

    private static void land(Line line, Landings landings) {
        landings.add(
                line.output(),
                line.sync().weight(),
                new Landing(line.input().group(), line.input().name()));
    }

    /** Makes a wire and returns its number. */
    private interface Maker {
        int make(Place place, int target, List<String> weights);
    }

    /** Asks for the sums of a coupling. */
    private void couple(Line line, int count, Links links, Landings landings) {
        WeightFunction function = weight(line.sync().weight());
        CouplingTerm term = line.coupling().term(count, links.weightSums(function));
        GroupDraft target = addresses.group(line.input());
        for (int k = 0; k < line.coupling().size(); k++) {
            String sum = term.sums().get(k);
            if (line.coupling().isPaired(k)) {
                Csr connections = DelayClasses.unsorted(links, function);
                target.addPair(sum, line.coupling().pair(k, connections, compiled));
            } else {
                landings.add(
                        line.coupling().channel(k),
                        line.sync().weight(),
                        new Landing(line.input().group(), sum));
            }
        }
    }

    private void connect(Place place, Map<String, List<Landing>> byWeight, Maker maker) {
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
                int wire = maker.make(place, target, pair);
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
        DelayClasses classes = DelayClasses.of(links, functions(weights), lead);
        int channel = addresses.group(place).channel(place.name());
        wires.add(new WirePlan(
                place.group(), channel, target, classes, weights.size(), -1, title(place, target, weights)));
        return wires.size() - 1;
    }

    /** The same for connections that are pools. */
    private int pooled(Place place, int target, List<String> weights, Bundle bundle) {
        int channel = addresses.group(place).channel(place.name());
        wires.add(new WirePlan(
                place.group(),
                channel,
                target,
                DelayClasses.ofPartners(new int[0], new double[0], lead),
                weights.size(),
                -1,
                PoolDraft.pools(bundle, functions(weights)),
                title(place, target, weights)));
        return wires.size() - 1;
    }

    private String title(Place place, int target, List<String> weights) {
        return addresses.title(place) + " → " + groups.get(target).title() + " by " + String.join(", ", weights);
    }

    private List<WeightFunction> functions(List<String> weights) {
        return weights.stream().map(this::weight).toList();
    }

    WeightFunction weight(String text) {
        return weightFunctions.computeIfAbsent(text, WeightFunction::of);
    }
}
