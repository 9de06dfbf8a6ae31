package dev.gyrus.fitting;

import dev.gyrus.core.Observer;
import java.util.List;
import java.util.Map;

/**
 * Turns a run into numbers, block by block while it goes on.
 *
 * <p>Immutable and thread-safe; each run has a {@link Watch} of its own.
 */
public interface Measurement {
    /** What the numbers are called, such as {@code max(rates_exc)}. */
    List<String> names();

    /** Begins to watch a run. */
    Watch begin();

    /** Watches one run; used by one thread at a time. */
    interface Watch {
        /** What has to observe the run. */
        List<Observer> observers();

        /** The numbers, in the order of {@link #names()}, after the run; NaN for those it does not define. */
        double[] values();

        /** What is kept of the run beside numbers, by name, after the run: {@code [row][column]}, such as a matrix of FC. */
        default Map<String, double[][]> arrays() {
            return Map.of();
        }
    }
}
