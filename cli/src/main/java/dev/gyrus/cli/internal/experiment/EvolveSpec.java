package dev.gyrus.cli.internal.experiment;

import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Algorithm;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.CmaEs;
import dev.gyrus.fitting.Crossover;
import dev.gyrus.fitting.DifferentialEvolution;
import dev.gyrus.fitting.Genetic;
import dev.gyrus.fitting.Mutation;
import dev.gyrus.fitting.Objective;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Polished;
import dev.gyrus.fitting.RandomSearch;
import dev.gyrus.fitting.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code evolve} section: what is looked for, between which bounds, and how.
 *
 * @param objectives in the order of {@code maximise}, then {@code minimise}
 * @param metrics what else is measured
 * @param places the keys of objectives and metrics below the section, in their order
 * @param population of each generation; 0 for the algorithm's own
 * @param initial size of the first generation where the algorithm has one of its own; 0 for the population's
 * @param generations at most, those that polish included
 * @param seed of the search
 * @param replicate seeds per point
 * @param ownSeeds whether points differ in their seeds
 * @param polish how many of the last generations polish; 0 for none
 * @param stagnation generations without progress; 0 for no limit
 * @param tolerance what counts as progress
 * @param thresholds of approximate Bayesian computation; empty to adapt
 * @param operators of genetic algorithms that differ from the algorithm's own
 * @param threads of this machine; empty for all processors
 */
