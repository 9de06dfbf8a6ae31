package dev.gyrus.core;

/**
 * An input signal: a pure function of time.
 *
 * <p>The simulation step from t to t + dt uses the value at t, without lag and without wrapping around. Times are made
 * as step · dt, never by adding dt up, so that a value does not depend on how a run is cut into blocks. A signal has no
 * unit of its own: its values are in the unit of the input it feeds.
 *
 * <p>Implementations are immutable and thread-safe, and give the same bits on every machine ({@link StrictMath} rather
 * than {@link Math} where it matters).
 */
@FunctionalInterface
public interface Stimulus {
    /** Times closer than this, in ms, are the same to a border between two values: one nanosecond. */
    double SAME_TIME = 1e-6;

    /**
     * The value at a time.
     *
     * @param t in ms, from the start of the simulation
     */
    double at(double t);

    /**
     * The values that drive the steps {@code firstStep … firstStep + steps − 1}.
     *
     * @param firstStep the number of steps made before
     * @param dt the step, in ms
     * @param out receives one value per step, from index 0
     */
    default void fill(long firstStep, double dt, int steps, double[] out) {
        for (int k = 0; k < steps; k++) {
            out[k] = at((firstStep + k) * dt);
        }
    }

    /**
     * The values that drive the steps of a run of that duration, to look at before it: {@code sample(1000, 0.1)} are 10 000.
     *
     * @param duration in ms, a whole multiple of dt
     * @param dt the step, in ms
     * @throws GyrusException unless the steps are whole and fit into an array
     */
    default double[] sample(double duration, double dt) {
        return Signals.sample(this, duration, dt);
    }

    /**
     * This signal as it is played in a run of that duration. A {@link Sequence} shares the duration out among its parts, and
     * a signal that is made in stretches keeps its latest one; others are what they are. {@link Simulation#start()} asks for
     * it, and every signal made of others passes it on.
     *
     * @param duration in ms, positive
     */
    default Stimulus over(double duration) {
        return this;
    }

    /** The sum of both signals. */
    default Stimulus plus(Stimulus other) {
        return new Signals.Sum(this, other);
    }

    /** This signal times a factor. */
    default Stimulus times(double factor) {
        return new Signals.Product(this, factor);
    }

    /**
     * This signal, then the next one, in equal parts of the duration: {@code a.then(b).then(c)} and {@code
     * a.then(b.then(c))} are thirds. {@link Sequence} has other shares and nests.
     */
    default Stimulus then(Stimulus next) {
        return Sequence.joined(this, next);
    }

    /**
     * This signal between two times, start included and end excluded, and 0 outside.
     *
     * <p>Its clock starts at {@code start}: the value at time t is {@code at(t − start)}, so that a sinusoid begins with
     * its own phase, and a sequence shares out the time from start to end. A border is met within {@link #SAME_TIME},
     * whatever the product step · dt rounds to.
     *
     * @param start in ms
     * @param end in ms; may be infinite
     * @throws GyrusException unless start is finite and before end
     */
    default Stimulus between(double start, double end) {
        return new Signals.Window(this, start, end);
    }
}
