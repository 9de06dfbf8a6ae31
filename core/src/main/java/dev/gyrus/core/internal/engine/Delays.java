package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Projection;

/**
 * Delays in whole steps: half to even of delay/dt, refused where the past they need would not fit.
 *
 * @param dt the step, in ms
 */
record Delays(double dt) {
    private static final int MOST_STEPS = 1 << 24;

    /** The past of a variable is one array over lanes and steps. */
    private static final long LARGEST_PAST = 1 << 29;

    /**
     * The delays of a projection {@code [to][from]}, 0 where there is no connection.
     *
     * @param nodes how many have a past as long as the longest delay
     */
    int[][] of(Projection projection, int to, int from, int nodes) {
        int[][] steps = new int[to][];
        double longest = -1;
        int worst = 0;
        for (int i = 0; i < to; i++) {
            if (i > 0 && isSame(projection, i, i - 1)) {
                steps[i] = steps[i - 1];
                continue;
            }
            steps[i] = new int[from];
            double inRow = convert(projection, i, steps[i]);
            if (inRow > longest) {
                longest = inRow;
                worst = i;
            }
        }
        if (Math.rint(longest / dt) > most(nodes)) {
            int j = 0;
            while (projection.weights()[worst][j] == 0 || projection.delays()[worst][j] != longest) {
                j++;
            }
            throw tooLong(projection.origin().delay(worst, j), longest, nodes);
        }
        return steps;
    }

    /** Whether two targets have the very rows of one another. */
    private static boolean isSame(Projection projection, int i, int other) {
        return projection.weights()[i] == projection.weights()[other]
                && projection.delays()[i] == projection.delays()[other];
    }

    /** The delays of one target; returns the longest in ms, or −1 where there is no connection. */
    private double convert(Projection projection, int i, int[] steps) {
        double[] weights = projection.weights()[i];
        double[] delays = projection.delays()[i];
        double longest = -1;
        for (int j = 0; j < steps.length; j++) {
            if (weights[j] != 0) {
                double delay = delays[j];
                if (!isDelay(delay) || !Double.isFinite(weights[j])) {
                    throw refused(projection, i, j);
                }
                longest = Math.max(longest, delay);
                steps[j] = (int) Math.rint(delay / dt);
            }
        }
        return longest;
    }

    private static GyrusException refused(Projection projection, int i, int j) {
        double weight = projection.weights()[i][j];
        return Double.isFinite(weight)
                ? GyrusException.input(
                        projection.origin().delay(i, j),
                        "a finite delay that is not negative",
                        projection.delays()[i][j] + " ms")
                : GyrusException.input(projection.origin().weight(i, j), "a finite number", String.valueOf(weight));
    }

    /** A delay within each of some nodes, in steps. */
    int of(String key, double delay, int nodes) {
        if (!isDelay(delay)) {
            throw GyrusException.input(key, "a finite delay in ms that is not negative", String.valueOf(delay));
        }
        int steps = (int) Math.min(Integer.MAX_VALUE, Math.rint(delay / dt));
        if (steps > most(nodes)) {
            throw tooLong(key, delay, nodes);
        }
        return steps;
    }

    private static boolean isDelay(double delay) {
        return delay >= 0 && Double.isFinite(delay);
    }

    private static long most(int nodes) {
        return Math.min(MOST_STEPS, LARGEST_PAST / nodes);
    }

    private static GyrusException tooLong(String key, double delay, int nodes) {
        String expected =
                "a delay of at most " + most(nodes) + " steps for " + nodes + (nodes == 1 ? " node" : " nodes");
        return GyrusException.input(key, expected, delay + " ms");
    }
}
