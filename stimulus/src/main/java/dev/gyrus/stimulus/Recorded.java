package dev.gyrus.stimulus;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import java.util.Arrays;

/**
 * A recorded signal whose samples have times of their own: each is held until the next one's time, the last for as long as
 * the one before it; 0 before the first sample and after the last. Thread-safe.
 *
 * <p>The border between two samples is met within {@link Stimulus#SAME_TIME}. {@link Sampled} is for samples at equal
 * intervals from t = 0.
 */
public final class Recorded implements Stimulus {
    private final double[] times;
    private final double[] values;
    private final double end;

    private Recorded(double[] times, double[] values) {
        this.times = times;
        this.values = values;
        int last = times.length - 1;
        end = times[last] + (times[last] - times[last - 1]);
    }

    /**
     * Copies the samples.
     *
     * @param times at least two, ascending, in ms
     * @param values one for each time, in the unit of the input they feed
     * @throws dev.gyrus.core.GyrusException naming the first time that does not ascend, and the first value that is not
     *     finite
     */
    public static Recorded of(double[] times, double[] values) {
        Problems problems = new Problems();
        problems.require(times.length > 1, "recorded.times", "at least two samples", times.length);
        problems.require(
                values.length == times.length,
                "recorded.values",
                times.length + " values, one per time",
                values.length);
        for (int k = 0; k < times.length; k++) {
            double before = k == 0 ? Double.NEGATIVE_INFINITY : times[k - 1];
            if (!(times[k] > before && times[k] < Double.POSITIVE_INFINITY)) {
                String expected = k == 0 ? "a finite number of ms" : "a time after the one before, " + before + " ms";
                problems.add(Problem.of("recorded.times[" + k + "]", expected, String.valueOf(times[k])));
                break;
            }
        }
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                problems.add(Problem.of("recorded.values[" + k + "]", "a finite number", String.valueOf(values[k])));
                break;
            }
        }
        problems.throwIfAny();
        return new Recorded(times.clone(), values.clone());
    }

    @Override
    public double at(double t) {
        double time = t + SAME_TIME;
        if (!(time >= times[0] && time < end)) {
            return 0;
        }
        int k = Arrays.binarySearch(times, time);
        return values[k >= 0 ? k : -k - 2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recorded that && Arrays.equals(times, that.times) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Recorded[" + values.length + " values from " + times[0] + " ms]";
    }
}
