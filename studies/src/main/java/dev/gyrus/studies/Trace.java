package dev.gyrus.studies;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Stimulus;
import java.util.Arrays;

/**
 * A run of one node, every 0.1 ms from rest.
 *
 * @param t in ms
 * @param exc rate of the excitatory population, in Hz
 * @param inh rate of the inhibitory population, in Hz
 * @param adaptation current, in pA
 * @param drive the stimulus on the excitatory population, in mV/ms, at the start of the step that led to each sample
 */
record Trace(double[] t, double[] exc, double[] inh, double[] adaptation, double[] drive) {
    static final double DT = 0.1;

    private static final String[] VARIABLES = {
        "mufe", "mufi", "IA", "seem", "seim", "siem", "siim", "seev", "seiv", "siev", "siiv", "rates_exc", "rates_inh"
    };

    /** Runs of the study: Euler with 0.1 ms from zero, without noise. */
    static Simulation simulation(Node node, double duration) {
        Simulation simulation = Simulation.of(Network.of(node)).dt(DT).duration(duration);
        for (String variable : VARIABLES) {
            simulation = simulation.initial(variable, 0);
        }
        return simulation;
    }

    static Trace of(Point point, Stimulus stimulus, double duration) {
        Recording recording = simulation(point.node(), duration)
                .drive("ext_exc_current", stimulus)
                .observe(Recorder.every(DT, "rates_exc", "rates_inh", "IA"))
                .run();
        return new Trace(
                recording.get("rates_exc").times(),
                recording.get("rates_exc").column(0),
                recording.get("rates_inh").column(0),
                recording.get("IA").column(0),
                stimulus.sample(duration, DT));
    }

    /** The number of samples up to a time in ms. */
    static int samples(double time) {
        return (int) Math.round(time / DT);
    }

    /** The rate of excitation from one time to another, in ms. */
    double[] exc(double from, double to) {
        return Arrays.copyOfRange(exc, samples(from), samples(to));
    }

    double[] inh(double from, double to) {
        return Arrays.copyOfRange(inh, samples(from), samples(to));
    }

    double[] adaptation(double from, double to) {
        return Arrays.copyOfRange(adaptation, samples(from), samples(to));
    }

    static double max(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        return max;
    }

    static double min(double[] x) {
        double min = Double.POSITIVE_INFINITY;
        for (double value : x) {
            min = Math.min(min, value);
        }
        return min;
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    static double range(double[] x) {
        return max(x) - min(x);
    }

    /** Cycles per second from the first to the last upward crossing of the middle between both extremes; NaN below two. */
    static double frequency(double[] x) {
        double level = (max(x) + min(x)) / 2;
        double first = Double.NaN;
        double last = Double.NaN;
        int crossings = 0;
        for (int k = 1; k < x.length; k++) {
            if (x[k - 1] < level && x[k] >= level) {
                last = k - 1 + (level - x[k - 1]) / (x[k] - x[k - 1]);
                first = crossings++ == 0 ? last : first;
            }
        }
        return crossings < 2 ? Double.NaN : (crossings - 1) / ((last - first) * DT / 1000);
    }

    /** Where stretches above a level have their highest samples, as indices. */
    static int[] bursts(double[] x, double level) {
        int[] found = new int[x.length];
        int count = 0;
        int highest = -1;
        for (int k = 0; k < x.length; k++) {
            if (x[k] >= level) {
                highest = highest < 0 || x[k] > x[highest] ? k : highest;
            } else if (highest >= 0) {
                found[count++] = highest;
                highest = -1;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
