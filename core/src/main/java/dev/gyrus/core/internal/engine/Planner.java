package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.Probe;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns names into numbers: the only place where a description and a plan meet. Finds all problems before giving up.
 *
 * <p>What parameter sets have in common is done once; {@link #plan(Sets)} adds what is left for each batch of them, and is
 * thread-safe.
 */
public final class Planner {
    private static final int MOST_SAMPLES = 1 << 28;

    private final Settings settings;
    private final Scheme scheme;
    private final Sets sets;
    private final Problems problems = new Problems();
    private final List<GroupDraft> groups = new ArrayList<>();
    private final List<GroupLayout> layouts = new ArrayList<>();
    private final List<WirePlan> wires = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private final Kernels compiled;
    private final LocalWiring within;
    private EventDraft events;

    /**
     * @param sets all that plans will be asked for
     * @param compiled kernels made so far, to be shared
     */
    private Planner(Settings settings, Sets sets, Kernels compiled) {
        this.settings = settings;
        this.scheme = Scheme.of(settings);
        this.sets = sets;
        this.compiled = compiled;
        this.within = draft();
    }

    /** The plan of a simulation, or all that is wrong with it. */
    public static Plan plan(Settings settings) {
        Sets one = Sets.one(settings.seed());
        return of(settings, one, new Kernels()).plan(one);
    }

    /**
     * Plans of a simulation in several parameter sets.
     *
     * @param sets all of them
     * @param compiled kernels made so far, to be shared between planners; safe for several threads where they are
     * @throws GyrusException with all that is wrong
     */
    public static Planner of(Settings settings, Sets sets, Kernels compiled) {
        return new Planner(settings, sets, compiled);
    }

    private LocalWiring draft() {
        problems.require(
                settings.dt() > 0 && Double.isFinite(settings.dt()),
                "simulation.dt",
                "a positive number of ms",
                settings.dt());
        problems.require(settings.threads() > 0, "simulation.threads", "a positive number", settings.threads());
        Set<String> names = new HashSet<>();
        settings.network().populations().forEach(population -> checkPopulation(population, names));
        SpreadDelays spread = SpreadDelays.of(settings.network(), problems);
        Network network = spread.network();
        List<List<GroupDraft>> drafts = new Drafts(settings.initial(), sets, problems).of(network);
        problems.throwIfAny();
        Linearity linearity = new Linearity();
        Set<String> alone = new HashSet<>();
        network.projections().stream()
                .filter(projection -> !linearity.areLinear(projection))
                .forEach(projection -> alone.add(projection.target()));
        List<Cohort> cohorts = Cohort.of(network.populations(), drafts, alone);
        cohorts.forEach(cohort -> groups.addAll(cohort.drafts()));
        Addresses addresses = new Addresses(settings.network(), cohorts, groups);
        Delays delays = new Delays(settings.dt());
        LocalWiring local = new LocalWiring(addresses, groups, wires, delays, scheme.lead(), sets);
        for (Cohort cohort : cohorts) {
            List<Local> links = cohort.parts().get(0).population().node().locals();
            links.forEach(link -> problems.collect(() -> local.add(cohort, link)));
        }
        BundleWiring bundles = new BundleWiring(addresses, groups, wires, scheme.lead(), compiled, problems);
        NetworkWiring between = new NetworkWiring(addresses, delays, spread.chains(), linearity, bundles, problems);
        network.projections().forEach(projection -> problems.collect(() -> between.add(projection)));
        if (problems.isEmpty()) {
            between.finish();
        }
        settings.drives().forEach(drive -> problems.collect(() -> addresses.addDrive(drive)));
        for (int own = 0; own < sets.drives().size(); own++) {
            int number = own;
            problems.collect(() ->
                    addresses.addDriveOfSets(number, sets.drives().get(number).get(0)));
        }
        addresses.checkInitial(settings.initial(), problems);
        addresses.checkInitial(sets.initial(), problems);
        drafts.forEach(own -> own.forEach(group -> group.starts().check(sets, problems)));
        events = new EventDraft(settings, addresses, groups, problems);
        events.read(scheme, sets);
        Probes observed = new Probes(settings.network(), addresses);
        for (Observer observer : settings.observers()) {
            observer.variables().forEach(variable -> problems.collect(() -> probes.add(observed.of(variable))));
        }
        problems.throwIfAny();
        events.connect();
        problems.throwIfAny();
        spread.start(drafts, compiled);
        for (GroupDraft group : groups) {
            problems.collect(() -> layouts.add(group.layout(settings, compiled, scheme.interpolates())));
        }
        problems.throwIfAny();
        return local;
    }

    /** Whether anything fires: spikes belong to one set. */
    public boolean fires() {
        return !events.isEmpty();
    }

    /** How many lanes a plan may have, so that their past fits one array. */
    public int mostLanes() {
        int longest = wires.stream()
                .mapToInt(wire -> wire.isDirect() ? 0 : wire.classes().longest())
                .max()
                .orElse(0);
        return MOST_SAMPLES / (longest + 1024);
    }

    /** The plan of some of the sets. */
    public Plan plan(Sets some) {
        List<GroupPlan> plans = new ArrayList<>();
        for (GroupLayout layout : layouts) {
            plans.add(layout.plan(some, group -> groups.get(group).population().size()));
        }
        List<Long> seeds = Arrays.stream(some.seeds()).boxed().toList();
        Plan plan = new Plan(
                settings.dt(), scheme, seeds, plans, within.wires(some), events.plan(layouts, some, compiled), probes);
        Problems refused = new Problems();
        scheme.check(plan, refused);
        refused.throwIfAny();
        return plan;
    }

    private void checkPopulation(Population population, Set<String> names) {
        String name = population.name();
        problems.require(names.add(name), "network", "populations of different names", "two '" + name + "'");
        problems.require(population.size() > 0, "network", "at least one node in population '" + name + "'", "none");
        Node node = population.node();
        List<String> masses = node.masses().stream().map(Mass::name).toList();
        problems.require(
                new HashSet<>(masses).size() == masses.size(),
                "node " + node.name(),
                "masses of different names",
                String.join(", ", masses));
        Parameters.of(population, null, sets, parameter -> 1, problems);
    }

    /** Where a description gives a parameter of a population. */
    static String key(Population population, String parameter) {
        String group = population.name().isEmpty() ? "" : "groups." + population.name() + ".";
        return group + "parameters." + parameter;
    }

    /** Adds a problem unless there is one value, or one per node, and all are allowed; true where their number fits. */
    static boolean check(Population population, Parameter parameter, double[] values, Problems problems) {
        for (double value : values) {
            if (!Double.isFinite(value) || value < parameter.low() || value > parameter.high()) {
                String key = key(population, parameter.name());
                problems.add(Problem.of(key, parameter.expectation(), String.valueOf(value)));
                break;
            }
        }
        if (values.length == 1) {
            return true;
        }
        return problems.require(
                values.length == population.size(),
                key(population, parameter.name()),
                "one value, or one for each of " + population.size() + " nodes",
                values.length + " values");
    }
}
