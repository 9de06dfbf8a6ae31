package dev.gyrus.dynamics.internal;

import dev.gyrus.dynamics.Flow;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Orthogonal collocation for the periodic solutions of du/dt = T f(u(t), u(t − τ₁/T), …; p), delayed values read from the piecewise polynomial and wrapped by
 * the period (K. Engelborghs, T. Luzyanina, K. J. in 't Hout & D. Roose, SIAM J. Sci. Comput. 22, 2001, 1593–1609,
 * doi:10.1137/S1064827599363381).
 *
 * <p>Delays couple intervals that are far apart, so condensation as for {@link Collocation} does not apply. But often few states appear delayed. Their values at
 * all nodes, w, are made unknowns of their own: with u₀, w, T and p given, the linearised equation is an initial value problem and is solved
 * interval by interval for all of them at once, u_k = R_k (u₀, w, T, p) + r_k. What remains is a dense system for these few: u_N = u₀, w = the delayed
 * part of u, and the conditions. Its order is n + d·m·N + s instead of n·m·N, d the number of delayed states.
 *
 * <p>The same R_k with the w of this period and of earlier ones kept apart make the monodromy matrix: it takes u₀ and the delayed states of the past to those one period later.
 */
public final class DelayCollocation extends CollocationNewton {
    private static final int M = Gauss.DEGREE;

    private final Flow flow;
    private final double[] parameters;
    private final int[] free;
    private final int n;

    /**
     * @param parameters values of the parameters that are not free
     * @param free indices of the free ones; the scalars are T and these
     * @param tolerance largest last change of Newton's method, in units of the metric
     */
    public DelayCollocation(Flow flow, double[] parameters, int[] free, double tolerance) {
        super(tolerance);
        this.flow = flow;
        this.parameters = parameters.clone();
        this.free = free.clone();
        n = flow.states().size();
    }

    @Override
    Linear linear(Profile profile, double[] s, Integral[] conditions) {
        Sample[][] samples = samples(profile, s);
        int[] delayed = delayed(samples);
        Layout layout = new Layout(profile.intervals() * M, delayed, 0, s.length);
        DMatrixRMaj[] nodes = march(profile, s, samples, layout);
        if (nodes == null) {
            return null;
        }
        int order = layout.size();
        DMatrixRMaj matrix = new DMatrixRMaj(order, order);
        DMatrixRMaj right = new DMatrixRMaj(order, 2);
        int end = nodes.length - 1;
        for (int a = 0; a < n; a++) {
            row(matrix, right, a, nodes[end], a, -1);
            matrix.add(a, a, 1);
            right.add(a, 0, profile.nodes()[end][a] - profile.nodes()[0][a]);
        }
        for (int k = 0; k < end; k++) {
            for (int c = 0; c < delayed.length; c++) {
                int at = layout.column(0, k, c);
                row(matrix, right, at, nodes[k], delayed[c], -1);
                matrix.add(at, at, 1);
            }
        }
        for (int q = 0; q < s.length; q++) {
            int at = order - s.length + q;
            condition(matrix, right, at, nodes, conditions[q], profile);
            for (int other = 0; other < s.length; other++) {
                matrix.add(at, order - s.length + other, conditions[q].scalars()[other]);
            }
            right.add(at, 0, conditions[q].value() - conditions[q].of(profile, s));
            right.set(at, 1, q == s.length - 1 ? 1 : 0);
        }
        DMatrixRMaj solution = new DMatrixRMaj(order, 2);
        if (!CommonOps_DDRM.solve(matrix, right, solution)) {
            return null;
        }
        return new Linear(
                expand(nodes, solution, 0),
                scalars(solution, 0, s.length),
                expand(nodes, solution, 1),
                scalars(solution, 1, s.length),
                () -> multipliers(profile, s, samples, delayed));
    }

    /** What the equation and its derivatives are at a Gauss point. */
    private static final class Sample {
        final double[] value;
        final double[][][] jacobians;
        final double[][] scalar;
        final double[] places;

        Sample(int n, int delays, int scalars) {
            value = new double[n];
            jacobians = new double[delays + 1][n][n];
            scalar = new double[scalars][n];
            places = new double[delays];
        }
    }

