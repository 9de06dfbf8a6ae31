package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.Map;

/**
 * A sum of functions of both ends of each connection: Σ_j w_ij f(source_j(t − d_ij), target_i(t)).
 *
 * <p>Source samples are gathered and target values spread out to one lane per connection, f is evaluated over these
 * lanes, and the products are added per target in ascending order of the source. The past comes from the sources'
 * tapes; half-way between samples it is the cubic Hermite interpolant, as for sums that can be separated.
 */
final class PairSum {
    private static final Bilinear[] NO_TABLES = {};

    private final PairPlan plan;
    private final double dt;
    private final Group source;
    private final Tape[] tapes;
    private final Tape[] slopes;
    private final SampleFormula values;
    private final double[] scalars;
    private final double[][] arrays;
    private final double[] sums;

    /**
     * @param tapes of the source's channels
     * @param slopes of the source's channels; null elements where a scheme doesn't interpolate
     */
    PairSum(PairPlan plan, double dt, Group source, Group target, Tape[] tapes, Tape[] slopes) {
        this.plan = plan;
        this.dt = dt;
        this.source = source;
        this.tapes = tapes;
        this.slopes = slopes;
        values = new SampleFormula(plan.values(), target);
        CompiledMass.Memory memory = plan.pre().memory(Map.of(), Map.of(), 1);
        scalars = memory.scalars().clone();
        arrays = new double[memory.arrays().length][plan.connections().sources().length];
        sums = new double[target.lanes()];
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
        Csr connections = plan.connections();
        for (int c = 0; c < plan.channels().length; c++) {
            gather(plan.channels()[c], stage, node, at, sample, arrays[plan.sourceSlots()[c]]);
        }
        values.evaluate(stage, sample, time);
        for (int v = 0; v < plan.results().length; v++) {
            spread(values.row(plan.results()[v]), arrays[plan.targetSlots()[v]]);
        }
        scalars[Slots.TIME] = time;
        plan.pre().kernel().outputs(arrays, scalars, NO_TABLES, 0, connections.sources().length);
        double[] f = arrays[plan.result()];
        double[] weights = connections.weights()[0];
        for (int i = 0; i < sums.length; i++) {
            double sum = 0;
            for (int p = connections.starts()[i]; p < connections.starts()[i + 1]; p++) {
                sum = Math.fma(weights[p], f[p], sum);
            }
            sums[i] = sum;
        }
        return sums;
    }

    private void spread(double[] row, double[] out) {
        int[] starts = plan.connections().starts();
        for (int i = 0; i < row.length; i++) {
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                out[p] = row[i];
            }
        }
    }

    private void gather(int channel, int stage, double node, int at, long sample, double[] out) {
        int[] lanes = plan.connections().sources();
        int[] delays = plan.connections().delays();
        double[] now = stage == 0 || node == 0 ? source.ring(channel).row(sample) : source.stageRow(channel, sample);
        Tape tape = tapes[channel];
        for (int p = 0; p < out.length; p++) {
            if (delays[p] == 0) {
                out[p] = now[lanes[p]];
                continue;
            }
            int start = lanes[p] * tape.length() + tape.head() + at - delays[p];
            if (node == 0 || node == 1) {
                out[p] = tape.values()[start + (int) node];
            } else {
                out[p] = halfWay(
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
