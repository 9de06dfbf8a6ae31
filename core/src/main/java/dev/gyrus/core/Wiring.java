package dev.gyrus.core;

/**
 * Which neurons of one population reach which of another: a matrix of synapses, given row by row.
 *
 * <p>A pure function of its description: every call gives the same answer on any thread, so that rows can be made when they
 * are needed instead of being kept.
 */
public interface Wiring {
    /** The number of neurons that send. */
    int sources();

    /** The number of neurons that receive. */
    int targets();

    /** The number of synapses in all, or an estimate where only making them would tell: for the memory they take. */
    long size();

    /** The targets of a source, ascending; one that stands twice has two synapses. */
    int[] targets(int source);

    /**
     * The weights of the synapses of a source, in the order of {@link #targets}.
     *
     * @return one for each synapse, or a single one for all synapses of the wiring
     */
    double[] weights(int source);

    /**
     * The delays of the synapses of a source in ms, in the order of {@link #targets}.
     *
     * @return one for each synapse, or a single one for all synapses of the wiring
     */
    double[] delays(int source);
}
