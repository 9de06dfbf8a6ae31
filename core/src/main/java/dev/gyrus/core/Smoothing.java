package dev.gyrus.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Refines tables by cubic convolution in each coordinate, which goes through every grid value and has continuous first
 * derivatives; beyond the edges values go on in straight lines.
 *
 * <p>R. G. Keys, Cubic convolution interpolation for digital image processing, IEEE Trans. Acoust. Speech Signal Process. 29
 * (1981) 1153–1160, doi:10.1109/TASSP.1981.1163711.
 */
final class Smoothing {
    private Smoothing() {}

    static Table of(Table table, int factor) {
        int nx = table.x().size();
        int ny = table.y().size();
        List<Table.Quantity> quantities = new ArrayList<>();
        for (Table.Quantity quantity : table.quantities()) {
            double[] along = alongX(quantity.values(), nx, ny, factor);
            double[] both = new double[size(nx, factor) * size(ny, factor)];
            for (int i = 0; i < size(nx, factor); i++) {
                refine(along, i * ny, 1, ny, both, i * size(ny, factor), 1, factor);
            }
            quantities.add(new Table.Quantity(quantity.name(), quantity.unit(), both));
        }
        return new Table(table.name(), refined(table.x(), factor), refined(table.y(), factor), quantities);
    }

    private static double[] alongX(double[] values, int nx, int ny, int factor) {
        double[] along = new double[size(nx, factor) * ny];
        for (int j = 0; j < ny; j++) {
            refine(values, j, ny, nx, along, j, ny, factor);
        }
        return along;
    }

    private static int size(int n, int factor) {
        return (n - 1) * factor + 1;
    }

    private static Table.Axis refined(Table.Axis axis, int factor) {
        return new Table.Axis(
                axis.name(), axis.unit(), axis.start(), axis.step() / factor, size(axis.size(), factor));
    }

    private static void refine(
            double[] in, int from, int stride, int n, double[] out, int to, int outStride, int factor) {
        for (int k = 0; k < size(n, factor); k++) {
            int i = Math.min(k / factor, Math.max(0, n - 2));
            double s = (double) (k - i * factor) / factor;
            double b = at(in, from, stride, n, i);
            double c = at(in, from, stride, n, i + 1);
            double a = at(in, from, stride, n, i - 1);
            double d = at(in, from, stride, n, i + 2);
            out[to + k * outStride] = s == 0
                    ? b
                    : b + 0.5 * s * (c - a + s * (2 * a - 5 * b + 4 * c - d + s * (3 * (b - c) + d - a)));
        }
    }

    private static double at(double[] in, int from, int stride, int n, int i) {
        if (n == 1) {
            return in[from];
        } else if (i < 0) {
            return 2 * in[from] - in[from + stride];
        }
        int last = from + (n - 1) * stride;
        return i < n ? in[from + i * stride] : 2 * in[last] - in[last - stride];
    }
}
