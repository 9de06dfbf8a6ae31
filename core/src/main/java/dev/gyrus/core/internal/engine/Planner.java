package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Input;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Projection;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Unit;
import dev.gyrus.core.Variable;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.Probe;
import dev.gyrus.core.internal.engine.Plan.Source;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Turns names into numbers: the only place where a description and a plan meet. Finds all problems before giving up.
 */
public final class Planner {
    private static final long LARGEST_PAST = 1 << 29;

    private final Settings settings;
    private final Problems problems = new Problems();
    private final List<GroupDraft> groups = new ArrayList<>();
    private final List<WirePlan> wires = new ArrayList<>();
    private final Map<Equations, CompiledMass> compiled = new HashMap<>();

    private Planner(Settings settings) {
        this.settings = settings;
    }

    /** The plan of a simulation, or all that is wrong with it. */
    public static Plan plan(Settings settings) {
        return new Planner(settings).plan();
    }

    private Plan plan() {
        problems.require(
                settings.dt() > 0 && Double.isFinite(settings.dt()),
                "simulation.dt",
                "a positive number of ms",
                settings.dt());
        problems.require(settings.threads() > 0, "simulation.threads", "a positive number", settings.threads());
        settings.network().populations().forEach(this::checkPopulation);
        draftGroups();
        problems.throwIfAny();
        for (Population population : settings.network().populations()) {
            for (Local local : population.node().locals()) {
                problems.collect(() -> addLocal(population, local));
            }
        }
        for (Projection projection : settings.network().projections()) {
            problems.collect(() -> addProjection(projection));
        }
        settings.drives().forEach(drive -> problems.collect(() -> addDrive(drive)));
        checkInitialNames();
        List<Probe> probes = new ArrayList<>();
        for (Observer observer : settings.observers()) {
            observer.variables().forEach(variable -> problems.collect(() -> probes.add(probe(variable))));
        }
        problems.throwIfAny();
        List<GroupPlan> plans = new ArrayList<>();
        for (GroupDraft group : groups) {
            problems.collect(() -> plans.add(group.finish(settings, compiled, slopes())));
        }
        problems.throwIfAny();
        return new Plan(
                settings.dt(), settings.integrator(), settings.frozenCoupling(), settings.seed(), plans, wires, probes);
    }

    private void checkPopulation(Population population) {
        List<String> names =
                settings.network().populations().stream().map(Population::name).toList();
        String name = population.name();
        problems.require(
                Collections.frequency(names, name) == 1,
                "network",
                "populations of different names",
                "two '" + name + "'");
        problems.require(population.size() > 0, "network", "at least one node in population '" + name + "'", "none");
        Node node = population.node();
        List<String> masses = node.masses().stream().map(Mass::name).toList();
        problems.require(
                new HashSet<>(masses).size() == masses.size(),
                "node " + node.name(),
                "masses of different names",
                String.join(", ", masses));
        for (Parameter parameter : node.parameters()) {
            int given = node.value("", parameter).length;
            problems.require(
                    given == 1 || given == population.size(),
                    "parameters." + parameter.name(),
                    "one value, or one for each of " + population.size() + " nodes",
                    given + " values");
        }
    }

    private boolean slopes() {
        if (settings.frozenCoupling()) {
            return false;
        }
        for (double node : settings.integrator().nodes()) {
            if (node != 0 && node != 1) {
                return true;
            }
        }
        return false;
    }

    private void draftGroups() {
        Map<Mass, MassModel> models = new HashMap<>();
        int entity = 0;
        for (Population population : settings.network().populations()) {
            int first = entity;
            int[] counters = new int[2];
            for (Mass mass : population.node().masses()) {
                problems.collect(() -> {
                    MassModel model = models.computeIfAbsent(mass, MassModel::of);
                    GroupDraft draft = new GroupDraft(population, mass, model, first, counters[0], counters[1]);
                    counters[0] += model.noiseNames().size();
                    counters[1] += mass.variables().size();
                    draft.setParameters(problems);
                    groups.add(draft);
                });
            }
            entity += population.size();
        }
    }

