package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Links.Patch;
import dev.gyrus.core.internal.engine.Plan.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds connections of all nodes with all by one weight and one delay, which are summed once instead of for each target. */
final class PoolDraft {
    /** Fewer connections are as well taken one by one. */
    private static final long FEW = 4096;

    private PoolDraft() {}

    /** Whether all connections of a bundle are such, by plain sums, and no two projections connect the same nodes. */
    static boolean fits(Bundle bundle) {
        long size = 0;
        for (Patch patch : bundle.patches()) {
            if (!isUniform(patch)) {
                return false;
            }
            size += (long) patch.weights().length * patch.weights()[0].length;
        }
        return size >= FEW
                && bundle.lines().stream().allMatch(line -> line.coupling() == null)
                && bundle.patches().stream()
                        .noneMatch(one ->
                                bundle.patches().stream().anyMatch(other -> one != other && overlap(one, other)));
    }

    /** Rows that are one array, all of one number. */
    private static boolean isUniform(Patch patch) {
        double[] weights = patch.weights()[0];
        int[] delays = patch.delays()[0];
        if (weights[0] == 0) {
            return false;
        }
        for (int i = 1; i < patch.weights().length; i++) {
            if (patch.weights()[i] != weights || patch.delays()[i] != delays) {
                return false;
            }
        }
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != weights[0] || delays[j] != delays[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(Patch one, Patch other) {
        return one.to() == other.to() && one.from() == other.from();
    }

    /** The pools in the order in which sums of single connections run: delay classes from long to short, then sources. */
    static List<Pool> pools(Bundle bundle, List<WeightFunction> functions) {
        List<Pool> pools = new ArrayList<>();
        for (Patch patch : bundle.patches()) {
            double[] weights = {patch.weights()[0][0]};
            double[] values = new double[functions.size()];
            for (int v = 0; v < values.length; v++) {
                double[] value = functions.get(v).of(weights, new double[1]);
                functions.get(v).check(weights, value);
                values[v] = value[0];
            }
            pools.add(new Pool(
                    new int[] {patch.to(), patch.to() + patch.weights().length},
                    new int[] {patch.from(), patch.from() + patch.weights()[0].length},
                    values,
                    patch.delays()[0][0]));
        }
        pools.sort(Comparator.comparingInt((Pool pool) -> -delayClass(pool.delay()))
                .thenComparingInt(pool -> pool.sources()[0]));
        return pools;
    }

    private static int delayClass(int delay) {
        return Math.min(DelayClasses.LARGEST, 31 - Integer.numberOfLeadingZeros(delay));
    }
}
