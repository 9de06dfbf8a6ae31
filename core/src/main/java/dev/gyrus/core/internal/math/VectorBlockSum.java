package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;

import jdk.incubator.vector.DoubleVector;

/**
 * Tiles of four, two or one vectors of steps, whose sums stay in registers while the pairs pass; the steps that do not
 * fill a vector go through {@link PlainBlockSum}.
 */
final class VectorBlockSum implements BlockSum {
    private final BlockSum plain = new PlainBlockSum();

    @Override
    public void add(
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
        for (; k <= length - 4 * COUNT; k += 4 * COUNT) {
            four(weights, offsets, from, to, shift + k, history, sum, at + k);
        }
        if (k <= length - 2 * COUNT) {
            two(weights, offsets, from, to, shift + k, history, sum, at + k);
            k += 2 * COUNT;
        }
        if (k <= length - COUNT) {
            one(weights, offsets, from, to, shift + k, history, sum, at + k);
            k += COUNT;
        }
        if (k < length) {
            plain.add(weights, offsets, from, to, shift + k, history, sum, at + k, length - k);
        }
    }

    @Override
    public void add(
            double[] weights,
            double[] secondWeights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] second,
            int at,
            int length) {
        int k = 0;
        for (; k <= length - 4 * COUNT; k += 4 * COUNT) {
            four(weights, secondWeights, offsets, from, to, shift + k, history, sum, second, at + k);
        }
        if (k <= length - 2 * COUNT) {
            two(weights, secondWeights, offsets, from, to, shift + k, history, sum, second, at + k);
            k += 2 * COUNT;
        }
        if (k <= length - COUNT) {
            one(weights, secondWeights, offsets, from, to, shift + k, history, sum, second, at + k);
            k += COUNT;
        }
        if (k < length) {
            plain.add(weights, secondWeights, offsets, from, to, shift + k, history, sum, second, at + k, length - k);
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
            s0 = w.fma(DoubleVector.fromArray(DOUBLES, history, start), s0);
            s1 = w.fma(DoubleVector.fromArray(DOUBLES, history, start + COUNT), s1);
            s2 = w.fma(DoubleVector.fromArray(DOUBLES, history, start + 2 * COUNT), s2);
            s3 = w.fma(DoubleVector.fromArray(DOUBLES, history, start + 3 * COUNT), s3);
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
            s0 = w.fma(DoubleVector.fromArray(DOUBLES, history, start), s0);
            s1 = w.fma(DoubleVector.fromArray(DOUBLES, history, start + COUNT), s1);
        }
        s0.intoArray(sum, at);
        s1.intoArray(sum, at + COUNT);
    }

    private static void one(
            double[] weights, int[] offsets, int from, int to, int shift, double[] history, double[] sum, int at) {
        DoubleVector s = DoubleVector.fromArray(DOUBLES, sum, at);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            int start = offsets[p] + shift;
            s = w.fma(DoubleVector.fromArray(DOUBLES, history, start), s);
        }
        s.intoArray(sum, at);
    }

    private static void four(
            double[] weights,
            double[] secondWeights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] second,
            int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sum, at + 2 * COUNT);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sum, at + 3 * COUNT);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, second, at);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, second, at + COUNT);
        DoubleVector t2 = DoubleVector.fromArray(DOUBLES, second, at + 2 * COUNT);
        DoubleVector t3 = DoubleVector.fromArray(DOUBLES, second, at + 3 * COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = DoubleVector.broadcast(DOUBLES, secondWeights[p]);
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
        t0.intoArray(second, at);
        t1.intoArray(second, at + COUNT);
        t2.intoArray(second, at + 2 * COUNT);
        t3.intoArray(second, at + 3 * COUNT);
    }

    private static void two(
            double[] weights,
            double[] secondWeights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] second,
            int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sum, at + COUNT);
        DoubleVector t0 = DoubleVector.fromArray(DOUBLES, second, at);
        DoubleVector t1 = DoubleVector.fromArray(DOUBLES, second, at + COUNT);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = DoubleVector.broadcast(DOUBLES, secondWeights[p]);
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
        t0.intoArray(second, at);
        t1.intoArray(second, at + COUNT);
    }

    private static void one(
            double[] weights,
            double[] secondWeights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            double[] second,
            int at) {
        DoubleVector s = DoubleVector.fromArray(DOUBLES, sum, at);
        DoubleVector t = DoubleVector.fromArray(DOUBLES, second, at);
        for (int p = from; p < to; p++) {
            DoubleVector w = DoubleVector.broadcast(DOUBLES, weights[p]);
            DoubleVector v = DoubleVector.broadcast(DOUBLES, secondWeights[p]);
            int start = offsets[p] + shift;
            DoubleVector h0 = DoubleVector.fromArray(DOUBLES, history, start);
            s = w.fma(h0, s);
            t = v.fma(h0, t);
        }
        s.intoArray(sum, at);
        t.intoArray(second, at);
    }
}
