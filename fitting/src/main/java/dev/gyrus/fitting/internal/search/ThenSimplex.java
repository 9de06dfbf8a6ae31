package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.NelderMead;
import dev.gyrus.fitting.Search;
import java.util.List;
import java.util.Optional;

/** A search, then a simplex from the best that it found. */
public final class ThenSimplex implements Search {
    private final int generations;
    private final int dimensions;
    private Search current;
    private int told;
    private boolean polishing;
    private List<double[]> asked = List.of();
    private Optional<Individual> best = Optional.empty();

    public ThenSimplex(Search first, int generations, int dimensions) {
        this.current = first;
        this.generations = generations;
        this.dimensions = dimensions;
    }

    @Override
    public List<double[]> ask() {
        boolean over = told >= generations || current.finished().isPresent();
        if (!polishing && over && best.isPresent()) {
            polishing = true;
            current = NelderMead.from(best.get().genome().position()).begin(dimensions, 0);
        }
        asked = current.ask();
        return asked.stream().map(double[]::clone).toList();
    }

    @Override
    public void tell(List<double[]> objectives) {
        for (int k = 0; k < asked.size(); k++) {
            Individual one =
                    new Individual(Genome.at(asked.get(k)), objectives.get(k).clone());
            if (one.valid() && (best.isEmpty() || one.sum() < best.get().sum())) {
                best = Optional.of(one);
            }
        }
        current.tell(objectives);
        told++;
    }

    @Override
    public List<Individual> population() {
        return current.population();
    }

    @Override
    public Optional<String> finished() {
        return polishing || best.isEmpty() ? current.finished() : Optional.empty();
    }
}
