package dev.gyrus.dynamics.internal;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Solves the linear systems of periodic collocation in time proportional to the number of intervals.
 *
 * <p>Each of N intervals has m·n equations in the values at its m + 1 nodes (n numbers each, the last node shared with the next
 * interval) and in a few scalars (period, parameters); s further equations, the conditions, involve everything. Three
 * eliminations lead to a small dense system (E. J. Doedel, H. B. Keller & J. P. Kernévez, Int. J. Bifurcation Chaos 1, 1991,
 * 745–772, doi:10.1142/S0218127491000555):
 *
 * <ol>
 *   <li>Condensation: in every interval Gaussian elimination with row pivoting removes the (m − 1)·n inner unknowns and leaves n
 *       equations in the values at its two ends and in the scalars.
 *   <li>Compactification: the equations of an interval and of those before it, 2n together, remove the n unknowns at the mesh point between
 *       them, again with row pivoting, and leave n: A u₀ + B u_i + S s = r. Rows are scaled to maximum 1 so that neither growth
 *       nor decay along the orbit overflows.
 *   <li>With u_N = ±u₀ and the conditions that gives a dense system of order 2n + s.
 * </ol>
 *
 * <p>With s and r dropped, A u₀ + B u_N = 0 is the monodromy matrix in factored form, M = −B⁻¹A, formed without multiplying
 * transition matrices: the Floquet multipliers come out accurate even when some are huge or tiny (T. F. Fairgrieve & A. D.
 * Jepson, SIAM J. Numer. Anal. 28, 1991, 1446–1462, doi:10.1137/0728075).
 */
public final class Condensation {
    private static final int M = Gauss.DEGREE;

    private final int n;
    private final int intervals;
    private final int scalars;
    private final int sides;
    private final int inner;
    private final int columns;
    private final double[][][] blocks;
    private final double[][] conditions;
    private final double[][][] eliminated;
    private double[][] last;
    private double[][] ends;

    /**
     * @param sides the number of right-hand sides
     */
    public Condensation(int n, int intervals, int scalars, int sides) {
        this.n = n;
        this.intervals = intervals;
        this.scalars = scalars;
        this.sides = sides;
        inner = (M - 1) * n;
        columns = inner + 2 * n + scalars + sides;
        blocks = new double[intervals][M * n + scalars][columns];
        conditions = new double[scalars][scalars + sides];
        eliminated = new double[intervals][][];
    }

    /**
     * The equations of an interval, to be filled: M·n rows, then what the conditions take from this interval.
     */
    public double[][] block(int interval) {
        return blocks[interval];
    }

    /** The column of the first component at a node of an interval. */
    public int node(int j) {
        return j == 0 ? inner : j == M ? inner + n : (j - 1) * n;
    }

    /** The column of the first scalar; the right-hand sides stand behind the scalars. */
    public int scalar() {
        return inner + 2 * n;
    }

    /** What the conditions take from the scalars, and their right-hand sides. */
    public double[][] conditions() {
        return conditions;
    }

    /** Eliminates all but u₀, u_N and the scalars. */
    public void reduce() {
        for (double[][] block : blocks) {
            eliminate(block, inner, M * n);
        }
        // Rows from here on: the mesh point to eliminate, u₀, the next mesh point, scalars, right-hand sides.
        int width = 3 * n + scalars + sides;
        double[][] rows = new double[2 * n + scalars][width];
        for (int a = 0; a < n + scalars; a++) {
            double[] from = blocks[0][inner + a];
            double[] to = rows[a < n ? a : n + a];
            System.arraycopy(from, inner, to, n, columns - inner);
        }
        for (int i = 1; i < intervals; i++) {
            for (int a = 0; a < 2 * n + scalars; a++) {
                boolean before = a < n;
                boolean condition = a >= 2 * n;
                double[] row = rows[a];
                if (before || condition) {
                    System.arraycopy(row, 2 * n, row, 0, n);
                    java.util.Arrays.fill(row, 2 * n, 3 * n, 0);
                } else {
                    java.util.Arrays.fill(row, 0);
                }
                if (!before) {
                    double[] block = blocks[i][inner + a - n];
                    for (int k = 0; k < n; k++) {
                        row[k] += block[inner + k];
                    }
                    for (int k = n; k < columns - inner; k++) {
                        row[n + k] += block[inner + k];
                    }
                }
            }
            eliminate(rows, n, 2 * n);
            eliminated[i] = new double[n][];
            for (int a = 0; a < n; a++) {
                eliminated[i][a] = rows[a];
                rows[a] = rows[n + a];
                normalise(rows[a]);
                rows[n + a] = new double[width];
            }
        }
        last = new double[n][];
        ends = new double[scalars][];
        for (int a = 0; a < n; a++) {
            last[a] = java.util.Arrays.copyOfRange(rows[a], n, width);
        }
        for (int q = 0; q < scalars; q++) {
            ends[q] = java.util.Arrays.copyOfRange(rows[2 * n + q], n, width);
            for (int k = 0; k < scalars + sides; k++) {
                ends[q][2 * n + k] += conditions[q][k];
            }
        }
    }

