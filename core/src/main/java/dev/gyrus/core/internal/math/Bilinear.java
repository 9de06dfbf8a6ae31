package dev.gyrus.core.internal.math;

import dev.gyrus.core.Table;
import dev.gyrus.core.Table.Axis;
import java.util.List;

/**
 * Bilinear look-ups of some quantities of a {@link Table}, at many points.
 *
 * <p>With {@code p = clamp((x − x.start)/x.step, 0, x.size − 1)}, {@code i = ⌊p⌋}, {@code u = p − i}, and likewise j and v
 * for y, the bilinear mean of the four nodes T around the point is
 *
 * <pre>a + u·b + v·(c + u·d),   a = T[i][j],  b = T[i+1][j] − a,  c = T[i][j+1] − a,  d = T[i+1][j+1] − T[i][j+1] − b</pre>
 *
 * computed as {@code fma(v, fma(u, d, c), fma(u, b, a))}: exact at the nodes, elsewhere within some ulp of the largest of
 * the four. The coefficients of all cells are computed once and packed as {@code [i][j][a b c d][quantity]}, so that a
 * point reads one run of memory; differences beyond the last node are 0, which is the clamping. NaN in gives NaN out.
 * Thread-safe: immutable.
 */
public final class Bilinear {
    private final double[] cells;
    private final int quantities;
    private final int row;
    private final Axis x;
    private final Axis y;
    private final CellLoop loop;

    private Bilinear(double[] cells, int quantities, Axis x, Axis y, CellLoop loop) {
        this.cells = cells;
        this.quantities = quantities;
        this.row = 4 * y.size() * quantities;
        this.x = x;
        this.y = y;
        this.loop = loop;
    }

    /** Look-ups of some quantities with the fastest back end here. */
    public static Bilinear of(Table table, List<Integer> quantities) {
        return of(table, quantities, Backend.get());
    }

    /**
     * Look-ups of some quantities.
     *
     * @param quantities indices into {@link Table#quantities()}, in the order of the results
     */
    public static Bilinear of(Table table, List<Integer> quantities, Backend backend) {
        int nx = table.x().size();
        int ny = table.y().size();
        int count = quantities.size();
        double[] cells = new double[4 * nx * ny * count + 2];
        for (int q = 0; q < count; q++) {
            double[] nodes = table.quantities().get(quantities.get(q)).values();
            for (int i = 0; i < nx; i++) {
                int next = Math.min(i + 1, nx - 1);
                for (int j = 0; j < ny; j++) {
                    int above = Math.min(j + 1, ny - 1);
                    double a = nodes[i * ny + j];
                    double b = nodes[next * ny + j] - a;
                    double c = nodes[i * ny + above] - a;
                    double d = nodes[next * ny + above] - nodes[i * ny + above] - b;
                    int at = 4 * (i * ny + j) * count + q;
                    cells[at] = a;
                    cells[at + count] = b;
                    cells[at + 2 * count] = c;
                    cells[at + 3 * count] = d;
                }
            }
        }
        return new Bilinear(cells, count, table.x(), table.y(), backend.cellLoop());
    }

    /** The number of quantities looked up. */
    public int quantities() {
        return quantities;
    }

    /**
     * Looks up all quantities at the points {@code (x[i], y[i])}, from ≤ i < to.
     *
     * @param out one array per quantity, written at the same indices; all different, none of them x or y
     */
    public void at(double[] x, double[] y, double[][] out, int from, int to) {
        boolean together = quantities >= 2 && quantities <= 4;
        double[] ps = out[0];
        double[] qs = together ? out[1] : new double[to];
        positions(this.x, x, ps, from, to);
        positions(this.y, y, qs, from, to);
        if (together) {
            loop.evaluate(cells, row, quantities, out, from, to);
        } else {
            for (int quantity = quantities - 1; quantity >= 0; quantity--) {
                one(quantity, ps, qs, out[quantity], from, to);
            }
        }
    }

    /** One quantity at one point; the bits of {@link #at}. */
    public double value(int quantity, double x, double y) {
        double p = position(this.x, x);
        double q = position(this.y, y);
        return PlainCellLoop.value(cells, cell(p, q) + quantity, quantities, p - (int) p, q - (int) q);
    }

    /** The derivative along x inside the cell of a point, 0 where x is clamped. */
    public double slopeX(int quantity, double x, double y) {
        double p = position(this.x, x);
        double q = position(this.y, y);
        int at = cell(p, q) + quantity;
        double slope = Math.fma(q - (int) q, cells[at + 3 * quantities], cells[at + quantities]) / this.x.step();
        return (x < this.x.start() ? 0.0 : 1.0) * slope + 0.0 * p;
    }

    /** The derivatives of all quantities along x at many points; arguments as of {@link #at}. */
    public void slopesX(double[] x, double[] y, double[][] out, int from, int to) {
        for (int quantity = 0; quantity < quantities; quantity++) {
            for (int i = from; i < to; i++) {
                out[quantity][i] = slopeX(quantity, x[i], y[i]);
            }
        }
    }

    /** The derivatives of all quantities along y at many points; arguments as of {@link #at}. */
    public void slopesY(double[] x, double[] y, double[][] out, int from, int to) {
        for (int quantity = 0; quantity < quantities; quantity++) {
            for (int i = from; i < to; i++) {
                out[quantity][i] = slopeY(quantity, x[i], y[i]);
            }
        }
    }

    /** The derivative along y inside the cell of a point, 0 where y is clamped. */
    public double slopeY(int quantity, double x, double y) {
        double p = position(this.x, x);
        double q = position(this.y, y);
        int at = cell(p, q) + quantity;
        double slope = Math.fma(p - (int) p, cells[at + 3 * quantities], cells[at + 2 * quantities]) / this.y.step();
        return (y < this.y.start() ? 0.0 : 1.0) * slope + 0.0 * q;
    }

    private static void positions(Axis axis, double[] x, double[] out, int from, int to) {
        double start = axis.start();
        double step = axis.step();
        double last = axis.size() - 1;
        for (int i = from; i < to; i++) {
            out[i] = Math.max(0.0, Math.min(last, (x[i] - start) / step));
        }
    }

    private static double position(Axis axis, double x) {
        return Math.max(0.0, Math.min(axis.size() - 1, (x - axis.start()) / axis.step()));
    }

    private int cell(double p, double q) {
        return ((int) p) * row + ((int) q) * (4 * quantities);
    }

    private void one(int quantity, double[] ps, double[] qs, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double p = ps[i];
            double q = qs[i];
            out[i] = PlainCellLoop.value(cells, cell(p, q) + quantity, quantities, p - (int) p, q - (int) q);
        }
    }
}
