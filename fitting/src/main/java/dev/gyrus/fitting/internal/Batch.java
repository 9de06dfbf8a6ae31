package dev.gyrus.fitting.internal;

import dev.gyrus.fitting.Outcome;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/**
 * Runs that go side by side: the same settings, the same parameters varied.
 *
 * @param settings as texts by name
 * @param lanes values of what varies from run to run: by name, one per run
 * @param runs their numbers
 * @param points the numbers of their points
 * @param seeds one per run
 */
public record Batch(Map<String, String> settings, Map<String, double[]> lanes, int[] runs, int[] points, long[] seeds)
        implements Serializable {

    /** The number of runs. */
    public int size() {
        return runs.length;
    }

    /** What became of the i-th run. */
    Outcome outcome(int i, double[] metrics) {
        return new Outcome(
                runs[i], points[i], seeds[i], Arrays.stream(metrics).boxed().toList(), "");
    }

    /** The i-th run failed: none of the metrics is defined. */
    Outcome failed(int i, int metrics, String reason) {
        return new Outcome(runs[i], points[i], seeds[i], Collections.nCopies(metrics, Double.NaN), reason);
    }
}
