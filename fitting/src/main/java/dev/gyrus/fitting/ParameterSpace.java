package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.internal.Sampling;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Axes, and the ways to place points between them.
 *
 * <pre>{@code
 * var space = ParameterSpace.of(Axis.range("mue_ext_mean", 0, 3).steps(41), Axis.range("mui_ext_mean", 0, 3).steps(41));
 * List<Point> points = space.grid();                 // 1681 points, the last axis fastest
 * List<Point> samples = space.latinHypercube(500, 42);
 * }</pre>
 *
 * <p>Designs from a seed are pure functions of it: the same points on every machine. Immutable and thread-safe.
 *
 * @param axes of different names
 */
public record ParameterSpace(List<Axis> axes) implements Serializable {
    private static final int MOST_POINTS = 50_000_000;

    public ParameterSpace {
        axes = List.copyOf(axes);
    }

    /**
     * A space of these axes.
     *
     * @throws GyrusException with everything that is wrong with any of them
     */
    public static ParameterSpace of(Axis... axes) {
        return of(List.of(axes));
    }

    /** The same. */
    public static ParameterSpace of(List<Axis> axes) {
        Problems problems = new Problems();
        problems.require(!axes.isEmpty(), "parameters", "at least one parameter", "none");
        Set<String> names = new HashSet<>();
        for (Axis axis : axes) {
            axis.check(problems);
            problems.require(names.add(axis.name()), axis.name(), "each parameter once", "it twice");
        }
        problems.throwIfAny();
        return new ParameterSpace(axes);
    }

    public int size() {
        return axes.size();
    }

    public List<String> names() {
        return axes.stream().map(Axis::name).toList();
    }

    /** Every combination of the levels; the last axis varies fastest. */
    public List<Point> grid() {
        long count = 1;
        requireLevels();
        for (Axis axis : axes) {
            count = Math.min(Integer.MAX_VALUE, count * axis.levels().size());
        }
        return points(count, index -> {
            double[] values = new double[axes.size()];
            int rest = index;
            for (int a = values.length - 1; a >= 0; a--) {
                List<Double> levels = axes.get(a).levels();
                values[a] = levels.get(rest % levels.size());
                rest /= levels.size();
            }
            return values;
        });
    }

    /** The first levels of all axes, the second levels, and so on; all have equally many. */
    public List<Point> points() {
        requireLevels();
        int count = axes.get(0).levels().size();
        Problems problems = new Problems();
        axes.forEach(axis -> problems.require(
                axis.levels().size() == count,
                axis.name(),
                count + " values, as " + axes.get(0).name() + " has",
                axis.levels().size()));
        problems.throwIfAny();
        return points(
                count,
                index -> axes.stream()
                        .mapToDouble(axis -> axis.levels().get(index))
                        .toArray());
    }

    /** One axis after the other: each of its levels, while the others are at the experiment's own value. */
    public List<Point> sequence() {
        requireLevels();
        List<double[]> all = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            for (double level : axes.get(a).levels()) {
                double[] values = new double[axes.size()];
                Arrays.fill(values, Double.NaN);
                values[a] = level;
                all.add(values);
            }
        }
        return points(all.size(), all::get);
    }

    /** Independent uniform points. */
    public List<Point> random(int count, long seed) {
        return points(count, index -> at(Sampling.uniform(seed, index, size())));
    }

    /**
     * One point in each of {@code count} slices of every axis, in random order.
     *
     * <p>M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 1979, doi:10.1080/00401706.1979.10489755.
     */
    public List<Point> latinHypercube(int count, long seed) {
        requireCount(count);
        double[][] unit = Sampling.latinHypercube(seed, count, size());
        return points(count, index -> at(unit[index]));
    }

    /**
     * The start of Sobol's sequence, shifted by the seed: fills the space more evenly than random points.
     *
     * <p>I. M. Sobol, USSR Comp. Math. Math. Phys. 1967, doi:10.1016/0041-5553(67)90144-9; direction numbers of S. Joe and
     * F. Y. Kuo, SIAM J. Sci. Comput. 2008, doi:10.1137/070709359; random digital shift.
     */
    public List<Point> sobol(int count, long seed) {
        requireCount(count);
        double[][] unit = Sampling.sobol(seed, count, size());
        return points(count, index -> at(unit[index]));
    }

    /** The values at a point of the unit cube. */
    public double[] at(double[] unit) {
        return IntStream.range(0, axes.size())
                .mapToDouble(a -> axes.get(a).at(unit[a]))
                .toArray();
    }

    private void requireLevels() {
        Problems problems = new Problems();
        axes.forEach(axis -> problems.require(
                !axis.levels().isEmpty(), axis.name(), "values, or a range with 'steps'", "a range without steps"));
        problems.throwIfAny();
    }

    private static void requireCount(long count) {
        if (count < 1 || count > MOST_POINTS) {
            throw GyrusException.input(Problem.of("points", "1 to " + MOST_POINTS + " points", "" + count));
        }
    }

    private static List<Point> points(long count, IntFunction<double[]> values) {
        requireCount(count);
        return IntStream.range(0, (int) count)
                .mapToObj(index -> new Point(index, values.apply(index)))
                .toList();
    }
}
