package dev.gyrus.core.internal.engine;

import dev.gyrus.core.NoiseSource;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Gaussians of all lanes for the steps of a block.
 *
 * <p>A number belongs to a node, not to a lane: sets with the same source have the same noise, which is drawn once and
 * copied.
 */
final class NoiseRows {
    private final Map<NoiseSource, List<Integer>> setsOf = new IdentityHashMap<>();

    /** @param ofSets one source per set; the same object where sets share it */
    NoiseRows(List<NoiseSource> ofSets) {
        for (int set = 0; set < ofSets.size(); set++) {
            setsOf.computeIfAbsent(ofSets.get(set), source -> new ArrayList<>()).add(set);
        }
    }

    /**
     * Fills the rows of a group for some steps of a block.
     *
     * @param sample steps made before the block
     * @param from first step
     * @param to behind the last step
     */
    void draw(Group group, long sample, int from, int to) {
        GroupPlan plan = group.plan();
        int length = to - from;
        for (int v = 0; v < plan.noise().size(); v++) {
            double[][] rows = new double[length][];
            for (int k = 0; k < length; k++) {
                rows[k] = group.noiseRow(v, from + k);
            }
            double[][] drawn = setsOf.size() == 1 ? rows : new double[length][plan.nodes()];
            for (Map.Entry<NoiseSource, List<Integer>> source : setsOf.entrySet()) {
                draw(source.getKey(), plan, v, sample + from, drawn);
                if (setsOf.size() == 1) {
                    repeat(rows, plan.nodes());
                } else {
                    source.getValue().forEach(set -> copy(drawn, rows, set));
                }
            }
        }
    }

    private static void draw(NoiseSource source, GroupPlan plan, int v, long sample, double[][] rows) {
        long stream = plan.noise().get(v).stream();
        plan.forEachStretch((entity, from, to) -> {
            int k = 0;
            while (k < rows.length) {
                long step = sample + k;
                if (step % 2 == 0 && k + 1 < rows.length) {
                    source.pair(stream, step, entity, rows[k], rows[k + 1], from, to);
                    k += 2;
                } else {
                    source.gaussians(stream, step, entity, rows[k], from, to);
                    k++;
                }
            }
        });
    }

    /** Copies the numbers of the first set to all others, twice as many at a time as before. */
    private static void repeat(double[][] rows, int nodes) {
        for (double[] row : rows) {
            for (int done = nodes; done < row.length; done *= 2) {
                System.arraycopy(row, 0, row, done, Math.min(done, row.length - done));
            }
        }
    }

    private static void copy(double[][] drawn, double[][] rows, int set) {
        for (int k = 0; k < drawn.length; k++) {
            System.arraycopy(drawn[k], 0, rows[k], set * drawn[k].length, drawn[k].length);
        }
    }
}
