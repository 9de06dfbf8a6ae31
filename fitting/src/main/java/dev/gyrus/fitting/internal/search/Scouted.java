package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scouts first: one generation of points spread over the cube, and then a search from the best of them. Where all fail,
 * others are tried.
 */
public final class Scouted implements Search {
    private final int scouts;
    private final int dimensions;
    private final Draws draws;
    private final Function<double[], Search> further;
    private List<double[]> asked = List.of();
    private List<Individual> population = List.of();
    private Optional<Search> search = Optional.empty();

    /** @param further makes the search that begins from a point */
    public Scouted(int scouts, int dimensions, Draws draws, Function<double[], Search> further) {
        this.scouts = scouts;
        this.dimensions = dimensions;
        this.draws = draws;
        this.further = further;
    }

    @Override
    public List<double[]> ask() {
        return search.map(Search::ask).orElseGet(() -> {
            asked = spread();
            return asked.stream().map(double[]::clone).toList();
        });
    }

    /** A Latin hypercube: each axis is cut into as many slices as there are points, and each slice has one. */
    private List<double[]> spread() {
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k < scouts; k++) {
            points.add(new double[dimensions]);
        }
        for (int i = 0; i < dimensions; i++) {
            int[] slices = draws.shuffled(scouts);
            for (int k = 0; k < scouts; k++) {
                points.get(k)[i] = (slices[k] + draws.uniform()) / scouts;
            }
        }
        return points;
    }

    @Override
    public void tell(List<double[]> objectives) {
        if (search.isPresent()) {
            search.get().tell(objectives);
            return;
        }
        population = IntStream.range(0, scouts)
                .mapToObj(k -> new Individual(
                        Genome.at(asked.get(k)), objectives.get(k).clone()))
                .filter(Individual::valid)
                .toList();
        search = population.stream()
                .min(Individual.BY_SUM)
                .map(best -> further.apply(best.genome().position()));
    }

    @Override
    public List<Individual> population() {
        List<Individual> own = search.map(Search::population).orElse(List.of());
        return own.isEmpty() ? population : own;
    }

    @Override
    public Optional<String> finished() {
        return search.flatMap(Search::finished);
    }
}
