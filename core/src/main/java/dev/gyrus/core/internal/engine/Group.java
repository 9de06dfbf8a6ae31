package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.NoisePlan;
import dev.gyrus.core.internal.engine.Plan.StatePlan;
import dev.gyrus.core.internal.kernel.Kernel;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The arrays of one group in a running engine, and what is done to them at each stage of a step.
 *
 * <p>The steps of a range of lanes may be taken by a thread of its own: a {@link #part} has the same arrays of states,
 * slopes and samples, works on its lanes of them alone, and binds arrays to its kernel by itself.
 */
final class Group {
    /** Coherent values below this need not be more accurate in relation to themselves. */
    private static final double SMALL = 1e-3;

    private final GroupPlan plan;
    private final Kernel kernel;
    private final Bilinear[] tables;
    private final double[][] arrays;
    private final double[] scalars;
    private final double[][] states;
    private final double[][] stageStates;
    private final double[][][] slopes;
    private final double[][][] noise;
    private final Ring[] rings;
    private final double[][] stageOutputs;
    private final double[][] firstSlopes;
    private final int lanes;
    private final int[] values;
    private final int[] nexts;
    private final double[][] nextStates;
    private final int[] gaussians;
    private final int[] channelStates;
    private final int[] published;
    private final double[][] inputRows;
    private final int[] holdChannels;
    private final int from;
    private final int to;

    /** @param samples how many samples of each channel must stay readable */
    Group(GroupPlan plan, int stages, int block, int[] samples) {
        this.plan = plan;
        this.kernel = plan.compiled().kernel();
        this.lanes = plan.lanes();
        this.tables = plan.compiled().lookups(plan.tables());
        this.scalars = plan.memory().scalars().clone();
        this.arrays = plan.memory().arrays().clone();
        int n = plan.states().size();
        this.states = new double[n][];
        this.stageStates = new double[stages > 1 ? n : 0][lanes];
        this.slopes = new double[stages][n][lanes];
        this.noise = new double[plan.noise().size()][block][];
        for (int v = 0; v < plan.noise().size(); v++) {
            for (int k = 0; k < block; k++) {
                noise[v][k] = new double[lanes];
            }
        }
        this.rings = new Ring[plan.channels().size()];
        this.stageOutputs = new double[rings.length][lanes];
        this.firstSlopes = new double[rings.length][lanes];
        for (int c = 0; c < rings.length; c++) {
            rings[c] = new Ring(lanes, samples[c]);
        }
        for (int slot = 0; slot < arrays.length; slot++) {
            if (arrays[slot] == null) {
                arrays[slot] = new double[lanes];
            }
        }
        for (int s = 0; s < n; s++) {
            states[s] = plan.states().get(s).initial().clone();
        }
        Slots slots = plan.compiled().slots();
        this.values = plan.states().stream().mapToInt(StatePlan::value).toArray();
        this.nexts = plan.states().stream()
                .mapToInt(state -> slots.find(Slots.Role.NEXT, state.variable().name()))
                .toArray();
        this.nextStates = new double[n > 0 && nexts[0] >= 0 ? n : 0][lanes];
        this.gaussians = plan.noise().stream()
                .mapToInt(term -> slots.find(
                        Slots.Role.VALUE, slots.arrays().get(term.factor()).name()))
                .toArray();
        this.channelStates =
                plan.channels().stream().mapToInt(ChannelPlan::state).toArray();
        this.published = plan.channels().stream()
                .mapToInt(channel -> channel.initial() == null ? channel.next() : channel.value())
                .toArray();
        this.inputRows = new double[plan.inputs().size()][];
        this.holdChannels = IntStream.range(0, rings.length)
                .filter(c -> plan.channels().get(c).isHold())
                .toArray();
        this.from = 0;
        this.to = lanes;
    }

    private Group(Group whole, int from, int to) {
        this.plan = whole.plan;
        this.kernel = whole.kernel;
        this.tables = whole.tables;
        this.scalars = whole.scalars.clone();
        this.arrays = whole.arrays.clone();
        this.states = whole.states;
        this.stageStates = whole.stageStates;
        this.slopes = whole.slopes;
        this.noise = whole.noise;
        this.rings = whole.rings;
        this.stageOutputs = whole.stageOutputs;
        this.firstSlopes = whole.firstSlopes;
        this.lanes = whole.lanes;
        this.values = whole.values;
        this.nexts = whole.nexts;
        this.nextStates = whole.nextStates;
        this.gaussians = whole.gaussians;
        this.channelStates = whole.channelStates;
        this.published = whole.published;
        this.inputRows = new double[plan.inputs().size()][];
        this.holdChannels = whole.holdChannels;
        this.from = from;
        this.to = to;
    }

    /** The same group for the steps of some of its lanes. */
    Group part(int from, int to) {
        return new Group(this, from, to);
    }

    GroupPlan plan() {
        return plan;
    }

    int lanes() {
        return lanes;
    }

    /** The first lane that is stepped here. */
    int from() {
        return from;
    }

    /** Behind the last lane that is stepped here. */
    int to() {
        return to;
    }

    double[][] states() {
        return states;
    }

    /** dx/dt at the step's start. */
    double[][] slopes() {
        return slopes[0];
    }

    /** The array in a slot of the kernel. */
    double[] array(int slot) {
        return arrays[slot];
    }

    /** The holds at a sample. */
    double[][] holds(long sample) {
        double[][] rows = new double[holdChannels.length][];
        for (int h = 0; h < rows.length; h++) {
            rows[h] = rings[holdChannels[h]].row(sample);
        }
        return rows;
    }

    Ring ring(int channel) {
        return rings[channel];
    }

    /** The row a noise variable's Gaussians of the block's k-th step go to. */
    double[] noiseRow(int variable, int k) {
        return noise[variable][k];
    }

    /** Fills the whole past with the initial values: holds as given, outputs and copies of states from the states. */
    void initialise() {
        bindStates(states);
        List<ChannelPlan> channels = plan.channels();
        double[][] rows = new double[channels.size()][];
        for (int c = 0; c < rows.length; c++) {
            ChannelPlan channel = channels.get(c);
            rows[c] = channel.initial() != null ? channel.initial().clone() : new double[lanes];
            if (channel.value() >= 0) {
                arrays[channel.value()] = rows[c];
            }
            if (channel.next() >= 0 && channel.initial() == null) {
                arrays[channel.next()] = rows[c];
            }
        }
        kernel.outputs(arrays, scalars, tables, 0, lanes);
        for (int c = 0; c < rows.length; c++) {
            int state = channels.get(c).state();
            rings[c].fill(state >= 0 ? states[state] : rows[c]);
        }
    }

    /** Hands over what arrives at an input. */
    void receive(int input, double[] row) {
        inputRows[input] = row;
        bindInput(plan.inputs().get(input).slot(), row);
    }

    void bindInput(int slot, double[] row) {
        if (slot >= 0) {
            arrays[slot] = row;
        }
    }

    /** What arrived last at an input. */
    double[] inputRow(int input) {
        return inputRows[input];
    }

    /** The states at the latest stage. */
    double[][] stageStates() {
        return stageStates;
    }

    private void bindStates(double[][] rows) {
        for (int s = 0; s < rows.length; s++) {
            if (values[s] >= 0) {
                arrays[values[s]] = rows[s];
            }
        }
    }

    /** Evaluates stage 0 from sample {@code k}, or a later stage from the stage's own states. */
    void evaluate(int stage, long sample, double time, int noiseStep, double noiseScale) {
        scalars[Slots.TIME] = time;
        for (int s = 0; s < states.length; s++) {
            arrays[plan.states().get(s).derivative()] = slopes[stage][s];
        }
        if (stage == 0) {
            bindStates(states);
            bindHolds(sample);
            kernel.step(arrays, scalars, tables, from, to);
        } else {
            bindStates(stageStates);
            kernel.stage(arrays, scalars, tables, from, to);
        }
        for (int v = 0; v < noise.length; v++) {
            NoisePlan term = plan.noise().get(v);
            Lanes.addNoise(
                    slopes[stage][term.state()], noiseScale, arrays[term.factor()], noise[v][noiseStep], from, to);
        }
    }

    /** Goes from sample {@code k} to the next by the kernel's own step; parts of a group share its arrays, so they copy. */
    void advance(long sample, double time, int noiseStep) {
        scalars[Slots.TIME] = time;
        bindStates(states);
        bindHolds(sample);
        for (int v = 0; v < gaussians.length; v++) {
            arrays[gaussians[v]] = noise[v][noiseStep];
        }
        for (int s = 0; s < nexts.length; s++) {
            arrays[nexts[s]] = nextStates[s];
        }
        kernel.advance(arrays, scalars, tables, from, to);
        for (int s = 0; s < nexts.length; s++) {
            if (to - from < lanes) {
                System.arraycopy(nextStates[s], from, states[s], from, to - from);
            } else {
                double[] previous = states[s];
                states[s] = nextStates[s];
                nextStates[s] = previous;
            }
        }
    }

    private void bindHolds(long sample) {
        for (int c = 0; c < rings.length; c++) {
            ChannelPlan channel = plan.channels().get(c);
            if (channel.initial() != null) {
                if (channel.value() >= 0) {
                    arrays[channel.value()] = rings[c].row(sample);
                }
                arrays[channel.next()] = rings[c].row(sample + 1);
            }
        }
    }

    /** Sets the stage's states to x + dt Σ c_r k_r. */
    void prepareStage(double[] coefficients, double dt) {
        for (int s = 0; s < states.length; s++) {
            double[] base = states[s];
            System.arraycopy(base, from, stageStates[s], from, to - from);
            for (int r = 0; r < coefficients.length; r++) {
                if (coefficients[r] != 0) {
                    Lanes.combine(base, dt * coefficients[r], slopes[r][s], stageStates[s], from, to);
                    base = stageStates[s];
                }
            }
        }
    }

    /** Evaluates the outputs of a stage, for coupling without delay. */
    void stageOutputs(double time) {
        scalars[Slots.TIME] = time;
        bindStates(stageStates);
        bindOutputs(stageOutputs);
        kernel.outputs(arrays, scalars, tables, from, to);
    }

    /** The stage's value of a channel. */
    double[] stageRow(int channel, long sample) {
        ChannelPlan plan = this.plan.channels().get(channel);
        if (plan.state() >= 0) {
            return stageStates[plan.state()];
        }
        return plan.initial() != null ? rings[channel].row(sample) : stageOutputs[channel];
    }

    /** The slope of a channel at the step's start. */
    double[] slopeRow(int channel) {
        ChannelPlan channelPlan = plan.channels().get(channel);
        return channelPlan.state() >= 0 ? slopes[0][channelPlan.state()] : arrays[channelPlan.slope()];
    }

    /** The slope of a channel at t = 0. */
    double[] firstSlope(int channel) {
        return firstSlopes[channel];
    }

    /** Notes the slope of a channel at t = 0. */
    void keepFirstSlope(int channel) {
        System.arraycopy(slopeRow(channel), from, firstSlopes[channel], from, to - from);
    }

    private void bindOutputs(double[][] rows) {
        for (int c = 0; c < rings.length; c++) {
            ChannelPlan channel = plan.channels().get(c);
            if (channel.next() >= 0 && channel.initial() == null) {
                arrays[channel.next()] = rows[c];
            }
        }
    }

    /** A state at the stage's time. */
    double[] state(int stage, int state) {
        return stage == 0 ? states[state] : stageStates[state];
    }

    /** x += dt Σ w_r k_r. */
    void move(double[] weights, double dt) {
        for (int s = 0; s < states.length; s++) {
            for (int r = 0; r < weights.length; r++) {
                Lanes.add(states[s], dt * weights[r], slopes[r][s], from, to);
            }
        }
    }

    /** Goes to the states of the latest stage, whose derivatives become those of the next step's start. */
    void acceptStage(int stage) {
        for (int s = 0; s < states.length; s++) {
            System.arraycopy(stageStates[s], 0, states[s], 0, lanes);
        }
        double[][] first = slopes[0];
        slopes[0] = slopes[stage];
        slopes[stage] = first;
    }

    /** The largest error of a step that would end at the latest stage, in units of what is allowed; NaN if there is one. */
    double error(double[] weights, double h, double tolerance) {
        double largest = 0;
        for (int s = 0; s < states.length; s++) {
            for (int i = 0; i < lanes; i++) {
                double error = 0;
                for (int r = 0; r < weights.length; r++) {
                    error += weights[r] * slopes[r][s][i];
                }
                double size = Math.max(Math.abs(states[s][i]), Math.abs(stageStates[s][i]));
                largest = Math.max(largest, Math.abs(h * error) / (tolerance * (size + SMALL)));
            }
        }
        return largest;
    }

    /** Keeps states within their bounds. */
    void bound() {
        for (int s = 0; s < states.length; s++) {
            StatePlan state = plan.states().get(s);
            if (state.variable().wraps()) {
                Lanes.wrap(states[s], state.low(), state.high(), from, to);
            } else if (state.bounded()) {
                Lanes.clamp(states[s], state.low(), state.high(), from, to);
            }
        }
    }

    /** Ends a step: bounds, and sample {@code sample} of every channel. */
    void complete(long sample, double time) {
        bound();
        publish(sample, time);
    }

    /** Writes the states and the outputs to a sample of their channels; the holds of that sample must be there. */
    void publish(long sample, double time) {
        bindStates(states);
        for (int c = 0; c < rings.length; c++) {
            double[] row = rings[c].row(sample);
            int state = channelStates[c];
            if (state >= 0) {
                System.arraycopy(states[state], from, row, from, to - from);
            } else if (published[c] >= 0) {
                arrays[published[c]] = row;
            }
        }
        scalars[Slots.TIME] = time;
        kernel.outputs(arrays, scalars, tables, from, to);
    }

    /** Copies everything a step changes, except the past. */
    void copyStates(double[][] copy) {
        for (int s = 0; s < copy.length; s++) {
            System.arraycopy(states[s], 0, copy[s], 0, lanes);
        }
    }

    void restoreStates(double[][] copy) {
        for (int s = 0; s < copy.length; s++) {
            System.arraycopy(copy[s], 0, states[s], 0, lanes);
        }
    }
}
