package dev.gyrus.fitting;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one run of an exploration.
 *
 * @param run its number, from 0: point · replicates + replicate
 * @param point the number of its point
 * @param seed of its noise and initial values
 * @param metrics in the order of the measurement's names; NaN where undefined, also where the run failed
 * @param arrays what else is kept, by name: {@code [row][column]}; none where the run failed
 * @param failure why it failed, such as when and where it diverged; "" where it did not
 */
public record Outcome(
        int run, int point, long seed, List<Double> metrics, Map<String, double[][]> arrays, String failure)
        implements Serializable {
    /** The status of a run that reached its end. */
    public static final String OK = "ok";

    /** The status of a run that did not. */
    public static final String FAILED = "failed";

    public Outcome {
        metrics = List.copyOf(metrics);
        arrays = Map.copyOf(arrays);
    }

    public boolean isOk() {
        return failure.isEmpty();
    }

    /** {@link #OK} or {@link #FAILED}. */
    public String status() {
        return isOk() ? OK : FAILED;
    }

    /** The reason of a failure. */
    public Optional<String> reason() {
        return isOk() ? Optional.empty() : Optional.of(failure);
    }

    /** The same without what is kept beside numbers. */
    public Outcome withoutArrays() {
        return new Outcome(run, point, seed, metrics, Map.of(), failure);
    }
}
