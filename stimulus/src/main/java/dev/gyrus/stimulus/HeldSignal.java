package dev.gyrus.stimulus;

import dev.gyrus.core.Stimulus;

/**
 * A random signal with a value for each multiple of an interval, held until the next one.
 *
 * <p>With the interval equal to the simulation's dt, step k uses value k. The path does not depend on dt: a run with a
 * smaller step sees the same one, held. Values are made in stretches of {@link #STRETCH}; {@link #at} makes a whole one, so let
 * runs, {@link #sample} or {@link #over} play the signal, which keep the latest. Thread-safe.
 *
 * @param <S> the signal's own type
 */
public interface HeldSignal<S extends HeldSignal<S>> extends RandomSignal<S> {
    /** So many values are made at once. */
    int STRETCH = 256;

    /** How long a value is held, in ms. */
    double interval();

    /** The same process with values at other times, on another path. */
    S withInterval(double interval);

    /**
     * Makes the values at {@code first · interval … (first + STRETCH − 1) · interval}.
     *
     * @param first a multiple of {@link #STRETCH}, not negative
     * @param out receives them from index 0
     */
    void stretch(long first, double[] out);

    /** The value at a time; before t = 0 it is the one at 0. */
    @Override
    default double at(double t) {
        return new Played(this).at(t);
    }

    @Override
    default Stimulus over(double duration) {
        return new Played(this);
    }
}
