package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;

import jdk.incubator.vector.DoubleVector;

/**
 * Tiles of sums that stay in registers while the pairs pass: four vectors of steps of one target, or two or one vector of
 * two targets at once. A fused multiply-add has a latency of about four cycles and two begin in each, so that eight
 * independent chains of additions keep the processor busy. What a longer row of two has left goes singly; the steps that do
 * not fill a vector go through {@link PlainBlockSum}. (Half vectors would pay for four steps, but where a second kind of
 * vector is in use, C2 of JDK 17 keeps neither in registers.)
 */
final class VectorBlockSum implements BlockSum {
    private final BlockSum plain = new PlainBlockSum();

    @Override
    public void add(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at, int length) {
        int k = 0;
        for (; k <= length - 4 * COUNT; k += 4 * COUNT) {
            for (int i = from; i < to; i++) {
                int into = at + STRIDE * i + k;
                four(rows.weights(), rows.offsets(), rows.starts()[i], rows.ends()[i], shift + k, history, sum, into);
            }
        }
        if (k <= length - 2 * COUNT) {
            twos(rows, from, to, history, shift + k, sum, at + k);
            k += 2 * COUNT;
        }
        if (k <= length - COUNT) {
            ones(rows, from, to, history, shift + k, sum, at + k);
            k += COUNT;
        }
        if (k < length) {
            plain.add(rows, from, to, history, shift + k, sum, at + k, length - k);
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
        int k = 0;
        for (; k <= length - 4 * COUNT; k += 4 * COUNT) {
            for (int i = from; i < to; i++) {
                int into = at + STRIDE * i + k;
                four(
                        rows.weights(),
                        rows.offsets(),
                        rows.starts()[i],
                        rows.ends()[i],
                        shift + k,
                        history,
                        sum,
                        squares,
                        into);
            }
        }
        if (k <= length - 2 * COUNT) {
            twos(rows, from, to, history, shift + k, sum, squares, at + k);
            k += 2 * COUNT;
        }
        if (k <= length - COUNT) {
            ones(rows, from, to, history, shift + k, sum, squares, at + k);
            k += COUNT;
        }
        if (k < length) {
            plain.addWithSquares(rows, from, to, history, shift + k, sum, squares, at + k, length - k);
        }
    }

    private static void twos(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i += 2) {
            int into = at + STRIDE * i;
            int both = 0;
            if (i + 1 < to) {
                int p = rows.starts()[i];
                int q = rows.starts()[i + 1];
                both = Math.min(rows.ends()[i] - p, rows.ends()[i + 1] - q);
                twoOfBoth(weights, offsets, p, q, both, shift, history, sum, into);
            }
            for (int r = i; r < Math.min(i + 2, to); r++) {
                int p = rows.starts()[r] + both;
                if (p < rows.ends()[r]) {
                    two(weights, offsets, p, rows.ends()[r], shift, history, sum, at + STRIDE * r);
                }
            }
        }
    }

