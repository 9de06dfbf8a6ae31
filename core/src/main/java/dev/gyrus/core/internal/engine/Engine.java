package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.NoiseSource;
import dev.gyrus.core.Snapshot;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.math.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The one loop that advances every simulation: blocks of up to 32 steps.
 *
 * <p>What may be computed when, for a block that starts at sample s and a step k (0 ≤ k < length ≤ 32) of it:
 *
 * <pre>
 *   the sum at sample s + k needs the sources at s + k − d                     (all delays d in steps)
 *   class c holds d with 2^c ≤ d − lead, so for a stretch of 2^c steps from p:
 *       s + p + (2^c − 1) + lead − d ≤ s + p − 1                               known when step p begins
 *   prompt connections (d = lead) need sample s + k                            known when step k begins
 *   instant connections (d < lead) need the stage's own values                 known stage by stage
 *   slopes (half-way interpolation) at s + k + 1 − d need d ≥ 2 when step k begins, d = 1 after its first stage
 * </pre>
 *
 * <p>So a block is summed class by class from long to short, each in stretches of its own length, down to the shortest
 * class in use; there the groups take their steps one by one. The order of additions into one sum is the same whatever
 * the block's length, which makes results independent of blocks and chunks.
 */
public final class Engine {
    private static final int BLOCK = 1 << DelayClasses.LARGEST;

    private final Plan plan;
    private final Plan.Reach reach;
    private final NoiseRows noise;
    private final Divergence divergence;
    private final Parallel parallel;
    private final Group[] groups;
    private final Wire[] wires;
    private final Tape[][] tapes;
    private final Tape[][] slopeTapes;
    private final int grain;
    private final int lead;
    private final StepRule rule;
    private long sample;
    private int previousLength;

    /** @param noise one source per parameter set; the same object where sets share it */
    public Engine(Plan plan, List<NoiseSource> noise, ExecutorService executor, int threads) {
        this.plan = plan;
        this.noise = new NoiseRows(noise);
        this.divergence = new Divergence(plan);
        this.lead = plan.scheme().lead();
        this.parallel = new Parallel(executor, threads);
        reach = plan.reach();
        int count = plan.groups().size();
        groups = new Group[count];
        tapes = new Tape[count][];
        slopeTapes = new Tape[count][];
        for (int g = 0; g < count; g++) {
            GroupPlan group = plan.groups().get(g);
            int channels = group.channels().size();
            int[] samples = new int[channels];
            Tape[] tape = new Tape[channels];
            Tape[] slopeTape = new Tape[channels];
            for (int c = 0; c < channels; c++) {
                int longest = reach.summed()[g][c];
                samples[c] = Math.max(0, reach.aligned()[g][c]) + BLOCK + 2;
                if (longest >= 0) {
                    tape[c] = new Tape(group.lanes(), longest + 1, BLOCK);
                    boolean slope = plan.scheme().interpolates()
                            && hasSlope(group.channels().get(c));
                    slopeTape[c] = slope ? new Tape(group.lanes(), longest + 1, BLOCK) : null;
                }
            }
            groups[g] = new Group(group, plan.scheme().integrator().stageCount(), BLOCK, samples);
            tapes[g] = tape;
            slopeTapes[g] = slopeTape;
        }
        int finest = BLOCK;
        wires = new Wire[plan.wires().size()];
        for (int w = 0; w < wires.length; w++) {
            WirePlan wire = plan.wires().get(w);
            Tape tape = wire.aligned() >= 0 ? null : tapes[wire.source()][wire.channel()];
            Tape slopes = wire.aligned() >= 0 ? null : slopeTapes[wire.source()][wire.channel()];
            int targets = groups[wire.target()].lanes();
            wires[w] = new Wire(wire, Backend.get().blockSum(), lead, BLOCK, targets, tape, slopes);
            if (wire.aligned() < 0) {
                finest = Math.min(finest, wire.classes().grain());
            }
        }
        grain = finest;
        StageInputs inputs = new StageInputs(plan, groups, wires, tapes, slopeTapes);
        rule = plan.scheme().isAdaptive()
                ? new AdaptiveStep(plan, groups, inputs)
                : new FixedStep(plan, groups, wires, inputs);
        start();
    }

    private static boolean hasSlope(ChannelPlan channel) {
        return channel.state() >= 0 || channel.slope() >= 0;
    }

    private void start() {
        for (int g = 0; g < groups.length; g++) {
            Group group = groups[g];
            group.initialise();
            for (int c = 0; c < tapes[g].length; c++) {
                Tape tape = tapes[g][c];
                for (int k = 0; tape != null && k <= tape.past(); k++) {
                    tape.write(-k, group.ring(c).row(0));
                }
            }
        }
        prime();
    }

    private void prime() {
        previousLength = 0;
        if (lead == 1) {
            for (Wire wire : wires) {
                wire.prime();
            }
        }
    }

    /** Steps made so far. */
    public long sample() {
        return sample;
    }

    public Plan plan() {
        return plan;
    }

    /** The sample of a channel after {@code sample} steps; valid for the latest block. */
    public double[] row(int group, int channel, long sample) {
        return groups[group].ring(channel).row(sample);
    }

    /**
     * Advances by a block of at most {@code steps} steps and returns its length; does not when a value is no longer finite
     * in the last set where all were, and returns 0.
     *
     * @see #failure
     */
    public int advance(long steps) {
        int length = (int) Math.min(BLOCK, steps);
        double[][][] before = new double[groups.length][][];
        for (int g = 0; g < before.length; g++) {
            before[g] = groups[g].copyStates();
        }
        block(length);
        if (divergence.isNew(groups)) {
            repeat(before, length);
            if (divergence.isTotal()) {
                return 0;
            }
        }
        sample += length;
        previousLength = length;
        forEachTape(tape -> tape.advance(length));
        return length;
    }

