package dev.gyrus.dynamics.internal;

import java.util.function.Supplier;

/** Newton's method with exact Jacobians; what it linearises is left to be said. */
abstract class CollocationNewton implements OrbitSolver {
    private static final int MOST = 9;

    /**
     * Where changes no longer shrink but are below this, rounding is all that is left: along a canard deviations grow by
     * many orders of magnitude before they decay again, and with them the last bits of the parameter.
     */
    private static final double STUCK = 1e-4;

    private final double tolerance;

    /**
     * @param tolerance largest last change, in units of the metric
     */
    CollocationNewton(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * A step of Newton's method and the direction of the branch.
     *
     * @param change of the nodes
     * @param scalarChange of the scalars
     * @param direction of the nodes: the change when only the last condition's value rises, by 1
     * @param scalarDirection of the scalars
     * @param multipliers computed when asked for; null where that fails
     */
    record Linear(
            double[][] change,
            double[] scalarChange,
            double[][] direction,
            double[] scalarDirection,
            Supplier<Multipliers> multipliers) {}

    /** Solves the linearised problem; null where it is singular. */
    abstract Linear linear(Profile profile, double[] s, Integral[] conditions);

    @Override
    public final Orbit correct(Profile guess, double[] start, Integral[] conditions, Metric metric) {
        Profile profile = guess;
        double[] s = start;
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 1; iteration <= MOST; iteration++) {
            Linear linear = linear(profile, s, conditions);
            if (linear == null) {
                return null;
            }
            double size = metric.largest(linear.change, linear.scalarChange);
            if (!(size < 10) || iteration > 2 && size > 2 * before) {
                return null;
            }
            boolean stuck = iteration > 3 && size > before / 4 && size < STUCK;
            before = size;
            profile = profile.plus(1, new Profile(profile.mesh(), linear.change));
            s = s.clone();
            for (int q = 0; q < s.length; q++) {
                s[q] += linear.scalarChange[q];
            }
            if (size < tolerance || stuck) {
                Multipliers multipliers = linear.multipliers.get();
                Profile direction = new Profile(profile.mesh(), linear.direction);
                return multipliers == null
                        ? null
                        : new Orbit(profile, s, direction, linear.scalarDirection, multipliers, iteration);
            }
        }
        return null;
    }
}
