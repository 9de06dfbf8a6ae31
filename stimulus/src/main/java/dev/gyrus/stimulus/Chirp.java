package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * A sinusoid whose frequency moves linearly from one value to another within {@code sweep} ms and stays there:
 * {@code bias + amplitude · sin(2π · c(t) + phase)} with the cycles c(t) = (from · t + (to − from) · t² / (2 · sweep)) / 1000
 * until t = sweep. Thread-safe.
 *
 * @param amplitude from zero to peak, in the unit of the input it feeds
 * @param from frequency at t = 0, in Hz
 * @param to frequency from t = sweep on, in Hz
 * @param sweep in ms
 * @param phase at t = 0, in rad
 * @param bias the mean, in the unit of the input
 */
public record Chirp(double amplitude, double from, double to, double sweep, double phase, double bias)
        implements Stimulus {

    public Chirp {
        Problems problems = new Problems();
        Check.finite(problems, "chirp.amplitude", amplitude);
        Check.frequency(problems, "chirp.from", from);
        Check.frequency(problems, "chirp.to", to);
        Check.length(problems, "chirp.sweep", sweep);
        Check.finite(problems, "chirp.phase", phase);
        Check.finite(problems, "chirp.bias", bias);
        problems.throwIfAny();
    }

    /** Around zero, rising from zero at t = 0. */
    public static Chirp of(double amplitude, double from, double to, double sweep) {
        return new Chirp(amplitude, from, to, sweep, 0, 0);
    }

    @Override
    public double at(double t) {
        double moving = Math.min(t, sweep);
        double cycles = (from + (to - from) * moving / (2 * sweep)) * moving + to * (t - moving);
        return bias + amplitude * StrictMath.sin(2 * Math.PI * cycles / 1000 + phase);
    }
}
