package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.Program;
import dev.gyrus.core.internal.engine.Plan.ChannelPlan;
import dev.gyrus.core.internal.engine.Plan.InputPlan;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.List;

/**
 * Functions of a group's states, holds and inputs at a sample in a running engine, for all lanes of a part or for some that
 * are gathered.
 */
final class LaneProgram {
    /** The weight of a synapse, in statements on arrival. */
    static final String WEIGHT = "w";

    /** A random number of a lane and step, in thresholds. */
    static final String UNIFORM = "uniform";

    private final Program program;
    private final Group group;
    private final Bilinear[] tables;
    private final double[] scalars;
    private final double[][] sources;
    private final int[] states;
    private final int[] holds;
    private final int[] inputs;
    private final int weight;
    private final int uniform;
    private final double[][] arrays;
    private int capacity;

    LaneProgram(Program program, Group group) {
        this.program = program;
        this.group = group;
        tables = program.compiled().lookups(program.tables());
        scalars = program.memory().scalars().clone();
        sources = program.memory().arrays().clone();
        List<Slots.Slot> slots = program.compiled().slots().arrays();
        arrays = new double[slots.size()][];
        states = new int[slots.size()];
        holds = new int[slots.size()];
        inputs = new int[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            boolean value = slots.get(slot).role() == Role.VALUE;
            String name = slots.get(slot).name();
            states[slot] = value ? state(name) : -1;
            holds[slot] = value ? hold(name) : -1;
            inputs[slot] = value ? input(name) : -1;
        }
        weight = program.compiled().slots().find(Role.VALUE, WEIGHT);
        uniform = program.compiled().slots().find(Role.VALUE, UNIFORM);
    }

    private int state(String name) {
        int at = group.plan().states().size() - 1;
        while (at >= 0 && !group.plan().states().get(at).variable().name().equals(name)) {
            at--;
        }
        return at;
    }

    private int hold(String name) {
        int at = group.plan().channels().size() - 1;
        while (at >= 0) {
            ChannelPlan channel = group.plan().channels().get(at);
            if (channel.isHold() && channel.name().equals(name)) {
                return at;
            }
            at--;
        }
        return at;
    }

    private int input(String name) {
        int at = group.plan().inputs().size() - 1;
        while (at >= 0) {
            InputPlan input = group.plan().inputs().get(at);
            if (GroupInputs.sumOf(input).equals(name)) {
                return at;
            }
            at--;
        }
        return at;
    }

    /** Whether it reads the random number of the step. */
    boolean readsUniform() {
        return uniform >= 0;
    }

    /** The values at a sample, of all lanes. */
    private void bind(long sample) {
        double[][] rows = group.states();
        for (int slot = 0; slot < sources.length; slot++) {
            if (states[slot] >= 0) {
                sources[slot] = rows[states[slot]];
            } else if (holds[slot] >= 0) {
                sources[slot] = group.ring(holds[slot]).row(sample);
            } else if (inputs[slot] >= 0) {
                sources[slot] = group.inputRow(inputs[slot]);
            }
        }
    }

    /**
     * Evaluates all lanes of the part.
     *
     * @param random uniform numbers, or null
     * @return one value per lane
     */
    double[] evaluate(int result, long sample, double time, double[] random) {
        bind(sample);
        scalars[Slots.TIME] = time;
        if (uniform >= 0) {
            sources[uniform] = random;
        }
        for (int slot = 0; slot < sources.length; slot++) {
            if (sources[slot] == null) {
                sources[slot] = new double[group.lanes()];
            }
        }
        program.compiled().kernel().outputs(sources, scalars, tables, group.from(), group.to());
        return sources[result];
    }

    /**
     * Evaluates some lanes; {@link #result} has the values.
     *
     * @param weights of each from {@code first} on, or null for one of all
     * @param common that one; NaN where there are no weights, so that {@code w} may be a state
     */
    void evaluate(int[] lanes, int count, long sample, double time, double[] weights, int first, double common) {
        bind(sample);
        scalars[Slots.TIME] = time;
        reserve(count);
        for (int slot = 0; slot < arrays.length; slot++) {
            if (slot == weight && !(weights == null && Double.isNaN(common))) {
                for (int i = 0; i < count; i++) {
                    arrays[slot][i] = weights == null ? common : weights[first + i];
                }
            } else if (sources[slot] != null) {
                double[] from = sources[slot];
                double[] to = arrays[slot];
                for (int i = 0; i < count; i++) {
                    to[i] = from[lanes[i]];
                }
            }
        }
        program.compiled().kernel().outputs(arrays, scalars, tables, 0, count);
    }

    private void reserve(int count) {
        if (count > capacity) {
            capacity = Math.max(64, count + count / 2);
            for (int slot = 0; slot < arrays.length; slot++) {
                arrays[slot] = new double[capacity];
            }
        }
    }

    double[] result(int slot) {
        return arrays[slot];
    }
}
