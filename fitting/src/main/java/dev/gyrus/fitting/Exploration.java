package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Steps;
import dev.gyrus.core.Sweep;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.Scenario.Role;
import dev.gyrus.fitting.Scenario.Trial;
import dev.gyrus.fitting.internal.Batch;
import dev.gyrus.fitting.internal.Batches;
import dev.gyrus.fitting.internal.LocalBackend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Many runs of one experiment at points of a parameter space, and what is measured of each.
 *
 * <pre>{@code
 * var space = ParameterSpace.of(Axis.range("mue_ext_mean", 0, 3).steps(41), Axis.range("mui_ext_mean", 0, 3).steps(41));
 * var simulation = Simulation.of(Network.of(Aln.node())).duration(1000).seed(42);
 * List<Outcome> outcomes = Exploration.of(Scenario.of(simulation, measurement), space, space.grid()).threads(2).run();
 * }</pre>
 *
 * <p>Points run side by side as lanes of a {@link Sweep}, in batches of which as many are at work as the back end has
 * workers; each gives the bits of the same run by itself. Points that differ in what makes a simulation (settings) form
 * batches of equal settings. A run that diverges or cannot be made is an outcome with its reason, and the others go on.
 *
 * <p>Each method returns a changed copy. Immutable and thread-safe.
 */
public final class Exploration {
    /** Lanes of one batch; the step of a small node costs least near here. */
    private static final int LANES = 512;

    private final Scenario scenario;
    private final ParameterSpace space;
    private final List<Point> points;
    private final int replicates;
    private final int threads;

    private Exploration(Scenario scenario, ParameterSpace space, List<Point> points, int replicates, int threads) {
        this.scenario = scenario;
        this.space = space;
        this.points = List.copyOf(points);
        this.replicates = replicates;
        this.threads = threads;
    }

    /** Each point once, on all processors. */
    public static Exploration of(Scenario scenario, ParameterSpace space, List<Point> points) {
        return new Exploration(scenario, space, points, 1, Runtime.getRuntime().availableProcessors());
    }

    /** Each point with so many seeds: the simulation's and those that follow it. */
    public Exploration replicate(int replicates) {
        if (replicates < 1 || (long) replicates * points.size() > Integer.MAX_VALUE) {
            throw GyrusException.input("replicate", "a positive number, below 2³¹ runs in all", "" + replicates);
        }
        return new Exploration(scenario, space, points, replicates, threads);
    }

    /** So many threads of this machine. */
    public Exploration threads(int threads) {
        if (threads < 1) {
            throw GyrusException.input("threads", "a positive number", "" + threads);
        }
        return new Exploration(scenario, space, points, replicates, threads);
    }

    public ParameterSpace space() {
        return space;
    }

    public List<Point> points() {
        return points;
    }

    /** How many seeds each point has. */
    public int replicates() {
        return replicates;
    }

    /** How many runs there are: points × replicates. */
    public int runs() {
        return points.size() * replicates;
    }

    /** Runs everything on this machine; the outcomes in the order of the runs. */
    public List<Outcome> run() {
        List<Outcome> outcomes = new ArrayList<>();
        try (Backend backend = new LocalBackend(threads)) {
            start(backend, run -> true).forEach(outcomes::addAll);
        }
        outcomes.sort(Comparator.comparingInt(Outcome::run));
        return outcomes;
    }

    /**
     * Prepares the runs that are wanted.
     *
     * @param backend where they go; closed by whoever opened it
     * @param wanted the numbers of the runs to make: those that are missing, where an earlier exploration goes on
     * @throws GyrusException with everything that is wrong with the simulation and with the names and ranges of the axes
     */
    public ExplorationRun start(Backend backend, IntPredicate wanted) {
        return check().start(backend, wanted);
    }

    /**
     * Makes sure that everything can begin: tries the first point, and the ends of every axis.
     *
     * @throws GyrusException likewise
     */
    public Checked check() {
        Problems problems = new Problems();
        if (points.isEmpty()) {
            throw GyrusException.input("points", "at least one point", "none");
        }
        Optional<Trial> first = first(problems);
        Trial trial = first.orElseGet(() -> scenario.trial(Map.of()));
        Simulation simulation = trial.simulation();
        problems.collect(() -> Steps.of(
                "duration",
                simulation.settings().duration(),
                simulation.settings().dt()));
        for (Axis axis : space.axes()) {
            problems.collect(() -> {
                if (scenario.role(axis.name()) == Role.SETTING) {
                    scenario.trial(Map.of(axis.name(), axis.text(axis.lower())));
                    scenario.trial(Map.of(axis.name(), axis.text(axis.upper())));
                } else {
                    check(axis, simulation);
                }
            });
        }
        problems.throwIfAny();
        Sweep.of(simulation)
                .seeds(simulation.settings().seed())
                .observe(p -> trial.measurement().begin().observers())
                .start();
        return new Checked(trial);
    }

    private Optional<Trial> first(Problems problems) {
        List<Trial> made = new ArrayList<>();
        problems.collect(() -> made.add(scenario.trial(settings(points.get(0)))));
        return made.stream().findFirst();
    }

    /** An exploration that can begin. */
    public final class Checked {
        private final Trial trial;

        private Checked(Trial trial) {
            this.trial = trial;
        }

        /** Prepares the runs that are wanted, by their numbers. */
        public ExplorationRun start(Backend backend, IntPredicate wanted) {
            Simulation.Settings settings = trial.simulation().settings();
            boolean spikes = !settings.network().synapses().isEmpty();
            boolean alone = spikes || settings.integrator().rule() == Integrator.Rule.ADAPTIVE;
            int most = alone ? 1 : Math.max(1, LANES / settings.network().size());
            long first = settings.seed();
            List<Batch> batches = new Batches(space.axes(), scenario, replicates, run -> first + run % replicates)
                    .of(points, wanted, most, backend.workers());
            return new ExplorationRun(scenario, trial.measurement().names(), batches, backend);
        }
    }

    private void check(Axis axis, Simulation simulation) {
        String target = scenario.target(axis.name());
        double[] ends = {axis.lower(), axis.upper()};
        Sweep sweep = Sweep.of(simulation);
        sweep = scenario.role(axis.name()) == Role.INITIAL ? sweep.initial(target, ends) : sweep.vary(target, ends);
        try {
            sweep.start();
        } catch (GyrusException e) {
            List<Problem> own = e.problems().stream()
                    .map(problem -> problem.under(axis.name()))
                    .distinct()
                    .toList();
            throw new GyrusException(e.kind(), own, e);
        }
    }

    private Map<String, String> settings(Point point) {
        Map<String, String> settings = new HashMap<>();
        double[] values = point.values();
        for (int a = 0; a < values.length; a++) {
            Axis axis = space.axes().get(a);
            if (scenario.role(axis.name()) == Role.SETTING && !Double.isNaN(values[a])) {
                settings.put(axis.name(), axis.text(values[a]));
            }
        }
        return settings;
    }
}
