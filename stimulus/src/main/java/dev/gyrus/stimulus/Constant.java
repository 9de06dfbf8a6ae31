package dev.gyrus.stimulus;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;

/**
 * The same value at all times. Thread-safe.
 *
 * @param value in the unit of the input it feeds
 */
public record Constant(double value) implements Stimulus {

    public Constant {
        if (!Double.isFinite(value)) {
            throw GyrusException.input("constant.value", "a finite number", String.valueOf(value));
        }
    }

    public static Constant of(double value) {
        return new Constant(value);
    }

    @Override
    public double at(double t) {
        return value;
    }
}
