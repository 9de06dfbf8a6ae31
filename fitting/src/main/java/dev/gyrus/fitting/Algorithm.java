package dev.gyrus.fitting;

/** A way to search, with its settings. Immutable and thread-safe. */
public interface Algorithm {
    /**
     * Begins a search.
     *
     * @param dimensions number of parameters, at least one
     * @param seed of all that is random in it
     * @throws dev.gyrus.core.GyrusException where the settings do not fit together or the number of parameters
     */
    Search begin(int dimensions, long seed);

    /** Name and settings on one line: two algorithms of one description search alike. */
    String description();
}
