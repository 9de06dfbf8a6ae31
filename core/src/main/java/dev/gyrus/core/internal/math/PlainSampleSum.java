package dev.gyrus.core.internal.math;

/** Tiles of four targets, whose sums stay in registers while the sources pass. */
final class PlainSampleSum implements SampleSum {

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
        for (; i <= to - 4; i += 4) {
            four(weights, sources, targets, i, samples, first, row, at + i);
        }
        for (; i < to; i++) {
            one(weights, sources, targets, i, samples, first, row, at + i);
        }
    }

    private static void four(
            double[] weights, int sources, int targets, int i, double[] samples, int first, double[] row, int at) {
        double s0 = row[at];
        double s1 = row[at + 1];
        double s2 = row[at + 2];
        double s3 = row[at + 3];
        int p = i;
        for (int j = first; j < first + sources; j++) {
            double x = samples[j];
            s0 = Math.fma(weights[p], x, s0);
            s1 = Math.fma(weights[p + 1], x, s1);
            s2 = Math.fma(weights[p + 2], x, s2);
            s3 = Math.fma(weights[p + 3], x, s3);
            p += targets;
        }
        row[at] = s0;
        row[at + 1] = s1;
        row[at + 2] = s2;
        row[at + 3] = s3;
    }

    private static void one(
            double[] weights, int sources, int targets, int i, double[] samples, int first, double[] row, int at) {
        double s = row[at];
        int p = i;
        for (int j = first; j < first + sources; j++) {
            s = Math.fma(weights[p], samples[j], s);
            p += targets;
        }
        row[at] = s;
    }
}
