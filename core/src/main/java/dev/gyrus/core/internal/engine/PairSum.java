package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.Arrays;
import java.util.Map;

/**
 * A sum of functions of both ends of each connection: Σ_j w_ij f(source_j(t − d_ij), target_i(t)).
 *
 * <p>Source samples are gathered and target values spread out to one lane per connection, f is evaluated over these
 * lanes, and the products are added per target in ascending order of the source. That is done for a few targets at a
 * time, so that the lanes stay in the first-level cache. The past comes from the sources' tapes; half-way between samples
 * it is the cubic Hermite interpolant, as for sums that can be separated.
 */
final class PairSum {
    private static final Bilinear[] NO_TABLES = {};

    /** Connections at a time, or those of one target where it has more. */
    private static final int LANES = 512;

    private final PairPlan plan;
    private final double dt;
    private final Group source;
    private final Group target;
    private final Tape[] tapes;
    private final Tape[] slopes;
    private final SampleFormula values;
    private final double[] scalars;
    private final double[][] arrays;
    private final double[] sums;

    /**
     * @param target for the sums of whose lanes this is
     * @param tapes of the source's channels
     * @param slopes of the source's channels; null elements where a scheme doesn't interpolate
     */
    PairSum(PairPlan plan, double dt, Group source, Group target, Tape[] tapes, Tape[] slopes) {
        this.plan = plan;
        this.dt = dt;
        this.source = source;
        this.target = target;
        this.tapes = tapes;
        this.slopes = slopes;
        values = new SampleFormula(plan.values(), target);
        CompiledMass.Memory memory = plan.pre().memory(Map.of(), Map.of(), 1);
        scalars = memory.scalars().clone();
        arrays = new double[memory.arrays().length][most(plan.connections().starts())];
        sums = new double[target.lanes()];
    }

    private static int most(int[] starts) {
        int most = Math.min(LANES, starts[starts.length - 1]);
        for (int i = 1; i < starts.length; i++) {
            most = Math.max(most, starts[i] - starts[i - 1]);
        }
        return most;
    }

    /**
     * The sums at a stage.
     *
     * @param stage of which the target's values are
     * @param node 0 for sources at the step's start, 1 at its end, else half-way
     * @param at the step within the block
     * @param sample steps made before the step
     */
    double[] evaluate(int stage, double node, int at, long sample, double time) {
        values.evaluate(stage, sample, time);
        scalars[Slots.TIME] = time;
        int[] starts = plan.connections().starts();
        for (int i = target.from(); i < target.to(); ) {
            int end = i + 1;
            while (end < target.to() && starts[end + 1] - starts[i] <= LANES) {
                end++;
            }
            evaluate(stage, node, at, sample, i, end);
            i = end;
        }
        return sums;
    }

    /** The sums of some targets. */
    private void evaluate(int stage, double node, int at, long sample, int from, int to) {
        int[] starts = plan.connections().starts();
        int first = starts[from];
        int count = starts[to] - first;
        for (int c = 0; c < plan.channels().length; c++) {
            gather(plan.channels()[c], stage, node, at, sample, first, count, arrays[plan.sourceSlots()[c]]);
        }
        for (int v = 0; v < plan.results().length; v++) {
            double[] row = values.row(plan.results()[v]);
            double[] out = arrays[plan.targetSlots()[v]];
            for (int i = from; i < to; i++) {
                Arrays.fill(out, starts[i] - first, starts[i + 1] - first, row[i]);
            }
        }
        plan.pre().kernel().outputs(arrays, scalars, NO_TABLES, 0, count);
        double[] f = arrays[plan.result()];
        double[] weights = plan.connections().weights()[0];
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                sum = Math.fma(weights[p], f[p - first], sum);
            }
            sums[i] = sum;
        }
    }

    private void gather(int channel, int stage, double node, int at, long sample, int first, int count, double[] out) {
        int[] lanes = plan.connections().sources();
        int[] delays = plan.connections().delays();
        double[] now = stage == 0 || node == 0 ? source.ring(channel).row(sample) : source.stageRow(channel, sample);
        Tape tape = tapes[channel];
        for (int p = first; p < first + count; p++) {
            int to = p - first;
            if (delays[p] == 0) {
                out[to] = now[lanes[p]];
                continue;
            }
            int start = lanes[p] * tape.length() + tape.head() + at - delays[p];
            if (node == 0 || node == 1) {
                out[to] = tape.values()[start + (int) node];
            } else {
                out[to] = halfWay(
                        channel, tape.values()[start], tape.values()[start + 1], lanes[p], delays[p], at, sample);
            }
        }
    }

    /** The past is constant before t = 0 and ends in a corner: an interval that ends there has no slope at its end. */
    private double halfWay(int channel, double y0, double y1, int lane, int delay, int at, long sample) {
        double mean = 0.5 * (y0 + y1);
        Tape tape = slopes[channel];
        if (tape == null) {
            return mean;
        }
        int start = lane * tape.length() + tape.head() + at - delay;
        double s0 = tape.values()[start];
        double s1 = 0;
        if (sample + 1 != delay) {
            s1 = delay == 1 ? source.slopeRow(channel)[lane] : tape.values()[start + 1];
        }
        return mean + dt * 0.125 * (s0 - s1);
    }
}