    private Sample[][] samples(Profile profile, double[] s) {
        for (int q = 0; q < free.length; q++) {
            parameters[free[q]] = s[1 + q];
        }
        double[] delays = flow.delays(parameters);
        double[][] slopes = delaySlopes();
        Sample[][] samples = new Sample[profile.intervals()][M];
        double[][] past = new double[delays.length + 1][];
        for (int i = 0; i < samples.length; i++) {
            for (int c = 0; c < M; c++) {
                Sample sample = new Sample(n, delays.length, s.length);
                double t = profile.mesh()[i] + profile.width(i) * Gauss.point(c);
                past[0] = profile.at(i, c);
                for (int k = 0; k < delays.length; k++) {
                    sample.places[k] = t - delays[k] / s[0];
                    past[k + 1] = profile.at(wrapped(sample.places[k]));
                }
                flow.derivative(past, parameters, sample.value);
                for (int k = 0; k <= delays.length; k++) {
                    flow.jacobian(past, parameters, k, sample.jacobians[k]);
                }
                System.arraycopy(sample.value, 0, sample.scalar[0], 0, n);
                for (int q = 0; q < free.length; q++) {
                    flow.sensitivity(past, parameters, free[q], sample.scalar[1 + q]);
                    scale(sample.scalar[1 + q], s[0]);
                }
                for (int k = 0; k < delays.length; k++) {
                    double[] moving = times(sample.jacobians[k + 1], profile.slope(wrapped(sample.places[k])));
                    for (int a = 0; a < n; a++) {
                        sample.scalar[0][a] += moving[a] * delays[k] / s[0];
                        for (int q = 0; q < free.length; q++) {
                            sample.scalar[1 + q][a] -= moving[a] * slopes[q][k];
                        }
                    }
                }
                samples[i][c] = sample;
            }
        }
        return samples;
    }

    /** dτ/dp by central differences. */
    private double[][] delaySlopes() {
        double[][] slopes = new double[free.length][];
        for (int q = 0; q < free.length; q++) {
            double step = 1e-6 * (1 + Math.abs(parameters[free[q]]));
            double[] moved = parameters.clone();
            moved[free[q]] += step;
            double[] above = flow.delays(moved);
            moved[free[q]] -= 2 * step;
            double[] below = flow.delays(moved);
            slopes[q] = new double[above.length];
            for (int k = 0; k < above.length; k++) {
                slopes[q][k] = (above[k] - below[k]) / (2 * step);
            }
        }
        return slopes;
    }

    private static double wrapped(double t) {
        return t - Math.floor(t);
    }

    /** The states that any Jacobian of a delayed state depends on. */
    private int[] delayed(Sample[][] samples) {
        boolean[] used = new boolean[n];
        for (Sample[] interval : samples) {
            for (Sample sample : interval) {
                for (int k = 1; k < sample.jacobians.length; k++) {
                    for (double[] row : sample.jacobians[k]) {
                        for (int b = 0; b < n; b++) {
                            used[b] |= row[b] != 0;
                        }
                    }
                }
            }
        }
        return IntStream.range(0, n).filter(b -> used[b]).toArray();
    }

    /**
     * Which unknown stands in which column: u₀, then w, then the scalars.
     *
     * @param nodes of one period, the last one not counted
     * @param before 0 where all periods are one; otherwise how many earlier ones are kept apart, and this period has its last
     *     node as well
     */
    private final class Layout {
        final int nodes;
        final int[] delayed;
        final int before;
        final int scalars;

        Layout(int nodes, int[] delayed, int before, int scalars) {
            this.nodes = nodes;
            this.delayed = delayed;
            this.before = before;
            this.scalars = scalars;
        }

        int size() {
            return n + history() + scalars;
        }

        int history() {
            return delayed.length * (before == 0 ? nodes : nodes + 1 + before * nodes);
        }

        /** The column of a delayed state at a node, {@code period} periods ago. */
        int column(int period, int node, int c) {
            if (before == 0) {
                return n + (node % nodes) * delayed.length + c;
            }
            if (period > 0 && node == nodes) {
                return column(period - 1, 0, c);
            }
            int block = period == 0 ? 0 : nodes + 1 + (period - 1) * nodes;
            return n + (block + node) * delayed.length + c;
        }
    }

