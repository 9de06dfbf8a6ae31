package dev.gyrus.core.internal.engine;

import java.util.List;

/**
 * How some lanes get from one sample to the next.
 *
 * <p>A step falls into phases. Where lanes depend on what others do in the same step, each phase begins when all lanes have
 * ended the one before.
 */
interface StepRule {
    /** The phases of a step. */
    int phases();

    /**
     * Takes one phase of a step of dt.
     *
     * @param k the step within the block
     * @param sample steps made before the block
     */
    void run(int phase, int k, long sample);

    /** What a rule keeps from one step to the next. */
    default List<double[]> memory() {
        return List.of();
    }
}
