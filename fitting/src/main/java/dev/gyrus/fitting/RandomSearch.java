package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.RandomPoints;

/**
 * Points all over the cube, whatever they are worth: what any other search has to beat. Immutable and thread-safe.
 *
 * @param population points per generation
 */
public record RandomSearch(int population) implements Algorithm {
    public RandomSearch {
        Settings.require(population >= 1, "population", "at least 1", population);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        Settings.require(dimensions >= 1, "dimensions", "at least one parameter", dimensions);
        return new RandomPoints(population, dimensions, Draws.of(seed, 4));
    }

    @Override
    public String description() {
        return "random population=" + population;
    }
}
