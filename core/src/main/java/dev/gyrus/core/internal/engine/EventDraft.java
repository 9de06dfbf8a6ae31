package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Synapses;
import dev.gyrus.core.Wiring;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.EventPlan.SynapsePlan;
import dev.gyrus.core.internal.engine.EventPlan.Watch;
import dev.gyrus.core.internal.engine.EventText.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what a network says of firing and of spikes into numbers. */
final class EventDraft {
    /** A mean rate that no population reaches which is alive, in 1/ms. */
    private static final double FASTEST = 0.5;

    /** The part of the rate that refractory periods allow from which on a population does nothing but fire. */
    private static final double SATURATED = 0.8;

    private final Settings settings;
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final Problems problems;
    private final List<FiringDraft> firing = new ArrayList<>();
    private final List<SynapseDraft> synapses = new ArrayList<>();
    private final Map<Wiring, Rows> made = new IdentityHashMap<>();

    EventDraft(Settings settings, Addresses addresses, List<GroupDraft> groups, Problems problems) {
        this.settings = settings;
        this.addresses = addresses;
        this.groups = groups;
        this.problems = problems;
    }

    boolean isEmpty() {
        return firing.isEmpty();
    }

    /** Reads everything but the rows of synapses. */
    void read(Scheme scheme, Sets sets) {
        for (int g = 0; g < groups.size(); g++) {
            GroupDraft group = groups.get(g);
            int number = g;
            group.mass()
                    .firing()
                    .flatMap(own -> FiringDraft.of(number, group, own, settings.dt(), problems))
                    .ifPresent(firing::add);
        }
        firing.forEach(own -> problems.collect(() -> own.steps(sets)));
        List<Synapses> all = settings.network().synapses();
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            problems.collect(() -> read(number, all.get(number)));
        }
        if (!isEmpty() && scheme.isAdaptive()) {
            problems.add(Problem.of(
                    "simulation.integrator",
                    "a scheme of fixed steps for a network that fires",
                    settings.integrator().name()));
        }
    }

    private void read(int number, Synapses given) {
        String key = SynapseDraft.key(number);
        boolean known = isPopulation(given.source(), key + ".source") & isPopulation(given.target(), key + ".target");
        if (!known) {
            return;
        }
        Part from = addresses.part(given.source());
        Part to = addresses.part(given.target());
        int[] active = addresses
                .cohort(from.cohort())
                .groups()
                .filter(g -> groups.get(g).mass().firing().isPresent())
                .toArray();
        problems.require(
                active.length == 1,
                key + ".source",
                "a population with one mass that fires",
                "'" + given.source() + "', in which " + (active.length == 0 ? "none does" : active.length + " do"));
        Wiring wiring = given.wiring();
        int sources = from.population().size();
        int targets = to.population().size();
        boolean fits = problems.require(
                wiring.sources() == sources && wiring.targets() == targets,
                key + ".wiring",
                "one from " + sources + " to " + targets + " neurons",
                "one from " + wiring.sources() + " to " + wiring.targets());
        Optional<String> first = EventText.first(given.arrival());
        if (first.isEmpty()) {
            problems.add(Problem.of(key + ".arrival", "statements on states of the target", "none"));
            return;
        }
        int target = target(addresses.cohort(to.cohort()), first.get(), key);
        List<Assignment> arrival = new EventText(groups.get(target), settings.dt(), problems)
                .statements(given.arrival(), key + ".arrival", Set.of(LaneProgram.WEIGHT));
        if (active.length == 1 && fits) {
            synapses.add(new SynapseDraft(number, active[0], from, target, to, wiring, arrival));
        }
    }

    private boolean isPopulation(String name, String key) {
        List<String> names =
                settings.network().populations().stream().map(Population::name).toList();
        if (!names.contains(name)) {
            problems.add(Problem.unknown(key, "population", name, names));
        }
        return names.contains(name);
    }

    /** The group whose states are changed: all of one mass. */
    private int target(Cohort cohort, String name, String key) {
        if (cohort.masses().size() == 1) {
            return cohort.groups().findFirst().orElseThrow();
        }
        return addresses.output(cohort, name, key + ".arrival").group();
    }

    /** Makes the rows of all synapses, once memory is known to be enough. */
    void connect() {
        Set<Wiring> all = Collections.newSetFromMap(new IdentityHashMap<>());
        synapses.forEach(own -> all.add(own.wiring()));
        double needed = all.stream().mapToDouble(Rows::bytes).sum();
        Runtime machine = Runtime.getRuntime();
        double available = (double) machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        if (needed > available) {
            double count = all.stream().mapToDouble(Wiring::size).sum();
            problems.add(Problem.of(
                            "synapses",
                            "at most " + megabytes(available) + " of synapses, which is the memory left",
                            String.format(Locale.ROOT, "%.0f synapses, which take ", count) + megabytes(needed))
                    .hint("java -Xmx gives more memory"));
            return;
        }
        for (SynapseDraft own : synapses) {
            if (!made.containsKey(own.wiring())) {
                String key = SynapseDraft.key(own.number());
                made.put(own.wiring(), Rows.of(own.wiring(), settings.dt(), key, problems));
            }
        }
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / (1 << 20)));
    }

    /** The plan of some sets. */
    EventPlan plan(List<GroupLayout> layouts, Sets sets, Kernels kernels) {
        List<SynapsePlan> connected = new ArrayList<>();
        for (SynapseDraft own : synapses) {
            Rows rows = made.get(own.wiring());
            if (rows.count() > 0) {
                connected.add(own.plan(rows, new EventPrograms(layouts.get(own.target()), sets, kernels)));
            }
        }
        return new EventPlan(
                firing.stream()
                        .map(own -> own.plan(new EventPrograms(layouts.get(own.number()), sets, kernels)))
                        .toList(),
                connected,
                watched(sets));
    }

    /**
     * Populations that may run away: they receive spikes, and whether they fire depends on their states. Unless a limit is
     * given it is that of what a refractory period allows, or what no neurons reach together.
     */
    private List<Watch> watched(Sets sets) {
        List<Watch> watched = new ArrayList<>();
        for (Population population : settings.network().populations()) {
            Part part = addresses.part(population.name());
            for (FiringDraft own : firing) {
                boolean receives =
                        synapses.stream().anyMatch(s -> s.target() == own.number() && s.to().first() == part.first());
                if (receives && own.dependsOnStates()) {
                    int longest = Arrays.stream(own.steps(sets)).max().orElse(0);
                    double limit = Math.min(FASTEST, SATURATED / ((longest + 1) * settings.dt()));
                    watched.add(new Watch(
                            population.name(),
                            own.number(),
                            part.first(),
                            part.first() + population.size(),
                            settings.runaway().orElse(1000 * limit) / 1000));
                }
            }
        }
        return watched;
    }
}
