package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;

/** What measures of a recording need to know about its sample times. */
final class Sampling {
    private Sampling() {}

    /** The time between two samples, in ms; refuses fewer than two, and samples that are not evenly spaced. */
    static double interval(Series signal) {
        double[] t = signal.times();
        if (t.length < 2) {
            throw GyrusException.input(signal.name(), "at least two samples", String.valueOf(t.length));
        }
        double interval = (t[t.length - 1] - t[0]) / (t.length - 1);
        if (!(interval > 0 && Double.isFinite(interval))) {
            throw GyrusException.input(
                    signal.name(), "ascending sample times", t[0] + " to " + t[t.length - 1] + " ms");
        }
        for (int k = 1; k < t.length; k++) {
            if (!(Math.abs(t[k] - t[k - 1] - interval) <= 1e-6 * interval)) {
                throw GyrusException.input(
                        signal.name(),
                        "a sample every " + interval + " ms",
                        "samples at " + t[k - 1] + " and " + t[k] + " ms");
            }
        }
        return interval;
    }
}
