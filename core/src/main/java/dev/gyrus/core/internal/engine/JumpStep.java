package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.EventPlan.Jump;

/** Carries out assignments to the states of some lanes: gathers, computes, scatters. */
final class JumpStep {
    private final Jump jump;
    private final Group group;
    private final LaneProgram program;

    JumpStep(Jump jump, Group group) {
        this.jump = jump;
        this.group = group;
        this.program = new LaneProgram(jump.program(), group);
    }

    /**
     * Changes the first {@code count} of some different lanes.
     *
     * @param weights of each from {@code first} on, or null for one of all
     */
    void run(int[] lanes, int count, long sample, double time, double[] weights, int first, double common) {
        program.evaluate(lanes, count, sample, time, weights, first, common);
        for (int s = 0; s < jump.states().length; s++) {
            double[] state = group.states()[jump.states()[s]];
            double[] values = program.result(jump.results()[s]);
            for (int i = 0; i < count; i++) {
                state[lanes[i]] = values[i];
            }
        }
    }
}
