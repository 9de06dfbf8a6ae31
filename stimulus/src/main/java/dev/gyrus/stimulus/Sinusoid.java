package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * A sinusoid: {@code bias + amplitude · sin(2π · frequency · t / 1000 + phase)}. Thread-safe.
 *
 * @param amplitude from zero to peak, in the unit of the input it feeds
 * @param frequency in Hz
 * @param phase at t = 0, in rad
 * @param bias the mean, in the unit of the input
 */
public record Sinusoid(double amplitude, double frequency, double phase, double bias) implements Stimulus {

    public Sinusoid {
        Problems problems = new Problems();
        problems.require(Double.isFinite(amplitude), "sinusoid.amplitude", "a finite number", amplitude);
        problems.require(
                Double.isFinite(frequency) && frequency >= 0,
                "sinusoid.frequency",
                "a frequency in Hz, not negative",
                frequency);
        problems.require(Double.isFinite(phase), "sinusoid.phase", "a finite number of rad", phase);
        problems.require(Double.isFinite(bias), "sinusoid.bias", "a finite number", bias);
        problems.throwIfAny();
    }

    /** Around zero, rising from zero at t = 0. */
    public static Sinusoid of(double amplitude, double frequency) {
        return new Sinusoid(amplitude, frequency, 0, 0);
    }

    /** The same wave from another phase, in rad. */
    public Sinusoid withPhase(double phase) {
        return new Sinusoid(amplitude, frequency, phase, bias);
    }

    /** The same wave around another mean. */
    public Sinusoid withBias(double bias) {
        return new Sinusoid(amplitude, frequency, phase, bias);
    }

    @Override
    public double at(double t) {
        return bias + amplitude * StrictMath.sin(2 * Math.PI * frequency * t / 1000 + phase);
    }
}
