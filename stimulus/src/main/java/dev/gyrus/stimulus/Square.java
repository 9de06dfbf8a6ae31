package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * A square wave: {@code bias + amplitude} for the first part of each cycle, {@code bias − amplitude} for the rest.
 *
 * <p>The cycle at t is c = frequency · t / 1000 + phase / 2π, and its first part c − ⌊c⌋ &lt; duty; both borders are met within
 * {@link Stimulus#SAME_TIME}. Thread-safe.
 *
 * <pre>{@code Square.of(0.2, 5).at(120)   // −0.2: 5 Hz, 0.6 of the first cycle}</pre>
 *
 * @param amplitude from zero to peak, in the unit of the input it feeds
 * @param frequency in Hz
 * @param phase at t = 0, in rad
 * @param duty the first part of a cycle, from 0 to 1
 * @param bias midway between both values, in the unit of the input
 */
public record Square(double amplitude, double frequency, double phase, double duty, double bias) implements Stimulus {

    public Square {
        Problems problems = new Problems();
        Check.finite(problems, "square.amplitude", amplitude);
        Check.frequency(problems, "square.frequency", frequency);
        Check.finite(problems, "square.phase", phase);
        problems.require(duty >= 0 && duty <= 1, "square.duty", "a number from 0 to 1", duty);
        Check.finite(problems, "square.bias", bias);
        problems.throwIfAny();
    }

    /** Half of each cycle up, half down, around zero; up from t = 0 on. */
    public static Square of(double amplitude, double frequency) {
        return new Square(amplitude, frequency, 0, 0.5, 0);
    }

    /** The same wave from another phase, in rad. */
    public Square withPhase(double phase) {
        return new Square(amplitude, frequency, phase, duty, bias);
    }

    /** The same wave with another first part of its cycles. */
    public Square withDuty(double duty) {
        return new Square(amplitude, frequency, phase, duty, bias);
    }

    /** The same wave around another value. */
    public Square withBias(double bias) {
        return new Square(amplitude, frequency, phase, duty, bias);
    }

    @Override
    public double at(double t) {
        double cycle = frequency * (t + SAME_TIME) / 1000 + phase / (2 * Math.PI);
        return cycle - Math.floor(cycle) < duty ? bias + amplitude : bias - amplitude;
    }
}
