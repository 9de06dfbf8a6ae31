package dev.gyrus.core.internal.math;

import dev.gyrus.core.Table;
import dev.gyrus.core.Table.Axis;
import java.util.List;

/**
 * Bilinear look-ups of some quantities of a {@link Table}, at many points.
 *
 * <p>With {@code p = clamp((x − x.start)/x.step, 0, x.size − 1)}, {@code i = ⌊p⌋} and {@code u = p − i}, and likewise
 * j and v for y, the value is
 *
 * <pre>(1 − u)·((1 − v)·T[i][j] + v·T[i][j+1]) + u·((1 − v)·T[i+1][j] + v·T[i+1][j+1])</pre>
 *
 * with each mean of a and b computed as {@code fma(v, b − a, a)}, first along y and then along x. NaN in gives NaN out.
 *
 * <p>The chosen quantities are packed as {@code [x][y][quantity]}, so that the corners of a cell lie in two short runs of
 * memory, and each axis is padded with a copy of its last node, so that the last node needs no special case. Thread-safe:
 * immutable.
 */
public final class Bilinear {
    private final double[] packed;
    private final int quantities;
    private final int row;
    private final Axis x;
    private final Axis y;

    private Bilinear(double[] packed, int quantities, Axis x, Axis y) {
        this.packed = packed;
        this.quantities = quantities;
        this.row = (y.size() + 1) * quantities;
        this.x = x;
        this.y = y;
    }

    /**
     * Look-ups of some quantities.
     *
     * @param quantities indices into {@link Table#quantities()}, in the order of the results
     */
    public static Bilinear of(Table table, List<Integer> quantities) {
        int nx = table.x().size();
        int ny = table.y().size();
        int count = quantities.size();
        double[] packed = new double[(nx + 1) * (ny + 1) * count];
        int at = 0;
        for (int i = 0; i <= nx; i++) {
            for (int j = 0; j <= ny; j++) {
                int node = Math.min(i, nx - 1) * ny + Math.min(j, ny - 1);
                for (int q : quantities) {
                    packed[at++] = table.quantities().get(q).values()[node];
                }
            }
        }
        return new Bilinear(packed, count, table.x(), table.y());
    }

    /** The number of quantities looked up. */
    public int quantities() {
        return quantities;
    }

    /**
     * Looks up all quantities at the points {@code (x[i], y[i])}, from ≤ i < to.
     *
     * @param out one array per quantity, written at the same indices; none of them x or y
     */
    public void at(double[] x, double[] y, double[][] out, int from, int to) {
        for (int q = 0; q < quantities; q++) {
            for (int i = from; i < to; i++) {
                out[q][i] = value(q, x[i], y[i]);
            }
        }
    }

    /** One quantity at one point; the bits of {@link #at}. */
    public double value(int quantity, double xValue, double yValue) {
        double p = position(x, xValue);
        double q = position(y, yValue);
        double u = p - (int) p;
        double v = q - (int) q;
        int a = corner(quantity, p, q);
        int b = a + row;
        double low = mean(v, packed[a], packed[a + quantities]);
        double high = mean(v, packed[b], packed[b + quantities]);
        return mean(u, low, high);
    }

    /** The derivative along x inside the cell of a point, 0 where x is clamped. */
    public double slopeX(int quantity, double xValue, double yValue) {
        if (xValue < x.start()) {
            return 0.0;
        }
        double p = position(x, xValue);
        double q = position(y, yValue);
        double v = q - (int) q;
        int a = corner(quantity, p, q);
        int b = a + row;
        double low = mean(v, packed[a], packed[a + quantities]);
        double high = mean(v, packed[b], packed[b + quantities]);
        return (high - low) / x.step() + 0.0 * p;
    }

    /** The derivative along y inside the cell of a point, 0 where y is clamped. */
    public double slopeY(int quantity, double xValue, double yValue) {
        if (yValue < y.start()) {
            return 0.0;
        }
        double p = position(x, xValue);
        double q = position(y, yValue);
        double u = p - (int) p;
        int a = corner(quantity, p, q);
        int b = a + row;
        double low = mean(u, packed[a], packed[b]);
        double high = mean(u, packed[a + quantities], packed[b + quantities]);
        return (high - low) / y.step() + 0.0 * q;
    }

    private int corner(int quantity, double p, double q) {
        return (int) p * row + (int) q * quantities + quantity;
    }

    private static double position(Axis axis, double value) {
        double p = (value - axis.start()) / axis.step();
        int last = axis.size() - 1;
        return p < 0.0 ? 0.0 : p > last ? last : p;
    }

    private static double mean(double weight, double a, double b) {
        return Math.fma(weight, b - a, a);
    }
}
