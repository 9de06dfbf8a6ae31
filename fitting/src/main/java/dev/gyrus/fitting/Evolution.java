package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search for the parameters that make some metrics large or small.
 *
 * <pre>{@code
 * var space = ParameterSpace.of(Axis.range("mue_ext_mean", 0.5, 3), Axis.range("b", 0, 40));
 * var evolution = Evolution.of(space, CmaEs.standard().population(32), evaluator, Objective.maximise("fc_mean"));
 * Candidate best = evolution.seed(42).generations(40).run().best().orElseThrow();
 * }</pre>
 *
 * <p>The result is a function of the seed, the algorithm and what the evaluator says: not of threads, and not of
 * interruptions where there is a checkpoint. Each method returns a changed copy. Immutable; as thread-safe as the
 * evaluator.
 */
public final class Evolution {
    private static final int MOST_GENERATIONS = 1_000_000;

    /**
     * How it is done.
     *
     * @param stagnation generations without progress after which it ends; 0 for never
     * @param tolerance by how much an objective or the score has to get better to count as progress
     */
    record Plan(
            long seed, int generations, int stagnation, double tolerance, Optional<Path> checkpoint, boolean resume) {}

    private final ParameterSpace space;
    private final Algorithm algorithm;
    private final Evaluator evaluator;
    private final List<Objective> objectives;
    private final Plan plan;

    private Evolution(
            ParameterSpace space, Algorithm algorithm, Evaluator evaluator, List<Objective> objectives, Plan plan) {
        this.space = space;
        this.algorithm = algorithm;
        this.evaluator = evaluator;
        this.objectives = List.copyOf(objectives);
        this.plan = plan;
    }

    /**
     * An evolution of 100 generations at most.
     *
     * @throws GyrusException for objectives that are not measured or stand there twice, and axes that are no ranges of
     *     numbers
     */
    public static Evolution of(
            ParameterSpace space, Algorithm algorithm, Evaluator evaluator, Objective... objectives) {
        return of(space, algorithm, evaluator, List.of(objectives));
    }

    /** The same. */
    public static Evolution of(
            ParameterSpace space, Algorithm algorithm, Evaluator evaluator, List<Objective> objectives) {
        Problems problems = new Problems();
        problems.require(!objectives.isEmpty(), "objectives", "at least one", "none");
        Set<String> names = new HashSet<>();
        for (Objective objective : objectives) {
            if (!evaluator.metrics().contains(objective.metric())) {
                problems.add(Problem.unknown(objective.metric(), "metric", objective.metric(), evaluator.metrics()));
            }
            problems.require(names.add(objective.metric()), objective.metric(), "each objective once", "it twice");
        }
        for (Axis axis : space.axes()) {
            problems.require(!axis.isChoice(), axis.name(), "a range of numbers", "choices");
            problems.require(
                    axis.lower() < axis.upper(), axis.name(), "a range that ends above its start", range(axis));
        }
        problems.throwIfAny();
        Plan plan = new Plan(0, 100, 0, 0, Optional.empty(), false);
        return new Evolution(space, algorithm, evaluator, objectives, plan);
    }

    private static String range(Axis axis) {
        return axis.lower() + " to " + axis.upper();
    }

    /** The seed of the search; the default is 0. */
    public Evolution seed(long seed) {
        return with(new Plan(seed, plan.generations, plan.stagnation, plan.tolerance, plan.checkpoint, plan.resume));
    }

    /** So many generations at most. */
    public Evolution generations(int most) {
        Settings.require(most >= 1 && most <= MOST_GENERATIONS, "generations", "1 to " + MOST_GENERATIONS, most);
        return with(new Plan(plan.seed, most, plan.stagnation, plan.tolerance, plan.checkpoint, plan.resume));
    }

    /**
     * Ends after so many generations in which neither the score nor an objective got better by more than the tolerance.
     */
    public Evolution stagnation(int generations, double tolerance) {
        Settings.require(generations >= 1, "stagnation", "at least one generation", generations);
        Settings.require(tolerance >= 0, "tolerance", "a number from 0", tolerance);
        return with(new Plan(plan.seed, plan.generations, generations, tolerance, plan.checkpoint, plan.resume));
    }

    /**
     * Writes what has been evaluated to a file after each generation.
     *
     * @param resume whether to go on from there if the file exists; the result is that of an evolution that was never
     *     interrupted
     */
    public Evolution checkpoint(Path file, boolean resume) {
        return with(new Plan(plan.seed, plan.generations, plan.stagnation, plan.tolerance, Optional.of(file), resume));
    }

    private Evolution with(Plan changed) {
        return new Evolution(space, algorithm, evaluator, objectives, changed);
    }

    public ParameterSpace space() {
        return space;
    }

    public List<Objective> objectives() {
        return objectives;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    Plan plan() {
        return plan;
    }

    /**
     * What two evolutions must share so that one may go on where the other was; the number of generations is not part
     * of it.
     */
    List<String> identity() {
        List<String> lines = new ArrayList<>();
        lines.add("algorithm: " + algorithm.description());
        lines.add("seed: " + plan.seed);
        space.axes()
                .forEach(axis ->
                        lines.add("parameter: " + axis.name() + " " + range(axis) + axis.unit() + " " + axis.scale()));
        lines.add("metrics: " + String.join(", ", evaluator.metrics()));
        objectives.forEach(
                one -> lines.add("objective: " + (one.maximise() ? "+" : "-") + one.weight() + " " + one.metric()));
        lines.addAll(evaluator.identity());
        return lines;
    }

    /**
     * Prepares it, and brings it to where its checkpoint is.
     *
     * @throws GyrusException for settings that do not fit, and a checkpoint of another evolution
     */
    public EvolutionRun start() {
        return new EvolutionRun(this);
    }

    /** Runs all generations. */
    public EvolutionRun run() {
        EvolutionRun run = start();
        while (run.advance()) {
            // each call is one generation
        }
        return run;
    }
}
