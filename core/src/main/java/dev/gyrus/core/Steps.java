package dev.gyrus.core;

import java.math.BigDecimal;

/** Conversion between durations and whole numbers of steps. */
public final class Steps {
    private static final double TOLERANCE = 1e-9;
    private static final double MOST = 1e15;

    private Steps() {}

    /**
     * The number of steps in a duration.
     *
     * @param key what the duration is, for the message
     * @throws GyrusException unless the duration is a whole multiple of dt within 1e-9; names the nearest ones
     */
    public static long of(String key, double duration, double dt) {
        double steps = duration / dt;
        double whole = Math.rint(steps);
        if (steps >= MOST) {
            throw GyrusException.input(key, "at most " + MOST * dt + " ms (10¹⁵ steps)", duration + " ms");
        }
        if (!(steps >= 0)) {
            throw GyrusException.input(key, "a duration in ms that is not negative", String.valueOf(duration));
        }
        if (Math.abs(steps - whole) > TOLERANCE * Math.max(1, whole)) {
            throw GyrusException.input(Problem.of(
                            key, "a whole multiple of dt = " + dt + " ms", String.valueOf(duration))
                    .hint("nearest are " + decimal(Math.floor(steps), dt) + " and " + decimal(Math.ceil(steps), dt)));
        }
        return (long) whole;
    }

    /** So many steps of a decimal dt, without the digits that binary fractions leave behind. */
    private static double decimal(double steps, double dt) {
        return BigDecimal.valueOf(dt).multiply(BigDecimal.valueOf(steps)).doubleValue();
    }

    /** The time of a sample in ms, free of the noise that k·dt carries for decimal steps such as 0.1. */
    public static double time(long sample, double dt) {
        double perStep = 1 / dt;
        double rounded = Math.rint(perStep);
        return rounded >= 1 && rounded * dt == 1 ? sample / rounded : sample * dt;
    }
}
