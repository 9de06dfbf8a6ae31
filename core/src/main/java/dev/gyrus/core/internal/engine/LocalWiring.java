package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Local;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Parser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes wires of the connections inside nodes: lane i listens to lane i. */
final class LocalWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final Delays delays;
    private final int lead;
    private final Map<String, Formula> formulas = new HashMap<>();

    /** @param wires receives what is made */
    LocalWiring(Addresses addresses, List<GroupDraft> groups, List<WirePlan> wires, Delays delays, int lead) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
    }

    void add(Cohort cohort, Local local) {
        String key = "node " + cohort.parts().get(0).population().node().name();
        Place from = addresses.output(cohort, local.output(), key);
        Place to = addresses.input(cohort, local.input(), key);
        int n = cohort.size();
        double[] weights = new double[n];
        int[] steps = new int[n];
        boolean same = true;
        for (Part part : cohort.parts()) {
            Population population = part.population();
            double[] ownWeights = values(part, local.weight());
            double[] wanted = values(part, local.delay());
            String delayKey = isParameter(population, local.delay()) ? Planner.key(population, local.delay()) : key;
            for (int i = 0; i < wanted.length; i++) {
                int lane = part.first() + i;
                weights[lane] = ownWeights[i];
                steps[lane] = delays.of(delayKey, wanted[i], n);
                same &= weights[lane] == 1 && steps[lane] == steps[0];
            }
        }
        addresses.checkUnits(from, to, local.output(), local.input());
        int channel = groups.get(from.group()).channel(from.name());
        boolean aligned = same && lead == 0;
        DelayClasses classes = DelayClasses.ofPartners(aligned ? new int[0] : steps, weights, lead);
        String title = addresses.title(from) + " → " + addresses.title(to) + " within each node";
        wires.add(new WirePlan(from.group(), channel, to.group(), classes, 1, aligned ? steps[0] : -1, title));
        groups.get(to.group()).addPlain(to.name(), new Arrival(wires.size() - 1, 0));
    }

    /** The values of an expression of a node's parameters, one per node of a population, in coherent units. */
    private double[] values(Part part, String text) {
        String node = part.population().node().name();
        Formula formula = formulas.computeIfAbsent(text, t -> Formula.of(Parser.expression(t, node)));
        Map<String, double[]> parameters = new HashMap<>();
        double[] values = new double[part.population().size()];
        for (int i = 0; i < values.length; i++) {
            int lane = i;
            values[i] = formula.value(name -> {
                double[] given = parameters.computeIfAbsent(name, n -> parameter(part, n));
                return given[given.length == 1 ? 0 : lane];
            });
            if (i == 0 && parameters.values().stream().allMatch(given -> given.length == 1)) {
                Arrays.fill(values, values[0]);
                break;
            }
        }
        return values;
    }

    private static boolean isParameter(Population population, String text) {
        return population.node().parameters().stream().anyMatch(p -> p.name().equals(text));
    }

    /** One value, or one per node, in coherent units. */
    private static double[] parameter(Part part, String name) {
        Node node = part.population().node();
        for (Parameter parameter : node.parameters()) {
            if (parameter.name().equals(name)) {
                double factor = Unit.of(parameter.unit()).toCoherent();
                return Arrays.stream(node.value("", parameter))
                        .map(value -> value * factor)
                        .toArray();
            }
        }
        for (GroupDraft draft : part.drafts()) {
            if (draft.hasParameter(name)) {
                return draft.parameter(name);
            }
        }
        throw GyrusException.input(Problem.unknown("node " + node.name(), "parameter", name, node.parameterNames()));
    }
}
