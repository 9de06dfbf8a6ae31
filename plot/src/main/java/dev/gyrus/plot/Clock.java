package dev.gyrus.plot;

import dev.gyrus.core.Series;
import dev.gyrus.plot.internal.Ticks;

/**
 * How the times of a recording are written: in ms, s or min, whichever suits its duration.
 *
 * @param unit the unit's symbol
 * @param length of the unit, in ms
 * @param interval between two samples, in ms
 * @param duration from the first sample to the last, in ms
 */
record Clock(String unit, double length, double interval, double duration) {
    private static final double SECOND = 1000;
    private static final double MINUTE = 60_000;

    static Clock of(Series series) {
        double[] times = series.times();
        double duration = times.length < 2 ? 0 : times[times.length - 1] - times[0];
        double interval = times.length < 2 ? 1 : duration / (times.length - 1);
        if (duration < SECOND) {
            return new Clock("ms", 1, interval, duration);
        }
        return duration < 20 * MINUTE
                ? new Clock("s", SECOND, interval, duration)
                : new Clock("min", MINUTE, interval, duration);
    }

    Axis axis() {
        return Axis.of("Time", unit).tighten();
    }

    /** The times of a series in this unit. */
    double[] times(Series series) {
        double[] out = series.times().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= length;
        }
        return out;
    }

    /** From the outer edge of the first sample to that of the last, each as wide as given in ms. */
    double[] span(Series series, double sample) {
        double[] times = series.times();
        if (times.length == 0) {
            return new double[] {0, 1};
        }
        return new double[] {(times[0] - sample / 2) / length, (times[times.length - 1] + sample / 2) / length};
    }

    /** The shortest round stretch of time, in ms, of which so many cover the recording; 0 where every sample fits. */
    double stretch(int most) {
        return duration / interval < 1.5 * most ? 0 : length * Ticks.step(duration / length, most);
    }

    String write(double milliseconds) {
        boolean whole = milliseconds >= length;
        return Ticks.rounded(whole ? milliseconds / length : milliseconds, 6) + " " + (whole ? unit : "ms");
    }
}