    /** The R_k, each with r_k in its last column; null where an interval's equations are singular. */
    private DMatrixRMaj[] march(Profile profile, double[] s, Sample[][] samples, Layout layout) {
        int width = layout.size() + 1;
        DMatrixRMaj[] nodes = new DMatrixRMaj[profile.intervals() * M + 1];
        nodes[0] = new DMatrixRMaj(n, width);
        for (int a = 0; a < n; a++) {
            nodes[0].set(a, a, 1);
        }
        DMatrixRMaj matrix = new DMatrixRMaj(M * n, M * n);
        DMatrixRMaj first = new DMatrixRMaj(M * n, n);
        DMatrixRMaj right = new DMatrixRMaj(M * n, width);
        DMatrixRMaj solution = new DMatrixRMaj(M * n, width);
        for (int i = 0; i < profile.intervals(); i++) {
            double h = profile.width(i);
            CommonOps_DDRM.fill(right, 0);
            for (int c = 0; c < M; c++) {
                Sample sample = samples[i][c];
                double[] slope = profile.slope(i, c);
                for (int a = 0; a < n; a++) {
                    int row = c * n + a;
                    for (int j = 0; j <= M; j++) {
                        double factor = -h * s[0] * Gauss.value(c, j);
                        for (int b = 0; b < n; b++) {
                            double entry = factor * sample.jacobians[0][a][b] + (a == b ? Gauss.slope(c, j) : 0);
                            if (j == 0) {
                                first.set(row, b, -entry);
                            } else {
                                matrix.set(row, (j - 1) * n + b, entry);
                            }
                        }
                    }
                    for (int q = 0; q < layout.scalars; q++) {
                        right.set(row, width - 1 - layout.scalars + q, h * sample.scalar[q][a]);
                    }
                    right.set(row, width - 1, h * (s[0] * sample.value[a] - slope[a]));
                }
                past(profile, h * s[0], sample, c, layout, right);
            }
            CommonOps_DDRM.multAdd(first, nodes[i * M], right);
            if (!CommonOps_DDRM.solve(matrix, right, solution)) {
                return null;
            }
            for (int j = 1; j <= M; j++) {
                nodes[i * M + j] = CommonOps_DDRM.extract(solution, (j - 1) * n, j * n, 0, width);
            }
        }
        return nodes;
    }

    private void past(Profile profile, double factor, Sample sample, int c, Layout layout, DMatrixRMaj right) {
        for (int k = 0; k < sample.places.length; k++) {
            int period = (int) -Math.floor(sample.places[k]);
            double t = sample.places[k] + period;
            int interval = profile.interval(t);
            double[] basis = Gauss.values((t - profile.mesh()[interval]) / profile.width(interval));
            for (int e = 0; e < layout.delayed.length; e++) {
                for (int j = 0; j <= M; j++) {
                    int column = layout.column(layout.before == 0 ? 0 : period, interval * M + j, e);
                    for (int a = 0; a < n; a++) {
                        double entry = sample.jacobians[k + 1][a][layout.delayed[e]];
                        right.add(c * n + a, column, factor * entry * basis[j]);
                    }
                }
            }
        }
    }

    private static void row(
            DMatrixRMaj matrix, DMatrixRMaj right, int at, DMatrixRMaj node, int component, double factor) {
        int order = matrix.numCols;
        for (int k = 0; k < order; k++) {
            matrix.add(at, k, factor * node.get(component, k));
        }
        right.add(at, 0, -factor * node.get(component, order));
    }

    private void condition(
            DMatrixRMaj matrix, DMatrixRMaj right, int at, DMatrixRMaj[] nodes, Integral condition, Profile profile) {
        for (int i = 0; i < profile.intervals(); i++) {
            for (int j = 0; j <= M; j++) {
                for (int a = 0; a < n; a++) {
                    double weight = 0;
                    for (int c = 0; c < M; c++) {
                        weight +=
                                Gauss.weight(c) * Gauss.value(c, j) * condition.weights()[i][c][a];
                    }
                    if (weight != 0) {
                        row(matrix, right, at, nodes[i * M + j], a, weight * profile.width(i));
                    }
                }
            }
        }
    }

