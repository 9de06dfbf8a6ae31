package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Firing;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation.Settings;
import dev.gyrus.core.Synapses;
import dev.gyrus.core.Wiring;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.EventPlan.Affine;
import dev.gyrus.core.internal.engine.EventPlan.FiringPlan;
import dev.gyrus.core.internal.engine.EventPlan.Jump;
import dev.gyrus.core.internal.engine.EventPlan.Program;
import dev.gyrus.core.internal.engine.EventPlan.SynapsePlan;
import dev.gyrus.core.internal.engine.EventPlan.Watch;
import dev.gyrus.core.internal.engine.EventText.Assignment;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns what a network says of firing and of spikes into numbers. */
final class EventDraft {
    /** Streams of uniform numbers of steps lie above those of initial values. */
    private static final long UNIFORM_STREAMS = 1L << 33;

    private static final String FIRES = "fires#";

    /** A mean rate of populations that nothing alive reaches, in 1/ms. */
    private static final double FASTEST = 0.5;

    /** The part of the rate that refractory periods allow from which on a population does nothing but fire. */
    private static final double SATURATED = 0.8;

    private final Settings settings;
    private final Addresses addresses;
    private final List<GroupDraft> groups;
    private final Problems problems;
    private final List<Neurons> neurons = new ArrayList<>();
    private final List<Contacts> contacts = new ArrayList<>();
    private final Map<Wiring, Rows> made = new IdentityHashMap<>();

    /** A group that fires. */
    private record Neurons(
            int group, Expr threshold, List<Assignment> reset, Optional<Expr> refractory, int[] frozen, long stream) {}

    /** A connection that carries spikes. */
    private record Contacts(
            int number, int source, Part from, int target, Part to, Wiring wiring, List<Assignment> arrival) {}

    EventDraft(Settings settings, Addresses addresses, List<GroupDraft> groups, Problems problems) {
        this.settings = settings;
        this.addresses = addresses;
        this.groups = groups;
        this.problems = problems;
    }

    /** Reads everything but the rows of synapses. */
    void read(Scheme scheme) {
        for (int g = 0; g < groups.size(); g++) {
            int group = g;
            groups.get(g).mass().firing().ifPresent(firing -> read(group, firing));
        }
        List<Synapses> synapses = settings.network().synapses();
        for (int i = 0; i < synapses.size(); i++) {
            int number = i;
            problems.collect(() -> read(number, synapses.get(number)));
        }
        if (!isEmpty() && scheme.isAdaptive()) {
            problems.add(Problem.of(
                    "simulation.integrator",
                    "a scheme of fixed steps for a network that fires",
                    settings.integrator().name()));
        }
    }

    boolean isEmpty() {
        return neurons.isEmpty();
    }

    private void read(int number, Firing firing) {
        GroupDraft group = groups.get(number);
        EventText text = new EventText(group, settings.dt(), problems);
        String key = group.mass().name() + ".";
        Set<String> random = Set.of(LaneProgram.UNIFORM);
        if (group.model().units().containsKey(LaneProgram.UNIFORM)) {
            problems.add(Problem.of(key + LaneProgram.UNIFORM, "another name", "'uniform'")
                    .hint("in a threshold it is a random number"));
        }
        Optional<Expr> threshold = text.condition(firing.threshold(), key + "threshold", random);
        List<Assignment> reset = text.statements(firing.reset(), key + "reset", Set.of());
        Optional<Expr> refractory = firing.refractory().isBlank()
                ? Optional.empty()
                : text.duration(firing.refractory(), key + "refractory");
        Set<String> states = group.model().drift().keySet();
        for (String name : firing.frozen()) {
            if (!states.contains(name)) {
                problems.add(Problem.unknown(key + "frozen", "state", name, states));
            }
        }
        int[] frozen = firing.frozen().stream()
                .distinct()
                .mapToInt(new ArrayList<>(states)::indexOf)
                .toArray();
        int mass = group.population().node().masses().indexOf(group.mass());
        threshold.ifPresent(condition ->
                neurons.add(new Neurons(number, condition, reset, refractory, frozen, UNIFORM_STREAMS + mass)));
    }

