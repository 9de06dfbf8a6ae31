package dev.gyrus.core.spi;

import java.io.Serializable;
import java.util.List;

/**
 * Applies a function to many inputs at the same time: on the threads of this machine, or on other machines.
 *
 * <p>Results must not depend on the back end, on the number of its workers, or on which worker got which input. A back end
 * serves one {@link #map} at a time; {@link #stop()} may be called from any thread.
 */
public interface Backend extends AutoCloseable {

    /** How many inputs are worked on at the same time. */
    int workers();

    /**
     * Applies the task to every input, in no order.
     *
     * <p>An input whose function throws an exception fails alone: that is delivered, and the others go on. What the
     * delivery throws, and what is no exception but an {@link Error}, ends the map and is thrown.
     *
     * @param delivery gets what becomes of each input as soon as it is known
     */
    <I extends Serializable, O extends Serializable> void map(Task<I, O> task, List<I> inputs, Delivery<O> delivery);

    /**
     * Asks a map under way to end: inputs that have not begun never do, functions at work are told by their
     * {@link Progress}.
     */
    void stop();

    /** Releases threads and machines. */
    @Override
    void close();

    /** What is to be done, as data that can be sent to where it is done. */
    interface Task<I, O> extends Serializable {
        /** Makes the function; called once in each process, before its first input. */
        Function<I, O> open();
    }

    /** From an input to an output; called from several threads at once. */
    interface Function<I, O> {
        O apply(I input, Progress progress);
    }

    /** Ties a function at work to whoever waits for it. */
    interface Progress {
        /** Tells which part of the input is done, from 0 to 1. */
        void report(double share);

        /** Whether the output is no longer wanted as a whole: the function should return what it has. */
        boolean isStopped();
    }

    /** Gets what becomes of the inputs; called from any thread, one call at a time but for those of {@link #progress}. */
    interface Delivery<O> {
        void done(int input, O output);

        void failed(int input, RuntimeException failure);

        /** Told now and then by back ends that know, by several threads at once. */
        default void progress(int input, double share) {}
    }
}
