package dev.gyrus.core;

/**
 * A parameter of a mass or a node.
 *
 * @param name as in equations and experiment files
 * @param value default, in {@code unit}
 * @param unit declared unit; values are converted at the border
 * @param low smallest sensible value
 * @param high largest sensible value
 * @param doc one line
 */
public record Parameter(String name, double value, String unit, double low, double high, String doc) {

    /** A parameter without bounds. */
    public static Parameter of(String name, double value, String unit, String doc) {
        return new Parameter(name, value, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, doc);
    }
}
