package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import java.util.Arrays;

/**
 * How alike two samples or two symmetric matrices are.
 *
 * <p>Of matrices, only the entries above the diagonal are compared: the diagonal is trivial and the rest repeats them.
 */
public final class Similarity {
    private Similarity() {}

    /**
     * Pearson's correlation, in [−1, 1]; 0 where one of the two is constant.
     *
     * @throws GyrusException for different lengths, fewer than two values, or values that are not finite
     */
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw GyrusException.input(
                    "correlation", "two samples of one length, at least 2", x.length + " and " + y.length + " values");
        }
        double[][] samples = new double[x.length][];
        for (int k = 0; k < x.length; k++) {
            samples[k] = new double[] {x[k], y[k]};
        }
        return Fc.matrix(samples)[0][1];
    }

    /**
     * Pearson's correlation of the entries above the diagonal of two square matrices of one size.
     *
     * @throws GyrusException for different sizes, fewer than three rows, or values that are not finite
     */
    public static double pearson(double[][] a, double[][] b) {
        requireSameSize(a, b);
        return pearson(upperTriangle(a), upperTriangle(b));
    }

    /**
     * The two-sample Kolmogorov–Smirnov statistic: the largest distance of the two empirical distribution functions.
     *
     * @throws GyrusException for an empty sample, or values that are not finite
     */
    public static double kolmogorov(double[] x, double[] y) {
        double[] a = sorted(x);
        double[] b = sorted(y);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    /** The statistic for the entries above the diagonal of two square matrices; their sizes may differ. */
    public static double kolmogorov(double[][] a, double[][] b) {
        return kolmogorov(upperTriangle(a), upperTriangle(b));
    }

    /** The entries above the diagonal, row by row. */
    public static double[] upperTriangle(double[][] matrix) {
        int n = matrix.length;
        requireSquare("matrix", matrix);
        double[] out = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                out[next++] = matrix[i][j];
            }
        }
        return out;
    }

    static void requireSquare(String key, double[][] matrix) {
        int n = matrix.length;
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw GyrusException.input(
                        key, "a square matrix: " + n + " values in row " + i, matrix[i].length + " values");
            }
        }
    }

    /** Collects the problems of an action under a key that says whose they are. */
    static void collectAs(String key, Problems problems, Runnable action) {
        Problems found = new Problems();
        found.collect(action);
        found.list().forEach(problem -> problems.add(problem.under(key)));
    }

    private static void requireSameSize(double[][] a, double[][] b) {
        if (a.length != b.length) {
            throw GyrusException.input("correlation", "two matrices of one size", a.length + " and " + b.length);
        }
        if (a.length < 3) {
            throw GyrusException.input("correlation", "matrices of at least three rows", String.valueOf(a.length));
        }
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw GyrusException.input(
                    "distribution",
                    "at least one value, all finite",
                    values.length == 0 ? "none" : "NaN or an infinite one");
        }
        double[] out = values.clone();
        Arrays.sort(out);
        return out;
    }
}
