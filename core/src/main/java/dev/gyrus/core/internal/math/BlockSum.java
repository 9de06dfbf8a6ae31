package dev.gyrus.core.internal.math;

/**
 * The delayed input of one target for a block of steps: a weighted sum over pieces of history.
 *
 * <p>A pair p (one source) contributes the {@code length} consecutive samples of {@code history} that start at {@code
 * offsets[p] + shift}. For each step k the pairs are added in ascending order, one fused multiply-add each; that order
 * defines the bits, so every implementation keeps it and parallelism is over k only. Arrays of sums must be none of the
 * other arrays. Thread-safe.
 */
public interface BlockSum {

    /**
     * For 0 ≤ k < length and p = from … to − 1: {@code sum[at+k] = fma(weights[p], history[offsets[p]+shift+k],
     * sum[at+k])}.
     */
    void add(
            double[] weights,
            int[] offsets,
            int from,
            int to,
            int shift,
            double[] history,
            double[] sum,
            int at,
            int length);

    /**
     * The same with two weights per pair, into two sums, in one pass over the history: {@code sum} with {@code
     * weights}, {@code second} with {@code secondWeights}.
     */
    void add(
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
            int length);
}
