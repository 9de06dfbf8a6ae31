package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.GeneticSearch;

/**
 * Populations that mate, mutate and survive, with operators as the user has them.
 *
 * <pre>{@code
 * Algorithm search = Genetic.nsga2(40).crossover(Crossover.blend(0.3));
 * }</pre>
 *
 * <p>Generation 0 is random. In each further one parents are selected, mated in pairs, and their children mutated; one
 * random newcomer stands in for each that failed in the generation before; survivors are selected among the population,
 * the children and the newcomers. Genomes begin with steps of a third of the ranges. Each method returns a changed
 * copy. Immutable and thread-safe.
 *
 * @param population survivors of each generation, and children; even, at least 4
 * @param initial size of generation 0, at least the population
 */
public record Genetic(
        int population, int initial, Selection parents, Crossover crossover, Mutation mutation, Selection survivors)
        implements Algorithm {
    public Genetic {
        Settings.require(population >= 4 && population % 2 == 0, "population", "an even number from 4", population);
        Settings.require(initial >= population, "initial", "at least the population of " + population, initial);
    }

    /**
     * The scheme that neurolib calls adaptive: rank selection (1.5), blend crossover of positions and steps (0.5),
     * self-adaptive mutation, the best survive. C. Cakan, N. Jajcay and K. Obermayer, Cognitive Computation 15 (2023)
     * 1132–1152, doi:10.1007/s12559-021-09931-9.
     */
    public static Genetic adaptive(int population) {
        return new Genetic(
                population,
                population,
                Selection.rank(1.5),
                Crossover.blend(0.5),
                Mutation.adaptive(),
                Selection.best());
    }

    /**
     * NSGA-II: tournaments, simulated binary crossover (20), polynomial mutation (20), survivors by fronts and
     * crowding. Deb et al. 2002, doi:10.1109/4235.996017.
     */
    public static Genetic nsga2(int population) {
        return new Genetic(
                population,
                population,
                Selection.tournament(),
                Crossover.simulatedBinary(20),
                Mutation.polynomial(20),
                Selection.crowding());
    }

    /**
     * NSGA-III: random parents, simulated binary crossover (30), polynomial mutation (20), survivors by directions. Deb
     * and Jain 2014, doi:10.1109/TEVC.2013.2281535.
     *
     * @param divisions of each objective in the lattice of directions: 12 for three objectives and a population of 92
     */
    public static Genetic nsga3(int population, int divisions) {
        return new Genetic(
                population,
                population,
                Selection.random(),
                Crossover.simulatedBinary(30),
                Mutation.polynomial(20),
                Selection.references(divisions));
    }

    /** Another size of generation 0. */
    public Genetic initial(int size) {
        return new Genetic(population, size, parents, crossover, mutation, survivors);
    }

    /** Another way to select parents. */
    public Genetic parents(Selection selection) {
        return new Genetic(population, initial, selection, crossover, mutation, survivors);
    }

    /** Another way to mate. */
    public Genetic crossover(Crossover operator) {
        return new Genetic(population, initial, parents, operator, mutation, survivors);
    }

    /** Another way to mutate. */
    public Genetic mutation(Mutation operator) {
        return new Genetic(population, initial, parents, crossover, operator, survivors);
    }

    /** Another way to select survivors. */
    public Genetic survivors(Selection selection) {
        return new Genetic(population, initial, parents, crossover, mutation, selection);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        Settings.require(dimensions >= 1, "dimensions", "at least one parameter", dimensions);
        return new GeneticSearch(this, dimensions, Draws.of(seed, 1));
    }

    @Override
    public String description() {
        return "genetic population=" + population + " initial=" + initial + " parents=" + parents + " crossover="
                + crossover + " mutation=" + mutation + " survivors=" + survivors;
    }
}
