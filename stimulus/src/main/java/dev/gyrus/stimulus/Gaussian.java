package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * A bell-shaped pulse: {@code bias + amplitude · exp(−(t − centre)² / (2 · width²))}. Thread-safe.
 *
 * @param amplitude the height, in the unit of the input it feeds
 * @param centre when it is highest, in ms
 * @param width standard deviation of the bell, in ms
 * @param bias the value far from it, in the unit of the input
 */
public record Gaussian(double amplitude, double centre, double width, double bias) implements Stimulus {

    public Gaussian {
        Problems problems = new Problems();
        Check.finite(problems, "gaussian.amplitude", amplitude);
        Check.time(problems, "gaussian.centre", centre);
        Check.length(problems, "gaussian.width", width);
        Check.finite(problems, "gaussian.bias", bias);
        problems.throwIfAny();
    }

    /** On zero. */
    public static Gaussian of(double amplitude, double centre, double width) {
        return new Gaussian(amplitude, centre, width, 0);
    }

    @Override
    public double at(double t) {
        double z = (t - centre) / width;
        return bias + amplitude * StrictMath.exp(-z * z / 2);
    }
}
