package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Local;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes wires of the connections inside nodes: lane i listens to lane i. */
final class LocalWiring {
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final List<WirePlan> wires;
    private final Delays delays;
    private final int lead;
    private final Sets all;
    private final Map<Population, Parameters> ofNodes = new HashMap<>();
    private final Map<Integer, Link> varied = new HashMap<>();

    /** @param wires receives what is made, for all sets where they differ in it */
    LocalWiring(Addresses addresses, List<GroupDraft> groups, List<WirePlan> wires, Delays delays, int lead, Sets all) {
        this.addresses = addresses;
        this.groups = groups;
        this.wires = wires;
        this.delays = delays;
        this.lead = lead;
        this.all = all;
    }

    /** A connection whose ends are known. */
    private record Link(Population population, Local local, Place from, Place to, int channel) {}

    void add(Population population, Local local) {
        String key = key(population);
        Place from = addresses.output(population, local.output(), key);
        Place to = addresses.input(population, local.input(), key);
        addresses.checkUnits(from, to, local.output(), local.input());
        Link link =
                new Link(population, local, from, to, groups.get(from.group()).channel(from.name()));
        if (names(population, local.weight())
                        .anyMatch(name -> parameters(population, name).isVaried(name))
                || names(population, local.delay())
                        .anyMatch(name -> parameters(population, name).isVaried(name))) {
            varied.put(wires.size(), link);
        }
        wires.add(wire(link, all));
        groups.get(to.group()).addPlain(to.name(), new Arrival(wires.size() - 1, 0));
    }

    /** The wires in some of the sets. */
    List<WirePlan> wires(Sets sets) {
        List<WirePlan> some = new ArrayList<>(wires);
        varied.forEach((number, link) -> some.set(number, wire(link, sets)));
        return some;
    }

    private static String key(Population population) {
        return "node " + population.node().name();
    }

    private WirePlan wire(Link link, Sets sets) {
        Population population = link.population;
        double[] weights = values(population, link.local.weight(), sets);
        double[] wanted = values(population, link.local.delay(), sets);
        String delay = link.local.delay();
        String key = isParameter(population, delay) ? Planner.key(population, delay) : key(population);
        int nodes = population.size();
        int[] steps = new int[Math.max(weights.length, wanted.length)];
        double[] factors = new double[steps.length];
        boolean same = true;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = delays.of(key, wanted[i % wanted.length], nodes);
            factors[i] = weights[i % weights.length];
            same &= factors[i] == 1 && steps[i] == steps[0];
        }
        boolean aligned = same && lead == 0;
        DelayClasses classes = DelayClasses.ofPartners(aligned ? new int[0] : steps, factors, lead);
        String title = addresses.title(link.from) + " → " + addresses.title(link.to) + " within each node";
        int delayOfAll = aligned ? steps[0] : -1;
        return new WirePlan(link.from.group(), link.channel, link.to.group(), classes, 1, delayOfAll, title);
    }

    private static Stream<String> names(Population population, String text) {
        return Trees.names(Parser.expression(text, population.node().name())).stream();
    }

    /** The values of an expression of a node's parameters, one per node, or per lane where sets differ; coherent units. */
    private double[] values(Population population, String text, Sets sets) {
        Formula formula = Formula.of(Parser.expression(text, population.node().name()));
        Map<String, double[]> given = new HashMap<>();
        boolean differ = false;
        for (String name : names(population, text).toList()) {
            Parameters parameters = parameters(population, name);
            given.put(name, parameters.of(name, sets));
            differ |= parameters.isVaried(name);
        }
        double[] values = new double[population.size() * (differ ? sets.count() : 1)];
        boolean one = given.values().stream().allMatch(array -> array.length == 1);
        for (int i = 0; i < (one ? 1 : values.length); i++) {
            int lane = i;
            values[i] = formula.value(name -> {
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
    private Parameters parameters(Population population, String name) {
        Parameters ofNode = ofNodes.computeIfAbsent(population, this::ofNode);
        if (ofNode.has(name)) {
            return ofNode;
        }
        for (int g : addresses.groupsOf(population)) {
            if (groups.get(g).parameters().has(name)) {
                return groups.get(g).parameters();
            }
        }
        Set<String> known = population.node().parameterNames();
        throw GyrusException.input(Problem.unknown(key(population), "parameter", name, known));
    }

    private Parameters ofNode(Population population) {
        return Parameters.of(population, null, all, p -> Unit.of(p.unit()).toCoherent(), new Problems());
    }
}