    /** A wire inside each node: lane i listens to lane i. */
    private void addLocal(Population population, Local local) {
        Place from = output(population, local.output());
        Place to = input(population, local.input());
        int n = population.size();
        double[] weights = wiring(population, local.weight());
        double[] wanted = wiring(population, local.delay());
        int[] delays = new int[n];
        boolean same = true;
        for (int i = 0; i < n; i++) {
            double delay = wanted[i];
            if (!problems.require(
                    delay >= 0 && Double.isFinite(delay), local.delay(), "a delay in ms that is not negative", delay)) {
                return;
            }
            delays[i] = steps(delay);
            same &= weights[i] == 1 && delays[i] == delays[0];
        }
        checkUnits(from, to, local.output() + " → " + local.input());
        int channel = groups.get(from.group).channel(from.name);
        int lead = lead();
        boolean aligned = same && lead == 0;
        DelayClasses classes = DelayClasses.ofPartners(aligned ? new int[0] : delays, weights, lead);
        checkMemory(n, classes);
        String title = title(from) + " → " + title(to) + " within each node";
        wires.add(new WirePlan(from.group, channel, to.group, classes, 1, aligned ? delays[0] : -1, title));
        groups.get(to.group).addPlain(to.name, new Arrival(wires.size() - 1, 0));
    }

    private int lead() {
        return settings.integrator().stageCount() > 1 && !settings.frozenCoupling() ? 1 : 0;
    }

    /** The delays of the connections to one target, in steps; 0 where there is none. */
    private void steps(int target, double[] weights, double[] delays, int[] out) {
        for (int j = 0; j < out.length; j++) {
            if (!(delays[j] >= 0) || !Double.isFinite(weights[j])) {
                throw GyrusException.input(
                        "connections[" + target + "][" + j + "]",
                        "a finite weight and a delay that is not negative",
                        weights[j] + " and " + delays[j] + " ms");
            }
            out[j] = weights[j] == 0 ? 0 : steps(delays[j]);
        }
    }

    private int steps(double delay) {
        double steps = Math.rint(delay / settings.dt());
        if (steps > 1 << 24) {
            throw GyrusException.input("delays", "at most " + (1 << 24) + " steps", delay + " ms");
        }
        return (int) steps;
    }

    /** The values of an expression of a node's parameters, one per node, in coherent units. */
    private double[] wiring(Population population, String text) {
        Formula formula = Formula.of(Parser.expression(text, population.node().name()));
        double[] values = new double[population.size()];
        for (int i = 0; i < values.length; i++) {
            int lane = i;
            values[i] = formula.value(name -> wiringParameter(population, name, lane));
        }
        return values;
    }

    private double wiringParameter(Population population, String name, int lane) {
        for (Parameter parameter : population.node().parameters()) {
            if (parameter.name().equals(name)) {
                double[] values = population.node().value("", parameter);
                return values[values.length == 1 ? 0 : lane]
                        * Unit.of(parameter.unit()).toCoherent();
            }
        }
        for (GroupDraft group : groups) {
            if (group.isIn(population) && group.hasParameter(name)) {
                return group.parameter(name, lane);
            }
        }
        throw GyrusException.input(
                Problem.unknown("local", "parameter", name, population.node().parameterNames()));
    }

    /** The wires of a projection: one per source variable and pair of weight functions. */
    private void addProjection(Projection projection) {
        Population source = settings.network().population(projection.source());
        Population target = settings.network().population(projection.target());
        int to = target.size();
        int from = source.size();
        if (projection.weights().length != to
                || projection.delays().length != to
                || IntStream.range(0, to)
                        .anyMatch(i -> projection.weights()[i].length != from
                                || projection.delays()[i].length != from)) {
            throw GyrusException.input("connections", to + " × " + from + " weights and delays", "another shape");
        }
        int[][] delays = new int[to][from];
        for (int i = 0; i < to; i++) {
            steps(i, projection.weights()[i], projection.delays()[i], delays[i]);
        }
        Map<Place, Map<String, List<Landing>>> landings = new LinkedHashMap<>();
        for (Sync sync : projection.syncs()) {
            problems.collect(() -> land(sync, source, target, projection, landings));
        }
        landings.forEach((place, byWeight) -> connect(place, byWeight, projection, delays));
    }

