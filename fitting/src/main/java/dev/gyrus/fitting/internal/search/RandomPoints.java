package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Uniform points; the best of all generations, as many as one has, are its population. */
public final class RandomPoints implements Search {
    private final int size;
    private final int dimensions;
    private final Draws draws;
    private List<double[]> asked = List.of();
    private List<Individual> best = List.of();

    public RandomPoints(int size, int dimensions, Draws draws) {
        this.size = size;
        this.dimensions = dimensions;
        this.draws = draws;
    }

    @Override
    public List<double[]> ask() {
        asked = Stream.generate(() -> draws.point(dimensions)).limit(size).toList();
        return asked.stream().map(double[]::clone).toList();
    }

    @Override
    public void tell(List<double[]> objectives) {
        List<Individual> all = new ArrayList<>(best);
        for (int k = 0; k < size; k++) {
            all.add(new Individual(Genome.at(asked.get(k)), objectives.get(k).clone()));
        }
        best = all.stream()
                .filter(Individual::valid)
                .sorted(Individual.BY_SUM)
                .limit(size)
                .toList();
    }

    @Override
    public List<Individual> population() {
        return best;
    }

    @Override
    public Optional<String> finished() {
        return Optional.empty();
    }
}
