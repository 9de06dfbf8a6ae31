package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells where and how the period of a branch becomes infinite.
 *
 * <p>Near a saddle-node on the cycle T ~ |p − p*|^(−1/2): when T doubles, the distance that is left to go falls to a quarter. Near a homoclinic
 * orbit of a saddle with leading eigenvalue λ T ~ −ln|p − p*|/λ: it falls by the factor exp(−λT/2), much smaller when T is several times
 * the time of one round (S. H. Strogatz, Nonlinear Dynamics and Chaos, Perseus 1994, §8.4).
 */
final class PeriodLimit {
    /** Between the 4 of a saddle-node and the much larger factors of a saddle. */
    private static final double BORDER = 8;

    /** A branch that stops where its period has grown by this factor is taken to end by its growth. */
    private static final double GROWN = 4;

    private final List<double[]> points = new ArrayList<>();
    private double shortest = Double.POSITIVE_INFINITY;

    void add(double period, double value) {
        if (!points.isEmpty() && period <= last()[0]) {
            points.clear();
        }
        points.add(new double[] {period, value});
        shortest = Math.min(shortest, period);
    }

    private double[] last() {
        return points.get(points.size() - 1);
    }

    /** The last period in units of the shortest. */
    double ratio() {
        return points.isEmpty() ? 1 : last()[0] / shortest;
    }

    boolean growing() {
        return points.size() > 2 && ratio() > GROWN;
    }

    CycleEvent kind() {
        double now = last()[1];
        double half = at(last()[0] / 2);
        double quarter = at(last()[0] / 4);
        return Math.abs(half - quarter) < BORDER * Math.abs(now - half)
                ? CycleEvent.SADDLE_NODE
                : CycleEvent.HOMOCLINIC;
    }

    /** The parameter at a period while it grew; linear in 1/T² between points. */
    private double at(double period) {
        double[] before = points.get(0);
        for (double[] point : points) {
            if (point[0] >= period && point[0] > before[0]) {
                double low = 1 / (before[0] * before[0]);
                double high = 1 / (point[0] * point[0]);
                return before[1] + (point[1] - before[1]) * (1 / (period * period) - low) / (high - low);
            }
            before = point;
        }
        return before[1];
    }

    /** Where the period is infinite: for a saddle-node p − p* ~ (T − T₀)⁻² through three points, T₀ the time spent elsewhere. */
    double limit() {
        if (kind() == CycleEvent.HOMOCLINIC || points.size() < 3) {
            return last()[1];
        }
        double[] far = last();
        double[] middle = nearest(far[0] / 1.5);
        double[] near = nearest(far[0] / 2.25);
        double low = 0;
        double high = near[0] * (1 - 1e-6);
        double aim = (far[1] - middle[1]) / (middle[1] - near[1]);
        for (int k = 0; k < 60; k++) {
            double rest = (low + high) / 2;
            double ratio = (inverse(far, rest) - inverse(middle, rest)) / (inverse(middle, rest) - inverse(near, rest));
            if (ratio > aim) {
                low = rest;
            } else {
                high = rest;
            }
        }
        double slope = (far[1] - middle[1]) / (inverse(far, low) - inverse(middle, low));
        return far[1] - slope * inverse(far, low);
    }

    private static double inverse(double[] point, double rest) {
        return 1 / ((point[0] - rest) * (point[0] - rest));
    }

    private double[] nearest(double period) {
        double[] nearest = points.get(0);
        for (double[] point : points.subList(0, points.size() - 1)) {
            if (Math.abs(point[0] - period) < Math.abs(nearest[0] - period)) {
                nearest = point;
            }
        }
        return nearest;
    }
}
