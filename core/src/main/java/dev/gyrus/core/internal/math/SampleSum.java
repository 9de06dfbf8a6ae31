package dev.gyrus.core.internal.math;

/**
 * The undelayed inputs of many targets: one weighted sum per target over one sample of all sources.
 *
 * <p>The product of a matrix and a vector, but the order of additions is part of the result: each sum meets its sources in
 * ascending order, one fused multiply-add each, so parallelism is over targets only. Thread-safe.
 */
public interface SampleSum {
    /**
     * For from ≤ i < to and each source j in ascending order: {@code row[at+i] = fma(weights[j·targets+i],
     * samples[first+j], row[at+i])}.
     *
     * @param weights sources × targets
     */
    void add(
            double[] weights,
            int sources,
            int targets,
            double[] samples,
            int first,
            double[] row,
            int at,
            int from,
            int to);
}
