package dev.gyrus.stimulus;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import java.util.Arrays;

/**
 * A recorded signal, each sample held until the next: sample k from k · interval up to (k + 1) · interval, and 0 before
 * the first sample and after the last. Thread-safe.
 *
 * <p>With the interval equal to the simulation's dt, step k uses sample k exactly. The border between
 * two samples is met within {@link Stimulus#SAME_TIME}.
 */
public final class Sampled implements Stimulus {
    private final double[] values;
    private final double interval;

    private Sampled(double[] values, double interval) {
        this.values = values;
        this.interval = interval;
    }

    /**
     * Copies the samples.
     *
     * @param values at least one, in the unit of the input it feeds
     * @param interval between two samples, in ms
     * @throws dev.gyrus.core.GyrusException naming the first sample that is not finite, or the interval
     */
    public static Sampled of(double[] values, double interval) {
        double[] copy = values.clone();
        Problems problems = new Problems();
        problems.require(copy.length > 0, "sampled.values", "at least one sample", "none");
        for (int k = 0; k < copy.length; k++) {
            if (!Double.isFinite(copy[k])) {
                problems.add(Problem.of("sampled.values[" + k + "]", "a finite number", String.valueOf(copy[k])));
                break;
            }
        }
        problems.require(
                Double.isFinite(interval) && interval > 0, "sampled.interval", "a positive number of ms", interval);
        problems.throwIfAny();
        return new Sampled(copy, interval);
    }

    /** How long the samples last, in ms: for callers that want to refuse a run that outlasts them. */
    public double duration() {
        return values.length * interval;
    }

    @Override
    public double at(double t) {
        double k = Math.floor((t + SAME_TIME) / interval);
        return k >= 0 && k < values.length ? values[(int) k] : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sampled that && interval == that.interval && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Double.hashCode(interval);
    }

    @Override
    public String toString() {
        return "Sampled[" + values.length + " values, one per " + interval + " ms]";
    }
}
