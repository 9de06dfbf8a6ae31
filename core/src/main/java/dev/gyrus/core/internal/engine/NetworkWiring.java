package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Sync;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** @param wires receives what is made */
    NetworkWiring(
            Addresses addresses,
            List<GroupDraft> groups,
            List<WirePlan> wires,
            Delays delays,
            int lead,
            Problems problems) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
        this.problems = problems;
    }

    /** Where a sum arrives: an input, or one of the sums of a coupling. */
    record Landing(int group, String name, boolean plain) {}

    /** Makes the wires of a projection: one per source variable and pair of weight functions. */
    void add(Projection projection) {
        Population source = addresses.population(projection.source());
        Population target = addresses.population(projection.target());
        int to = target.size();
        int from = source.size();
        if (!isShaped(projection.weights(), to, from) || !isShaped(projection.delays(), to, from)) {
            throw GyrusException.input(
                    projection.origin().place(), to + " × " + from + " weights and delays", "another shape");
        }
        int[][] steps = delays.of(projection, to, from);
        Map<Place, Map<String, List<Landing>>> landings = new LinkedHashMap<>();
        for (Sync sync : projection.syncs()) {
            problems.collect(() -> land(sync, source, target, projection, landings));
        }
        landings.forEach((place, byWeight) -> connect(place, byWeight, projection, steps));
    }

    private static boolean isShaped(double[][] matrix, int rows, int columns) {
        return matrix.length == rows && Arrays.stream(matrix).allMatch(row -> row.length == columns);
    }

    /** Notes where the sums of a line of wiring arrive, by source channel and function of the weight. */
    private void land(
            Sync sync,
            Population source,
            Population target,
            Projection projection,
            Map<Place, Map<String, List<Landing>>> landings) {
        Place from = addresses.output(source, sync.output(), projection.origin().place() + ".output");
        Place to = addresses.input(target, sync.input(), projection.origin().place() + ".input");
        GroupDraft targetGroup = groups.get(to.group());
        if (sync.coupling().isPlainSum()) {
            addresses.checkUnits(from, to, sync.output() + " → " + sync.input());
            landings.computeIfAbsent(from, f -> new LinkedHashMap<>())
                    .computeIfAbsent(sync.weight(), w -> new ArrayList<>())
                    .add(new Landing(to.group(), to.name(), true));
            return;
        }
        List<String> sums = new ArrayList<>();
        for (String pre : sync.coupling().pre()) {
            String channel = groups.get(from.group()).transformed(from.name(), pre);
            String sum = targetGroup.newSum(to.name());
            sums.add(sum);
            landings.computeIfAbsent(new Place(from.group(), channel), f -> new LinkedHashMap<>())
                    .computeIfAbsent(sync.weight(), w -> new ArrayList<>())
                    .add(new Landing(to.group(), sum, false));
        }
        double[] weightSums = new double[target.size()];
        double[][] weights = transform(sync.weight(), projection.weights());
        for (int i = 0; i < weightSums.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weightSums[i] += projection.weights()[i][j] == 0 ? 0 : weights[i][j];
            }
        }
        targetGroup.addCoupling(to.name(), sync, sums, weightSums);
    }

    private void connect(Place place, Map<String, List<Landing>> byWeight, Projection projection, int[][] steps) {
        Map<Integer, List<String>> byTarget = new LinkedHashMap<>();
        byWeight.forEach((weight, all) -> all.forEach(landing -> {
            List<String> weights = byTarget.computeIfAbsent(landing.group, g -> new ArrayList<>());
            if (!weights.contains(weight)) {
                weights.add(weight);
            }
        }));
        byTarget.forEach((target, weights) -> {
            for (int first = 0; first < weights.size(); first += 2) {
                List<String> pair = weights.subList(first, Math.min(first + 2, weights.size()));
                double[][][] matrices = pair.stream()
                        .map(weight -> transform(weight, projection.weights()))
                        .toArray(double[][][]::new);
                DelayClasses classes = DelayClasses.of(steps, matrices, lead, projection.weights());
                int channel = groups.get(place.group()).channel(place.name());
                String title =
                        addresses.title(place) + " → " + groups.get(target).title() + " by " + String.join(", ", pair);
                wires.add(new WirePlan(place.group(), channel, target, classes, pair.size(), -1, title));
                for (int v = 0; v < pair.size(); v++) {
                    for (Landing landing : byWeight.get(pair.get(v))) {
                        if (landing.group == target) {
                            groups.get(target).add(landing, new Arrival(wires.size() - 1, v));
                        }
                    }
                }
            }
        });
    }

    /** A function of the weights; where there is no connection its value is never used. */
    private static double[][] transform(String text, double[][] weights) {
        if (text.equals("w")) {
            return weights;
        }
        Expr expression = Parser.expression(text, "weight");
        for (String name : Trees.names(expression)) {
            if (!name.equals("w")) {
                throw GyrusException.input(Problem.unknown("weight '" + text + "'", "name", name, List.of("w")));
            }
        }
        Formula formula = Formula.of(expression);
        double[][] out = new double[weights.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = formula.map(weights[i]);
            for (int j = 0; j < out[i].length; j++) {
                if (weights[i][j] != 0 && !Double.isFinite(out[i][j])) {
                    String given = out[i][j] + " at w = " + weights[i][j];
                    throw GyrusException.input("weight '" + text + "'", "a finite number", given);
                }
            }
        }
        return out;
    }
}
