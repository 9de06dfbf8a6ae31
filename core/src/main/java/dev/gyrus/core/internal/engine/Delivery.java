package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.Affine;
import dev.gyrus.core.internal.engine.EventPlan.SynapsePlan;

/** Brings the spikes of one connection to the targets that one thread looks after. */
final class Delivery {
    private final SynapsePlan plan;
    private final Rows rows;
    private final Group target;
    private final SpikeLists[] fired;
    private final int[] begins;
    private final int[] ends;
    private final JumpStep jump;
    private int[] lanes = {};

    /**
     * @param target the part of the group
     * @param fired spikes of the source, by parts
     */
    Delivery(SynapsePlan plan, Group target, SpikeLists[] fired) {
        this.plan = plan;
        this.rows = plan.rows();
        this.target = target;
        this.fired = fired;
        this.jump = plan.jump().map(j -> new JumpStep(j, target)).orElse(null);
        boolean whole = fired.length == 1;
        begins = whole ? null : cuts(target.from() - plan.firstTarget());
        ends = whole ? null : cuts(target.to() - plan.firstTarget());
    }

    /** Where each row comes to a target. */
    private int[] cuts(int first) {
        int[] cuts = new int[rows.starts().length - 1];
        for (int row = 0; row < cuts.length; row++) {
            cuts[row] = rows.find(row, first);
        }
        return cuts;
    }

    /** Carries out what arrives at a sample. */
    void arrive(long sample, double time) {
        int width = rows.delays().length;
        int first = plan.firstSource();
        for (int d = 0; d < width; d++) {
            for (SpikeLists part : fired) {
                int[] list = part.at(sample - rows.delays()[d]);
                int end = SpikeLists.find(list, first + rows.sources());
                for (int i = SpikeLists.find(list, first); i < end; i++) {
                    int row = (list[i] - first) * width + d;
                    int from = begins == null ? rows.starts()[row] : begins[row];
                    int to = ends == null ? rows.starts()[row + 1] : ends[row];
                    if (from < to) {
                        deliver(from, to, sample, time);
                    }
                }
            }
        }
    }

    private void deliver(int from, int to, long sample, double time) {
        if (plan.affine().isEmpty()) {
            jump(from, to, sample, time);
            return;
        }
        Affine affine = plan.affine().get();
        double[] x = target.states()[affine.state()];
        if (!rows.isCommon()) {
            differing(x, affine, from, to);
        } else if (affine.adds()) {
            double b = affine.summand(rows.weight());
            if (rows.few() != null) {
                add(x, plan.firstTarget(), rows.few(), from, to, b);
            } else {
                add(x, plan.firstTarget(), rows.many(), from, to, b);
            }
        } else {
            double a = affine.factor(rows.weight());
            double b = affine.summand(rows.weight());
            if (rows.few() != null) {
                map(x, plan.firstTarget(), rows.few(), from, to, a, b);
            } else {
                map(x, plan.firstTarget(), rows.many(), from, to, a, b);
            }
        }
    }

    private static void add(double[] x, int first, short[] targets, int from, int to, double b) {
        for (int p = from; p < to; p++) {
            x[first + (targets[p] & 0xffff)] += b;
        }
    }

    private static void add(double[] x, int first, int[] targets, int from, int to, double b) {
        for (int p = from; p < to; p++) {
            x[first + targets[p]] += b;
        }
    }

    private static void map(double[] x, int first, short[] targets, int from, int to, double a, double b) {
        for (int p = from; p < to; p++) {
            int i = first + (targets[p] & 0xffff);
            x[i] = a * x[i] + b;
        }
    }

    private static void map(double[] x, int first, int[] targets, int from, int to, double a, double b) {
        for (int p = from; p < to; p++) {
            int i = first + targets[p];
            x[i] = a * x[i] + b;
        }
    }

    private void differing(double[] x, Affine affine, int from, int to) {
        double[] weights = rows.weights();
        for (int p = from; p < to; p++) {
            int i = plan.firstTarget() + rows.target(p);
            double b = affine.summand(weights[p]);
            x[i] = affine.adds() ? x[i] + b : affine.factor(weights[p]) * x[i] + b;
        }
    }

    /** Several synapses on one target act one after the other. */
    private void jump(int from, int to, long sample, double time) {
        if (to - from > lanes.length) {
            lanes = new int[to - from];
        }
        int begin = from;
        while (begin < to) {
            int end = begin;
            int previous = -1;
            while (end < to && rows.target(end) > previous) {
                previous = rows.target(end);
                lanes[end - begin] = plan.firstTarget() + previous;
                end++;
            }
            jump.run(lanes, end - begin, sample, time, rows.weights(), begin, rows.weight());
            begin = end;
        }
    }
}
