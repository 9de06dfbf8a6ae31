package dev.gyrus.plot;

/** The range of the numbers it is shown, apart from those that are not finite or too large to divide an axis by. */
final class Extent {
    private static final double LARGEST = 1e300;

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double leastPositive = Double.POSITIVE_INFINITY;

    Extent add(double... values) {
        for (double value : values) {
            if (Math.abs(value) <= LARGEST) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                leastPositive = value > 0 ? Math.min(leastPositive, value) : leastPositive;
            }
        }
        return this;
    }

    Extent add(double[][] values) {
        for (double[] row : values) {
            add(row);
        }
        return this;
    }

    /** The least value, or positive infinity when there was none. */
    double min() {
        return min;
    }

    /** The greatest value, or negative infinity when there was none. */
    double max() {
        return max;
    }

    /** The least value above zero, or positive infinity when there was none. */
    double leastPositive() {
        return leastPositive;
    }
}
