package dev.gyrus.fitting;

/**
 * A point that an evolution has tried.
 *
 * @param index its number, from 0
 * @param generation of which it is
 * @param parameters {@code [axis]} in declared units
 * @param metrics {@code [metric]}; NaN where undefined
 * @param score the sum of weighted objectives, those to be minimised with a minus: the larger, the better; NaN where it
 *     failed
 */
public record Candidate(int index, int generation, double[] parameters, double[] metrics, double score) {
    /** Whether an objective is undefined. */
    public boolean failed() {
        return Double.isNaN(score);
    }
}
