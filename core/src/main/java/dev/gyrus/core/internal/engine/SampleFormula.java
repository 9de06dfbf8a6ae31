package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.FormulaPlan;
import dev.gyrus.core.internal.kernel.Slots;
import dev.gyrus.core.internal.math.Bilinear;

/** Functions of a group's states and holds in a running engine, evaluated beside its kernel. */
final class SampleFormula {
    private final FormulaPlan plan;
    private final Group group;
    private final Bilinear[] tables;
    private final double[] scalars;
    private final double[][] arrays;

    SampleFormula(FormulaPlan plan, Group group) {
        this.plan = plan;
        this.group = group;
        tables = plan.compiled().lookups(plan.tables());
        scalars = plan.memory().scalars().clone();
        arrays = plan.memory().arrays().clone();
        for (int slot = 0; slot < arrays.length; slot++) {
            if (arrays[slot] == null) {
                arrays[slot] = new double[group.lanes()];
            }
        }
    }

    /** Evaluates all functions from the states of a stage and the holds of the step's start. */
    void evaluate(int stage, long sample, double time) {
        scalars[Slots.TIME] = time;
        for (int s = 0; s < plan.states().length; s++) {
            if (plan.states()[s] >= 0) {
                arrays[plan.states()[s]] = group.state(stage, s);
            }
        }
        for (int c = 0; c < plan.holds().length; c++) {
            if (plan.holds()[c] >= 0) {
                arrays[plan.holds()[c]] = group.ring(c).row(sample);
            }
        }
        plan.compiled().kernel().outputs(arrays, scalars, tables, group.from(), group.to());
    }

    double[] row(int slot) {
        return arrays[slot];
    }
}
