package dev.gyrus.io;

/**
 * Writes spikes as they come, so that memory does not grow with their number.
 *
 * <p>What was appended before {@link #close()} is readable afterwards, however early that is. Not thread-safe.
 */
public interface SpikeWriter extends AutoCloseable {
    /**
     * Appends the spikes of a population at one time; times never go back.
     *
     * @param population its index among those that the file was made for
     * @param time in ms
     * @param neurons who fired, counted from 0; may be reused after the call
     */
    void append(int population, double time, int[] neurons);

    /** Finishes the file. */
    @Override
    void close();
}
