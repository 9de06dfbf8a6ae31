package dev.gyrus.core.internal.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The connections from the lanes of one cohort to those of another: row i holds those that end at lane i, in ascending order
 * of the source; connections of one pair of lanes stand in the order of the description.
 *
 * @param sources lane of each connection's source
 * @param weights there is no connection where it is 0
 * @param delays in steps
 */
record Links(int[][] sources, double[][] weights, int[][] delays) {

    /**
     * What one projection adds.
     *
     * @param to the lane of the first target
     * @param from the lane of the first source
     * @param weights {@code [to][from]}
     * @param delays {@code [to][from]}, in steps
     */
    record Patch(int to, int from, double[][] weights, int[][] delays) {}

    /** All connections between some targets and sources. */
    static Links of(List<Patch> patches, int targets, int sources) {
        Patch first = patches.get(0);
        if (patches.size() == 1 && first.weights.length == targets && first.weights[0].length == sources) {
            int[] each = new int[sources];
            Arrays.setAll(each, j -> j);
            int[][] rows = new int[targets][];
            Arrays.fill(rows, each);
            return new Links(rows, first.weights, first.delays);
        }
        int[] counts = new int[targets];
        for (Patch patch : patches) {
            for (int i = 0; i < patch.weights.length; i++) {
                for (double weight : patch.weights[i]) {
                    counts[patch.to + i] += weight == 0 ? 0 : 1;
                }
            }
        }
        Links links = new Links(new int[targets][], new double[targets][], new int[targets][]);
        for (int i = 0; i < targets; i++) {
            links.sources[i] = new int[counts[i]];
            links.weights[i] = new double[counts[i]];
            links.delays[i] = new int[counts[i]];
        }
        int[] next = new int[targets];
        patches.forEach(patch -> links.add(patch, next));
        for (int i = 0; i < targets; i++) {
            links.sort(i);
        }
        return links;
    }

    private void add(Patch patch, int[] next) {
        for (int i = 0; i < patch.weights.length; i++) {
            int target = patch.to + i;
            for (int j = 0; j < patch.weights[i].length; j++) {
                if (patch.weights[i][j] != 0) {
                    int p = next[target]++;
                    sources[target][p] = patch.from + j;
                    weights[target][p] = patch.weights[i][j];
                    delays[target][p] = patch.delays[i][j];
                }
            }
        }
    }

    /** Brings a row into ascending order of the source; equal ones stay in theirs. */
    private void sort(int target) {
        int[] row = sources[target];
        boolean sorted = true;
        long[] order = new long[row.length];
        for (int p = 0; p < row.length; p++) {
            order[p] = (long) row[p] << 32 | p;
            sorted &= p == 0 || row[p] >= row[p - 1];
        }
        if (sorted) {
            return;
        }
        Arrays.sort(order);
        double[] unsortedWeights = weights[target].clone();
        int[] unsortedDelays = delays[target].clone();
        for (int p = 0; p < row.length; p++) {
            int from = (int) order[p];
            row[p] = (int) (order[p] >>> 32);
            weights[target][p] = unsortedWeights[from];
            delays[target][p] = unsortedDelays[from];
        }
    }

    /** Σ_j w_ij of each target. */
    double[] weightSums(WeightFunction function) {
        double[] sums = new double[weights.length];
        double[] scratch = new double[0];
        for (int i = 0; i < sums.length; i++) {
            double[] present = weights[i];
            scratch = scratch.length == present.length ? scratch : new double[present.length];
            double[] values = function.of(present, scratch);
            for (int p = 0; p < values.length; p++) {
                sums[i] += present[p] == 0 ? 0 : values[p];
            }
        }
        return sums;
    }
}
