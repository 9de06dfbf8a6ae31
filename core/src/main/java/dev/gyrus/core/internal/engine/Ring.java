package dev.gyrus.core.internal.engine;

import java.util.List;

/** The latest samples of one variable, one lane array per sample; sample k is the value after k steps. */
final class Ring {
    private final double[][] rows;
    private final int mask;

    /** @param samples how many samples must stay readable */
    Ring(int lanes, int samples) {
        int capacity = Integer.highestOneBit(Math.max(2, samples) - 1) << 1;
        rows = new double[capacity][lanes];
        mask = capacity - 1;
    }

    double[] row(long sample) {
        return rows[(int) sample & mask];
    }

    /** Sets every sample that is still readable. */
    void fill(double[] values) {
        for (double[] row : rows) {
            System.arraycopy(values, 0, row, 0, row.length);
        }
    }

    /** All samples, in an order of the ring's own. */
    List<double[]> rows() {
        return List.of(rows);
    }
}
