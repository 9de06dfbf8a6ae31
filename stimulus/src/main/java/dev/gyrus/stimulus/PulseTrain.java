package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;

/**
 * Rectangular pulses at regular times: {@code bias + amplitude} for {@code width} ms from onset + n · period on (n = 0, 1, …),
 * {@code bias} otherwise.
 *
 * <p>Borders are met within {@link Stimulus#SAME_TIME}. A step of the simulation takes the value at its start, so a pulse has its
 * charge exactly where onset, period and width are multiples of dt. Thread-safe.
 *
 * @param amplitude the height, in the unit of the input it feeds
 * @param period from onset to onset, in ms
 * @param width shorter than the period, in ms
 * @param onset of the first pulse, in ms
 * @param bias the value between pulses, in the unit of the input
 */
public record PulseTrain(double amplitude, double period, double width, double onset, double bias) implements Stimulus {

    public PulseTrain {
        Problems problems = new Problems();
        Check.finite(problems, "pulse-train.amplitude", amplitude);
        Check.length(problems, "pulse-train.period", period);
        Check.length(problems, "pulse-train.width", width);
        problems.require(!(width >= period), "pulse-train.width", "less than the period of " + period + " ms", width);
        Check.time(problems, "pulse-train.onset", onset);
        Check.finite(problems, "pulse-train.bias", bias);
        problems.throwIfAny();
    }

    /** From t = 0 on, on zero. */
    public static PulseTrain of(double amplitude, double period, double width) {
        return new PulseTrain(amplitude, period, width, 0, 0);
    }

    /** The same pulses from another time on, in ms. */
    public PulseTrain withOnset(double onset) {
        return new PulseTrain(amplitude, period, width, onset, bias);
    }

    @Override
    public double at(double t) {
        double since = t - onset + SAME_TIME;
        boolean on = since >= 0 && since - Math.floor(since / period) * period < width;
        return on ? bias + amplitude : bias;
    }
}
