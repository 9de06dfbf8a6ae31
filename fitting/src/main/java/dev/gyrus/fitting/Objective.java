package dev.gyrus.fitting;

import java.util.OptionalDouble;

/**
 * One thing to make large or small.
 *
 * @param metric its name among what is measured
 * @param maximise large instead of small
 * @param weight positive; of the objective where several are summed
 * @param target from where on it is good enough; empty where it never is
 */
public record Objective(String metric, boolean maximise, double weight, OptionalDouble target) {
    public Objective {
        Settings.require(weight > 0 && Double.isFinite(weight), metric, "a positive weight", weight);
    }

    /** The larger, the better. */
    public static Objective maximise(String metric) {
        return new Objective(metric, true, 1, OptionalDouble.empty());
    }

    /** The smaller, the better. */
    public static Objective minimise(String metric) {
        return new Objective(metric, false, 1, OptionalDouble.empty());
    }

    /** Another weight. */
    public Objective weight(double factor) {
        return new Objective(metric, maximise, factor, target);
    }

    /** A value that is good enough. */
    public Objective target(double value) {
        return new Objective(metric, maximise, weight, OptionalDouble.of(value));
    }

    /** What a search minimises: weight · value, or its negative; NaN for a value that is not finite. */
    double cost(double value) {
        return Double.isFinite(value) ? (maximise ? -weight : weight) * value : Double.NaN;
    }

    /** Whether a value reaches the target; true without one. */
    boolean reached(double value) {
        return target.isEmpty() || (maximise ? value >= target.getAsDouble() : value <= target.getAsDouble());
    }
}
