package dev.gyrus.spiking;

import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Each target has K different sources, or each source K different targets: R. Floyd's sample of K of N without replacement
 * (J. Bentley, R. Floyd, Commun. ACM 30, 1987, doi:10.1145/30401.315746), in K draws.
 */
record FixedDegree(int degree, boolean incoming) implements WiringRule {

    @Override
    public void check(Ends ends, String key, Problems problems) {
        int others = incoming ? ends.sources() : ends.targets();
        int most = others - (ends.same() && !ends.self() ? 1 : 0);
        problems.require(
                degree >= 0 && degree <= most,
                key + (incoming ? ".in-degree" : ".out-degree"),
                "a number from 0 to " + most + ", the neurons that there are",
                degree);
    }

    @Override
    public Topology topology(Ends ends, Draws draws) {
        return incoming ? new Incoming(this, ends, draws) : new Outgoing(this, ends, draws);
    }

    /** K of the others of a neuron, ascending. */
    private int[] choose(Ends ends, Draws draws, int neuron) {
        int others = incoming ? ends.sources() : ends.targets();
        int gap = ends.same() && !ends.self() ? neuron : others;
        int candidates = gap < others ? others - 1 : others;
        BitSet chosen = new BitSet(others);
        for (int k = 0; k < degree; k++) {
            int last = candidates - degree + k;
            int drawn = draws.index(neuron, k, last + 1);
            chosen.set(chosen.get(drawn) ? last : drawn);
        }
        int[] row = chosen.stream().toArray();
        for (int k = 0; k < degree; k++) {
            row[k] += row[k] >= gap ? 1 : 0;
        }
        return row;
    }

    private record Outgoing(FixedDegree rule, Ends ends, Draws draws) implements Topology {
        @Override
        public int[] targets(int source) {
            return rule.choose(ends, draws, source);
        }

        @Override
        public long size() {
            return (long) rule.degree * ends.sources();
        }
    }

    /** Columns are drawn, rows asked for: the transpose is kept from the first row on. */
    private static final class Incoming implements Topology {
        private final FixedDegree rule;
        private final Ends ends;
        private final Draws draws;
        private int[] starts;
        private int[] targets;

        Incoming(FixedDegree rule, Ends ends, Draws draws) {
            this.rule = rule;
            this.ends = ends;
            this.draws = draws;
        }

        @Override
        public synchronized int[] targets(int source) {
            if (starts == null) {
                transpose();
            }
            return Arrays.copyOfRange(targets, starts[source], starts[source + 1]);
        }

        private void transpose() {
            int[][] columns = new int[ends.targets()][];
            int[] first = new int[ends.sources() + 1];
            for (int target = 0; target < columns.length; target++) {
                columns[target] = rule.choose(ends, draws, target);
                for (int source : columns[target]) {
                    first[source + 1]++;
                }
            }
            Arrays.parallelPrefix(first, Integer::sum);
            int[] next = first.clone();
            int[] all = new int[Math.toIntExact(size())];
            for (int target = 0; target < columns.length; target++) {
                for (int source : columns[target]) {
                    all[next[source]++] = target;
                }
                columns[target] = null;
            }
            targets = all;
            starts = first;
        }

        @Override
        public long size() {
            return (long) rule.degree * ends.targets();
        }
    }
}
