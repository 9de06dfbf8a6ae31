package dev.gyrus.core.spi;

import dev.gyrus.core.Observer.Channel;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.Metric.Window;
import java.util.List;

/**
 * What a metric is asked of: a signal of runs that are yet to come, and what they may be compared with.
 *
 * @param signal its name, unit and nodes
 * @param dt between two samples of the signal, in ms: the step of the simulation, or the repetition time of BOLD
 * @param duration of a run, in ms
 * @param window of the options {@code from}, {@code to} and {@code every}
 * @param subjects of the dataset; none where there is no dataset
 * @param drives the signals that drive the network, as they are played over the duration
 */
public record Measured(
        Channel signal, double dt, double duration, Window window, List<Subject> subjects, List<Stimulus> drives) {

    public Measured {
        subjects = List.copyOf(subjects);
        drives = List.copyOf(drives);
    }

    /** Between two samples of the window, in ms. */
    public double interval() {
        return window.stride() * dt;
    }

    /** From before the first sample of the window to its last, in ms. */
    public double length() {
        return window.count() * interval();
    }

    /** The number of nodes that have the signal. */
    public int nodes() {
        return signal.labels().size();
    }
}