    private void read(int number, Synapses synapses) {
        String key = key(number);
        Network network = settings.network();
        List<String> names = network.populations().stream().map(p -> p.name()).toList();
        boolean known = true;
        for (String side : List.of("source", "target")) {
            String name = side.equals("source") ? synapses.source() : synapses.target();
            if (!names.contains(name)) {
                problems.add(Problem.unknown(key + "." + side, "population", name, names));
                known = false;
            }
        }
        if (!known) {
            return;
        }
        Part from = addresses.part(synapses.source());
        Part to = addresses.part(synapses.target());
        int[] firing = addresses
                .cohort(from.cohort())
                .groups()
                .filter(g -> groups.get(g).mass().firing().isPresent())
                .toArray();
        problems.require(
                firing.length == 1,
                key + ".source",
                "a population with one mass that fires",
                "'" + synapses.source() + "', in which " + (firing.length == 0 ? "none" : firing.length) + " does");
        Wiring wiring = synapses.wiring();
        int sources = from.population().size();
        int targets = to.population().size();
        boolean fits = problems.require(
                wiring.sources() == sources && wiring.targets() == targets,
                key + ".wiring",
                "one from " + sources + " to " + targets + " neurons",
                "one from " + wiring.sources() + " to " + wiring.targets());
        Optional<String> first = EventText.first(synapses.arrival());
        if (first.isEmpty()) {
            problems.add(Problem.of(key + ".arrival", "statements on states of the target", "none"));
            return;
        }
        int target = target(addresses.cohort(to.cohort()), first.get(), key);
        List<Assignment> arrival = new EventText(groups.get(target), settings.dt(), problems)
                .statements(synapses.arrival(), key + ".arrival", Set.of(LaneProgram.WEIGHT));
        if (firing.length == 1 && fits) {
            contacts.add(new Contacts(number, firing[0], from, target, to, wiring, arrival));
        }
    }

    private static String key(int number) {
        return "synapses[" + number + "]";
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
        long needed = 0;
        Set<Wiring> counted = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (Contacts own : contacts) {
            needed += counted.add(own.wiring()) ? Rows.bytes(own.wiring()) : 0;
        }
        Runtime machine = Runtime.getRuntime();
        long available = machine.maxMemory() - machine.totalMemory() + machine.freeMemory();
        if (needed > available) {
            long synapses = counted.stream().mapToLong(Wiring::size).sum();
            throw GyrusException.input(Problem.of(
                            "synapses",
                            "at most " + megabytes(available) + " of synapses, which is the memory left",
                            synapses + " synapses, which take " + megabytes(needed))
                    .hint("java -Xmx gives more memory"));
        }
        for (Contacts own : contacts) {
            if (!made.containsKey(own.wiring())) {
                made.put(own.wiring(), Rows.of(own.wiring(), settings.dt(), key(own.number()), problems));
            }
        }
    }

