package dev.gyrus.fitting;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.spi.Backend;
import dev.gyrus.fitting.internal.Batch;
import dev.gyrus.fitting.internal.BatchTask;
import dev.gyrus.fitting.internal.Batches;
import dev.gyrus.fitting.internal.KeptTask;
import dev.gyrus.fitting.internal.LocalBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleConsumer;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Evaluates points by running simulations, side by side as lanes, on a back end.
 *
 * <pre>{@code
 * var evaluator = RunEvaluator.of(Scenario.of(simulation, metrics), space).threads(2);
 * Evolution.of(space, CmaEs.standard(), evaluator, Objective.maximise("fc_mean")).run();
 * }</pre>
 *
 * <p>What is compiled for the first generation serves the others. Values do not depend on the back end and its workers.
 * Methods that set something return a changed copy. Used by one thread, except {@link #stop}.
 */
public final class RunEvaluator implements Evaluator {
    /** Lanes of one batch; the step of a small node costs least near here. */
    private static final int LANES = 512;

    /**
     * What is run, where and how often.
     *
     * @param replicates seeds of each point, whose values are averaged
     * @param ownSeeds whether points differ in their seeds
     */
    private record Plan(Backend backend, int replicates, boolean ownSeeds, List<String> identity) {}

    private final ParameterSpace space;
    private final Scenario scenario;
    private final Plan plan;
    private final Scenario.Trial trial;
    private final KeptTask task;
    private final Map<Integer, String> failures = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private volatile DoubleConsumer onProgress = share -> {};

    private RunEvaluator(ParameterSpace space, Scenario scenario, Scenario.Trial trial, Plan plan) {
        this.space = space;
        this.scenario = scenario;
        this.trial = trial;
        this.plan = plan;
        this.task = new KeptTask(new BatchTask(scenario, metrics().size()));
    }

    /**
     * One run of each point, on all processors of this machine, all with the seed of the simulation.
     *
     * @param space whose axes are parameters, initial values or settings of the scenario
     * @throws dev.gyrus.core.GyrusException with everything that is wrong with the simulation and with the names and
     *     ranges of the axes
     */
    public static RunEvaluator of(Scenario scenario, ParameterSpace space) {
        double[] middle = new double[space.size()];
        Arrays.fill(middle, 0.5);
        Exploration.of(scenario, space, List.of(new Point(0, space.at(middle)))).check();
        Backend all = new LocalBackend(Runtime.getRuntime().availableProcessors());
        return new RunEvaluator(space, scenario, scenario.trial(Map.of()), new Plan(all, 1, false, List.of()));
    }

    /** So many threads of this machine. */
    public RunEvaluator threads(int threads) {
        Settings.require(threads >= 1, "threads", "a positive number", threads);
        return backend(new LocalBackend(threads));
    }

    /** Another place to run; closed by whoever opened it. */
    public RunEvaluator backend(Backend backend) {
        return with(new Plan(backend, plan.replicates, plan.ownSeeds, plan.identity));
    }

    /**
     * Each point with so many seeds, the simulation's and those that follow it: its values are their means, undefined
     * where one is.
     */
    public RunEvaluator replicate(int replicates) {
        Settings.require(replicates >= 1, "replicate", "a positive number", replicates);
        return with(new Plan(plan.backend, replicates, plan.ownSeeds, plan.identity));
    }

    /**
     * Seeds that differ from point to point: the simulation's plus the number of the run. Noise is then part of what is
     * measured, as {@link AbcSmc} needs it; with common seeds, differences between points are those of their
     * parameters.
     */
    public RunEvaluator ownSeeds(boolean own) {
        return with(new Plan(plan.backend, plan.replicates, own, plan.identity));
    }

    /** What else the values depend on, line by line: the experiment. */
    public RunEvaluator identity(List<String> lines) {
        return with(new Plan(plan.backend, plan.replicates, plan.ownSeeds, List.copyOf(lines)));
    }

    private RunEvaluator with(Plan changed) {
        return new RunEvaluator(space, scenario, trial, changed);
    }

    @Override
    public List<String> metrics() {
        return trial.measurement().names();
    }

    @Override
    public List<String> identity() {
        List<String> lines = new ArrayList<>(plan.identity);
        lines.add("replicate: " + plan.replicates);
        lines.add("own seeds: " + plan.ownSeeds);
        return lines;
    }

    @Override
    public List<double[]> evaluate(List<Point> points) {
        Simulation.Settings settings = trial.simulation().settings();
        int metrics = metrics().size();
        boolean alone = settings.integrator().rule() == Integrator.Rule.ADAPTIVE;
        int most = alone ? 1 : Math.max(1, LANES / settings.network().size());
        IntToLongFunction seeds =
                plan.ownSeeds ? run -> settings.seed() + run : run -> settings.seed() + run % plan.replicates;
        List<Batch> batches = new Batches(space.axes(), scenario, plan.replicates, seeds)
                .of(points, run -> true, most, plan.backend.workers());
        int first = points.get(0).index();
        double[][] sums = new double[points.size()][metrics];
        int[] counts = new int[points.size()];
        AtomicReferenceArray<Double> shares = new AtomicReferenceArray<>(batches.size());
        if (stopped) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        plan.backend.map(task, batches, new Backend.Delivery<ArrayList<Outcome>>() {
            @Override
            public void done(int input, ArrayList<Outcome> done) {
                outcomes.addAll(done);
                progress(input, 1);
            }

            @Override
            public void failed(int input, RuntimeException failure) {
                throw failure;
            }

            @Override
            public void progress(int input, double share) {
                shares.set(input, share);
                onProgress.accept(IntStream.range(0, batches.size())
                                .mapToDouble(b -> shares.get(b) == null
                                        ? 0
                                        : shares.get(b) * batches.get(b).size())
                                .sum()
                        / (points.size() * plan.replicates));
            }
        });
        outcomes.sort((a, b) -> Integer.compare(a.run(), b.run())); // sums in one order, whichever run ended first
        for (Outcome outcome : outcomes) {
            int k = outcome.point() - first;
            counts[k]++;
            outcome.reason().ifPresent(reason -> failures.putIfAbsent(outcome.point(), reason));
            for (int m = 0; m < metrics; m++) {
                sums[k][m] += outcome.metrics().get(m) / plan.replicates;
            }
        }
        boolean whole = Arrays.stream(counts).allMatch(count -> count == plan.replicates);
        return whole ? List.of(sums) : List.of();
    }

    /**
     * Ends what is under way after the current blocks; nothing is evaluated from then on. May be called from any
     * thread.
     */
    public void stop() {
        stopped = true;
        plan.backend.stop();
    }

    /** Tells the done part of the generation under way, from 0 to 1, from any thread. */
    public void onProgress(DoubleConsumer action) {
        onProgress = action;
    }

    /** Why a point failed; empty where it did not, or in an earlier process. */
    public Optional<String> failure(int point) {
        return Optional.ofNullable(failures.get(point));
    }
}
