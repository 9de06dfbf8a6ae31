package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.ThenSimplex;

/**
 * A search followed by {@link NelderMead} from the best point it has found. For one objective without noise. Immutable
 * and thread-safe.
 *
 * @param first the search
 * @param generations after which it is polished, unless it is finished before
 */
public record Polished(Algorithm first, int generations) implements Algorithm {
    public Polished {
        Settings.require(generations >= 1, "generations", "at least one before polishing", generations);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        return new ThenSimplex(first.begin(dimensions, seed), generations, dimensions);
    }

    @Override
    public String description() {
        return first.description() + "; nelder-mead after " + generations + " generations";
    }
}
