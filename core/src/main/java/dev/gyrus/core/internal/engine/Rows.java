package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Wiring;

/**
 * Synapses by source, as compact as they come: two bytes for a target among 65536, nothing for a weight or a delay that all
 * share.
 *
 * <p>The synapses of source j with delay {@code delays[d]} stand at {@code starts[j·D + d] … starts[j·D + d + 1] − 1}, D
 * being the number of different delays, targets ascending.
 *
 * @param starts sources · D + 1 positions
 * @param few targets as unsigned numbers, or null
 * @param many targets, where there are too many for that, or null
 * @param delays the different delays in steps, longest first
 * @param weight of all
 * @param weights of each, where they differ; else null
 */
record Rows(int[] starts, short[] few, int[] many, int[] delays, double weight, double[] weights) {
    /** So many targets have numbers of two bytes. */
    static final int FEW = 1 << 16;

    int longest() {
        return delays[0];
    }

    int shortest() {
        return delays[delays.length - 1];
    }

    int sources() {
        return (starts.length - 1) / delays.length;
    }

    int count() {
        return starts[starts.length - 1];
    }

    boolean isCommon() {
        return weights == null;
    }

    int target(int p) {
        return few != null ? few[p] & 0xffff : many[p];
    }

    /** The first synapse of a row whose target is not below {@code target}. */
    int find(int row, int target) {
        int low = starts[row];
        int high = starts[row + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (target(middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What rows take, in bytes: a look at a source tells what differs. */
    static double bytes(Wiring wiring) {
        double each = wiring.targets() <= FEW ? Short.BYTES : Integer.BYTES;
        for (int source = 0; source < Math.min(8, wiring.sources()); source++) {
            if (wiring.targets(source).length > 1) {
                boolean weights = wiring.weights(source).length > 1;
                boolean delays = wiring.delays(source).length > 1;
                each += (weights ? Double.BYTES : 0) + (delays ? Integer.BYTES : 0);
                break;
            }
        }
        return each * wiring.size() + 4L * wiring.sources();
    }

    /** Makes the rows of a wiring, or adds what is wrong with it and returns null. */
    static Rows of(Wiring wiring, double dt, String key, Problems problems) {
        RowsBuilder builder = new RowsBuilder(wiring, dt, key);
        Problem problem = null;
        for (int source = 0; source < wiring.sources() && problem == null; source++) {
            problem = builder.add(source);
        }
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        return builder.rows();
    }
}