public record EvolveSpec(
        String algorithm,
        List<Axis> axes,
        List<Objective> objectives,
        List<String> metrics,
        List<String> places,
        int population,
        int initial,
        int generations,
        long seed,
        int replicate,
        boolean ownSeeds,
        int polish,
        String restarts,
        int stagnation,
        double tolerance,
        List<Double> thresholds,
        Map<String, Operator> operators,
        Optional<Integer> threads) {
    static final String CMA_ES = "cma-es";
    static final String ABC_SMC = "abc-smc";
    static final String NSGA3 = "nsga3";
    static final List<String> GENETIC = List.of("adaptive", "nsga2", NSGA3);
    static final List<String> ALGORITHMS =
            List.of(CMA_ES, "differential-evolution", "jade", "adaptive", "nsga2", NSGA3, "random", ABC_SMC);

    /** An operator and its number, if it has one. */
    record Operator(String name, Optional<Double> setting) {
        double or(double fallback) {
            return setting.orElse(fallback);
        }
    }

    public ParameterSpace space() {
        return ParameterSpace.of(axes);
    }

    /** Everything that is measured: the objectives, and what is named beside them. */
    public List<String> measured() {
        return Stream.concat(objectives.stream().map(Objective::metric), metrics.stream())
                .toList();
    }

    /** Whether the result is a sample instead of a best point. */
    public boolean samples() {
        return algorithm.equals(ABC_SMC);
    }

    /**
     * The search.
     *
     * @throws dev.gyrus.core.GyrusException naming a key of the section and what is wrong with it
     */
    public Algorithm search() {
        Algorithm search = unpolished();
        return polish == 0 ? search : new Polished(search, generations - polish);
    }

    private Algorithm unpolished() {
        return switch (algorithm) {
            case "differential-evolution" -> DifferentialEvolution.classic(populationOr(40), 0.7, 0.9);
            case "jade" -> DifferentialEvolution.jade(populationOr(40));
            case "random" -> new RandomSearch(populationOr(100));
            case "adaptive" -> operated(Genetic.adaptive(populationOr(20)));
            case "nsga2" -> operated(Genetic.nsga2(populationOr(40)));
            case NSGA3 -> operated(Genetic.nsga3(populationOr(92), divisions(populationOr(92))));
            case ABC_SMC ->
                thresholds.isEmpty()
                        ? AbcSmc.adaptive(populationOr(200))
                        : AbcSmc.of(
                                populationOr(200),
                                thresholds.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray());
            default ->
                CmaEs.standard()
                        .population(population)
                        .restarts(CmaEs.Restart.valueOf(restarts.toUpperCase(Locale.ROOT)));
        };
    }

    private int populationOr(int fallback) {
        return population > 0 ? population : fallback;
    }

    /** As many as give no more directions than there are individuals. */
    private int divisions(int size) {
        int divisions = 1;
        while (directions(divisions + 1) <= size) {
            divisions++;
        }
        return divisions;
    }

    /** (divisions + objectives − 1 over objectives − 1). */
    private double directions(int divisions) {
        double count = 1;
        for (int k = 1; k < objectives.size(); k++) {
            count *= (double) (divisions + k) / k;
        }
        return objectives.size() <= 1 ? Double.POSITIVE_INFINITY : count;
    }

    private Genetic operated(Genetic scheme) {
        Genetic changed = initial > 0 ? scheme.initial(initial) : scheme;
        for (Map.Entry<String, Operator> entry : operators.entrySet()) {
            Operator operator = entry.getValue();
            changed = switch (entry.getKey()) {
                case "parents" -> changed.parents(selection(operator));
                case "survivors" -> changed.survivors(selection(operator));
                case "crossover" -> changed.crossover(crossover(operator));
                default -> changed.mutation(mutation(operator));
            };
        }
        return changed;
    }

    private static Selection selection(Operator operator) {
        return switch (operator.name()) {
            case "best" -> Selection.best();
            case "rank" -> Selection.rank(operator.or(1.5));
            case "random" -> Selection.random();
            case "tournament" -> Selection.tournament();
            case "references" -> Selection.references((int) operator.or(12));
            default -> Selection.crowding();
        };
    }

    private static Crossover crossover(Operator operator) {
        return switch (operator.name()) {
            case "blend" -> Crossover.blend(operator.or(0.5));
            case "uniform" -> Crossover.uniform(operator.or(0.5));
            default -> Crossover.simulatedBinary(operator.or(20));
        };
    }

    private static Mutation mutation(Operator operator) {
        return switch (operator.name()) {
            case "adaptive" -> Mutation.adaptive();
            case "gaussian" -> Mutation.gaussian(operator.or(0.1));
            default -> Mutation.polynomial(operator.or(20));
        };
    }

    Map<String, Object> written() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Axis axis : axes) {
            Map<String, Object> range = new LinkedHashMap<>();
            range.put("from", axis.lower());
            range.put("to", axis.upper());
            range.put("scale", axis.scale() == Axis.Scale.LOG ? "log" : "linear");
            parameters.put(axis.name(), range);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("algorithm", algorithm);
        out.put("parameters", parameters);
        objectives(out, "maximise", true);
        objectives(out, "minimise", false);
        out.put("metrics", metrics);
        out.put("population", population > 0 ? population : "default");
        out.put("generations", generations);
        out.put("seed", seed);
        out.put("replicate", replicate);
        out.put("own_seeds", ownSeeds);
        if (population == 0) {
            out.remove("population");
        }
        if (initial > 0) {
            out.put("initial", initial);
        }
        if (polish > 0) {
            out.put("polish", polish);
        }
        if (algorithm.equals(CMA_ES)) {
            out.put("restarts", restarts);
        }
        if (!thresholds.isEmpty()) {
            out.put("thresholds", thresholds);
        }
        if (!operators.isEmpty()) {
            Map<String, Object> all = new LinkedHashMap<>();
            operators.forEach((role, one) -> all.put(
                    role,
                    one.setting().isEmpty()
                            ? one.name()
                            : Map.of(one.name(), one.setting().get())));
            out.put("operators", all);
        }
        Map<String, Object> stop = stop();
        if (!stop.isEmpty()) {
            out.put("stop", stop);
        }
        return out;
    }

    private void objectives(Map<String, Object> out, String key, boolean maximise) {
        Map<String, Object> weights = new LinkedHashMap<>();
        objectives.stream()
                .filter(one -> one.maximise() == maximise)
                .forEach(one -> weights.put(one.metric(), one.weight()));
        if (!weights.isEmpty()) {
            out.put(key, weights);
        }
    }

    private Map<String, Object> stop() {
        Map<String, Object> stop = new LinkedHashMap<>();
        if (stagnation > 0) {
            stop.put("stagnation", stagnation);
            stop.put("tolerance", tolerance);
        }
        Map<String, Object> targets = new LinkedHashMap<>();
        objectives.forEach(one -> one.target().ifPresent(target -> targets.put(one.metric(), target)));
        if (!targets.isEmpty()) {
            stop.put("target", targets);
        }
        return stop;
    }

    /** The names that a role can have. */
    static Map<String, List<String>> operatorNames() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put("parents", new ArrayList<>(List.of("rank", "tournament", "random", "best")));
        names.put("crossover", List.of("blend", "simulated-binary", "uniform"));
        names.put("mutation", List.of("adaptive", "polynomial", "gaussian"));
        names.put("survivors", List.of("best", "crowding", "references"));
        return names;
    }
}
