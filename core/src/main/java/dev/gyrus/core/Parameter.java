package dev.gyrus.core;

/**
 * A parameter of a mass or a node.
 *
 * @param name as in equations and experiment files
 * @param value default, in {@code unit}
 * @param unit declared unit; values are converted at the border
 * @param low smallest value that makes sense; {@link Double#MIN_VALUE} where it must be above zero
 * @param high largest value that makes sense; −{@link Double#MIN_VALUE} where it must be below zero
 * @param doc one line
 */
public record Parameter(String name, double value, String unit, double low, double high, String doc) {

    /** A parameter without bounds. */
    public static Parameter of(String name, double value, String unit, String doc) {
        return new Parameter(name, value, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, doc);
    }

    /** The same with bounds, in its unit; values outside are refused. */
    public Parameter within(double low, double high) {
        return new Parameter(name, value, unit, low, high, doc);
    }

    /** The same, above zero, as a time constant must be. */
    public Parameter positive() {
        return within(Double.MIN_VALUE, high);
    }

    /** The same, zero or above, as the intensity of noise must be. */
    public Parameter notNegative() {
        return within(0, high);
    }

    /** The same, below zero, as an inhibitory current must be. */
    public Parameter negative() {
        return within(low, -Double.MIN_VALUE);
    }

    /** What values are allowed, in words. */
    public String expectation() {
        String of = unit.equals("1") ? "" : " of " + unit;
        String unbounded = "a finite number" + of;
        boolean below = low != Double.NEGATIVE_INFINITY;
        boolean above = high != Double.POSITIVE_INFINITY;
        if (low == Double.MIN_VALUE) {
            return "a positive number" + of + (above ? " up to " + high : "");
        }
        if (high == -Double.MIN_VALUE) {
            return "a negative number" + of + (below ? " down to " + low : "");
        }
        return below && above
                ? unbounded + " from " + low + " to " + high
                : unbounded + (below ? " of at least " + low : "") + (above ? " of at most " + high : "");
    }
}
