package dev.gyrus.core;

import java.util.List;

/**
 * Sees a simulation block by block; the only way anything leaves the engine.
 *
 * <p>An observer names the variables it wants; {@link #begin} tells it their labels and units; {@link #observe} is
 * called once per block, in order, from one thread at a time. Memory never grows with the duration unless an observer
 * makes it.
 */
public interface Observer {
    /** The variables it wants, by their flat names, such as {@code rates_exc}. */
    List<String> variables();

    /** Called once before the first block. */
    default void begin(Scope scope) {}

    /** Called for each block of steps; the block is valid during the call only. */
    void observe(Block block);

    /** Called once after the last block, also when the run was interrupted. */
    default void end() {}

    /** What it kept, for the recording of the run. */
    default List<Series> series() {
        return List.of();
    }

    /**
     * What is observed: the channels stand in the order of {@link #variables()}.
     *
     * @param dt the step, in ms
     * @param firstStep the number of steps made before (0 unless a run is continued)
     */
    record Scope(double dt, long firstStep, List<Channel> channels) {}

    /**
     * One observed variable.
     *
     * @param unit the declared unit
     * @param scale declared value = engine value × scale
     * @param labels one per column
     */
    record Channel(String name, String unit, double scale, List<String> labels) {}

    /** A read-only view of a block of steps. */
    interface Block {
        /** No neuron. */
        int[] NONE = {};

        /** Steps made before this block; row k is the sample after {@code firstStep() + k + 1} steps. */
        long firstStep();

        /** The number of steps in the block. */
        int steps();

        /** The sample of a channel after the block's k-th step, one value per column, in engine units. Read-only. */
        double[] row(int channel, int k);

        /**
         * The neurons of a population that fired at the end of the block's k-th step, ascending; read-only.
         *
         * @param population its name; where several of its masses fire, {@code population.mass}
         */
        default int[] fired(String population, int k) {
            return NONE;
        }

        /**
         * Copies samples of one column of a channel: those after the steps {@code k}, {@code k + stride}, … times a factor.
         *
         * @param out receives so many samples, from index {@code at}
         */
        default void copy(int channel, int column, int k, int stride, double factor, double[] out, int at, int count) {
            for (int j = 0; j < count; j++) {
                out[at + j] = row(channel, k + j * stride)[column] * factor;
            }
        }
    }
}
