package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * 0 before the onset, {@code amplitude} from then on. Thread-safe.
 *
 * <p>The onset is met within {@link Stimulus#SAME_TIME}.
 *
 * @param amplitude in the unit of the input it feeds
 * @param onset in ms
 */
public record Step(double amplitude, double onset) implements Stimulus {

    public Step {
        Problems problems = new Problems();
        problems.require(Double.isFinite(amplitude), "step.amplitude", "a finite number", amplitude);
        problems.require(Double.isFinite(onset), "step.onset", "a finite number of ms", onset);
        problems.throwIfAny();
    }

    public static Step of(double amplitude, double onset) {
        return new Step(amplitude, onset);
    }

    @Override
    public double at(double t) {
        return t >= onset - SAME_TIME ? amplitude : 0;
    }
}
