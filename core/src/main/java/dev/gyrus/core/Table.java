package dev.gyrus.core;

import java.util.List;

/**
 * Several quantities over one regular grid of two coordinates, looked up bilinearly and clamped at the edges.
 *
 * <p>With {@code p = clamp((x − start)/step, 0, size − 1)} and likewise for y, the value is the bilinear mean of the
 * four surrounding grid points; outside the grid each coordinate takes its edge. In equations a table named
 * {@code cascade} is read as {@code cascade.r(x, y)}; look-ups at one point share their index computation. The arrays are handed over, not copied: treat them as read-only. Thread-safe.
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
     * @param step the distance of two grid values, in {@code unit}
     */
    public record Axis(String name, String unit, double start, double step, int size) {}

    /**
     * One tabulated quantity.
     *
     * @param values {@code values[i * y.size + j]} at the i-th x and the j-th y, in {@code unit}
     */
    public record Quantity(String name, String unit, double[] values) {}

    public Table {
        quantities = List.copyOf(quantities);
        for (Quantity quantity : quantities) {
            if (quantity.values().length != x.size() * y.size()) {
                throw GyrusException.input(
                        name + "." + quantity.name(),
                        x.size() + " × " + y.size() + " values",
                        String.valueOf(quantity.values().length));
            }
        }
    }
}
