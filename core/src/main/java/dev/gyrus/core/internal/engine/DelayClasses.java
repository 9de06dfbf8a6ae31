package dev.gyrus.core.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The connections of a wire, sorted by how long before its use a source's sample is known.
 *
 * <p>With {@code e = delay − lead} steps (lead 1 where a scheme also needs the sum at the end of the step, else 0):
 *
 * <ul>
 *   <li>class c of {@code 0 … LARGEST}: {@code 2^c ≤ e < 2^(c+1)}, the last one without upper limit: may be summed for
 *       2^c steps at once;
 *   <li>prompt: {@code e = 0}, from the sample at the start of the step;
 *   <li>instant: {@code delay = 0} under a lead: from the stage's own values.
 * </ul>
 *
 * <p>A sum runs over the classes from long to short, then prompt, then instant, and within each over the sources in
 * ascending order. That order, not the blocks in which time advances, fixes the bits of the result.
 *
 * @param classes by c
 * @param longest the largest e in steps, or 0
 */
record DelayClasses(Csr[] classes, Csr prompt, Csr instant, int longest) {
    /** The longest class: blocks of 2^LARGEST steps. */
    static final int LARGEST = 5;

    /**
     * The connections between two populations.
     *
     * @param delays {@code [to][from]} in steps
     * @param weights one matrix per function of the weight
     * @param present a connection exists where this matrix is not zero
     */
    static DelayClasses of(int[][] delays, double[][][] weights, int lead, double[][] present) {
        int targets = delays.length;
        Sorter sorter = new Sorter(targets, weights.length, lead);
        for (int i = 0; i < targets; i++) {
            sorter.count(i, delays[i], present[i]);
        }
        sorter.allocate();
        for (int i = 0; i < targets; i++) {
            for (int v = 0; v < weights.length; v++) {
                sorter.place(i, delays[i], present[i], v, weights[v][i]);
            }
        }
        return sorter.sorted();
    }

    /** All connections between two populations together, with their delays in steps. */
    static Csr unsorted(int[][] delays, double[][] weights, double[][] present) {
        int targets = delays.length;
        int[] starts = new int[targets + 1];
        for (int i = 0; i < targets; i++) {
            int connections = 0;
            for (double weight : present[i]) {
                connections += weight != 0 ? 1 : 0;
            }
            starts[i + 1] = starts[i] + connections;
        }
        int count = starts[targets];
        Csr all = new Csr(starts, new int[count], new int[count], new double[1][count]);
        int p = 0;
        for (int i = 0; i < targets; i++) {
            for (int j = 0; j < delays[i].length; j++) {
                if (present[i][j] != 0) {
                    all.sources()[p] = j;
                    all.delays()[p] = delays[i][j];
                    all.weights()[0][p++] = weights[i][j];
                }
            }
        }
        return all;
    }

    /** Connections from each lane to its partner of the same number. */
    static DelayClasses ofPartners(int[] delays, double[] weights, int lead) {
        Sorter sorter = new Sorter(delays.length, 1, lead);
        for (int i = 0; i < delays.length; i++) {
            if (weights[i] != 0) {
                sorter.count(i, delays[i]);
            }
        }
        sorter.allocate();
        for (int i = 0; i < delays.length; i++) {
            if (weights[i] != 0) {
                sorter.place(i, delays[i], weights[i]);
            }
        }
        return sorter.sorted();
    }

    /** Counts the connections of each class and target, then places them: row by row, each row on its own. */
    private static final class Sorter {
        private static final int PROMPT = LARGEST + 1;
        private static final int INSTANT = LARGEST + 2;
        private static final int KINDS = LARGEST + 3;

        private final int sums;
        private final int lead;
        private final int[][] starts;
        private final Csr[] csr = new Csr[KINDS];
        private final int[][] sources = new int[KINDS][];
        private final int[][] early = new int[KINDS][];
        private final double[][][] weights;

        Sorter(int targets, int sums, int lead) {
            this.sums = sums;
            this.lead = lead;
            starts = new int[KINDS][targets + 1];
            weights = new double[sums][KINDS][];
        }

        private static int kind(int early) {
            return early <= 0
                    ? early == 0 ? PROMPT : INSTANT
                    : Math.min(LARGEST, 31 - Integer.numberOfLeadingZeros(early));
        }

        void count(int target, int delay) {
            starts[kind(delay - lead)][target + 1]++;
        }

        void count(int target, int[] delays, double[] present) {
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    starts[kind(delays[j] - lead)][target + 1]++;
                }
            }
        }

        void allocate() {
            Csr none = null;
            for (int kind = 0; kind < KINDS; kind++) {
                int[] start = starts[kind];
                for (int i = 1; i < start.length; i++) {
                    start[i] += start[i - 1];
                }
                int count = start[start.length - 1];
                if (count > 0 || none == null) {
                    csr[kind] = new Csr(start, new int[count], new int[count], new double[sums][count]);
                    none = count == 0 ? csr[kind] : none;
                } else {
                    csr[kind] = none;
                }
                sources[kind] = csr[kind].sources();
                early[kind] = csr[kind].delays();
                for (int v = 0; v < sums; v++) {
                    weights[v][kind] = csr[kind].weights()[v];
                }
            }
        }

        void place(int target, int delay, double weight) {
            int kind = kind(delay - lead);
            int p = starts[kind][target];
            sources[kind][p] = target;
            early[kind][p] = delay - lead;
            weights[0][kind][p] = weight;
        }

        /** Places the connections of a target, in ascending order of the source, with one function of the weight. */
        void place(int target, int[] delays, double[] present, int sum, double[] values) {
            double[][] into = weights[sum];
            int[] next = new int[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                next[kind] = starts[kind][target];
            }
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    int kind = kind(delays[j] - lead);
                    int p = next[kind]++;
                    sources[kind][p] = j;
                    early[kind][p] = delays[j] - lead;
                    into[kind][p] = values[j];
                }
            }
        }

        DelayClasses sorted() {
            int longest = 0;
            for (int c = LARGEST; c >= 0 && longest == 0; c--) {
                longest = csr[c].longest();
            }
            return new DelayClasses(Arrays.copyOf(csr, LARGEST + 1), csr[PROMPT], csr[INSTANT], longest);
        }
    }

    /** All connections, in the order of their sums. */
    List<Csr> all() {
        List<Csr> all = new ArrayList<>(List.of(classes));
        Collections.reverse(all);
        all.add(prompt);
        all.add(instant);
        return all;
    }

    /** The smallest number of steps that may be summed at once. */
    int grain() {
        for (int c = 0; c <= LARGEST; c++) {
            if (!classes[c].isEmpty()) {
                return 1 << c;
            }
        }
        return 1 << LARGEST;
    }
}
