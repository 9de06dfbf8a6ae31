package dev.gyrus.core.internal.math;

/** One quantity after the other; a loop per number of quantities, so that distances in memory are constants. */
final class PlainCellLoop implements CellLoop {

    @Override
    public void evaluate(double[] cells, int row, int quantities, double[][] out, int from, int to) {
        switch (quantities) {
            case 2 -> two(cells, row, out[0], out[1], from, to);
            case 3 -> three(cells, row, out[0], out[1], out[2], from, to);
            case 4 -> four(cells, row, out[0], out[1], out[2], out[3], from, to);
            default -> throw new IllegalArgumentException(quantities + " quantities");
        }
    }

    /** a + u·b + v·(c + u·d) with the coefficients {@code stride} apart. */
    static double value(double[] cells, int at, int stride, double u, double v) {
        return Math.fma(
                v,
                Math.fma(u, cells[at + 3 * stride], cells[at + 2 * stride]),
                Math.fma(u, cells[at + stride], cells[at]));
    }

    private static void two(double[] cells, int row, double[] out0, double[] out1, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = out0[i];
            double q = out1[i];
            int cell = ((int) p) * row + ((int) q) * 8;
            double u = p - (int) p;
            double v = q - (int) q;
            out0[i] = value(cells, cell, 2, u, v);
            out1[i] = value(cells, cell + 1, 2, u, v);
        }
    }

    private static void three(double[] cells, int row, double[] out0, double[] out1, double[] out2, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = out0[i];
            double q = out1[i];
            int cell = ((int) p) * row + ((int) q) * 12;
            double u = p - (int) p;
            double v = q - (int) q;
            out0[i] = value(cells, cell, 3, u, v);
            out1[i] = value(cells, cell + 1, 3, u, v);
            out2[i] = value(cells, cell + 2, 3, u, v);
        }
    }

    private static void four(
            double[] cells, int row, double[] out0, double[] out1, double[] out2, double[] out3, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = out0[i];
            double q = out1[i];
            int cell = ((int) p) * row + ((int) q) * 16;
            double u = p - (int) p;
            double v = q - (int) q;
            out0[i] = value(cells, cell, 4, u, v);
            out1[i] = value(cells, cell + 1, 4, u, v);
            out2[i] = value(cells, cell + 2, 4, u, v);
            out3[i] = value(cells, cell + 3, 4, u, v);
        }
    }
}
