package dev.gyrus.core.internal.engine;

import java.util.List;

/**
 * The lanes of every group that one thread looks after: the sums that reach them, and their steps.
 *
 * <p>Shares touch no value that another one writes, except what others wrote in an earlier piece of work of {@link Parallel}.
 */
final class Share {
    private final Group[] groups;
    private final Wire[] wires;
    private final Tape[][] tapes;
    private final Tape[][] slopeTapes;
    private final StepRule rule;
    private final EventStep events;
    private final double dt;

    /**
     * @param groups whole ones
     * @param board what all shares know of spikes
     * @param part number of the share
     * @param parts number of all shares
     */
    Share(
            Plan plan,
            Group[] groups,
            Wire[] wires,
            Tape[][] tapes,
            Tape[][] slopeTapes,
            EventBoard board,
            int part,
            int parts) {
        this.wires = wires;
        this.tapes = tapes;
        this.slopeTapes = slopeTapes;
        this.groups = new Group[groups.length];
        for (int g = 0; g < groups.length; g++) {
            int lanes = groups[g].lanes();
            this.groups[g] = parts == 1
                    ? groups[g]
                    : groups[g].part(Parallel.first(part, parts, lanes), Parallel.first(part + 1, parts, lanes));
        }
        StageInputs inputs = new StageInputs(plan, this.groups, wires, tapes, slopeTapes);
        events = new EventStep(plan, this.groups, board, part);
        dt = plan.dt();
        rule = plan.scheme().isAdaptive()
                ? new AdaptiveStep(plan, this.groups, inputs)
                : new FixedStep(plan, this.groups, inputs, events);
    }

    /** What the rule of the steps keeps from one step to the next. */
    List<double[]> memory() {
        return rule.memory();
    }

    /** Takes up again after the past of spikes was changed. */
    void restore(long sample) {
        events.restore(sample);
    }

    /** The phases of a step. */
    int phases() {
        return rule.phases() + (events.isEmpty() ? 0 : 1);
    }

    private Group target(Wire wire) {
        return groups[wire.plan().target()];
    }

    void clearSums() {
        for (Wire wire : wires) {
            wire.clear(target(wire).from(), target(wire).to());
        }
    }

    /** Adds the connections of class c for some steps of the block. */
    void sum(int c, int at, int length) {
        for (Wire wire : wires) {
            wire.add(c, at, length, target(wire).from(), target(wire).to());
        }
    }

    /** Ends the sums of some steps, but for prompt and instant connections. */
    void finish(int at, int length) {
        for (Wire wire : wires) {
            wire.finish(at, length, target(wire).from(), target(wire).to());
        }
    }

    /** Takes one phase of step k of the block, and writes what a whole step made to the tapes. */
    void step(int phase, int k, long sample) {
        if (phase < rule.phases()) {
            rule.run(phase, k, sample);
        } else {
            long now = sample + k + 1;
            events.arrive(now, now * dt);
            for (Group group : groups) {
                group.publish(now, now * dt);
            }
        }
        if (phase == phases() - 1) {
            for (int g = 0; g < groups.length; g++) {
                record(g, k, sample);
            }
        }
    }

    /** The sample after a step, and the slope at its start. */
    private void record(int g, int k, long sample) {
        Group group = groups[g];
        for (int c = 0; c < tapes[g].length; c++) {
            if (tapes[g][c] != null) {
                tapes[g][c].write(k + 1, group.ring(c).row(sample + k + 1), group.from(), group.to());
            }
            if (slopeTapes[g][c] != null) {
                slopeTapes[g][c].write(k, group.slopeRow(c), group.from(), group.to());
            }
        }
    }
}