    /** Gaussian elimination of the first columns; pivots from the first rows, every row below is reduced. */
    private static void eliminate(double[][] rows, int count, int candidates) {
        for (int c = 0; c < count; c++) {
            int best = c;
            for (int r = c + 1; r < candidates; r++) {
                if (Math.abs(rows[r][c]) > Math.abs(rows[best][c])) {
                    best = r;
                }
            }
            double[] pivot = rows[best];
            rows[best] = rows[c];
            rows[c] = pivot;
            double inverse = 1 / pivot[c];
            for (int r = c + 1; r < rows.length; r++) {
                double[] row = rows[r];
                double factor = row[c] * inverse;
                if (factor != 0) {
                    for (int k = c; k < row.length; k++) {
                        row[k] -= factor * pivot[k];
                    }
                }
            }
        }
    }

    private void normalise(double[] row) {
        double largest = 0;
        for (int k = n; k < 3 * n; k++) {
            largest = Math.max(largest, Math.abs(row[k]));
        }
        if (largest > 0) {
            double inverse = 1 / largest;
            for (int k = 0; k < row.length; k++) {
                row[k] *= inverse;
            }
        }
    }

    /**
     * Solves for all right-hand sides after {@link #reduce()}.
     *
     * @param signs ±1 for each component: u_N = sign·u₀ + gap
     * @param gaps {@code [side][component]}
     * @return {@code [side]}: u₀, u_N, scalars; or null where the system is singular
     */
    public double[][] solve(int[] signs, double[][] gaps) {
        int order = 2 * n + scalars;
        DMatrixRMaj matrix = new DMatrixRMaj(order, order);
        DMatrixRMaj right = new DMatrixRMaj(order, sides);
        for (int a = 0; a < n; a++) {
            set(matrix, right, a, last[a]);
            matrix.set(n + a, a, -signs[a]);
            matrix.set(n + a, n + a, 1);
            for (int k = 0; k < sides; k++) {
                right.set(n + a, k, gaps[k][a]);
            }
        }
        for (int q = 0; q < scalars; q++) {
            set(matrix, right, 2 * n + q, ends[q]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(order, sides);
        if (!CommonOps_DDRM.solve(matrix, right, solution)) {
            return null;
        }
        double[][] result = new double[sides][order];
        for (int k = 0; k < sides; k++) {
            for (int a = 0; a < order; a++) {
                result[k][a] = solution.get(a, k);
            }
        }
        return result;
    }

    private void set(DMatrixRMaj matrix, DMatrixRMaj right, int row, double[] from) {
        int order = 2 * n + scalars;
        for (int k = 0; k < order; k++) {
            matrix.set(row, k, from[k]);
        }
        for (int k = 0; k < sides; k++) {
            right.set(row, k, from[order + k]);
        }
    }

    /**
     * All nodes from the values at the ends.
     *
     * @param ends u₀, u_N, scalars
     * @param side which right-hand side belongs to them; −1 for none
     */
    public double[][] expand(double[] ends, int side) {
        double[][] mesh = new double[intervals + 1][];
        mesh[0] = java.util.Arrays.copyOf(ends, n);
        mesh[intervals] = java.util.Arrays.copyOfRange(ends, n, 2 * n);
        double[] s = java.util.Arrays.copyOfRange(ends, 2 * n, 2 * n + scalars);
        for (int i = intervals - 1; i > 0; i--) {
            mesh[i] = back(eliminated[i], n, mesh[0], mesh[i + 1], s, side);
        }
        double[][] nodes = new double[intervals * M + 1][];
        nodes[0] = mesh[0];
        for (int i = 0; i < intervals; i++) {
            double[] values = back(blocks[i], inner, mesh[i], mesh[i + 1], s, side);
            for (int j = 1; j < M; j++) {
                nodes[i * M + j] = java.util.Arrays.copyOfRange(values, (j - 1) * n, j * n);
            }
            nodes[(i + 1) * M] = mesh[i + 1];
        }
        return nodes;
    }

    private double[] back(double[][] rows, int count, double[] left, double[] right, double[] s, int side) {
        double[] values = new double[count];
        for (int c = count - 1; c >= 0; c--) {
            double[] row = rows[c];
            double sum = side < 0 ? 0 : row[count + 2 * n + scalars + side];
            for (int k = 0; k < n; k++) {
                sum -= row[count + k] * left[k] + row[count + n + k] * right[k];
            }
            for (int q = 0; q < scalars; q++) {
                sum -= row[count + 2 * n + q] * s[q];
            }
            for (int k = c + 1; k < count; k++) {
                sum -= row[k] * values[k];
            }
            values[c] = sum / row[c];
        }
        return values;
    }

    /** A and B of A u₀ + B u_N = 0, side by side: n rows of 2n numbers. */
    public double[][] monodromy() {
        double[][] pair = new double[n][];
        for (int a = 0; a < n; a++) {
            pair[a] = java.util.Arrays.copyOf(last[a], 2 * n);
        }
        return pair;
    }
}
