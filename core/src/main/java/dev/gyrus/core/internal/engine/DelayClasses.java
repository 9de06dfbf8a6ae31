package dev.gyrus.core.internal.engine;

import java.util.function.IntPredicate;

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
     * @param delays {@code [to][from]} in steps
     * @param weights one matrix per function of the weight
     * @param present which connections exist, by {@code to·sources + from}
     */
    static DelayClasses of(int[][] delays, double[][][] weights, int lead, IntPredicate present) {
        Csr[] classes = new Csr[LARGEST + 1];
        for (int c = 0; c <= LARGEST; c++) {
            int low = 1 << c;
            int high = c == LARGEST ? Integer.MAX_VALUE : 2 << c;
            classes[c] = select(delays, weights, present, lead, e -> e >= low && e < high);
        }
        return new DelayClasses(
                classes,
                select(delays, weights, present, lead, e -> e == 0),
                select(delays, weights, present, lead, e -> e < 0));
    }

    private static Csr select(
            int[][] delays, double[][][] weights, IntPredicate present, int lead, IntPredicate wanted) {
        int targets = delays.length;
        int sources = targets == 0 ? 0 : delays[0].length;
        int[] starts = new int[targets + 1];
        int count = 0;
        for (int i = 0; i < targets; i++) {
            for (int j = 0; j < sources; j++) {
                if (present.test(i * sources + j) && wanted.test(delays[i][j] - lead)) {
                    count++;
                }
            }
            starts[i + 1] = count;
        }
        int[] source = new int[count];
        int[] delay = new int[count];
        double[][] weight = new double[weights.length][count];
        int p = 0;
        for (int i = 0; i < targets; i++) {
            for (int j = 0; j < sources; j++) {
                if (present.test(i * sources + j) && wanted.test(delays[i][j] - lead)) {
                    source[p] = j;
                    delay[p] = delays[i][j] - lead;
                    for (int v = 0; v < weights.length; v++) {
                        weight[v][p] = weights[v][i][j];
                    }
                    p++;
                }
            }
        }
        return new Csr(starts, source, delay, weight);
    }

    int longest() {
        int longest = 0;
        for (Csr csr : classes) {
            for (int delay : csr.delays()) {
                longest = Math.max(longest, delay);
            }
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
