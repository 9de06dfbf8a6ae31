package dev.gyrus.dynamics.internal;

import java.util.Arrays;

/**
 * A function on [0, 1], piecewise a polynomial of degree {@value Gauss#DEGREE}, with values in ℝⁿ.
 *
 * @param mesh 0 = t₀ &lt; … &lt; t_N = 1
 * @param nodes {@code [i·m + j]} is the value at t_i + (j/m)(t_{i+1} − t_i), m the degree; N·m + 1 rows of n numbers
 */
public record Profile(double[] mesh, double[][] nodes) {
    private static final int M = Gauss.DEGREE;

    public int size() {
        return nodes[0].length;
    }

    public int intervals() {
        return mesh.length - 1;
    }

    public double width(int interval) {
        return mesh[interval + 1] - mesh[interval];
    }

    /** The same mesh, {@code size} numbers at each node, all 0. */
    public Profile zero(int size) {
        return new Profile(mesh, new double[nodes.length][size]);
    }

    /** This plus {@code factor} times another on the same mesh. */
    public Profile plus(double factor, Profile other) {
        Profile sum = zero(size());
        for (int k = 0; k < nodes.length; k++) {
            for (int a = 0; a < size(); a++) {
                sum.nodes[k][a] = nodes[k][a] + factor * other.nodes[k][a];
            }
        }
        return sum;
    }

    /** The interval that contains t. */
    public int interval(double t) {
        int place = Arrays.binarySearch(mesh, t);
        int interval = place >= 0 ? place : -place - 2;
        return Math.max(0, Math.min(intervals() - 1, interval));
    }

    /** The value at t in [0, 1]. */
    public double[] at(double t) {
        int i = interval(t);
        return combine(i, Gauss.values((t - mesh[i]) / width(i)), 1);
    }

    /** The value at a Gauss point. */
    public double[] at(int interval, int c) {
        double[] basis = new double[M + 1];
        for (int j = 0; j <= M; j++) {
            basis[j] = Gauss.value(c, j);
        }
        return combine(interval, basis, 1);
    }

    /** The derivative at a Gauss point. */
    public double[] slope(int interval, int c) {
        double[] basis = new double[M + 1];
        for (int j = 0; j <= M; j++) {
            basis[j] = Gauss.slope(c, j);
        }
        return combine(interval, basis, 1 / width(interval));
    }

    /** The derivative at t in [0, 1]. */
    public double[] slope(double t) {
        int i = interval(t);
        return combine(i, Gauss.slopes((t - mesh[i]) / width(i)), 1 / width(i));
    }

    private double[] combine(int interval, double[] basis, double factor) {
        double[] value = new double[size()];
        for (int j = 0; j <= M; j++) {
            double[] node = nodes[interval * M + j];
            double weight = basis[j] * factor;
            for (int a = 0; a < value.length; a++) {
                value[a] += weight * node[a];
            }
        }
        return value;
    }

    /** The same function on another mesh, as exactly as that can hold it. */
    public Profile on(double[] other) {
        double[][] values = new double[(other.length - 1) * M + 1][];
        for (int i = 0; i < other.length - 1; i++) {
            for (int j = 0; j < M; j++) {
                values[i * M + j] = at(other[i] + (other[i + 1] - other[i]) * j / M);
            }
        }
        values[values.length - 1] = at(1);
        return new Profile(other, values);
    }

    /** Two periods as one, the second with another sign; {@code sign} −1 doubles an antiperiodic function. */
    public Profile doubled(int sign) {
        int n = intervals();
        double[] twice = new double[2 * n + 1];
        double[][] values = new double[2 * n * M + 1][size()];
        for (int i = 0; i <= n; i++) {
            twice[i] = mesh[i] / 2;
            twice[n + i] = (1 + mesh[i]) / 2;
        }
        for (int k = 0; k <= n * M; k++) {
            for (int a = 0; a < size(); a++) {
                values[n * M + k][a] = sign * nodes[k][a];
                if (k < n * M) {
                    values[k][a] = nodes[k][a];
                }
            }
        }
        return new Profile(twice, values);
    }

    /** ∫₀¹ u dt. */
    public double[] mean() {
        double[] mean = new double[size()];
        for (int i = 0; i < intervals(); i++) {
            for (int c = 0; c < M; c++) {
                double[] u = at(i, c);
                for (int a = 0; a < u.length; a++) {
                    mean[a] += width(i) * Gauss.weight(c) * u[a];
                }
            }
        }
        return mean;
    }

    /** max − min of one component over the nodes. */
    public double range(int component) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] node : nodes) {
            low = Math.min(low, node[component]);
            high = Math.max(high, node[component]);
        }
        return high - low;
    }

    /** The largest |x| of one component over the nodes. */
    public double largest(int component) {
        double largest = 0;
        for (double[] node : nodes) {
            largest = Math.max(largest, Math.abs(node[component]));
        }
        return largest;
    }
}
