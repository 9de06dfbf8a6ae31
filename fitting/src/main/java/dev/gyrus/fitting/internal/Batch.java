package dev.gyrus.fitting.internal;

import dev.gyrus.fitting.Measurement;
import dev.gyrus.fitting.Outcome;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Runs that go side by side: the same settings, the same parameters varied.
 *
 * @param settings as texts by name
 * @param lanes values of what varies from run to run: by name, one per run
 * @param runs their numbers
 * @param points the numbers of their points
 * @param seeds one per run; all the same where the simulation depends on the seed
 */
public record Batch(Map<String, String> settings, Map<String, double[]> lanes, int[] runs, int[] points, long[] seeds)
        implements Serializable {

    /** The number of runs. */
    public int size() {
        return runs.length;
    }

    /** What became of the i-th run. */
    Outcome outcome(int i, Measurement.Watch watch) {
        List<Double> metrics = Arrays.stream(watch.values()).boxed().toList();
        return new Outcome(runs[i], points[i], seeds[i], metrics, watch.arrays(), "");
    }

    /** The i-th run failed: none of the metrics is defined. */
    Outcome failed(int i, int metrics, String reason) {
        List<Double> none = Collections.nCopies(metrics, Double.NaN);
        return new Outcome(runs[i], points[i], seeds[i], none, Map.of(), reason);
    }
}
