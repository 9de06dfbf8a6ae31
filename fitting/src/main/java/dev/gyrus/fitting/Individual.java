package dev.gyrus.fitting;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A genome and what it is worth.
 *
 * @param objectives {@code [objective]}, to be minimised
 */
public record Individual(Genome genome, double[] objectives) {
    /** By the sum of the objectives, the best first. */
    public static final Comparator<Individual> BY_SUM = Comparator.comparingDouble(Individual::sum);

    /** The sum of the objectives. */
    public double sum() {
        return Arrays.stream(objectives).sum();
    }

    /** Whether all objectives are finite numbers. */
    public boolean valid() {
        return Arrays.stream(objectives).allMatch(Double::isFinite);
    }
}