    private double[][] expand(DMatrixRMaj[] nodes, DMatrixRMaj solution, int side) {
        double[][] values = new double[nodes.length][n];
        int order = solution.numRows;
        for (int k = 0; k < nodes.length; k++) {
            for (int a = 0; a < n; a++) {
                double sum = side == 0 ? nodes[k].get(a, order) : 0;
                for (int b = 0; b < order; b++) {
                    sum += nodes[k].get(a, b) * solution.get(b, side);
                }
                values[k][a] = sum;
            }
        }
        return values;
    }

    private static double[] scalars(DMatrixRMaj solution, int side, int count) {
        double[] scalars = new double[count];
        for (int q = 0; q < count; q++) {
            scalars[q] = solution.get(solution.numRows - count + q, side);
        }
        return scalars;
    }

    private Multipliers multipliers(Profile profile, double[] s, Sample[][] samples, int[] delayed) {
        double longest = Arrays.stream(flow.delays(parameters)).max().orElse(0);
        int before = (int) Math.floor(longest / s[0]) + 1;
        int nodes = profile.intervals() * M;
        int d = delayed.length;
        Layout layout = new Layout(nodes, delayed, before, 0);
        DMatrixRMaj[] marched = march(profile, s, samples, layout);
        if (marched == null) {
            return null;
        }
        // This period's w: (1 − R_now) w = R_u u₀ + R_past w_past.
        int now = d * (nodes + 1);
        int past = d * before * nodes;
        DMatrixRMaj matrix = new DMatrixRMaj(now, now);
        DMatrixRMaj right = new DMatrixRMaj(now, n + past);
        for (int k = 0; k <= nodes; k++) {
            for (int c = 0; c < d; c++) {
                int at = k * d + c;
                for (int b = 0; b < n + now + past; b++) {
                    double value = marched[k].get(delayed[c], b);
                    if (b < n) {
                        right.set(at, b, value);
                    } else if (b < n + now) {
                        matrix.set(at, b - n, -value);
                    } else {
                        right.set(at, b - now, value);
                    }
                }
                matrix.add(at, at, 1);
            }
        }
        DMatrixRMaj present = new DMatrixRMaj(now, n + past);
        if (!CommonOps_DDRM.solve(matrix, right, present)) {
            return null;
        }
        DMatrixRMaj monodromy = new DMatrixRMaj(n + past, n + past);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n + past; b++) {
                double sum = marched[nodes].get(a, b < n ? b : b + now);
                for (int k = 0; k < now; k++) {
                    sum += marched[nodes].get(a, n + k) * present.get(k, b);
                }
                monodromy.set(a, b, sum);
            }
        }
        for (int k = 0; k < past; k++) {
            for (int b = 0; b < n + past; b++) {
                boolean shifted = k >= d * nodes;
                double value = shifted ? (b == n + k - d * nodes ? 1 : 0) : present.get(k, b);
                monodromy.set(n + k, b, value);
            }
        }
        return Multipliers.of(used(monodromy));
    }

    /** Without the rows and columns of what nothing depends on, again and again. */
    private static DMatrixRMaj used(DMatrixRMaj matrix) {
        int[] used = IntStream.range(0, matrix.numCols)
                .filter(b -> IntStream.range(0, matrix.numRows).anyMatch(a -> matrix.get(a, b) != 0))
                .toArray();
        if (used.length == matrix.numCols) {
            return matrix;
        }
        DMatrixRMaj part = new DMatrixRMaj(used.length, used.length);
        for (int i = 0; i < used.length; i++) {
            for (int j = 0; j < used.length; j++) {
                part.set(i, j, matrix.get(used[i], used[j]));
            }
        }
        return used(part);
    }

    private static void scale(double[] array, double factor) {
        for (int i = 0; i < array.length; i++) {
            array[i] *= factor;
        }
    }

    private static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += matrix[i][j] * x[j];
            }
        }
        return product;
    }
}
