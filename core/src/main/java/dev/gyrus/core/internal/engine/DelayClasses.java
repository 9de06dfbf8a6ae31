package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
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
     * The connections between two cohorts.
     *
     * @param functions of the weight that are summed, one or two
     * @throws GyrusException where a function of a weight is not finite
     */
    static DelayClasses of(Links links, List<WeightFunction> functions, int lead) {
        int targets = links.weights().length;
        Sorter sorter = new Sorter(targets, functions.size(), lead);
        for (int i = 0; i < targets; i++) {
            sorter.count(i, links.delays()[i], links.weights()[i]);
        }
        sorter.allocate();
        double[][] scratch = new double[functions.size()][];
        for (int i = 0; i < targets; i++) {
            int length = links.weights()[i].length;
            if (scratch[0] == null || scratch[0].length != length) {
                Arrays.setAll(scratch, v -> new double[length]);
            }
            sorter.place(i, links.sources()[i], links.delays()[i], links.weights()[i], functions, scratch);
        }
        return sorter.sorted();
    }

    /**
     * All connections between two cohorts together, with their delays in steps.
     *
     * @throws GyrusException where the function of a weight is not finite
     */
    static Csr unsorted(Links links, WeightFunction function) {
        int targets = links.weights().length;
        int[] starts = new int[targets + 1];
        for (int i = 0; i < targets; i++) {
            int connections = 0;
            for (double weight : links.weights()[i]) {
                connections += weight != 0 ? 1 : 0;
            }
            starts[i + 1] = starts[i] + connections;
        }
        int count = starts[targets];
        Csr all = new Csr(starts, new int[count], new int[count], new double[1][count]);
        int p = 0;
        for (int i = 0; i < targets; i++) {
            double[] weights = links.weights()[i];
            double[] values = function.of(weights, new double[weights.length]);
            function.check(weights, values);
            for (int j = 0; j < weights.length; j++) {
                if (weights[j] != 0) {
                    all.sources()[p] = links.sources()[i][j];
                    all.delays()[p] = links.delays()[i][j];
                    all.weights()[0][p++] = values[j];
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
        private static final int[][] BY_LEAD = {kinds(0), kinds(1)};

        private final int sums;
        private final int lead;
        private final int[] kinds;
        private final int[][] starts;
        private final Csr[] csr = new Csr[KINDS];
        private final int[][] sources = new int[KINDS][];
        private final int[][] early = new int[KINDS][];
        private final double[][][] weights;

        Sorter(int targets, int sums, int lead) {
            this.sums = sums;
            this.lead = lead;
            kinds = BY_LEAD[lead];
            starts = new int[KINDS][targets + 1];
            weights = new double[sums][KINDS][];
        }

        /** The kind of each delay up to the first of the longest class. */
        private static int[] kinds(int lead) {
            int[] kinds = new int[lead + (1 << LARGEST) + 1];
            for (int delay = 0; delay < kinds.length; delay++) {
                int early = delay - lead;
                kinds[delay] = early < 0 ? INSTANT : early == 0 ? PROMPT : 31 - Integer.numberOfLeadingZeros(early);
            }
            return kinds;
        }

        private int kind(int delay) {
            return kinds[delay < kinds.length ? delay : kinds.length - 1];
        }

        void count(int target, int delay) {
            starts[kind(delay)][target + 1]++;
        }

        void count(int target, int[] delays, double[] present) {
            int top = kinds.length - 1;
            int[] counts = new int[KINDS];
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    int delay = delays[j];
                    counts[kinds[delay < top ? delay : top]]++;
                }
            }
            for (int kind = 0; kind < KINDS; kind++) {
                starts[kind][target + 1] = counts[kind];
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
            int kind = kind(delay);
            int p = starts[kind][target];
            sources[kind][p] = target;
            early[kind][p] = delay - lead;
            weights[0][kind][p] = weight;
        }

        /**
         * Places the connections of a target, in ascending order of the source.
         *
         * @param scratch room for the values of each function
         */
        void place(
                int target,
                int[] from,
                int[] delays,
                double[] present,
                List<WeightFunction> functions,
                double[][] scratch) {
            int last = functions.size() - 1;
            double[] values = functions.get(0).of(present, scratch[0]);
            double[] lastValues = last == 0 ? values : functions.get(last).of(present, scratch[last]);
            double[][] into = weights[0];
            double[][] lastInto = weights[last];
            double undefined = 0; // or NaN where a value is not finite
            int top = kinds.length - 1;
            int[] next = new int[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                next[kind] = starts[kind][target];
            }
            for (int j = 0; j < delays.length; j++) {
                if (present[j] != 0) {
                    int delay = delays[j];
                    int kind = kinds[delay < top ? delay : top];
                    int p = next[kind]++;
                    sources[kind][p] = from[j];
                    early[kind][p] = delay - lead;
                    double value = values[j];
                    double lastValue = lastValues[j];
                    into[kind][p] = value;
                    lastInto[kind][p] = lastValue;
                    undefined += value * 0 + lastValue * 0;
                }
            }
            if (undefined != 0) {
                functions.get(0).check(present, values);
                functions.get(last).check(present, lastValues);
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

    /** Which targets have exactly the connections of the target before; null where none has. */
    boolean[] repeats() {
        boolean[] repeats = new boolean[prompt.targets()];
        boolean any = false;
        List<Csr> all = all();
        for (int i = 1; i < repeats.length; i++) {
            boolean same = true;
            for (int k = 0; same && k < all.size(); k++) {
                same = all.get(k).isRepeat(i);
            }
            repeats[i] = same;
            any |= same;
        }
        return any ? repeats : null;
    }

    /** Whether each connection's second weight is the square of the first one. */
    boolean hasSquares() {
        return all().stream().allMatch(Csr::hasSquares);
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
