package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A solution of a flow's initial value problem, with or without delays, by the pair of orders 5 and 4 of J. R. Dormand & P. J.
 * Prince, J. Comput. Appl. Math. 6, 1980, 19–26, doi:10.1016/0771-050X(80)90013-3.
 *
 * <p>Between steps, and so for delayed values, cubic Hermite interpolation. Steps are no longer than the shortest delay that is not 0, so
 * stages never need values that are not there yet; before t = 0 the state is constant.
 */
final class Trajectory {
    private static final double[] NODES = {0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1};
    private static final double[][] STAGES = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    /** Steps after which one gives up: the flow is too stiff for this method. */
    private static final int MOST = 2_000_000;

    private final Flow flow;
    private final double[] parameters;
    private final double[] delays;
    private final double tolerance;
    private final List<double[]> states = new ArrayList<>();
    private final List<double[]> rates = new ArrayList<>();
    private double[] times = new double[1024];
    private double step;

    /**
     * @param tolerance of one step, relative to 1e-3 + |x| in each state
     */
    Trajectory(Flow flow, double[] parameters, double[] start, double tolerance) {
        this.flow = flow;
        this.parameters = parameters.clone();
        this.tolerance = tolerance;
        delays = flow.delays(parameters);
        states.add(start.clone());
        double[] rate = new double[start.length];
        evaluate(0, start, rate);
        rates.add(rate);
        double fastest = 1e-12;
        for (int a = 0; a < start.length; a++) {
            fastest = Math.max(fastest, Math.abs(rate[a]) / (1e-3 + Math.abs(start[a])));
        }
        step = 0.01 / fastest;
    }

    double end() {
        return times[states.size() - 1];
    }

    /** Goes on to a time; false where the solution leaves the finite numbers or steps get too many. */
    boolean to(double time) {
        double longest = Double.POSITIVE_INFINITY;
        for (double delay : delays) {
            longest = delay > 0 ? Math.min(longest, delay) : longest;
        }
        for (int count = 0; end() < time; count++) {
            if (count > MOST || !(step > 1e-12 * (1 + end()))) {
                return false;
            }
            double h = Math.min(Math.min(step, longest), time - end());
            double error = attempt(h);
            step = h * Math.max(0.2, Math.min(5, 0.9 * Math.pow(Math.max(error, 1e-10), -0.2)));
        }
        return true;
    }

    private double attempt(double h) {
        int last = states.size() - 1;
        double t = times[last];
        double[] x = states.get(last);
        double[][] k = new double[7][x.length];
        k[0] = rates.get(last);
        double[] y = x;
        for (int stage = 1; stage < 7; stage++) {
            y = x.clone();
            for (int before = 0; before < stage; before++) {
                double weight = h * STAGES[stage][before];
                for (int a = 0; a < y.length; a++) {
                    y[a] += weight * k[before][a];
                }
            }
            evaluate(t + NODES[stage] * h, y, k[stage]);
        }
        double error = 0;
        for (int a = 0; a < y.length; a++) {
            double sum = 0;
            for (int stage = 0; stage < 7; stage++) {
                sum += ERROR[stage] * k[stage][a];
            }
            error = Math.max(
                    error, Math.abs(h * sum) / (tolerance * (1e-3 + Math.max(Math.abs(x[a]), Math.abs(y[a])))));
        }
        if (!(error <= 1)) {
            return Double.isNaN(error) ? 1e5 : error;
        }
        if (states.size() == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[states.size()] = t + h;
        states.add(y);
        rates.add(k[6]);
        return error;
    }

    private void evaluate(double t, double[] x, double[] out) {
        double[][] past = new double[delays.length + 1][];
        past[0] = x;
        for (int k = 0; k < delays.length; k++) {
            past[k + 1] = delays[k] > 0 ? at(t - delays[k]) : x;
        }
        flow.derivative(past, parameters, out);
    }

    /** The state at a time. */
    double[] at(double t) {
        int size = states.size();
        int place = Arrays.binarySearch(times, 0, size, t);
        int i = place >= 0 ? place : -place - 2;
        if (i < 0 || i >= size - 1) {
            return states.get(i < 0 ? 0 : size - 1);
        }
        double h = times[i + 1] - times[i];
        double s = (t - times[i]) / h;
        double[] value = new double[states.get(0).length];
        for (int a = 0; a < value.length; a++) {
            double low = states.get(i)[a];
            double high = states.get(i + 1)[a];
            value[a] = low
                    + s * s * (3 - 2 * s) * (high - low)
                    + s * (1 - s) * h * ((1 - s) * rates.get(i)[a] - s * rates.get(i + 1)[a]);
        }
        return value;
    }

    /** The times of the steps from one time on. */
    double[] times(double from) {
        return Arrays.stream(times, 0, states.size()).filter(t -> t >= from).toArray();
    }
}
