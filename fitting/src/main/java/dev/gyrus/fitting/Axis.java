package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One direction of a parameter space: what varies, and over which range or values.
 *
 * <pre>{@code
 * Axis.range("mue_ext_mean", 0, 3).steps(41)      // 41 values, evenly spaced
 * Axis.range("sigma_ou", 0.01, 1).log().steps(9)  // equal ratios
 * Axis.values("b", 0, 10, 40)
 * Axis.choices("simulation.integrator", "euler", "heun")
 * }</pre>
 *
 * <p>Each method returns a changed copy; what is wrong with an axis is told by {@link #check}. Immutable and thread-safe.
 *
 * @param name a parameter's path or pattern as in {@link dev.gyrus.core.Network#with(String, double[])}, or another name
 *     that the {@link Scenario} knows
 * @param lower the lowest value, in the declared unit unless there is another
 * @param upper the highest value
 * @param scale how values between them are spaced
 * @param levels the values of a grid; empty for a range without steps
 * @param labels what each level stands for where it is no number: level k is the number k; empty otherwise
 * @param unit what a {@link Scenario.Role#SETTING} is told behind each number; "" for its own
 */
public record Axis(
        String name, double lower, double upper, Scale scale, List<Double> levels, List<String> labels, String unit)
        implements Serializable {
    private static final int MOST_STEPS = 10_000_000;

    /** Spacing of values. */
    public enum Scale {
        LINEAR,
        LOG
    }

    public Axis {
        levels = List.copyOf(levels);
        labels = List.copyOf(labels);
    }

    /** A range, evenly spaced. */
    public static Axis range(String name, double lower, double upper) {
        return new Axis(name, lower, upper, Scale.LINEAR, List.of(), List.of(), "");
    }

    /** These values. */
    public static Axis values(String name, double... values) {
        double lower = Arrays.stream(values).min().orElse(Double.NaN);
        double upper = Arrays.stream(values).max().orElse(Double.NaN);
        List<Double> levels = Arrays.stream(values).boxed().toList();
        return new Axis(name, lower, upper, Scale.LINEAR, levels, List.of(), "");
    }

    /** These alternatives, which are no numbers. */
    public static Axis choices(String name, String... choices) {
        List<Double> levels =
                IntStream.range(0, choices.length).mapToObj(k -> (double) k).toList();
        return new Axis(name, 0, choices.length - 1.0, Scale.LINEAR, levels, List.of(choices), "");
    }

    /** The same range in equal ratios; both ends must be positive. */
    public Axis log() {
        return new Axis(name, lower, upper, Scale.LOG, levels, labels, unit);
    }

    /** The same numbers in another unit than the declared one; only for what is no parameter of nodes and no start. */
    public Axis in(String unit) {
        return new Axis(name, lower, upper, scale, levels, labels, unit);
    }

    /** So many levels from the lower to the upper end, both included. */
    public Axis steps(int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw GyrusException.input(name + ".steps", "1 to " + MOST_STEPS + " steps", "" + steps);
        }
        List<Double> values =
                IntStream.range(0, steps).mapToObj(k -> level(k, steps - 1)).toList();
        return new Axis(name, lower, upper, scale, values, labels, unit);
    }

    /** Level k of 0 … last; rounded once where an end is 0, so that 3·1/40 is 0.075. */
    private double level(int k, int last) {
        if (k == 0) {
            return lower;
        }
        if (k == last) {
            return upper;
        }
        return scale == Scale.LINEAR ? (lower * (last - k) + upper * k) / last : at((double) k / last);
    }

    /** Whether values are alternatives instead of numbers. */
    public boolean isChoice() {
        return !labels.isEmpty();
    }

    /** The value at a part of the way from the lower to the upper end, 0 to 1. */
    public double at(double part) {
        if (isChoice()) {
            return Math.min(labels.size() - 1.0, Math.floor(part * labels.size()));
        }
        return scale == Scale.LINEAR
                ? lower + part * (upper - lower)
                : Math.exp(Math.log(lower) + part * (Math.log(upper) - Math.log(lower)));
    }

    /** A value in words: its label, or the number and its unit; whole numbers without a fraction. */
    public String text(double value) {
        if (isChoice()) {
            return labels.get((int) value);
        }
        String number = value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** Adds what is wrong with the axis: empty or inverted, not finite, not positive where it is logarithmic. */
    void check(Problems problems) {
        boolean finite = levels.stream().allMatch(Double::isFinite)
                && (!levels.isEmpty() || (Double.isFinite(lower) && Double.isFinite(upper)));
        if (!finite) {
            problems.add(Problem.of(name, "finite numbers", lower + " to " + upper));
        } else if (levels.isEmpty() && !(lower < upper)) {
            problems.add(Problem.of(name, "a range that ends above its start", lower + " to " + upper));
        } else if (scale == Scale.LOG && !(lower > 0)) {
            problems.add(Problem.of(name, "positive numbers on a logarithmic scale", lower + " to " + upper));
        } else if (!isChoice() && levels.stream().distinct().count() < levels.size()) {
            problems.add(Problem.of(name, "each value once", "" + levels));
        }
    }
}
