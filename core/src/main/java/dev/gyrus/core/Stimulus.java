package dev.gyrus.core;

/**
 * A signal in time: {@code at(t)} drives the step from t to t + dt.
 *
 * <p>Implementations are pure functions: immutable and thread-safe.
 */
@FunctionalInterface
public interface Stimulus {
    /** The value at time {@code t}, in ms, in the unit of what it drives. */
    double at(double t);
}
