package dev.gyrus.cli.internal.run;

/**
 * One signal as it is sampled: its range, when it acts, and its outline over stretches of time.
 *
 * <p>An outline of more samples than it has room for keeps the lowest and the highest of each stretch, in the order in
 * which they come, so that no pulse is lost between two points of a line.
 */
final class InputTrace {
    private static final int STRETCHES = 1500;
    private static final double ROUNDING = 1e-12;

    private final double dt;
    private final long perStretch;
    private final double[] lowest;
    private final double[] highest;
    private final long[] lowestAt;
    private final long[] highestAt;
    private final double[] sums;
    private long samples;
    private double sum;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private long first = -1;
    private long last = -1;

    /** For so many samples, one per step of dt in ms. */
    InputTrace(long steps, double dt) {
        this.dt = dt;
        perStretch = Math.max(1, (steps + STRETCHES - 1) / STRETCHES);
        int stretches = (int) ((steps + perStretch - 1) / perStretch);
        lowest = new double[stretches];
        highest = new double[stretches];
        lowestAt = new long[stretches];
        highestAt = new long[stretches];
        sums = new double[stretches];
    }

    /** Takes the next samples. */
    void add(double[] values, int count) {
        for (int k = 0; k < count; k++) {
            add(values[k]);
        }
    }

    private void add(double value) {
        int stretch = (int) (samples / perStretch);
        boolean begins = samples % perStretch == 0;
        if (begins || value < lowest[stretch]) {
            lowest[stretch] = value;
            lowestAt[stretch] = samples;
        }
        if (begins || value > highest[stretch]) {
            highest[stretch] = value;
            highestAt[stretch] = samples;
        }
        sums[stretch] += value;
        sum += value;
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (value != 0) {
            first = first < 0 ? samples : first;
            last = samples;
        }
        samples++;
    }

    /** The mean, without what is left of it by rounding only. */
    double mean() {
        double mean = sum / samples;
        return Math.abs(mean) < ROUNDING * (high - low) ? 0 : mean;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** Whether it is ever anything but 0. */
    boolean acts() {
        return first >= 0;
    }

    /** When it is first not 0, in ms. */
    double start() {
        return first * dt;
    }

    /** When it is 0 for good, in ms. */
    double end() {
        return (last + 1) * dt;
    }

    /** Times in ms and values of the outline. */
    double[][] outline() {
        int points = perStretch == 1 ? 1 : 2;
        double[][] out = new double[2][points * lowest.length];
        for (int i = 0; i < lowest.length; i++) {
            boolean lowFirst = lowestAt[i] <= highestAt[i];
            out[0][points * i] = (lowFirst ? lowestAt : highestAt)[i] * dt;
            out[1][points * i] = (lowFirst ? lowest : highest)[i];
            out[0][points * i + points - 1] = (lowFirst ? highestAt : lowestAt)[i] * dt;
            out[1][points * i + points - 1] = (lowFirst ? highest : lowest)[i];
        }
        return out;
    }

    /** Means over the stretches. */
    double[] means() {
        double[] means = new double[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] / Math.min(perStretch, samples - i * perStretch);
        }
        return means;
    }
}
