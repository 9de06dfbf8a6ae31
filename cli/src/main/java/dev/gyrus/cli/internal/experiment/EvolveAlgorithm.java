package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.AbcSmc;
import dev.gyrus.fitting.Algorithm;
import dev.gyrus.fitting.CmaEs;
import dev.gyrus.fitting.Crossover;
import dev.gyrus.fitting.DifferentialEvolution;
import dev.gyrus.fitting.Genetic;
import dev.gyrus.fitting.Mutation;
import dev.gyrus.fitting.OperatorProvider;
import dev.gyrus.fitting.OperatorProvider.Role;
import dev.gyrus.fitting.RandomSearch;
import dev.gyrus.fitting.Selection;
import java.util.Locale;
import java.util.Map;

/** Makes the algorithm that an {@code evolve} section names. */
final class EvolveAlgorithm {
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
                        .scouts(spec.initial())
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
        for (Map.Entry<Role, EvolveSpec.Operator> entry : spec.operators().entrySet()) {
            changed = operated(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    private static Genetic operated(Genetic scheme, Role role, EvolveSpec.Operator operator) {
        OperatorProvider provider = operator.provider();
        double setting = operator.setting().orElse(provider.initial().orElse(0));
        // Under a name of ours: a checkpoint says by it which operators it was made with.
        String name = provider.name() + (provider.initial().isPresent() ? "(" + setting + ")" : "");
        try {
            if (provider instanceof OperatorProvider.OfCrossover crossover) {
                return scheme.crossover(Crossover.named(name, crossover.create(setting)));
            }
            if (provider instanceof OperatorProvider.OfMutation mutation) {
                return scheme.mutation(Mutation.named(name, mutation.create(setting)));
            }
            Selection selection = Selection.named(name, ((OperatorProvider.OfSelection) provider).create(setting));
            return role == Role.PARENTS ? scheme.parents(selection) : scheme.survivors(selection);
        } catch (GyrusException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) { // whatever the code of others throws
            throw GyrusException.input(
                    "operators." + EvolveSpec.key(role), "an operator that can be made", "a plugin that fails: " + e);
        }
    }
}
