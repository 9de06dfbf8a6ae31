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
 */
record DelayClasses(Csr[] classes, Csr prompt, Csr instant) {
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
        Sorter sorter = new Sorter(targets, weights.length);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < targets; i++) {
                if (pass == 0) {
                    sorter.count(i, delays[i], lead, present[i]);
                } else {
                    sorter.place(i, delays[i], lead, present[i], weights);
                }
            }
            sorter.end(pass);
        }
        return sorter.sorted();
    }

    /** All connections between two populations together, with their delays in steps. */
    static Csr unsorted(int[][] delays, double[][] weights, double[][] present) {
        int targets = delays.length;
        int[] starts = new int[targets + 1];
        for (int i = 0; i < targets; i++) {
            int connections =
                    (int) Arrays.stream(present[i]).filter(w -> w != 0).count();
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
        Sorter sorter = new Sorter(delays.length, 1);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < delays.length; i++) {
                if (weights[i] != 0 && pass == 0) {
                    sorter.count(i, delays[i] - lead);
                } else if (weights[i] != 0) {
                    Csr of = sorter.kindOf(delays[i] - lead);
                    of.weights()[0][sorter.place(i, delays[i] - lead)] = weights[i];
                }
            }
            sorter.end(pass);
        }
        return sorter.sorted();
    }

    /** Counts the connections of each class and target in a first pass and places them in a second. */
    private static final class Sorter {
        private static final int PROMPT = LARGEST + 1;
        private static final int INSTANT = LARGEST + 2;
        private static final int KINDS = LARGEST + 3;

        private final int sums;
        private final int[][] starts;
        private final int[] next = new int[KINDS];
        private final Csr[] csr = new Csr[KINDS];

        Sorter(int targets, int sums) {
            this.sums = sums;
            starts = new int[KINDS][targets + 1];
        }

        private static int kind(int early) {
            return early < 0
                    ? INSTANT
                    : early == 0 ? PROMPT : Math.min(LARGEST, 31 - Integer.numberOfLeadingZeros(early));
        }

        Csr kindOf(int early) {
            return csr[kind(early)];
        }

        void count(int target, int early) {
            starts[kind(early)][target + 1]++;
        }

        void count(int target, int[] delays, int lead, double[] present) {
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    count(target, delays[j] - lead);
                }
            }
        }

        /** Places a connection; returns its position in its class. */
        int place(int source, int early) {
            int kind = kind(early);
            int p = next[kind]++;
            csr[kind].sources()[p] = source;
            csr[kind].delays()[p] = early;
            return p;
        }

        void place(int target, int[] delays, int lead, double[] present, double[][][] weights) {
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    double[][] into = kindOf(delays[j] - lead).weights();
                    int p = place(j, delays[j] - lead);
                    for (int v = 0; v < weights.length; v++) {
                        into[v][p] = weights[v][target][j];
                    }
                }
            }
        }

        void end(int pass) {
            for (int kind = 0; pass == 0 && kind < KINDS; kind++) {
                int[] start = starts[kind];
                for (int i = 1; i < start.length; i++) {
                    start[i] += start[i - 1];
                }
                int count = start[start.length - 1];
                csr[kind] = new Csr(start, new int[count], new int[count], new double[sums][count]);
            }
        }

        DelayClasses sorted() {
            return new DelayClasses(Arrays.copyOf(csr, LARGEST + 1), csr[PROMPT], csr[INSTANT]);
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

    int longest() {
        int longest = 0;
        for (Csr csr : classes) {
            longest = Math.max(longest, csr.longest());
        }
        return longest;
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
