package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Synapses one by one.
 *
 * @param pairs {@code {to, from}}, ascending by source, then by target
 */
record ListedPairs(List<int[]> pairs) implements WiringRule {

    static ListedPairs of(List<int[]> pairs) {
        for (int k = 0; k < pairs.size(); k++) {
            if (pairs.get(k).length != 2) {
                throw GyrusException.input("pairs[" + k + "]", "[to, from]", Arrays.toString(pairs.get(k)));
            }
        }
        return new ListedPairs(pairs.stream()
                .map(int[]::clone)
                .sorted(Comparator.<int[]>comparingInt(pair -> pair[1]).thenComparingInt(pair -> pair[0]))
                .toList());
    }

    @Override
    public void check(Ends ends, String key, Problems problems) {
        for (int[] pair : pairs) {
            boolean fits = pair[0] >= 0 && pair[0] < ends.targets() && pair[1] >= 0 && pair[1] < ends.sources();
            if (!fits) {
                problems.add(Problem.of(
                        key + ".pairs",
                        "[to, from] with to from 0 to " + (ends.targets() - 1) + " and from from 0 to "
                                + (ends.sources() - 1),
                        Arrays.toString(pair)));
            }
        }
    }

    @Override
    public Topology topology(Ends ends, Draws draws) {
        int[][] rows = new int[ends.sources()][];
        int at = 0;
        for (int source = 0; source < rows.length; source++) {
            int from = at;
            while (at < pairs.size() && pairs.get(at)[1] == source) {
                at++;
            }
            int sender = source;
            rows[source] = pairs.subList(from, at).stream()
                    .mapToInt(pair -> pair[0])
                    .filter(target -> ends.allows(sender, target))
                    .toArray();
        }
        return new Topology() {
            @Override
            public int[] targets(int source) {
                return rows[source].clone();
            }

            @Override
            public long size() {
                return pairs.size();
            }
        };
    }
}
