package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Local;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes wires of the connections inside nodes: lane i listens to lane i. */
final class LocalWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final Delays delays;
    private final int lead;
    private final Sets all;
    private final Map<String, Parameters> ofNodes = new ConcurrentHashMap<>();
    private final Map<Integer, Link> varied = new HashMap<>();
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Map<String, Double> factors = new ConcurrentHashMap<>();

    /** @param wires receives what is made, for all sets where they differ in it */
    LocalWiring(Addresses addresses, List<GroupDraft> groups, List<WirePlan> wires, Delays delays, int lead, Sets all) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
        this.all = all;
    }

    /** An expression and the parameters that it reads. */
    private record Reading(Formula formula, Set<String> names) {
        static Reading of(Expr expression) {
            return new Reading(Formula.of(expression), Trees.names(expression));
        }
    }

    /** A connection whose ends are known. */
    private record Link(Cohort cohort, Local local, Place from, Place to, int channel) {}

    void add(Cohort cohort, Local local) {
        String key = key(cohort.parts().get(0).population());
        Place from = addresses.output(cohort, local.output(), key);
        Place to = addresses.input(cohort, local.input(), key);
        addresses.checkUnits(from, to, local.output(), local.input());
        Link link = new Link(cohort, local, from, to, groups.get(from.group()).channel(from.name()));
        if (all.differ()
                && cohort.parts().stream()
                        .anyMatch(part -> differs(part, local.weight()) || differs(part, local.delay()))) {
            varied.put(wires.size(), link);
        }
        wires.add(wire(link, all, varied.containsKey(wires.size())));
        groups.get(to.group()).addPlain(to.name(), new Arrival(wires.size() - 1, 0));
    }

    /** The wires in some of the sets. */
    List<WirePlan> wires(Sets sets) {
        List<WirePlan> some = new ArrayList<>(wires);
        varied.forEach((number, link) -> some.set(number, wire(link, sets, true)));
        return some;
    }

    private static String key(Population population) {
        return "node " + population.node().name();
    }

    /** @param differ whether sets differ in the connection: then it has the lanes of all of them */
    private WirePlan wire(Link link, Sets sets, boolean differ) {
        Sets some = differ ? sets : sets.slice(0, 1);
        List<double[]> weightsOf = new ArrayList<>();
        List<double[]> stepsOf = new ArrayList<>();
        for (Part part : link.cohort.parts()) {
            weightsOf.add(values(part, link.local.weight(), some));
            String delay = link.local.delay();
            Population population = part.population();
            String key = isParameter(population, delay) ? Planner.key(population, delay) : key(population);
            stepsOf.add(Arrays.stream(values(part, delay, some))
                    .map(ms -> delays.of(key, ms, link.cohort.size()))
                    .toArray());
        }
        double[] weights = some.beside(weightsOf);
        int[] steps =
                Arrays.stream(some.beside(stepsOf)).mapToInt(step -> (int) step).toArray();
        boolean aligned = lead == 0
                && Arrays.stream(weights).allMatch(weight -> weight == 1)
                && Arrays.stream(steps).allMatch(step -> step == steps[0]);
        DelayClasses classes = DelayClasses.ofPartners(aligned ? new int[0] : steps, weights, lead);
        String title = addresses.title(link.from) + " → " + addresses.title(link.to) + " within each node";
        return new WirePlan(
                link.from.group(), link.channel, link.to.group(), classes, 1, aligned ? steps[0] : -1, title);
    }

    /** Whether sets differ in an expression of a node's parameters. */
    private boolean differs(Part part, String text) {
        return reading(part, text).names.stream()
                .anyMatch(name -> parameters(part, name).isVaried(name));
    }

    private Reading reading(Part part, String text) {
        String node = part.population().node().name();
        return readings.computeIfAbsent(text, t -> Reading.of(Parser.expression(t, node)));
    }

    /** The values of an expression of a node's parameters on the lanes of a population, in coherent units. */
    private double[] values(Part part, String text, Sets sets) {
        Reading reading = reading(part, text);
        Map<String, double[]> given = new HashMap<>();
        boolean one = true;
        for (String name : reading.names) {
            double[] own = parameters(part, name).of(name, sets);
            one &= own.length == 1;
            given.put(name, own);
        }
        double[] values = new double[part.population().size() * sets.count()];
        for (int i = 0; i < (one ? 1 : values.length); i++) {
            int lane = i;
            values[i] = reading.formula.value(name -> {
                double[] own = given.get(name);
                return own[own.length == 1 ? 0 : lane];
            });
        }
        if (one) {
            Arrays.fill(values, values[0]);
        }
        return values;
    }

    private static boolean isParameter(Population population, String text) {
        return population.node().parameters().stream().anyMatch(p -> p.name().equals(text));
    }

    /** Those of the node or of its first mass that has a parameter. */
    private Parameters parameters(Part part, String name) {
        Population population = part.population();
        Parameters ofNode = ofNodes.computeIfAbsent(population.name(), p -> ofNode(population));
        if (ofNode.has(name)) {
            return ofNode;
        }
        for (GroupDraft draft : part.drafts()) {
            if (draft.parameters().has(name)) {
                return draft.parameters();
            }
        }
        Set<String> known = population.node().parameterNames();
        throw GyrusException.input(Problem.unknown(key(population), "parameter", name, known));
    }

    private Parameters ofNode(Population population) {
        return Parameters.of(
                population,
                null,
                all,
                p -> factors.computeIfAbsent(p.unit(), unit -> Unit.of(unit).toCoherent()),
                new Problems());
    }
}
