package dev.gyrus.core.internal.math;

/** Four steps at a time in local variables, the pairs innermost. */
final class PlainBlockSum implements BlockSum {

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
        for (; k + 4 <= length; k += 4) {
            double s0 = sum[at + k];
            double s1 = sum[at + k + 1];
            double s2 = sum[at + k + 2];
            double s3 = sum[at + k + 3];
            for (int p = from; p < to; p++) {
                double w = weights[p];
                int h = offsets[p] + shift + k;
                s0 = Math.fma(w, history[h], s0);
                s1 = Math.fma(w, history[h + 1], s1);
                s2 = Math.fma(w, history[h + 2], s2);
                s3 = Math.fma(w, history[h + 3], s3);
            }
            sum[at + k] = s0;
            sum[at + k + 1] = s1;
            sum[at + k + 2] = s2;
            sum[at + k + 3] = s3;
        }
        for (; k < length; k++) {
            double s = sum[at + k];
            for (int p = from; p < to; p++) {
                s = Math.fma(weights[p], history[offsets[p] + shift + k], s);
            }
            sum[at + k] = s;
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
        add(weights, offsets, from, to, shift, history, sum, at, length);
        add(secondWeights, offsets, from, to, shift, history, second, at, length);
    }
}
