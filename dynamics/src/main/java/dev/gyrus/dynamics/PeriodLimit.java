package dev.gyrus.dynamics;

/**
 * Tells where and how the period of a branch becomes infinite.
 *
 * <p>Near a saddle-node on the cycle T ~ |p − p*|^(−1/2), so dp/dT ~ T⁻³; near a homoclinic orbit of a saddle with leading
 * eigenvalue λ T ~ −ln|p − p*|/λ, so dp/dT falls exponentially (S. H. Strogatz, Nonlinear Dynamics and Chaos, Perseus 1994, §8.4).
 */
final class PeriodLimit {
    /** Exponents of T in dp/dT above this one are those of a saddle-node (−3). */
    private static final double STEEPEST = -5;

    /** A branch that stops where its period has grown by this factor is taken to end by its growth. */
    private static final double GROWN = 4;

    private final double[] periods = new double[3];
    private final double[] values = new double[3];
    private double shortest = Double.POSITIVE_INFINITY;
    private int count;

    void add(double period, double value) {
        System.arraycopy(periods, 1, periods, 0, 2);
        System.arraycopy(values, 1, values, 0, 2);
        periods[2] = period;
        values[2] = value;
        shortest = Math.min(shortest, period);
        count++;
    }

    /** The last period in units of the shortest. */
    double ratio() {
        return periods[2] / shortest;
    }

    boolean growing() {
        return count >= 3 && ratio() > GROWN && periods[2] > periods[1] && periods[1] > periods[0];
    }

    CycleEvent kind() {
        return exponent() > STEEPEST ? CycleEvent.SADDLE_NODE : CycleEvent.HOMOCLINIC;
    }

    private double exponent() {
        double early = Math.abs((values[1] - values[0]) / (periods[1] - periods[0]));
        double late = Math.abs((values[2] - values[1]) / (periods[2] - periods[1]));
        return Math.log(late / early) / Math.log((periods[2] + periods[1]) / (periods[1] + periods[0]));
    }

    /** Where the period is infinite. */
    double limit() {
        if (kind() == CycleEvent.HOMOCLINIC) {
            return values[2];
        }
        double before = 1 / (periods[1] * periods[1]);
        double last = 1 / (periods[2] * periods[2]);
        return values[2] - last * (values[2] - values[1]) / (last - before);
    }
}
