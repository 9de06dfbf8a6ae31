package dev.gyrus.spiking;

import dev.gyrus.core.Problems;
import java.util.Arrays;

/**
 * Each pair independently with probability p. The gaps between the targets of a source are geometrically distributed,
 * ⌊ln u/ln(1 − p)⌋ for u uniform in (0, 1], so a row costs as many draws as it has synapses (V. Batagelj, U. Brandes, Phys. Rev.
 * E 71, 2005, doi:10.1103/PhysRevE.71.036113).
 */
record FixedProbability(double probability) implements WiringRule {

    @Override
    public void check(Ends ends, String key, Problems problems) {
        problems.require(
                probability >= 0 && probability <= 1, key + ".probability", "a number from 0 to 1", probability);
    }

    @Override
    public Topology topology(Ends ends, Draws draws) {
        if (probability == 1) {
            return Regular.ALL_TO_ALL.topology(ends, draws);
        }
        return new Topology() {
            @Override
            public int[] targets(int source) {
                return row(ends, draws, source);
            }

            @Override
            public long size() {
                return Math.round(probability * ends.sources() * ends.targets());
            }
        };
    }

    private int[] row(Ends ends, Draws draws, int source) {
        int[] row = new int[(int) (probability * ends.targets() * 1.2) + 16];
        int count = 0;
        double scale = 1 / StrictMath.log1p(-probability);
        long target = -1;
        for (int draw = 0; probability > 0; draw++) {
            double gap = StrictMath.log1p(-draws.uniform(source, draw)) * scale;
            target += 1 + (long) Math.min(gap, ends.targets());
            if (target >= ends.targets()) {
                break;
            }
            if (ends.allows(source, (int) target)) {
                if (count == row.length) {
                    row = Arrays.copyOf(row, 2 * count);
                }
                row[count++] = (int) target;
            }
        }
        return Arrays.copyOf(row, count);
    }
}
