package dev.gyrus.core;

import java.util.List;

/**
 * Several quantities over one regular grid of two coordinates, looked up bilinearly and clamped at the edges.
 *
 * <p>With {@code p = clamp((x − start)/step, 0, size − 1)} and likewise for y, the value is the bilinear mean of the
 * four surrounding grid points; outside the grid each coordinate takes its edge. In equations a table named
 * {@code cascade} is read as {@code cascade.r(x, y)}; look-ups at one point share their index computation. The arrays
 * are handed over, not copied: treat them as read-only. A grid that isn't ascending and finite, and values that are not
 * finite, are errors that name them. Thread-safe.
 *
 * @param name the name equations use
 * @param x first coordinate, the slower index
 * @param y second coordinate, the faster index
 * @param quantities what is tabulated
 */
public record Table(String name, Axis x, Axis y, List<Quantity> quantities) {

    /**
     * A regular axis.
     *
     * @param start the first grid value, in {@code unit}
     * @param step the distance of two grid values, positive, in {@code unit}
     * @param size the number of grid values, at least one
     */
    public record Axis(String name, String unit, double start, double step, int size) {

        public Axis {
            Problems problems = new Problems();
            problems.require(size >= 1, name + ".size", "at least one grid value", size);
            problems.require(Double.isFinite(start), name + ".start", "a finite number of " + unit, start);
            if (problems.require(step > 0, name + ".step", "a positive number of " + unit, step)) {
                double stop = start + step * (size - 1.0);
                problems.require(
                        !Double.isFinite(start) || Double.isFinite(stop),
                        name + ".step",
                        "a step that keeps the grid finite",
                        step);
            }
            problems.throwIfAny();
        }
    }

    /**
     * One tabulated quantity.
     *
     * @param values finite; {@code values[i * y.size + j]} at the i-th x and the j-th y, in {@code unit}
     */
    public record Quantity(String name, String unit, double[] values) {}

    public Table {
        quantities = List.copyOf(quantities);
        Problems problems = new Problems();
        for (Quantity quantity : quantities) {
            String key = name + "." + quantity.name();
            double[] values = quantity.values();
            problems.require(
                    values.length == (long) x.size() * y.size(),
                    key,
                    x.size() + " × " + y.size() + " values",
                    values.length);
            int k = 0;
            while (k < values.length && Double.isFinite(values[k])) {
                k++;
            }
            problems.require(
                    k == values.length, key + "[" + k + "]", "a finite number", k < values.length ? values[k] : "");
        }
        problems.throwIfAny();
    }

    /**
     * The same quantities on a grid so many times as fine, by bicubic interpolation: where the slopes of this table jump at
     * the borders of its cells, those of the finer one nearly do not.
     *
     * @throws GyrusException unless the factor is positive
     */
    public Table smooth(int factor) {
        if (factor < 1) {
            throw GyrusException.input(name + ".smooth", "a whole number from 1", String.valueOf(factor));
        }
        return factor == 1 ? this : Smoothing.of(this, factor);
    }
}
