package dev.gyrus.fitting.internal;

import dev.gyrus.analysis.Similarity;
import java.util.Arrays;

/** How the entries above the diagonals of two matrices of one size depend on each other. */
public final class Pearson {
    private Pearson() {}

    /** y = base + slope · x. */
    public record Line(double base, double slope) {}

    /** The line of least squares of the second matrix over the first. */
    public static Line regression(double[][] first, double[][] second) {
        double[] x = Similarity.upperTriangle(first);
        double[] y = Similarity.upperTriangle(second);
        double slope = dot(centred(x), centred(y)) / dot(centred(x), centred(x));
        return new Line(mean(y) - slope * mean(x), slope);
    }

    /** The derivative of the correlation by the entries of the first matrix: symmetric, each pair shared by its entries. */
    public static double[][] slope(double[][] first, double[][] second) {
        double[] x = centred(Similarity.upperTriangle(first));
        double[] y = centred(Similarity.upperTriangle(second));
        double xx = dot(x, x);
        double scale = 1 / Math.sqrt(xx * dot(y, y));
        double r = dot(x, y) * scale;
        int n = first.length;
        double[][] out = new double[n][n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                out[i][j] = (y[next] * scale - r * x[next] / xx) / 2;
                out[j][i] = out[i][j];
                next++;
            }
        }
        return out;
    }

    /** The product of two vectors. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double[] centred(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> v - mean).toArray();
    }
}