    /** Notes where the sums of a line of wiring arrive, by source channel and function of the weight. */
    private void land(
            Sync sync,
            Population source,
            Population target,
            Projection projection,
            Map<Place, Map<String, List<Landing>>> landings) {
        Place from = output(source, sync.output());
        Place to = input(target, sync.input());
        GroupDraft targetGroup = groups.get(to.group);
        if (sync.coupling().isPlainSum()) {
            checkUnits(from, to, sync.output() + " → " + sync.input());
            landings.computeIfAbsent(from, f -> new LinkedHashMap<>())
                    .computeIfAbsent(sync.weight(), w -> new ArrayList<>())
                    .add(new Landing(to.group, to.name, true));
            return;
        }
        List<String> sums = new ArrayList<>();
        for (String pre : sync.coupling().pre()) {
            String channel = groups.get(from.group).transformed(from.name, pre);
            String sum = targetGroup.newSum(to.name);
            sums.add(sum);
            landings.computeIfAbsent(new Place(from.group, channel), f -> new LinkedHashMap<>())
                    .computeIfAbsent(sync.weight(), w -> new ArrayList<>())
                    .add(new Landing(to.group, sum, false));
        }
        double[] weightSums = new double[target.size()];
        double[][] weights = transform(sync.weight(), projection.weights());
        for (int i = 0; i < weightSums.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weightSums[i] += projection.weights()[i][j] == 0 ? 0 : weights[i][j];
            }
        }
        targetGroup.addCoupling(to.name, sync, sums, weightSums);
    }

    private void connect(Place place, Map<String, List<Landing>> byWeight, Projection projection, int[][] delays) {
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
                DelayClasses classes = DelayClasses.of(delays, matrices, lead(), projection.weights());
                checkMemory(groups.get(place.group).population().size(), classes);
                int channel = groups.get(place.group).channel(place.name);
                String title = title(place) + " → " + groups.get(target).title() + " by " + String.join(", ", pair);
                wires.add(new WirePlan(place.group, channel, target, classes, pair.size(), -1, title));
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

    /** The past of a variable is one array over lanes and steps. */
    private static void checkMemory(int lanes, DelayClasses classes) {
        long most = LARGEST_PAST / lanes;
        if (classes.longest() > most) {
            throw GyrusException.input(
                    "delays", "at most " + most + " steps for " + lanes + " nodes", classes.longest() + " steps");
        }
    }

    private void addDrive(Drive drive) {
        Population population = settings.network().population(drive.population());
        List<GroupDraft> targets = groups.stream()
                .filter(g -> g.isIn(population) && g.accepts(drive.target()))
                .toList();
        if (targets.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            groups.stream().filter(g -> g.isIn(population)).forEach(g -> names.addAll(g.drivable()));
            throw GyrusException.input(Problem.unknown("inputs.target", "input or parameter", drive.target(), names));
        }
        List<Integer> nodes = drive.nodes().isEmpty()
                ? IntStream.range(0, population.size()).boxed().toList()
                : drive.nodes();
        for (int node : nodes) {
            if (node < 0 || node >= population.size()) {
                throw GyrusException.input(
                        "inputs.nodes", "indices from 0 to " + (population.size() - 1), String.valueOf(node));
            }
        }
        int[] lanes = nodes.stream().mapToInt(Integer::intValue).toArray();
        for (GroupDraft target : targets) {
            String name = target.localName(drive.target());
            double scale = target.driveUnit(name).toCoherent();
            target.addStimulus(name, new StimulusPlan(drive.stimulus(), scale, lanes));
        }
    }

    private void checkInitialNames() {
        Set<String> known = new LinkedHashSet<>();
        groups.forEach(group -> known.addAll(group.startable()));
        for (Map.Entry<String, double[]> entry : settings.initial().entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.add(Problem.unknown("initial", "state or hold", entry.getKey(), known));
            }
        }
    }

    private Probe probe(String variable) {
        List<Source> sources = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Unit unit = null;
        for (Population population : settings.network().populations()) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            boolean named = !prefix.isEmpty() && variable.startsWith(prefix);
            String name = named ? variable.substring(prefix.length()) : variable;
            List<Place> places = places(population, name);
            if (places.size() > 1) {
                throw GyrusException.input(
                        "record.variables",
                        "one of "
                                + String.join(
                                        ", ", places.stream().map(this::title).toList()),
                        "'" + variable + "'");
            }
            for (Place place : places) {
                Unit own = Unit.of(groups.get(place.group).variable(place.name).unit());
                if (unit != null && !unit.isCompatible(own)) {
                    throw GyrusException.input(
                            "record.variables", "'" + variable + "' in one unit", unit + " and " + own);
                }
                unit = own;
                sources.add(new Source(place.group, groups.get(place.group).channel(place.name)));
                population
                        .labels()
                        .forEach(label ->
                                labels.add(population.name().isEmpty() ? label : population.name() + "/" + label));
            }
        }
        if (unit == null) {
            throw GyrusException.input(
                    Problem.unknown("record.variables", "variable", variable, variableNames(settings)));
        }
        return new Probe(variable, unit.toString(), 1 / unit.toCoherent(), labels, sources);
    }

    private static Set<String> variableNames(Settings settings) {
        Set<String> names = new LinkedHashSet<>();
        settings.network()
                .populations()
                .forEach(p -> p.node().masses().forEach(m -> m.variables().forEach(v -> names.add(v.name()))));
        return names;
    }

    /** The variable a name stands for in a node: {@code variable} or {@code mass.variable}. */
    private Place output(Population population, String name) {
        List<Place> places = places(population, name);
        if (places.size() == 1) {
            return places.get(0);
        }
        Set<String> names = new LinkedHashSet<>();
        population.node().masses().forEach(m -> m.variables().forEach(v -> names.add(m.name() + "." + v.name())));
        throw GyrusException.input(Problem.unknown("connections.output", "variable", name, names));
    }

    private List<Place> places(Population population, String name) {
        List<Place> places = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            GroupDraft group = groups.get(g);
            String local = group.localName(name);
            if (group.isIn(population)
                    && local != null
                    && group.mass().variable(local).isPresent()) {
                places.add(new Place(g, local));
            }
        }
        return places;
    }

    private Place input(Population population, String name) {
        Set<String> names = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            GroupDraft group = groups.get(g);
            if (group.isIn(population)) {
                String local = group.localName(name);
                group.mass().inputs().forEach(i -> names.add(group.mass().name() + "." + i.name()));
                if (local != null && group.mass().input(local).isPresent()) {
                    places.add(new Place(g, local));
                }
            }
        }
        if (places.size() != 1) {
            throw GyrusException.input(Problem.unknown("connections.input", "input", name, names));
        }
        return places.get(0);
    }

    private void checkUnits(Place from, Place to, String key) {
        Variable variable = groups.get(from.group).variable(from.name);
        Input input = groups.get(to.group).mass().input(to.name).orElseThrow();
        if (!Unit.of(variable.unit()).isCompatible(Unit.of(input.unit()))) {
            throw GyrusException.input(key, "a source in " + input.unit(), "one in " + variable.unit());
        }
    }

    private String title(Place place) {
        return groups.get(place.group).title() + "." + place.name;
    }

    /** A name in a group. */
    record Place(int group, String name) {}

    /** Where a sum arrives: an input, or one of the sums of a coupling. */
    record Landing(int group, String name, boolean plain) {}
}
