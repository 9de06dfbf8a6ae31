package dev.gyrus.core;

import dev.gyrus.core.internal.engine.Kernels;
import dev.gyrus.core.internal.engine.Planner;
import dev.gyrus.core.internal.engine.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * One simulation at many points: the same network with other values of parameters, other initial values, other
 * signals or other seeds.
 *
 * <pre>{@code
 * double[] mue = IntStream.range(0, 256).mapToDouble(p -> p / 16 * 0.2).toArray();
 * double[] mui = IntStream.range(0, 256).mapToDouble(p -> p % 16 * 0.2).toArray();
 * var simulation = Simulation.of(Network.of(Aln.node())).duration(1000).threads(2);
 * var points = Sweep.of(simulation)
 *         .vary("mue_ext_mean", mue)
 *         .vary("mui_ext_mean", mui)
 *         .observe(point -> List.of(Recorder.every(1.0, "rates_exc")))
 *         .run();
 * Series rate = points.get(255).recording().get("rates_exc");
 * }</pre>
 *
 * <p>Points run side by side as lanes of one simulation: equations, wiring and delays are prepared once, noise of one seed is
 * drawn once, and what does not differ is not copied. Each point gives the bits of {@link Simulation#run} with its values,
 * whatever the number of threads and lanes. Points that differ in delays between nodes are separate sweeps.
 *
 * <p>Each method returns a changed copy. Copies share compiled equations: the same sweep with other values starts without
 * compiling. Immutable and thread-safe.
 */
public final class Sweep {
    private static final int LANES = 512;

    private final Simulation simulation;
    private final Map<String, double[][]> parameters;
    private final Map<String, double[][]> initial;
    private final List<List<Drive>> drives;
    private final Optional<long[]> seeds;
    private final IntFunction<List<Observer>> observers;
    private final int lanes;
    private final Kernels compiled;

    private Sweep(
            Simulation simulation,
            Map<String, double[][]> parameters,
            Map<String, double[][]> initial,
            List<List<Drive>> drives,
            Optional<long[]> seeds,
            IntFunction<List<Observer>> observers,
            int lanes,
            Kernels compiled) {
        this.simulation = simulation;
        this.parameters = parameters;
        this.initial = initial;
        this.drives = drives;
        this.seeds = seeds;
        this.observers = observers;
        this.lanes = lanes;
        this.compiled = compiled;
    }

    /**
     * A sweep whose points differ in nothing yet.
     *
     * @param simulation without observers; its threads (and executor) are those of the sweep
     */
    public static Sweep of(Simulation simulation) {
        return new Sweep(
                simulation, Map.of(), Map.of(), List.of(), Optional.empty(), p -> List.of(), LANES, new Kernels());
    }

    /** The same points of another simulation; equations that both have are compiled once. */
    public Sweep simulation(Simulation simulation) {
        return new Sweep(simulation, parameters, initial, drives, seeds, observers, lanes, compiled);
    }

    /**
     * Parameters with one value per point; where paths meet, the later one counts.
     *
     * @param path of one or more parameters as in {@link Network#with(String, double[])}
     * @param values in declared units
     */
    public Sweep vary(String path, double... values) {
        return vary(path, ofPoints(values));
    }

    /**
     * The same with values for each node.
     *
     * @param values {@code [point]}: one, or one per node of the populations, in declared units
     */
    public Sweep vary(String path, double[][] values) {
        return new Sweep(
                simulation, with(parameters, path, values), initial, drives, seeds, observers, lanes, compiled);
    }

    /** The start of a state or hold (and its constant past), one value per point, instead of the simulation's. */
    public Sweep initial(String variable, double... values) {
        return initial(variable, ofPoints(values));
    }

    /**
     * The same with values for each node.
     *
     * @param values {@code [point]}: one, or one per node, in declared units
     */
    public Sweep initial(String variable, double[][] values) {
        return new Sweep(
                simulation, parameters, with(initial, variable, values), drives, seeds, observers, lanes, compiled);
    }

    /**
     * A signal for each point, besides those of the simulation.
     *
     * @param target an input or a parameter of every node, as in {@link Simulation#drive(String, Stimulus)}
     * @param signals one per point
     */
    public Sweep drive(String target, List<? extends Stimulus> signals) {
        return drive(signals.stream()
                .map(signal -> Drive.everywhere("", target, signal))
                .toList());
    }

    /**
     * A drive for each point, besides those of the simulation: other signals on the same target and nodes.
     *
     * @param ofPoints one per point
     */
    public Sweep drive(List<Drive> ofPoints) {
        List<List<Drive>> more = new ArrayList<>(drives);
        more.add(List.copyOf(ofPoints));
        return new Sweep(simulation, parameters, initial, List.copyOf(more), seeds, observers, lanes, compiled);
    }

    /** Seeds of noise and initial values, one per point; without, all have the simulation's. */
    public Sweep seeds(long... seeds) {
        Optional<long[]> own = Optional.of(seeds.clone());
        return new Sweep(simulation, parameters, initial, drives, own, observers, lanes, compiled);
    }

    /**
     * Who watches each point.
     *
     * @param observers makes those of a point, of the same variables for each; called from the thread that is about to run
     *     the point
     */
    public Sweep observe(IntFunction<List<Observer>> observers) {
        return new Sweep(simulation, parameters, initial, drives, seeds, observers, lanes, compiled);
    }

    /**
     * How many nodes to run side by side, if points are that many; at least one point is. The default is near the optimum of
     * small nodes; results do not depend on it.
     */
    public Sweep lanes(int lanes) {
        return new Sweep(simulation, parameters, initial, drives, seeds, observers, lanes, compiled);
    }

    private static double[][] ofPoints(double[] values) {
        double[][] points = new double[values.length][1];
        Arrays.setAll(points, point -> new double[] {values[point]});
        return points;
    }

    private static Map<String, double[][]> with(Map<String, double[][]> values, String name, double[][] own) {
        Map<String, double[][]> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        changed.put(name, Arrays.stream(own).map(double[]::clone).toArray(double[][]::new));
        return Collections.unmodifiableMap(changed);
    }

    /** Runs all points; their results in their order. */
    public List<Point> run() {
        SweepRun run = start();
        Point[] points = new Point[run.points()];
        run.forEach(point -> points[point.index()] = point);
        return List.of(points);
    }

    /**
     * Prepares all points to be run.
     *
     * @throws GyrusException with everything that is wrong with the simulation and the sweep
     */
    public SweepRun start() {
        Problems problems = new Problems();
        Simulation.Settings settings = simulation.settings();
        problems.require(
                settings.observers().isEmpty(),
                "sweep",
                "observers of each point, from the sweep",
                settings.observers().size() + " of the simulation");
        problems.require(lanes > 0, "sweep.lanes", "a positive number", lanes);
        problems.collect(() -> Steps.of("duration", settings.duration(), settings.dt()));
        int points = points(problems);
        Map<String, Map<String, double[][]>> byName = new HashMap<>();
        parameters.forEach((path, values) -> problems.collect(() -> settings.network()
                .parameters(path)
                .forEach((population, names) -> names.forEach(name ->
                        byName.computeIfAbsent(population, p -> new HashMap<>()).put(name, values)))));
        if (!problems.isEmpty()) {
            problems.collect(simulation::start);
            problems.throwIfAny();
        }
        long[] seed = new long[points];
        Arrays.fill(seed, settings.seed());
        List<List<Drive>> played = drives.stream()
                .map(all ->
                        all.stream().map(one -> one.over(settings.duration())).toList())
                .toList();
        Sets sets = new Sets(seeds.orElse(seed), byName, initial, played);
        List<Observer> first = observers.apply(0);
        Simulation.Settings observed =
                simulation.observe(first.toArray(Observer[]::new)).played();
        Planner planner = Planner.of(observed, sets, compiled);
        return new SweepRun(observed, planner, sets, point -> point == 0 ? first : observers.apply(point), lanes);
    }

    /** The number of points, or −1 after adding a problem. */
    private int points(Problems problems) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        parameters.forEach((path, values) -> lengths.put("parameters." + path, values.length));
        initial.forEach((name, values) -> lengths.put("initial." + name, values.length));
        for (int k = 0; k < drives.size(); k++) {
            lengths.put("drives[" + k + "]", drives.get(k).size());
        }
        seeds.ifPresent(all -> lengths.put("seeds", all.length));
        if (lengths.values().stream().allMatch(length -> length == 0)) {
            problems.add(Problem.of("sweep", "at least one point", "none"));
            return -1;
        }
        String first = lengths.keySet().iterator().next();
        int points = lengths.get(first);
        lengths.forEach((name, length) -> problems.require(
                length == points,
                "sweep." + name,
                points + " values, one per point as in " + first,
                length + " values"));
        drives.forEach(all -> checkTargets(all, problems));
        return points;
    }

    private static void checkTargets(List<Drive> drives, Problems problems) {
        for (int point = 1; point < drives.size(); point++) {
            Drive own = drives.get(point);
            Drive same = new Drive(
                    drives.get(0).population(),
                    drives.get(0).target(),
                    own.stimulus(),
                    drives.get(0).nodes());
            if (!own.equals(same)) {
                problems.add(Problem.of(
                        "sweep.drives of point " + point,
                        "the target and nodes of point 0: " + place(same),
                        place(own)));
                return;
            }
        }
    }

    private static String place(Drive drive) {
        String population = drive.population().isEmpty() ? "" : drive.population() + ".";
        return population
                + drive.target()
                + drive.nodes().map(nodes -> " " + nodes).orElse("");
    }

    /**
     * What became of a point.
     *
     * @param index its number, from 0
     * @param recording what its observers kept; not complete where it failed or was stopped
     * @param failure why it failed, such as when and where it diverged; absent where it did not
     */
    public record Point(int index, Recording recording, Optional<String> failure) {}
}
