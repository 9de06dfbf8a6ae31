package dev.gyrus.plot.internal;

import java.util.Arrays;

/**
 * Thins a long polyline without changing how it looks: of every column of the page the first, lowest, highest and last
 * point remain.
 *
 * <p>U. Jugel, Z. Jerzak, G. Hackenbroich and V. Markl, "M4: a visualization-oriented time series data aggregation",
 * <i>Proceedings of the VLDB Endowment</i> 7(10), 2014, doi:10.14778/2732951.2732953. Only lines that run from left to
 * right are thinned. Thread-safe.
 */
public final class Decimation {
    private final double[] x;
    private final double[] y;
    private int size;

    private Decimation(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
    }

    /**
     * The thinned line, as {@code {x, y}}.
     *
     * @param x page coordinates, ascending for the line to be thinned; NaN interrupts
     * @param y page coordinates, as many as x; NaN interrupts
     * @param column the width of a column, in the unit of x
     */
    public static double[][] thin(double[] x, double[] y, double column) {
        if (x.length < 5 || !runsRight(x)) {
            return new double[][] {x, y};
        }
        Decimation kept = new Decimation(x.length);
        int start = 0;
        while (start < x.length) {
            if (isGap(x, y, start)) {
                kept.add(Double.NaN, Double.NaN);
                start++;
                continue;
            }
            int end = start + 1;
            double cell = Math.floor(x[start] / column);
            while (end < x.length && !isGap(x, y, end) && Math.floor(x[end] / column) == cell) {
                end++;
            }
            kept.addColumn(x, y, start, end);
            start = end;
        }
        return new double[][] {Arrays.copyOf(kept.x, kept.size), Arrays.copyOf(kept.y, kept.size)};
    }

    private void addColumn(double[] fromX, double[] fromY, int start, int end) {
        int low = start;
        int high = start;
        for (int i = start + 1; i < end; i++) {
            low = fromY[i] < fromY[low] ? i : low;
            high = fromY[i] > fromY[high] ? i : high;
        }
        int[] order = {start, Math.min(low, high), Math.max(low, high), end - 1};
        int before = -1;
        for (int i : order) {
            if (i != before) {
                add(fromX[i], fromY[i]);
            }
            before = i;
        }
    }

    private void add(double pointX, double pointY) {
        x[size] = pointX;
        y[size] = pointY;
        size++;
    }

    private static boolean isGap(double[] x, double[] y, int i) {
        return !Double.isFinite(x[i]) || !Double.isFinite(y[i]);
    }

    private static boolean runsRight(double[] x) {
        double before = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            if (value < before) {
                return false;
            }
            before = Double.isNaN(value) ? before : value;
        }
        return true;
    }
}
