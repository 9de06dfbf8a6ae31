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

    /** The delays of a projection {@code [to][from]}, 0 where there is no connection. */
    int[][] of(Projection projection, int to, int from) {
        int[][] steps = new int[to][from];
        int worst = -1;
        for (int i = 0; i < to; i++) {
            for (int j = 0; j < from; j++) {
                double weight = projection.weights()[i][j];
                if (!Double.isFinite(weight)) {
                    throw GyrusException.input(
                            projection.origin().weight(i, j), "a finite number", String.valueOf(weight));
                }
                double delay = weight == 0 ? 0 : projection.delays()[i][j];
                if (!isDelay(delay)) {
                    throw GyrusException.input(
                            projection.origin().delay(i, j), "a finite delay that is not negative", delay + " ms");
                }
                boolean longest = worst < 0 || delay > projection.delays()[worst / from][worst % from];
                worst = weight != 0 && longest ? i * from + j : worst;
                steps[i][j] = (int) Math.min(Integer.MAX_VALUE, Math.rint(delay / dt));
            }
        }
        if (worst >= 0) {
            int i = worst / from;
            int j = worst % from;
            check(projection.origin().delay(i, j), projection.delays()[i][j], steps[i][j], from);
        }
        return steps;
    }

    /** A delay within each of some nodes, in steps. */
    int of(String key, double delay, int nodes) {
        if (!isDelay(delay)) {
            throw GyrusException.input(key, "a finite delay in ms that is not negative", String.valueOf(delay));
        }
        int steps = (int) Math.min(Integer.MAX_VALUE, Math.rint(delay / dt));
        check(key, delay, steps, nodes);
        return steps;
    }

    private static boolean isDelay(double delay) {
        return delay >= 0 && Double.isFinite(delay);
    }

    private static void check(String key, double delay, int steps, int nodes) {
        long most = Math.min(MOST_STEPS, LARGEST_PAST / nodes);
        if (steps > most) {
            throw GyrusException.input(
                    key,
                    "a delay of at most " + most + " steps for " + nodes + (nodes == 1 ? " node" : " nodes"),
                    delay + " ms");
        }
    }
}
