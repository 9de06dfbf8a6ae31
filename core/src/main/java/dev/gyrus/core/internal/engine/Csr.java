package dev.gyrus.core.internal.engine;

import java.util.Arrays;

/**
 * Connections of one delay class, by target: those of target i stand at {@code starts[i]} … {@code starts[i+1]−1}, in
 * ascending order of the source.
 *
 * @param starts targets + 1 positions
 * @param sources source lane of each connection
 * @param delays delay of each connection in steps; in a class, less the lead of the scheme
 * @param weights one array per function of the weight (at most two)
 */
record Csr(int[] starts, int[] sources, int[] delays, double[][] weights) {

    boolean isEmpty() {
        return sources.length == 0;
    }

    int longest() {
        int longest = 0;
        for (int delay : delays) {
            longest = Math.max(longest, delay);
        }
        return longest;
    }

    int targets() {
        return starts.length - 1;
    }

    Csr withoutDelays() {
        return new Csr(starts, sources, new int[delays.length], weights);
    }

    /** The same connections between the nodes of each set, of so many sources. */
    Csr repeat(int sets, int nodes) {
        if (sets == 1) {
            return this;
        }
        int n = sources.length;
        Csr all = new Csr(
                new int[targets() * sets + 1],
                new int[n * sets],
                new int[n * sets],
                new double[weights.length][n * sets]);
        for (int set = 0; set < sets; set++) {
            for (int i = 1; i < starts.length; i++) {
                all.starts[set * targets() + i] = set * n + starts[i];
            }
            for (int p = 0; p < n; p++) {
                all.sources[set * n + p] = set * nodes + sources[p];
            }
            System.arraycopy(delays, 0, all.delays, set * n, n);
            for (int v = 0; v < weights.length; v++) {
                System.arraycopy(weights[v], 0, all.weights[v], set * n, n);
            }
        }
        return all;
    }

    /** Whether target i has exactly the connections of target i − 1. */
    boolean isRepeat(int i) {
        int first = starts[i - 1];
        int middle = starts[i];
        int end = starts[i + 1];
        return Arrays.equals(sources, first, middle, sources, middle, end)
                && Arrays.equals(delays, first, middle, delays, middle, end)
                && Arrays.stream(weights).allMatch(own -> Arrays.equals(own, first, middle, own, middle, end));
    }

    /** Whether the second weights are the squares of the first ones. */
    boolean hasSquares() {
        double[] w = weights[0];
        double[] squares = weights[1];
        boolean same = true;
        for (int p = 0; p < w.length; p++) {
            same &= squares[p] == w[p] * w[p];
        }
        return same;
    }

    /** Visits every connection of one function of the weight. */
    void forEach(int sum, Plan.Connection visitor) {
        for (int i = 0; i < targets(); i++) {
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                visitor.visit(i, sources[p], weights[sum][p]);
            }
        }
    }

    /** Where each connection's source stands on a tape with rows of the given length, {@code delay} before the head. */
    int[] offsets(int length) {
        int[] offsets = new int[sources.length];
        for (int p = 0; p < offsets.length; p++) {
            offsets[p] = sources[p] * length - delays[p];
        }
        return offsets;
    }
}
