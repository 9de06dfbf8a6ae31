package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.CouplingPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import java.util.function.Function;

/** One coupling in a running engine: the function of its sums and the target. */
final class CouplingSum {
    private final CouplingPlan plan;
    private final SampleFormula post;
    private final PairSum[] pairs;
    private final double[][] rows;

    /** @param pairs makes those sums that need both ends of each connection */
    CouplingSum(CouplingPlan plan, Group target, Function<PairPlan, PairSum> pairs) {
        this.plan = plan;
        this.post = new SampleFormula(plan.post(), target);
        this.pairs = plan.sums().stream()
                .map(sum -> sum instanceof PairPlan pair ? pairs.apply(pair) : null)
                .toArray(PairSum[]::new);
        this.rows = new double[this.pairs.length][target.lanes()];
    }

    CouplingPlan plan() {
        return plan;
    }

    /** The sum over pairs of that number, or null where it is the sum of a wire. */
    PairSum pair(int sum) {
        return pairs[sum];
    }

    /** A row for the sum of that number, to be used by whoever computes it. */
    double[] scratch(int sum) {
        return rows[sum];
    }

    void bind(int sum, double[] row) {
        post.bind(plan.slots()[sum], row);
    }

    double[] evaluate(int stage, long sample, double time) {
        post.evaluate(stage, sample, time);
        return post.row(plan.result());
    }
}