    private static String megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) / (1 << 20) + " MB";
    }

    /** The plan of some sets. */
    EventPlan plan(List<GroupLayout> layouts, Sets sets, Kernels kernels) {
        List<FiringPlan> firing = neurons.stream()
                .map(own -> plan(own, layouts.get(own.group()), sets, kernels))
                .toList();
        List<SynapsePlan> synapses = new ArrayList<>();
        for (Contacts own : contacts) {
            Rows rows = made.get(own.wiring());
            if (rows.count() > 0) {
                synapses.add(plan(own, rows, layouts.get(own.target()), sets, kernels));
            }
        }
        return new EventPlan(firing, synapses, watched(firing));
    }

    /**
     * Populations that may run away: they receive spikes, and whether they fire depends on their states. Unless a limit is
     * given it is that of what a refractory period allows, or what no neurons reach together.
     */
    private List<Watch> watched(List<FiringPlan> firing) {
        List<Watch> watched = new ArrayList<>();
        for (Population population : settings.network().populations()) {
            Part part = addresses.part(population.name());
            for (int n = 0; n < neurons.size(); n++) {
                Neurons own = neurons.get(n);
                MassModel model = groups.get(own.group()).model();
                boolean receives = contacts.stream()
                        .anyMatch(c -> c.target() == own.group() && c.to().first() == part.first());
                boolean depends = Trees.names(expanded(own.threshold(), model)).stream()
                        .anyMatch(name -> model.drift().containsKey(name));
                if (receives && depends) {
                    int longest = Arrays.stream(firing.get(n).refractory()).max().orElse(0);
                    double limit = Math.min(FASTEST, SATURATED / ((longest + 1) * settings.dt()));
                    watched.add(new Watch(
                            population.name(),
                            own.group(),
                            part.first(),
                            part.first() + population.size(),
                            settings.runaway().orElse(1000 * limit) / 1000));
                }
            }
        }
        return watched;
    }

    private FiringPlan plan(Neurons own, GroupLayout layout, Sets sets, Kernels kernels) {
        Equations equations = layout.equations();
        Program threshold =
                program(equations, equations.definitions(), Map.of(FIRES, own.threshold()), layout, sets, kernels);
        return new FiringPlan(
                own.group(),
                threshold,
                threshold.compiled().slots().find(Role.OUTPUT, FIRES),
                own.reset().isEmpty() ? Optional.empty() : Optional.of(jump(own.reset(), layout, sets, kernels)),
                refractory(own, sets),
                own.frozen(),
                own.stream());
    }

    private static Program program(
            Equations equations,
            Map<String, Expr> definitions,
            Map<String, Expr> results,
            GroupLayout layout,
            Sets sets,
            Kernels kernels) {
        CompiledMass compiled = kernels.of(new Equations(
                definitions,
                equations.parameters(),
                equations.laneParameters(),
                Map.of(),
                Map.of(),
                Map.of(),
                results,
                Map.of()));
        GroupDraft draft = layout.draft();
        return new Program(compiled, draft.memory(compiled, sets), draft.tables());
    }

    /** Assignments one after the other as functions of the values before the first. */
    private static Jump jump(List<Assignment> assignments, GroupLayout layout, Sets sets, Kernels kernels) {
        Equations equations = layout.equations();
        Map<String, Expr> definitions = new LinkedHashMap<>(equations.definitions());
        MassModel model = layout.draft().model();
        Map<String, Expr> latest = new LinkedHashMap<>();
        for (Assignment assignment : assignments) {
            Expr value = Trees.substitute(expanded(assignment.value(), model), latest::get);
            String version = assignment.state() + "#" + definitions.size();
            definitions.put(version, value);
            latest.put(assignment.state(), new Expr.Name(version));
        }
        Program program = program(equations, definitions, latest, layout, sets, kernels);
        List<String> states = new ArrayList<>(model.drift().keySet());
        return new Jump(
                program,
                latest.keySet().stream().mapToInt(states::indexOf).toArray(),
                latest.keySet().stream()
                        .mapToInt(state -> program.compiled().slots().find(Role.OUTPUT, state))
                        .toArray());
    }

    /** Intermediates and outputs written out, so that they are functions of the latest values of states. */
    private static Expr expanded(Expr value, MassModel model) {
        return Trees.substitute(value, name -> {
            Expr definition = model.lets().getOrDefault(name, model.outputs().get(name));
            return definition == null ? null : expanded(definition, model);
        });
    }

    private int[] refractory(Neurons own, Sets sets) {
        if (own.refractory().isEmpty()) {
            return new int[1];
        }
        GroupDraft group = groups.get(own.group());
        Formula formula = Formula.of(own.refractory().get());
        boolean perLane = Trees.names(own.refractory().get()).stream()
                .anyMatch(group.parameters()::isPerLane);
        int[] steps = new int[perLane ? group.population().size() * sets.count() : 1];
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int lane = 0; lane < steps.length; lane++) {
            int at = lane;
            double ms = formula.value(name -> {
                double[] all = values.computeIfAbsent(name, n -> group.parameter(n, sets));
                return all[all.length == 1 ? 0 : at];
            });
            if (!(ms >= 0) || ms / settings.dt() > 1 << 30) {
                throw GyrusException.input(
                        group.mass().name() + ".refractory", "a duration that is not negative", ms + " ms");
            }
            steps[lane] = (int) Math.rint(ms / settings.dt());
        }
        return steps;
    }

    /** Refuses refractory periods that no plan could have. */
    void check(Sets sets) {
        neurons.forEach(own -> problems.collect(() -> refractory(own, sets)));
    }

    private SynapsePlan plan(Contacts own, Rows rows, GroupLayout layout, Sets sets, Kernels kernels) {
        Optional<Affine> affine = sets.count() > 1 ? Optional.empty() : affine(own, layout, sets);
        return new SynapsePlan(
                own.source(),
                own.from().first(),
                own.target(),
                own.to().first(),
                rows,
                affine,
                affine.isPresent() ? Optional.empty() : Optional.of(jump(own.arrival(), layout, sets, kernels)),
                own.from().population().name() + " → " + own.to().population().name());
    }

    /** The arrival as a linear function of the one state that it reads and changes, if it is one. */
    private Optional<Affine> affine(Contacts own, GroupLayout layout, Sets sets) {
        if (own.arrival().size() != 1) {
            return Optional.empty();
        }
        Assignment arrival = own.arrival().get(0);
        List<Expr> coefficients = AffineForm.of(arrival.value(), arrival.state(), LaneProgram.WEIGHT);
        Set<String> names = new LinkedHashSet<>();
        coefficients.forEach(e -> names.addAll(Trees.names(e)));
        Map<String, Double> values = new LinkedHashMap<>();
        GroupDraft group = layout.draft();
        int first = own.to().first();
        for (String name : names) {
            if (!layout.equations().parameters().contains(name)) {
                return Optional.empty();
            }
            double[] all = group.parameter(name, sets);
            double value = all[all.length == 1 ? 0 : first];
            if (all.length > 1
                    && IntStream.range(first, first + own.to().population().size())
                            .anyMatch(lane -> all[lane] != value)) {
                return Optional.empty();
            }
            values.put(name, value);
        }
        double[] c = coefficients.stream()
                .mapToDouble(e -> Formula.of(e).value(values::get))
                .toArray();
        if (c.length == 0 || !Arrays.stream(c).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        int state = new ArrayList<>(group.model().drift().keySet()).indexOf(arrival.state());
        return Optional.of(new Affine(state, c[0], c[1], c[2], c[3]));
    }
}
