package dev.gyrus.fitting;

import java.util.Arrays;
import java.util.List;

/** Counts the generations since an objective, or their sum, was better than before by more than a tolerance. */
final class Progress {
    private final double tolerance;
    private final double[] least;
    private int idle;

    Progress(int objectives, double tolerance) {
        this.tolerance = tolerance;
        this.least = new double[objectives + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    /** @param costs {@code [candidate][objective]} of a generation; NaN where one failed */
    void see(List<double[]> costs) {
        idle++;
        for (double[] cost : costs) {
            double sum = 0;
            for (int k = 0; k < cost.length; k++) {
                sum += cost[k];
                compare(k, cost[k]);
            }
            compare(cost.length, sum);
        }
    }

    private void compare(int k, double cost) {
        if (cost < least[k] - tolerance) {
            least[k] = cost;
            idle = 0;
        }
    }

    int idle() {
        return idle;
    }
}
