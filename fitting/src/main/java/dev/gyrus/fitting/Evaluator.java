package dev.gyrus.fitting;

import java.util.List;

/**
 * Finds out what points of a parameter space are worth.
 *
 * <p>The values of a point must not depend on the points beside it, nor on how many are evaluated at a time.
 */
public interface Evaluator {
    /** What is measured. */
    List<String> metrics();

    /**
     * Measures.
     *
     * @param points values in declared units; each has a number that no other point of the evolution has
     * @return {@code [metric]} for each point, NaN where undefined or failed; an empty list where it was stopped
     */
    List<double[]> evaluate(List<Point> points);

    /**
     * What the values depend on besides the parameters, line by line, so that no other evolution is resumed with it.
     */
    default List<String> identity() {
        return List.of();
    }
}
