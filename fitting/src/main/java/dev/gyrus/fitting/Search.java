package dev.gyrus.fitting;

import java.util.List;
import java.util.Optional;

/**
 * Looks for the minimum of one or more objectives over the unit cube by turns: it asks for points, and is told what
 * they are worth.
 *
 * <pre>{@code
 * Search search = CmaEs.standard().begin(2, 42);
 * while (search.finished().isEmpty()) {
 *     search.tell(search.ask().stream().map(x -> new double[] {f(x)}).toList());
 * }
 * }</pre>
 *
 * <p>Coordinates run from 0, the lower bound of a parameter, to 1, the upper one, on the parameter's own scale. What a
 * search asks is a function of its algorithm, its seed and what it was told, so that the points of a generation can be
 * evaluated in any order and on any machine, and a search is brought to where it was by telling it all again. Used by
 * one thread at a time.
 */
public interface Search {
    /** The next generation: {@code [axis]} each, in [0, 1]. Asked once per generation, never empty unless finished. */
    List<double[]> ask();

    /**
     * What the points of the last {@link #ask} are worth, in their order.
     *
     * @param objectives {@code [objective]} each, to be minimised; a point with one that is not finite counts as
     *     failed. Searches for a single objective minimise their sum.
     */
    void tell(List<double[]> objectives);

    /**
     * Those that the next generation comes from, or the last generation where a search keeps none; without failed ones.
     */
    List<Individual> population();

    /** Why there is nothing more to ask; empty while there is. */
    Optional<String> finished();
}
