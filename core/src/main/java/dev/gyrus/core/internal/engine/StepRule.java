package dev.gyrus.core.internal.engine;

import java.util.List;

/** How the groups get from one sample to the next. */
interface StepRule {
    /**
     * Takes a step of dt.
     *
     * @param k the step within the block
     * @param sample steps made before the block
     */
    void step(int k, long sample);

    /** What a rule keeps from one step to the next. */
    default List<double[]> memory() {
        return List.of();
    }
}
