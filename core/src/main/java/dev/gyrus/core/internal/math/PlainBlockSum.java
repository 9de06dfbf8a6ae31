package dev.gyrus.core.internal.math;

/**
 * Tiles of four, two or one steps, whose sums stay in registers while the pairs pass.
 *
 * <p>A fused multiply-add has a latency of about four cycles, so four independent chains keep the processor busy.
 */
final class PlainBlockSum implements BlockSum {

    @Override
    public void add(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at, int length) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i++) {
            row(weights, offsets, rows.starts()[i], rows.ends()[i], shift, history, sum, at + STRIDE * i, length);
        }
    }

    @Override
    public void addWithSquares(
            Rows rows,
            int from,
            int to,
            double[] history,
            int shift,
            double[] sum,
            double[] squares,
            int at,
            int length) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i++) {
            row(
                    weights,
                    offsets,
                    rows.starts()[i],
                    rows.ends()[i],
                    shift,
                    history,
                    sum,
                    squares,
                    at + STRIDE * i,
                    length);
        }
    }

    /** The sums of one target. */
    static void row(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            int at,
            int length) {
        int k = 0;
        for (; k <= length - 4; k += 4) {
            four(weights, offsets, from, to, shift + k, history, sum, at + k);
        }
        if (k <= length - 2) {
            two(weights, offsets, from, to, shift + k, history, sum, at + k);
            k += 2;
        }
        if (k < length) {
            one(weights, offsets, from, to, shift + k, history, sum, at + k);
        }
    }

    /** The sums of one target, with squares. */
    static void row(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at,
            int length) {
        int k = 0;
        for (; k <= length - 4; k += 4) {
            four(weights, offsets, from, to, shift + k, history, sum, squares, at + k);
        }
        if (k <= length - 2) {
            two(weights, offsets, from, to, shift + k, history, sum, squares, at + k);
            k += 2;
        }
        if (k < length) {
            one(weights, offsets, from, to, shift + k, history, sum, squares, at + k);
        }
    }

    private static void four(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        double s0 = sum[at];
        double s1 = sum[at + 1];
        double s2 = sum[at + 2];
        double s3 = sum[at + 3];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            int start = offsets[p] + shift;
            s0 = Math.fma(w, history[start], s0);
            s1 = Math.fma(w, history[start + 1], s1);
            s2 = Math.fma(w, history[start + 2], s2);
            s3 = Math.fma(w, history[start + 3], s3);
        }
        sum[at] = s0;
        sum[at + 1] = s1;
        sum[at + 2] = s2;
        sum[at + 3] = s3;
    }

    private static void two(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        double s0 = sum[at];
        double s1 = sum[at + 1];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            int start = offsets[p] + shift;
            s0 = Math.fma(w, history[start], s0);
            s1 = Math.fma(w, history[start + 1], s1);
        }
        sum[at] = s0;
        sum[at + 1] = s1;
    }

    private static void one(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        double s0 = sum[at];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            int start = offsets[p] + shift;
            s0 = Math.fma(w, history[start], s0);
        }
        sum[at] = s0;
    }

    private static void four(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at) {
        double s0 = sum[at];
        double s1 = sum[at + 1];
        double s2 = sum[at + 2];
        double s3 = sum[at + 3];
        double t0 = squares[at];
        double t1 = squares[at + 1];
        double t2 = squares[at + 2];
        double t3 = squares[at + 3];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            double v = w * w;
            int start = offsets[p] + shift;
            double h0 = history[start];
            s0 = Math.fma(w, h0, s0);
            t0 = Math.fma(v, h0, t0);
            double h1 = history[start + 1];
            s1 = Math.fma(w, h1, s1);
            t1 = Math.fma(v, h1, t1);
            double h2 = history[start + 2];
            s2 = Math.fma(w, h2, s2);
            t2 = Math.fma(v, h2, t2);
            double h3 = history[start + 3];
            s3 = Math.fma(w, h3, s3);
            t3 = Math.fma(v, h3, t3);
        }
        sum[at] = s0;
        sum[at + 1] = s1;
        sum[at + 2] = s2;
        sum[at + 3] = s3;
        squares[at] = t0;
        squares[at + 1] = t1;
        squares[at + 2] = t2;
        squares[at + 3] = t3;
    }

    private static void two(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at) {
        double s0 = sum[at];
        double s1 = sum[at + 1];
        double t0 = squares[at];
        double t1 = squares[at + 1];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            double v = w * w;
            int start = offsets[p] + shift;
            double h0 = history[start];
            s0 = Math.fma(w, h0, s0);
            t0 = Math.fma(v, h0, t0);
            double h1 = history[start + 1];
            s1 = Math.fma(w, h1, s1);
            t1 = Math.fma(v, h1, t1);
        }
        sum[at] = s0;
        sum[at + 1] = s1;
        squares[at] = t0;
        squares[at + 1] = t1;
    }

    private static void one(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at) {
        double s0 = sum[at];
        double t0 = squares[at];
        for (int p = from; p < to; p++) {
            double w = weights[p];
            double v = w * w;
            int start = offsets[p] + shift;
            double h0 = history[start];
            s0 = Math.fma(w, h0, s0);
            t0 = Math.fma(v, h0, t0);
        }
        sum[at] = s0;
        squares[at] = t0;
    }
}
