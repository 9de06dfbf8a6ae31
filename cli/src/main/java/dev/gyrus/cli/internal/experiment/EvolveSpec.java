package dev.gyrus.cli.internal.experiment;

import dev.gyrus.fitting.Algorithm;
import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Objective;
import dev.gyrus.fitting.OperatorProvider;
import dev.gyrus.fitting.ParameterSpace;
import dev.gyrus.fitting.Polished;
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
        Map<OperatorProvider.Role, Operator> operators,
        Optional<Integer> threads) {
    static final String CMA_ES = "cma-es";
    static final String ABC_SMC = "abc-smc";
    static final String NSGA3 = "nsga3";
    static final List<String> GENETIC = List.of("adaptive", "nsga2", NSGA3);
    static final List<String> WITH_INITIAL = List.of(CMA_ES, "adaptive", "nsga2", NSGA3);
    static final List<String> ALGORITHMS =
            List.of(CMA_ES, "differential-evolution", "jade", "adaptive", "nsga2", NSGA3, "random", ABC_SMC);

    /** An operator and its number, if one is given. */
    record Operator(OperatorProvider provider, Optional<Double> setting) {}

    public ParameterSpace space() {
        return ParameterSpace.of(axes);
    }

    /** Everything that is measured: the objectives, and what is named beside them. */
    public List<String> measured() {
        return Stream.concat(objectives.stream().map(Objective::metric), metrics.stream())
                .toList();
    }

    /** The seed of the first run of a candidate, where the simulation has the given one. */
    public long firstSeed(int candidate, long seed) {
        return ownSeeds ? seed + (long) candidate * replicate : seed;
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
        Algorithm search = new EvolveAlgorithm(this).make();
        return polish == 0 ? search : new Polished(search, generations - polish);
    }

    Map<String, Object> written() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Axis axis : axes) {
            Map<String, Object> range = new LinkedHashMap<>();
            range.put("from", ExploreSpec.written(axis, axis.lower()));
            range.put("to", ExploreSpec.written(axis, axis.upper()));
            range.put("scale", axis.scale() == Axis.Scale.LOG ? "log" : "linear");
            parameters.put(axis.name(), range);
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("algorithm", algorithm);
        out.put("parameters", parameters);
        objectives(out, "maximise", true);
        objectives(out, "minimise", false);
        out.put("metrics", metrics);
        if (population > 0) {
            out.put("population", population);
        }
        out.put("generations", generations);
        out.put("seed", seed);
        out.put("replicate", replicate);
        out.put("own_seeds", ownSeeds);
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
                    key(role),
                    one.setting().isEmpty()
                            ? one.provider().name()
                            : Map.of(one.provider().name(), one.setting().get())));
            out.put("operators", all);
        }
        Map<String, Object> stop = stop();
        if (!stop.isEmpty()) {
            out.put("stop", stop);
        }
        return out;
    }

    /** What a role is called in the section. */
    static String key(OperatorProvider.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
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
}
