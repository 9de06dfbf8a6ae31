package dev.gyrus.core.internal.math;

import static dev.gyrus.core.internal.math.Lanes.COUNT;
import static dev.gyrus.core.internal.math.Lanes.DOUBLES;

import jdk.incubator.vector.DoubleVector;

/**
 * Tiles of four, two or one vectors of targets, whose sums stay in registers while the sources pass; the targets that do
 * not fill a vector go through {@link PlainSampleSum}.
 */
final class VectorSampleSum implements SampleSum {
    private final SampleSum plain = new PlainSampleSum();

    @Override
    public void add(
            double[] weights,
            int sources,
            int targets,
            double[] samples,
            int first,
            double[] row,
            int at,
            int from,
            int to) {
        int i = from;
        for (; i <= to - 4 * COUNT; i += 4 * COUNT) {
            four(weights, sources, targets, i, samples, first, row, at + i);
        }
        if (i <= to - 2 * COUNT) {
            two(weights, sources, targets, i, samples, first, row, at + i);
            i += 2 * COUNT;
        }
        if (i <= to - COUNT) {
            one(weights, sources, targets, i, samples, first, row, at + i);
            i += COUNT;
        }
        if (i < to) {
            plain.add(weights, sources, targets, samples, first, row, at, i, to);
        }
    }

    private static void four(
            double[] weights, int sources, int targets, int i, double[] samples, int first, double[] row, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, row, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, row, at + COUNT);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, row, at + 2 * COUNT);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, row, at + 3 * COUNT);
        int p = i;
        for (int j = first; j < first + sources; j++) {
            DoubleVector x = DoubleVector.broadcast(DOUBLES, samples[j]);
            s0 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p), s0);
            s1 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p + COUNT), s1);
            s2 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p + 2 * COUNT), s2);
            s3 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p + 3 * COUNT), s3);
            p += targets;
        }
        s0.intoArray(row, at);
        s1.intoArray(row, at + COUNT);
        s2.intoArray(row, at + 2 * COUNT);
        s3.intoArray(row, at + 3 * COUNT);
    }

    private static void two(
            double[] weights, int sources, int targets, int i, double[] samples, int first, double[] row, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, row, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, row, at + COUNT);
        int p = i;
        for (int j = first; j < first + sources; j++) {
            DoubleVector x = DoubleVector.broadcast(DOUBLES, samples[j]);
            s0 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p), s0);
            s1 = x.fma(DoubleVector.fromArray(DOUBLES, weights, p + COUNT), s1);
            p += targets;
        }
        s0.intoArray(row, at);
        s1.intoArray(row, at + COUNT);
    }

    private static void one(
            double[] weights, int sources, int targets, int i, double[] samples, int first, double[] row, int at) {
        DoubleVector s = DoubleVector.fromArray(DOUBLES, row, at);
        int p = i;
        for (int j = first; j < first + sources; j++) {
            DoubleVector x = DoubleVector.broadcast(DOUBLES, samples[j]);
            s = x.fma(DoubleVector.fromArray(DOUBLES, weights, p), s);
            p += targets;
        }
        s.intoArray(row, at);
    }
}
