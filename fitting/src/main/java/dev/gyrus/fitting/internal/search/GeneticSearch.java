package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genetic;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A population that mates, mutates and survives. */
public final class GeneticSearch implements Search {
    private static final double FIRST_STEP = 1.0 / 3;

    private final Genetic scheme;
    private final int dimensions;
    private final Draws draws;
    private List<Individual> population = List.of();
    private List<Genome> asked = List.of();
    private int newcomers;

    public GeneticSearch(Genetic scheme, int dimensions, Draws draws) {
        this.scheme = scheme;
        this.dimensions = dimensions;
        this.draws = draws;
        this.newcomers = scheme.initial();
    }

    @Override
    public List<double[]> ask() {
        asked = new ArrayList<>();
        if (!population.isEmpty()) {
            List<Individual> parents = scheme.parents().select(population, scheme.population(), draws);
            for (int k = 0; k + 1 < parents.size(); k += 2) {
                for (Genome child : scheme.crossover()
                        .cross(parents.get(k).genome(), parents.get(k + 1).genome(), draws)) {
                    asked.add(within(scheme.mutation().mutate(child, draws)));
                }
            }
        }
        for (int k = 0; k < newcomers; k++) {
            double[] steps = new double[dimensions];
            Arrays.fill(steps, FIRST_STEP);
            asked.add(new Genome(draws.point(dimensions), steps));
        }
        return asked.stream().map(genome -> genome.position().clone()).toList();
    }

    /** The genome moved to the bounds; steps blended to nothing or below turn positive again. */
    private static Genome within(Genome genome) {
        double[] position = Arrays.stream(genome.position())
                .map(x -> Math.max(0, Math.min(1, x)))
                .toArray();
        double[] steps = Arrays.stream(genome.steps()).map(Math::abs).toArray();
        return new Genome(position, steps);
    }

    @Override
    public void tell(List<double[]> objectives) {
        List<Individual> candidates = new ArrayList<>(population);
        int failed = 0;
        for (int k = 0; k < asked.size(); k++) {
            Individual individual =
                    new Individual(asked.get(k), objectives.get(k).clone());
            if (individual.valid()) {
                candidates.add(individual);
            } else {
                failed++;
            }
        }
        newcomers = candidates.isEmpty() ? scheme.initial() : failed;
        int size = Math.min(scheme.population(), candidates.size());
        population = candidates.isEmpty() ? List.of() : scheme.survivors().select(candidates, size, draws);
    }

    @Override
    public List<Individual> population() {
        return population;
    }

    @Override
    public Optional<String> finished() {
        return Optional.empty();
    }
}
