package dev.gyrus.dynamics;

import dev.gyrus.dynamics.internal.Mesh;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a stable cycle by waiting: integrates, looks for a return, and corrects what it finds by Newton's method.
 */
public final class CycleSearch {
    /** How near the state must return, in units of the ranges of the states. */
    private static final double NEAR = 2e-2;

    /** A range below this share of the values counts as rest. */
    private static final double REST = 1e-5;

    private CycleSearch() {}

    /**
     * The cycle on which a trajectory ends, if it ends on one.
     *
     * @param start the state at t = 0, and before
     * @param duration how long to integrate, in ms; a return is looked for in the second half
     */
    public static Optional<Cycle> from(
            Flow flow, double[] parameters, double[] start, double duration, CycleOptions options) {
        Trajectory trajectory = new Trajectory(flow, parameters, start, 1e-7);
        if (!trajectory.to(duration)) {
            return Optional.empty();
        }
        double[] times = trajectory.times(duration / 2);
        int n = start.length;
        double[] low = new double[n];
        double[] high = new double[n];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (double t : times) {
            double[] x = trajectory.at(t);
            for (int a = 0; a < n; a++) {
                low[a] = Math.min(low[a], x[a]);
                high[a] = Math.max(high[a], x[a]);
            }
        }
        int lead = 0;
        double[] range = new double[n];
        for (int a = 0; a < n; a++) {
            range[a] = (high[a] - low[a]) / (Math.abs(low[a]) + Math.abs(high[a]) + 1e-300);
            lead = range[a] > range[lead] ? a : lead;
        }
        if (range[lead] < REST) {
            return Optional.empty();
        }
        List<Double> crossings = crossings(trajectory, times, lead, (low[lead] + high[lead]) / 2);
        for (int back = 1; back < crossings.size(); back++) {
            double last = crossings.get(crossings.size() - 1);
            double before = crossings.get(crossings.size() - 1 - back);
            if (distance(trajectory.at(last), trajectory.at(before), low, high) < NEAR) {
                Optional<Cycle> cycle = corrected(flow, parameters, trajectory, before, last, options);
                if (cycle.isPresent()) {
                    return cycle;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Double> crossings(Trajectory trajectory, double[] times, int state, double level) {
        List<Double> crossings = new ArrayList<>();
        for (int k = 1; k < times.length; k++) {
            if (trajectory.at(times[k - 1])[state] < level && trajectory.at(times[k])[state] >= level) {
                double before = times[k - 1];
                double after = times[k];
                for (int bisection = 0; bisection < 50; bisection++) {
                    double middle = (before + after) / 2;
                    if (trajectory.at(middle)[state] < level) {
                        before = middle;
                    } else {
                        after = middle;
                    }
                }
                crossings.add(after);
            }
        }
        return crossings;
    }

    private static double distance(double[] x, double[] y, double[] low, double[] high) {
        double distance = 0;
        for (int a = 0; a < x.length; a++) {
            double range = high[a] - low[a];
            if (range > REST * (Math.abs(low[a]) + Math.abs(high[a]))) {
                distance = Math.max(distance, Math.abs(x[a] - y[a]) / range);
            }
        }
        return distance;
    }

    private static Optional<Cycle> corrected(
            Flow flow, double[] parameters, Trajectory trajectory, double from, double to, CycleOptions options) {
        double period = to - from;
        int fine = 4 * options.intervals();
        Profile sampled = sampled(trajectory, from, period, Mesh.uniform(fine));
        double[] scales = new double[sampled.size()];
        for (int a = 0; a < scales.length; a++) {
            scales[a] = Math.max(Math.max(sampled.range(a), 1e-3 * sampled.largest(a)), 1e-100);
        }
        int needed = Mesh.intervals(sampled, scales, options.accuracy());
        int intervals = Math.max(options.intervals(), Math.min(options.mostIntervals(), needed));
        Profile guess = sampled(trajectory, from, period, Mesh.adapted(sampled, scales, intervals));
        CycleSystem system = new CycleSystem(flow, parameters, 0);
        Orbit orbit = system.at(guess, period, parameters[0], options.tolerance());
        return orbit == null || orbit.scalars()[0] < period / 2 ? Optional.empty() : Optional.of(system.cycle(orbit));
    }

    private static Profile sampled(Trajectory trajectory, double from, double period, double[] mesh) {
        double[][] nodes = new double[(mesh.length - 1) * Cycle.DEGREE + 1][];
        for (int i = 0; i < mesh.length - 1; i++) {
            for (int j = 0; j <= Cycle.DEGREE; j++) {
                double t = mesh[i] + (mesh[i + 1] - mesh[i]) * j / Cycle.DEGREE;
                nodes[i * Cycle.DEGREE + j] = trajectory.at(from + t * period);
            }
        }
        nodes[nodes.length - 1] = nodes[0];
        return new Profile(mesh, nodes);
    }
}
