package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * A straight line from one value to another, held from then on: {@code from + (to − from) · min(max(t / length, 0), 1)}. Thread-safe.
 *
 * @param from until t = 0, in the unit of the input it feeds
 * @param to from t = length on, in the unit of the input
 * @param length in ms
 */
public record Ramp(double from, double to, double length) implements Stimulus {

    public Ramp {
        Problems problems = new Problems();
        Check.finite(problems, "ramp.from", from);
        Check.finite(problems, "ramp.to", to);
        Check.length(problems, "ramp.length", length);
        problems.throwIfAny();
    }

    /** From zero to a value within so many ms. */
    public static Ramp of(double to, double length) {
        return new Ramp(0, to, length);
    }

    @Override
    public double at(double t) {
        double part = Math.min(Math.max(t / length, 0), 1);
        return part == 1 ? to : from + (to - from) * part;
    }
}
