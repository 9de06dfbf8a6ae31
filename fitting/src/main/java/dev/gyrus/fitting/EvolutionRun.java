package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.internal.search.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An evolution that is prepared, under way or at its end. Used by one thread. */
public final class EvolutionRun {
    /** Why an evolution ended whose evaluator was stopped. */
    public static final String STOPPED = "stopped";

    private final Evolution evolution;
    private final Search search;
    private final Progress progress;
    private final List<Generation> generations = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Checkpoint.Turn> turns = new ArrayList<>();
    private List<Candidate> front = List.of();
    private Optional<Candidate> best = Optional.empty();
    private Optional<String> ended = Optional.empty();

    EvolutionRun(Evolution evolution) {
        this.evolution = evolution;
        this.search = evolution
                .algorithm()
                .begin(evolution.space().size(), evolution.plan().seed());
        this.progress =
                new Progress(evolution.objectives().size(), evolution.plan().tolerance());
        Evolution.Plan plan = evolution.plan();
        if (plan.resume() && plan.checkpoint().isPresent()) {
            Checkpoint.read(plan.checkpoint().get(), evolution.identity()).forEach(this::replay);
        }
        end();
    }

    /** Asks the search again what it asked then, and tells it what was found then. */
    private void replay(Checkpoint.Turn turn) {
        List<double[]> asked = search.ask();
        if (!Arrays.deepEquals(asked.toArray(), turn.points().toArray())) {
            throw GyrusException.input(
                    evolution.plan().checkpoint().orElseThrow().toString(),
                    "the points that this evolution asks for in generation " + generations.size(),
                    "others: it was written by another version of Gyrus or of a plugin");
        }
        take(turn);
    }

    /**
     * Evaluates one generation.
     *
     * @return false where there was nothing more to do, or the evaluator was stopped
     */
    public boolean advance() {
        if (ended.isPresent()) {
            return false;
        }
        List<double[]> asked = search.ask();
        List<Point> points = new ArrayList<>();
        for (double[] unit : asked) {
            points.add(new Point(candidates.size() + points.size(), parameters(unit)));
        }
        List<double[]> metrics = evolution.evaluator().evaluate(points);
        if (metrics.size() != points.size()) {
            ended = Optional.of(STOPPED);
            return false;
        }
        take(new Checkpoint.Turn(asked, metrics));
        evolution.plan().checkpoint().ifPresent(file -> Checkpoint.write(file, evolution.identity(), turns));
        end();
        return true;
    }

    /** The point of the cube in declared units, within the bounds to the last bit. */
    private double[] parameters(double[] unit) {
        double[] values = evolution.space().at(unit);
        for (int k = 0; k < values.length; k++) {
            Axis axis = evolution.space().axes().get(k);
            values[k] = Math.max(axis.lower(), Math.min(axis.upper(), values[k]));
        }
        return values;
    }

    private void take(Checkpoint.Turn turn) {
        List<Candidate> tried = new ArrayList<>();
        List<double[]> costs = new ArrayList<>();
        for (int k = 0; k < turn.points().size(); k++) {
            double[] metrics = turn.metrics().get(k);
            double[] cost = costs(metrics);
            double sum = Arrays.stream(cost).sum();
            double score = Double.isFinite(sum) ? -sum : Double.NaN;
            costs.add(cost);
            double[] parameters = parameters(turn.points().get(k));
            tried.add(new Candidate(candidates.size() + k, generations.size(), parameters, metrics, score));
        }
        search.tell(costs);
        turns.add(turn);
        candidates.addAll(tried);
        for (Candidate one : tried) {
            if (!one.failed() && (best.isEmpty() || one.score() > best.get().score())) {
                best = Optional.of(one);
            }
        }
        List<Candidate> contenders = new ArrayList<>(front);
        tried.stream().filter(one -> !one.failed()).forEach(contenders::add);
        front = Front.of(contenders.stream().map(one -> costs(one.metrics())).toList()).stream()
                .map(contenders::get)
                .toList();
        progress.see(costs);
        List<double[]> population = search.population().stream()
                .map(one -> parameters(one.genome().position()))
                .toList();
        generations.add(
                new Generation(generations.size(), tried, population, weights(population.size()), best, front.size()));
    }

    private double[] weights(int size) {
        if (search instanceof Sampler sampler) {
            return sampler.weights();
        }
        double[] equal = new double[size];
        Arrays.fill(equal, 1.0 / size);
        return equal;
    }

    private double[] costs(double[] metrics) {
        List<String> names = evolution.evaluator().metrics();
        return evolution.objectives().stream()
                .mapToDouble(one -> one.cost(metrics[names.indexOf(one.metric())]))
                .toArray();
    }

    private void end() {
        Evolution.Plan plan = evolution.plan();
        ended = search.finished();
        if (ended.isEmpty() && generations.size() >= plan.generations()) {
            ended = Optional.of("all " + plan.generations() + " generations");
        }
        if (ended.isEmpty() && plan.stagnation() > 0 && progress.idle() >= plan.stagnation()) {
            ended = Optional.of("no progress in " + plan.stagnation() + " generations");
        }
        if (ended.isEmpty() && candidates.stream().anyMatch(this::reached)) {
            ended = Optional.of("the target is reached");
        }
    }

    private boolean reached(Candidate one) {
        List<String> names = evolution.evaluator().metrics();
        List<Objective> objectives = evolution.objectives();
        return !one.failed()
                && objectives.stream().anyMatch(objective -> objective.target().isPresent())
                && objectives.stream()
                        .allMatch(objective -> objective.reached(one.metrics()[names.indexOf(objective.metric())]));
    }

    /** The generations so far. */
    public List<Generation> generations() {
        return List.copyOf(generations);
    }

    /** All candidates so far, in the order of their numbers. */
    public List<Candidate> candidates() {
        return List.copyOf(candidates);
    }

    /** The candidate of the highest score; empty while all failed. */
    public Optional<Candidate> best() {
        return best;
    }

    /** The candidates that no other dominates, in the order of their numbers. */
    public List<Candidate> front() {
        return front;
    }

    /** Why it ended; empty while it goes on. */
    public Optional<String> ended() {
        return ended;
    }

    /** The names of what was measured. */
    public List<String> metrics() {
        return evolution.evaluator().metrics();
    }

    /** The tolerance that the population of a {@link Sampler} meets; NaN for other searches. */
    public double tolerance() {
        return search instanceof Sampler sampler ? sampler.tolerance() : Double.NaN;
    }
}