    /** Why a parameter set goes no further: when, where and which value stopped being finite. */
    public Optional<String> failure(int set) {
        return divergence.failure(set);
    }

    private void forEachTape(Consumer<Tape> action) {
        for (Tape[][] all : new Tape[][][] {tapes, slopeTapes}) {
            for (Tape[] ofGroup : all) {
                for (Tape tape : ofGroup) {
                    if (tape != null) {
                        action.accept(tape);
                    }
                }
            }
        }
    }

    /** Everything needed to go on from here. */
    public Snapshot snapshot() {
        List<double[][]> arrays = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            List<double[]> own = new ArrayList<>();
            memory(g).forEach(array -> own.add(array.clone()));
            arrays.add(own.toArray(double[][]::new));
        }
        forEachTape(tape -> positions.add(tape.head()));
        return new Snapshot(
                sample,
                arrays.toArray(double[][][]::new),
                positions.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Goes back (or on) to a snapshot of an engine with an equal plan, up to what is observed.
     *
     * @throws GyrusException where the snapshot has another shape
     */
    public void restore(Snapshot snapshot) {
        if (!fits(snapshot)) {
            throw GyrusException.input(
                    "snapshot", "one of a run of the same network with the same dt and integrator", "one of another");
        }
        for (int g = 0; g < groups.length; g++) {
            List<double[]> own = memory(g);
            for (int k = 0; k < own.size(); k++) {
                System.arraycopy(snapshot.arrays()[g][k], 0, own.get(k), 0, own.get(k).length);
            }
        }
        int[] next = {0};
        forEachTape(tape -> tape.head(snapshot.positions()[next[0]++]));
        sample = snapshot.steps();
        prime();
    }

    private boolean fits(Snapshot snapshot) {
        int[] heads = {0};
        forEachTape(tape -> heads[0]++);
        boolean fits = snapshot.arrays().length == groups.length && snapshot.positions().length == heads[0];
        for (int g = 0; fits && g < groups.length; g++) {
            List<double[]> own = memory(g);
            double[][] given = snapshot.arrays()[g];
            fits = given.length == own.size()
                    && IntStream.range(0, given.length).allMatch(k -> given[k].length == own.get(k).length);
        }
        return fits;
    }

    /** The arrays of a group that outlive a block; what is only observed has none. */
    private List<double[]> memory(int g) {
        List<double[]> own = new ArrayList<>(List.of(groups[g].states()));
        if (g == 0) {
            own.addAll(rule.memory());
        }
        for (int c = 0; c < tapes[g].length; c++) {
            boolean hold = groups[g].plan().channels().get(c).initial() != null;
            if (!hold && tapes[g][c] == null && reach.aligned()[g][c] < 0) {
                continue;
            }
            own.addAll(groups[g].ring(c).rows());
            own.add(groups[g].firstSlope(c));
            for (Tape tape : new Tape[] {tapes[g][c], slopeTapes[g][c]}) {
                if (tape != null) {
                    own.add(tape.values());
                }
            }
        }
        return own;
    }

    private void block(int length) {
        forEachTape(tape -> tape.reserve(length));
        for (Wire wire : wires) {
            wire.begin(previousLength);
        }
        for (Group group : groups) {
            noise.draw(group, sample, length);
        }
        sum(DelayClasses.LARGEST, 0, length);
        stretch(DelayClasses.LARGEST - 1, 0, length);
    }

    /** Adds the connections of class c for some steps of the block. */
    private void sum(int c, int at, int length) {
        for (Wire wire : wires) {
            if (!wire.isAligned()) {
                int targets = groups[wire.plan().target()].lanes();
                if (c == DelayClasses.LARGEST) {
                    parallel.run(targets, (from, to) -> wire.add(c, at, length, from, to));
                } else {
                    wire.add(c, at, length, 0, targets);
                }
            }
        }
    }

    /** Goes through steps whose classes above c are summed, in stretches of 2^c. */
    private void stretch(int c, int at, int length) {
        if (c < 0 || 1 << c < grain) {
            steps(at, length);
            return;
        }
        int size = 1 << c;
        for (int from = at; from < at + length; from += size) {
            int count = Math.min(size, at + length - from);
            sum(c, from, count);
            stretch(c - 1, from, count);
        }
    }

    /** Takes steps whose delayed sums are complete but for prompt and instant connections. */
    private void steps(int at, int length) {
        for (Wire wire : wires) {
            if (!wire.isAligned()) {
                wire.finish(at, length);
            }
        }
        for (int k = at; k < at + length; k++) {
            rule.step(k, sample);
            for (int g = 0; g < groups.length; g++) {
                record(g, k);
            }
        }
    }

    /** Writes what the step made to the tapes: the sample after it, and the slope at its start. */
    private void record(int g, int k) {
        Group group = groups[g];
        for (int c = 0; c < tapes[g].length; c++) {
            if (tapes[g][c] != null) {
                tapes[g][c].write(k + 1, group.ring(c).row(sample + k + 1));
            }
            if (slopeTapes[g][c] != null) {
                slopeTapes[g][c].write(k, group.slopeRow(c));
            }
        }
    }

    /** Repeats a block step by step, to find the first value of each set that is not finite. */
    private void repeat(double[][][] before, int length) {
        for (int g = 0; g < groups.length; g++) {
            groups[g].restoreStates(before[g]);
        }
        for (Wire wire : wires) {
            wire.begin(0);
        }
        for (int k = 0; k < length; k++) {
            sum(DelayClasses.LARGEST, k, 1);
            stretch(DelayClasses.LARGEST - 1, k, 1);
            divergence.note(groups, sample + k + 1);
        }
    }
}
