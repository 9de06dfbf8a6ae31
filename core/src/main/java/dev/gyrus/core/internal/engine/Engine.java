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
 *
 * <p>Several threads each do all of this for their {@link Share} of the lanes. They meet where a stretch of the shortest
 * class ends, as the next sums read what all have written; and in each phase of a step where prompt or instant connections
 * or pairs need what others have in that very step. Where neurons fire, each step has one more phase in which spikes arrive;
 * they are read with their delays as samples are ({@link EventStep}).
 */
public final class Engine {
    private static final int BLOCK = 1 << DelayClasses.LARGEST;

    private final Plan plan;
    private final Plan.Reach reach;
    private final double workPerStep;
    private final NoiseRows noise;
    private final Divergence divergence;
    private final Parallel parallel;
    private final Group[] groups;
    private final double[][][] before;
    private final Wire[] wires;
    private final Tape[][] tapes;
    private final Tape[][] slopeTapes;
    private final Share[] shares;
    private final Share[] steppers;
    private final EventBoard board;
    private final Runaway runaway;
    private final int grain;
    private final boolean crossed;
    private final int lead;
    private long sample;
    private int previousLength;

    /**
     * @param noise one source per parameter set; the same object where sets share it
     * @param executor for all threads but the caller's; may be null for one
     * @param threads the most to be used; fewer where more would not be faster
     */
    public Engine(Plan plan, List<NoiseSource> noise, ExecutorService executor, int threads) {
        this(plan, noise, new Parallel(executor, Workload.of(plan).threads(threads)));
    }

    Engine(Plan plan, List<NoiseSource> noise, Parallel parallel) {
        this.plan = plan;
        this.workPerStep = Workload.of(plan).step();
        this.noise = new NoiseRows(noise);
        this.divergence = new Divergence(plan);
        this.lead = plan.scheme().lead();
        this.parallel = parallel;
        reach = plan.reach();
        int count = plan.groups().size();
        groups = new Group[count];
        before = new double[count][][];
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
            before[g] = new double[group.states().size()][group.lanes()];
            tapes[g] = tape;
            slopeTapes[g] = slopeTape;
        }
        wires = new Wire[plan.wires().size()];
        for (int w = 0; w < wires.length; w++) {
            WirePlan wire = plan.wires().get(w);
            Tape tape = wire.isDirect() ? null : tapes[wire.source()][wire.channel()];
            Tape slopes = wire.isDirect() ? null : slopeTapes[wire.source()][wire.channel()];
            int targets = groups[wire.target()].lanes();
            wires[w] = new Wire(wire, Backend.get(), lead, BLOCK, targets, tape, slopes);
        }
        grain = Workload.grain(plan);
        crossed = Workload.isCrossed(plan);
        board = new EventBoard(plan, parallel.parts(), BLOCK);
        runaway = new Runaway(plan, board);
        shares = shares(parallel.parts());
        steppers = plan.scheme().isAdaptive() ? shares(1) : shares;
        start();
    }

    private Share[] shares(int parts) {
        Share[] all = new Share[parts];
        for (int part = 0; part < parts; part++) {
            all[part] = new Share(plan, groups, wires, tapes, slopeTapes, board, part, parts);
        }
        return all;
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
                    tape.write(-k, group.ring(c).row(0), 0, group.lanes());
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

    /** The lanes {@code from … to − 1} of a group that fired at a sample of the latest block, counted from {@code from}. */
    public int[] fired(int group, int from, int to, long sample) {
        return board.fired(group, from, to, sample);
    }

    /**
     * Advances by a block of at most {@code steps} steps and returns its length; does not when a value is no longer finite
     * in the last set where all were, and returns 0.
     *
     * @see #failure
     */
    public int advance(long steps) {
        int length = (int) Math.min(BLOCK, steps);
        Backend.expect(workPerStep * length, workPerStep * (steps - length));
        for (int g = 0; g < groups.length; g++) {
            groups[g].copyStates(before[g]);
        }
        board.keep();
        block(length);
        if (divergence.isNew(groups)) {
            repeat(length);
        }
        runaway.check(sample, length).ifPresent(divergence::stop);
        if (divergence.isTotal()) {
            return 0;
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
        board.write(sample);
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
        board.read(sample);
        runaway.restore(sample);
        for (Share share : shares) {
            share.restore(sample);
        }
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
            own.addAll(steppers[0].memory());
        }
        own.addAll(board.memory(g));
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
        parallel.run(part -> {
            shares[part].clearSums();
            int from = firstStep(part, length);
            int to = firstStep(part + 1, length);
            for (Group group : groups) {
                noise.draw(group, sample, from, to);
            }
        });
        stretch(0, length);
    }

    /** Goes through some steps of a block, of which nothing is summed yet. */
    private void stretch(int first, int length) {
        for (int done = 0; done < length; done += grain) {
            int begun = done;
            int at = first + done;
            int count = Math.min(grain, length - done);
            boolean alone = !crossed && steppers == shares;
            parallel.run(part -> {
                for (int c = DelayClasses.LARGEST; 1 << c >= grain; c--) {
                    int size = 1 << c;
                    if (begun % size == 0) {
                        shares[part].sum(c, at, Math.min(size, length - begun));
                    }
                }
                shares[part].finish(at, count);
                for (int k = at; alone && k < at + count; k++) {
                    for (int phase = 0; phase < shares[part].phases(); phase++) {
                        shares[part].step(phase, k, sample);
                    }
                }
            });
            for (int k = at; !alone && k < at + count; k++) {
                for (int phase = 0; phase < steppers[0].phases(); phase++) {
                    step(phase, k);
                }
            }
        }
    }

    /** Takes one phase of a step in which lanes depend on each other. */
    private void step(int phase, int k) {
        if (steppers == shares) {
            parallel.run(part -> shares[part].step(phase, k, sample));
        } else {
            steppers[0].step(phase, k, sample);
        }
    }

    /** The step of a block from which on a part draws noise: numbers are drawn for an even step and the next one together. */
    private int firstStep(int part, int length) {
        int step = length * part / parallel.parts();
        return part == 0 ? 0 : Math.min(length, step + (int) ((sample + step) & 1));
    }

    /** Repeats a block step by step, to find the first value of each set that is not finite. */
    private void repeat(int length) {
        board.goBack();
        for (int g = 0; g < groups.length; g++) {
            groups[g].restoreStates(before[g]);
        }
        for (Share share : shares) {
            share.clearSums();
            share.restore(sample);
        }
        for (int k = 0; k < length; k++) {
            stretch(k, 1);
            divergence.note(groups, sample + k + 1);
        }
    }
}
