package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.internal.engine.Plan.Arrival;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.engine.Plan.PairPlan;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import java.util.List;

/**
 * What reaches the inputs of each group at the stages of a step: sums of wires, from samples, from the stage's own values or
 * half-way between samples, and stimuli.
 */
final class StageInputs {
    private final Integrator scheme;
    private final double dt;
    private final int lead;
    private final Group[] groups;
    private final Wire[] wires;
    private final double[][][][] rows;
    private final PairSum[][][] pairs;

    /**
     * @param tapes by group and channel
     * @param slopes by group and channel
     */
    StageInputs(Plan plan, Group[] groups, Wire[] wires, Tape[][] tapes, Tape[][] slopes) {
        this.scheme = plan.scheme().integrator();
        this.dt = plan.dt();
        this.lead = plan.scheme().lead();
        this.groups = groups;
        this.wires = wires;
        rows = new double[groups.length][][][];
        pairs = new PairSum[groups.length][][];
        for (int g = 0; g < groups.length; g++) {
            Group target = groups[g];
            List<InputPlan> inputs = target.plan().inputs();
            rows[g] = new double[inputs.size()][2][target.lanes()];
            pairs[g] = inputs.stream()
                    .map(input -> input.pairs().stream()
                            .map(pair -> pairSum(pair, target, tapes, slopes))
                            .toArray(PairSum[]::new))
                    .toArray(PairSum[][]::new);
        }
    }

    private PairSum pairSum(PairPlan pair, Group target, Tape[][] tapes, Tape[][] slopes) {
        int source = pair.source();
        return new PairSum(pair, dt, groups[source], target, tapes[source], slopes[source]);
    }

    /**
     * Hands each input of a group the sum of its arrivals, pairs and stimuli.
     *
     * @param k the step within the block
     * @param time of the stage
     * @param sample steps made before the block
     */
    void bind(int g, int k, int stage, double time, long sample) {
        Group group = groups[g];
        List<InputPlan> inputs = group.plan().inputs();
        for (int n = 0; n < inputs.size(); n++) {
            InputPlan input = inputs.get(n);
            List<Arrival> arrivals = input.arrivals();
            double[] own = rows[g][n][0];
            if (arrivals.size() == 1
                    && input.pairs().isEmpty()
                    && input.stimuli().isEmpty()) {
                group.receive(n, arrival(arrivals.get(0), k, stage, sample, own));
                continue;
            }
            double[] part = rows[g][n][1];
            int from = group.from();
            int to = group.to();
            Lanes.fill(own, 0, from, to);
            for (Arrival arrival : arrivals) {
                Lanes.add(own, arrival(arrival, k, stage, sample, part), from, to);
            }
            for (PairSum pair : pairs[g][n]) {
                double node = lead == 0 ? 0 : scheme.nodes()[stage];
                Lanes.add(own, pair.evaluate(stage, node, k, sample + k, time), from, to);
            }
            for (StimulusPlan stimulus : input.stimuli()) {
                stimulus.add(time, own, from, to);
            }
            group.receive(n, own);
        }
    }

    /** The sum of one wire at a stage's time; {@code own} is there to be used. */
    private double[] arrival(Arrival arrival, int k, int stage, long sample, double[] own) {
        Wire wire = wires[arrival.wire()];
        WirePlan wirePlan = wire.plan();
        Group source = groups[wirePlan.source()];
        Group target = groups[wirePlan.target()];
        int v = arrival.sum();
        if (!wirePlan.pools().isEmpty()) {
            return PoolSum.of(wirePlan, v, source, target, sample + k, own);
        }
        if (wire.isAligned()) {
            return source.ring(wirePlan.channel()).row(sample + k - wirePlan.aligned());
        }
        if (lead == 0) {
            return wire.row(v, k);
        }
        double node = scheme.nodes()[stage];
        double[] delayed = wire.row(v, node == 1 ? k + 1 : k);
        if (node != 0 && node != 1) {
            halfWay(wire, v, k, sample, own, target.from(), target.to());
            delayed = own;
        } else if (wire.hasInstant()) {
            System.arraycopy(delayed, target.from(), own, target.from(), target.to() - target.from());
            delayed = own;
        }
        if (wire.hasInstant()) {
            double[] values = stage == 0
                    ? source.ring(wirePlan.channel()).row(sample + k)
                    : source.stageRow(wirePlan.channel(), sample + k);
            wire.addInstant(v, values, delayed, target.from(), target.to());
        }
        return delayed;
    }

    /** Completes the sums of a step with what is known since the step before. */
    void addPrompt(int k, long now) {
        for (Wire wire : wires) {
            if (wire.hasPrompt()) {
                Group target = groups[wire.plan().target()];
                Ring source = groups[wire.plan().source()].ring(wire.plan().channel());
                for (int v = 0; v < wire.plan().sums(); v++) {
                    wire.addPrompt(v, source.row(now), wire.row(v, k + lead), target.from(), target.to());
                }
            }
        }
    }

    /** The same for the slopes at the step's start, known since its first stage. */
    void addPromptSlopes(int k) {
        for (Wire wire : wires) {
            if (wire.hasSlopes() && wire.hasPrompt()) {
                Group target = groups[wire.plan().target()];
                Group source = groups[wire.plan().source()];
                double[] slope = source.slopeRow(wire.plan().channel());
                for (int v = 0; v < wire.plan().sums(); v++) {
                    wire.addPrompt(v, slope, wire.slopeRow(v, k + 1), target.from(), target.to());
                }
            }
        }
    }

    /** Notes the slopes at t = 0. */
    void keepFirstSlopes() {
        for (Wire wire : wires) {
            if (wire.hasSlopes()) {
                groups[wire.plan().source()].keepFirstSlope(wire.plan().channel());
            }
        }
    }

    private void halfWay(Wire wire, int v, int k, long sample, double[] out, int from, int to) {
        if (wire.hasSlopes()) {
            double[] slope = wire.slopeRow(v, k);
            double[] nextSlope = wire.slopeRow(v, k + 1);
            Lanes.midpoint(wire.row(v, k), wire.row(v, k + 1), dt, slope, nextSlope, out, from, to);
            if (sample + k <= wire.plan().classes().longest()) {
                Group source = groups[wire.plan().source()];
                wire.leaveOutCorner(
                        v, sample + k, dt, source.firstSlope(wire.plan().channel()), out, from, to);
            }
        } else {
            Lanes.mean(wire.row(v, k), wire.row(v, k + 1), out, from, to);
        }
    }
}