    private static void ones(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i += 2) {
            int into = at + STRIDE * i;
            int both = 0;
            if (i + 1 < to) {
                int p = rows.starts()[i];
                int q = rows.starts()[i + 1];
                both = Math.min(rows.ends()[i] - p, rows.ends()[i + 1] - q);
                oneOfBoth(weights, offsets, p, q, both, shift, history, sum, into);
            }
            for (int r = i; r < Math.min(i + 2, to); r++) {
                int p = rows.starts()[r] + both;
                if (p < rows.ends()[r]) {
                    one(weights, offsets, p, rows.ends()[r], shift, history, sum, at + STRIDE * r);
                }
            }
        }
    }

    private static void twos(
            Rows rows, int from, int to, double[] history, int shift, double[] sum, double[] squares, int at) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i += 2) {
            int into = at + STRIDE * i;
            int both = 0;
            if (i + 1 < to) {
                int p = rows.starts()[i];
                int q = rows.starts()[i + 1];
                both = Math.min(rows.ends()[i] - p, rows.ends()[i + 1] - q);
                twoOfBoth(weights, offsets, p, q, both, shift, history, sum, squares, into);
            }
            for (int r = i; r < Math.min(i + 2, to); r++) {
                int p = rows.starts()[r] + both;
                if (p < rows.ends()[r]) {
                    two(weights, offsets, p, rows.ends()[r], shift, history, sum, squares, at + STRIDE * r);
                }
            }
        }
    }

    private static void ones(
            Rows rows, int from, int to, double[] history, int shift, double[] sum, double[] squares, int at) {
        double[] weights = rows.weights();
        int[] offsets = rows.offsets();
        for (int i = from; i < to; i += 2) {
            int into = at + STRIDE * i;
            int both = 0;
            if (i + 1 < to) {
                int p = rows.starts()[i];
                int q = rows.starts()[i + 1];
                both = Math.min(rows.ends()[i] - p, rows.ends()[i + 1] - q);
                oneOfBoth(weights, offsets, p, q, both, shift, history, sum, squares, into);
            }
            for (int r = i; r < Math.min(i + 2, to); r++) {
                int p = rows.starts()[r] + both;
                if (p < rows.ends()[r]) {
                    one(weights, offsets, p, rows.ends()[r], shift, history, sum, squares, at + STRIDE * r);
                }
            }
        }
    }

    private static void four(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sum, at + 2 * COUNT);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sum, at + 3 * COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
            DoubleVector h2 = DoubleVector.fromArray(DOUBLES, history, start + 2 * COUNT);
            s2 = w.fma(h2, s2);
            DoubleVector h3 = DoubleVector.fromArray(DOUBLES, history, start + 3 * COUNT);
            s3 = w.fma(h3, s3);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
        s2.intoArray(sum, at + 2 * COUNT);
        s3.intoArray(sum, at + 3 * COUNT);
    }

    private static void two(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
    }

    private static void one(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
        }
        s0.intoArray(sum, at);
    }

    /** As many pairs of a target, from p on, as of the next one, from q on. */
    private static void twoOfBoth(
            double[] weights,
            int[] offsets,
            int p,
            int q,
            int both,
            int shift,
            double[] history,
            double[] sum,
            int at) {
        int next = at + STRIDE;
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sum, next);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sum, next + COUNT);
        for (int n = 0; n < both; n++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p + n]);
            int start = offsets[p + n] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
            DoubleVector u = DoubleVector.broadcast(DOUBLES, weights[q + n]);
            int other = offsets[q + n] + shift;
            DoubleVector h2 = DoubleVector.fromArray(DOUBLES, history, other);
            s2 = u.fma(h2, s2);
            DoubleVector h3 = DoubleVector.fromArray(DOUBLES, history, other + COUNT);
            s3 = u.fma(h3, s3);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
        s2.intoArray(sum, next);
        s3.intoArray(sum, next + COUNT);
    }

    /** As many pairs of a target, from p on, as of the next one, from q on. */
    private static void oneOfBoth(
            double[] weights,
            int[] offsets,
            int p,
            int q,
            int both,
            int shift,
            double[] history,
            double[] sum,
            int at) {
        int next = at + STRIDE;
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, next);
        for (int n = 0; n < both; n++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p + n]);
            int start = offsets[p + n] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            DoubleVector u = DoubleVector.broadcast(DOUBLES, weights[q + n]);
            int other = offsets[q + n] + shift;
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, other);
            s1 = u.fma(h1, s1);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, next);
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
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sum, at + 2 * COUNT);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sum, at + 3 * COUNT);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, squares, at);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, squares, at + COUNT);
        DoubleVector t2 = DoubleVector.fromArray(DOUBLES, squares, at + 2 * COUNT);
        DoubleVector t3 = DoubleVector.fromArray(DOUBLES, squares, at + 3 * COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = w.mul(w);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            t0 = v.fma(h0, t0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
            t1 = v.fma(h1, t1);
            DoubleVector h2 = DoubleVector.fromArray(DOUBLES, history, start + 2 * COUNT);
            s2 = w.fma(h2, s2);
            t2 = v.fma(h2, t2);
            DoubleVector h3 = DoubleVector.fromArray(DOUBLES, history, start + 3 * COUNT);
            s3 = w.fma(h3, s3);
            t3 = v.fma(h3, t3);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
        s2.intoArray(sum, at + 2 * COUNT);
        s3.intoArray(sum, at + 3 * COUNT);
        t0.intoArray(squares, at);
        t1.intoArray(squares, at + COUNT);
        t2.intoArray(squares, at + 2 * COUNT);
        t3.intoArray(squares, at + 3 * COUNT);
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
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, squares, at);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, squares, at + COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = w.mul(w);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            t0 = v.fma(h0, t0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
            t1 = v.fma(h1, t1);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
        t0.intoArray(squares, at);
        t1.intoArray(squares, at + COUNT);
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
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, squares, at);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = w.mul(w);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            t0 = v.fma(h0, t0);
        }
        s0.intoArray(sum, at);
        t0.intoArray(squares, at);
    }

    /** As many pairs of a target, from p on, as of the next one, from q on. */
    private static void twoOfBoth(
            double[] weights,
            int[] offsets,
            int p,
            int q,
            int both,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at) {
        int next = at + STRIDE;
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, squares, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, squares, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sum, next);
        DoubleVector t2 = DoubleVector.fromArray(DOUBLES, squares, next);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sum, next + COUNT);
        DoubleVector t3 = DoubleVector.fromArray(DOUBLES, squares, next + COUNT);
        for (int n = 0; n < both; n++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p + n]);
            DoubleVector w2 = w.mul(w);
            int start = offsets[p + n] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            t0 = w2.fma(h0, t0);
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, start + COUNT);
            s1 = w.fma(h1, s1);
            t1 = w2.fma(h1, t1);
            DoubleVector u = DoubleVector.broadcast(DOUBLES, weights[q + n]);
            DoubleVector u2 = u.mul(u);
            int other = offsets[q + n] + shift;
            DoubleVector h2 = DoubleVector.fromArray(DOUBLES, history, other);
            s2 = u.fma(h2, s2);
            t2 = u2.fma(h2, t2);
            DoubleVector h3 = DoubleVector.fromArray(DOUBLES, history, other + COUNT);
            s3 = u.fma(h3, s3);
            t3 = u2.fma(h3, t3);
        }
        s0.intoArray(sum, at);
        t0.intoArray(squares, at);
        s1.intoArray(sum, at + COUNT);
        t1.intoArray(squares, at + COUNT);
        s2.intoArray(sum, next);
        t2.intoArray(squares, next);
        s3.intoArray(sum, next + COUNT);
        t3.intoArray(squares, next + COUNT);
    }

    /** As many pairs of a target, from p on, as of the next one, from q on. */
    private static void oneOfBoth(
            double[] weights,
            int[] offsets,
            int p,
            int q,
            int both,
            int shift,
            double[] history,
            double[] sum,
            double[] squares,
            int at) {
        int next = at + STRIDE;
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, squares, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, next);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, squares, next);
        for (int n = 0; n < both; n++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p + n]);
            DoubleVector w2 = w.mul(w);
            int start = offsets[p + n] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s0 = w.fma(h0, s0);
            t0 = w2.fma(h0, t0);
            DoubleVector u = DoubleVector.broadcast(DOUBLES, weights[q + n]);
            DoubleVector u2 = u.mul(u);
            int other = offsets[q + n] + shift;
            DoubleVector h1 = DoubleVector.fromArray(DOUBLES, history, other);
            s1 = u.fma(h1, s1);
            t1 = u2.fma(h1, t1);
        }
        s0.intoArray(sum, at);
        t0.intoArray(squares, at);
        s1.intoArray(sum, next);
        t1.intoArray(squares, next);
    }
}
