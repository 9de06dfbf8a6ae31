package dev.gyrus.cli.internal.experiment;

import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Algorithm;
import dev.gyrus.fitting.CmaEs;
import dev.gyrus.fitting.Crossover;
import dev.gyrus.fitting.DifferentialEvolution;
import dev.gyrus.fitting.Genetic;
import dev.gyrus.fitting.Mutation;
import dev.gyrus.fitting.RandomSearch;
import dev.gyrus.fitting.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the algorithm that an {@code evolve} section names. */
final class EvolveAlgorithm {
    /** What an operator of each role may be called. */
    static final List<Role> ROLES = List.of(
            new Role("parents", List.of("rank", "tournament", "random", "best")),
            new Role("crossover", List.of("blend", "simulated-binary", "uniform")),
            new Role("mutation", List.of("adaptive", "polynomial", "gaussian")),
            new Role("survivors", List.of("best", "crowding", "references")));

    /** A part that an operator plays. */
    record Role(String name, List<String> operators) {}

    private final EvolveSpec spec;

    EvolveAlgorithm(EvolveSpec spec) {
        this.spec = spec;
    }

    Algorithm make() {
        return switch (spec.algorithm()) {
            case "differential-evolution" -> DifferentialEvolution.classic(populationOr(40), 0.7, 0.9);
            case "jade" -> DifferentialEvolution.jade(populationOr(40));
            case "random" -> new RandomSearch(populationOr(100));
            case "adaptive" -> operated(Genetic.adaptive(populationOr(20)));
            case "nsga2" -> operated(Genetic.nsga2(populationOr(40)));
            case EvolveSpec.NSGA3 -> operated(Genetic.nsga3(populationOr(92), divisions(populationOr(92))));
            case EvolveSpec.ABC_SMC ->
                spec.thresholds().isEmpty()
                        ? AbcSmc.adaptive(populationOr(200))
                        : AbcSmc.of(
                                populationOr(200),
                                spec.thresholds().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray());
            default ->
                CmaEs.standard()
                        .population(spec.population())
                        .restarts(CmaEs.Restart.valueOf(spec.restarts().toUpperCase(Locale.ROOT)));
        };
    }

    private int populationOr(int fallback) {
        return spec.population() > 0 ? spec.population() : fallback;
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
        for (int k = 1; k < spec.objectives().size(); k++) {
            count *= (double) (divisions + k) / k;
        }
        return spec.objectives().size() <= 1 ? Double.POSITIVE_INFINITY : count;
    }

    private Genetic operated(Genetic scheme) {
        Genetic changed = spec.initial() > 0 ? scheme.initial(spec.initial()) : scheme;
        for (Map.Entry<String, EvolveSpec.Operator> entry : spec.operators().entrySet()) {
            EvolveSpec.Operator operator = entry.getValue();
            changed = switch (entry.getKey()) {
                case "parents" -> changed.parents(selection(operator));
                case "survivors" -> changed.survivors(selection(operator));
                case "crossover" -> changed.crossover(crossover(operator));
                default -> changed.mutation(mutation(operator));
            };
        }
        return changed;
    }

    private static Selection selection(EvolveSpec.Operator operator) {
        return switch (operator.name()) {
            case "best" -> Selection.best();
            case "rank" -> Selection.rank(operator.or(1.5));
            case "random" -> Selection.random();
            case "tournament" -> Selection.tournament();
            case "references" -> Selection.references((int) operator.or(12));
            default -> Selection.crowding();
        };
    }

    private static Crossover crossover(EvolveSpec.Operator operator) {
        return switch (operator.name()) {
            case "blend" -> Crossover.blend(operator.or(0.5));
            case "uniform" -> Crossover.uniform(operator.or(0.5));
            default -> Crossover.simulatedBinary(operator.or(20));
        };
    }

    private static Mutation mutation(EvolveSpec.Operator operator) {
        return switch (operator.name()) {
            case "adaptive" -> Mutation.adaptive();
            case "gaussian" -> Mutation.gaussian(operator.or(0.1));
            default -> Mutation.polynomial(operator.or(20));
        };
    }
}
