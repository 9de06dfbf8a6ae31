package dev.gyrus.core;

/**
 * A quantity of a mass that changes in time and can be recorded and coupled.
 *
 * @param name as in equations
 * @param unit declared unit; recordings and initial values are in it
 * @param kind how it comes about
 * @param initial where it starts; without meaning for {@link Kind#OUTPUT}
 * @param low lower bound of a state, applied after each step; −∞ for none
 * @param high upper bound of a state, applied after each step; ∞ for none
 * @param wraps true for a state on a circle, such as a phase: after each step it is brought into [low, high) by whole
 *     periods instead of being cut off
 */
public record Variable(String name, String unit, Kind kind, Initial initial, double low, double high, boolean wraps) {

    /** How a variable comes about. */
    public enum Kind {
        /** Obeys a differential equation. */
        STATE,
        /** Assigned at the end of a step from values at its start; reading it gives the previous value. */
        HOLD,
        /** A function of the state at the same sample. */
        OUTPUT
    }

    public boolean isBounded() {
        return low != Double.NEGATIVE_INFINITY || high != Double.POSITIVE_INFINITY;
    }
}
