package dev.gyrus.core.internal.math;

/**
 * The delayed inputs of some targets for a block of steps: weighted sums over pieces of history.
 *
 * <p>A pair p (one source of one target) contributes the {@code length} consecutive samples of {@code history} that start
 * at {@code offsets[p] + shift}. For each target and step the pairs are added in ascending order, one fused multiply-add
 * each; that order defines the bits, so every implementation keeps it and parallelism is over steps and targets only.
 * Arrays of sums must be none of the other arrays. Thread-safe.
 */
public interface BlockSum {
    /** The distance between the sums of one target and the next. */
    int STRIDE = 32;

    /**
     * The pairs of each target: those of target i are {@code starts[i] … ends[i] − 1}.
     *
     * @param weights one per pair
     * @param offsets where each pair's source stands in the history
     */
    record Rows(double[] weights, int[] offsets, int[] starts, int[] ends) {}

    /**
     * For from ≤ i < to, 0 ≤ k < length and each pair p of target i: {@code sum[at+STRIDE·i+k] = fma(weights[p],
     * history[offsets[p]+shift+k], sum[at+STRIDE·i+k])}.
     *
     * @param length at most {@link #STRIDE}
     */
    void add(Rows rows, int from, int to, double[] history, int shift, double[] sum, int at, int length);

    /** The same, and in one pass over the history the same with {@code weights[p]·weights[p]}, into {@code squares}. */
    void addWithSquares(
            Rows rows,
            int from,
            int to,
            double[] history,
            int shift,
            double[] sum,
            double[] squares,
            int at,
            int length);
}
