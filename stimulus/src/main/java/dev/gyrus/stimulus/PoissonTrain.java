package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;

/**
 * Rectangular pulses that begin at the times of a Poisson process; pulses that overlap add up.
 *
 * <p>Mean {@code bias + amplitude · rate · width / 1000}, variance {@code amplitude² · rate · width / 1000} (Campbell). The process
 * starts long before t = 0. Time is cut into bins of 1/rate; the number of events of a bin is a Poisson number of mean 1, their
 * times are uniform in it, each drawn from its place: exactly a Poisson process, as a pure function of time. A pulse lasts from
 * its time on, start included and end excluded. Thread-safe.
 *
 * @param amplitude height of a pulse, in the unit of the input it feeds
 * @param rate pulses per second, in Hz
 * @param width of a pulse, in ms; up to 100 000 pulses may overlap on average
 * @param bias the value without pulses, in the unit of the input
 * @param seed of the path
 * @param channel which of the independent paths of a seed
 */
public record PoissonTrain(double amplitude, double rate, double width, double bias, long seed, int channel)
        implements RandomSignal<PoissonTrain> {
    private static final int MOST_EVENTS = 31;
    private static final int EVENT_BITS = 5;

    public PoissonTrain {
        Problems problems = new Problems();
        Check.finite(problems, "poisson-train.amplitude", amplitude);
        problems.require(Double.isFinite(rate) && rate > 0, "poisson-train.rate", "a positive number of Hz", rate);
        Check.length(problems, "poisson-train.width", width);
        problems.require(
                !(rate * width > 1e8),
                "poisson-train.width",
                "at most 100 000 overlapping pulses (rate · width / 1000)",
                rate * width / 1000);
        Check.finite(problems, "poisson-train.bias", bias);
        Draws.check(problems, "poisson-train", channel);
        problems.throwIfAny();
    }

    /** On zero, seed 0. */
    public static PoissonTrain of(double amplitude, double rate, double width) {
        return new PoissonTrain(amplitude, rate, width, 0, 0, 0);
    }

    @Override
    public PoissonTrain withSeed(long seed) {
        return new PoissonTrain(amplitude, rate, width, bias, seed, channel);
    }

    @Override
    public PoissonTrain withChannel(int channel) {
        return new PoissonTrain(amplitude, rate, width, bias, seed, channel);
    }

    @Override
    public double at(double t) {
        Draws draws = Draws.of(Draws.Kind.POISSON, 0, this);
        double perBin = rate / 1000;
        double now = t * perBin;
        double oldest = (t - width) * perBin;
        long count = 0;
        for (long bin = (long) Math.floor(oldest); bin <= now; bin++) {
            int events = events(draws.uniform(bin << EVENT_BITS));
            for (int i = 1; i <= events; i++) {
                double time = bin + draws.uniform((bin << EVENT_BITS) + i);
                if (time <= now && time > oldest) {
                    count++;
                }
            }
        }
        return bias + amplitude * count;
    }

    /** The number of events of mean 1 whose distribution function first exceeds u. */
    private static int events(double u) {
        double probability = StrictMath.exp(-1);
        double below = probability;
        int events = 0;
        while (u >= below && events < MOST_EVENTS) {
            events++;
            probability /= events;
            below += probability;
        }
        return events;
    }
}
