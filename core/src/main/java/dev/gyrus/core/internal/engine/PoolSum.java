package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.Pool;
import dev.gyrus.core.internal.engine.Plan.WirePlan;

/**
 * Sums that all targets of a population have in common: as many operations as there are sources and targets, not as there
 * are pairs, and the bits of the sum over pairs.
 */
final class PoolSum {
    private PoolSum() {}

    /**
     * The sum of a wire at a sample for the targets of a part.
     *
     * @param own receives it
     */
    static double[] of(WirePlan wire, int sum, Group source, Group target, long sample, double[] own) {
        Lanes.fill(own, 0, target.from(), target.to());
        int sets = target.lanes() / target.plan().nodes();
        for (int set = 0; set < sets; set++) {
            int toSource = set * source.plan().nodes();
            int toTarget = set * target.plan().nodes();
            for (Pool pool : wire.pools()) {
                int from = Math.max(target.from(), pool.targets()[0] + toTarget);
                int to = Math.min(target.to(), pool.targets()[1] + toTarget);
                if (from < to) {
                    double[] x = source.ring(wire.channel()).row(sample - pool.delay());
                    double w = pool.weights()[sum];
                    double total = own[from]; // the same for all: what earlier pools brought to this population
                    for (int j = pool.sources()[0] + toSource; j < pool.sources()[1] + toSource; j++) {
                        total = Math.fma(w, x[j], total);
                    }
                    Lanes.fill(own, total, from, to);
                }
            }
        }
        return own;
    }
}
