package dev.gyrus.fitting;

/**
 * What is inherited: a place, and how far mutations go from it.
 *
 * @param position {@code [axis]} in the unit cube
 * @param steps {@code [axis]}: standard deviations of mutations along each axis; empty where an algorithm does not
 *     inherit them
 */
public record Genome(double[] position, double[] steps) {
    private static final double[] NONE = {};

    /** A place without steps of its own. */
    public static Genome at(double... position) {
        return new Genome(position, NONE);
    }
}
