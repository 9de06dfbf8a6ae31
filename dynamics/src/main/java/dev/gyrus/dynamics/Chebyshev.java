package dev.gyrus.dynamics;

/** Polynomials through the points cos(jπ/M), j = 0 … M (L. N. Trefethen, Spectral Methods in MATLAB, SIAM 2000, ch. 6). */
final class Chebyshev {
    private Chebyshev() {}

    /** The matrix that takes values at the points to the derivative's values there. */
    static double[][] differentiation(int m) {
        double[][] matrix = new double[m + 1][m + 1];
        for (int i = 0; i <= m; i++) {
            double sum = 0;
            for (int j = 0; j <= m; j++) {
                if (i != j) {
                    double sign = (i + j) % 2 == 0 ? 1 : -1;
                    matrix[i][j] = sign * end(i, m) / end(j, m) / (point(i, m) - point(j, m));
                    sum += matrix[i][j];
                }
            }
            matrix[i][i] = -sum;
        }
        return matrix;
    }

    /** The values at x of the polynomials that are 1 at one point, by the barycentric formula. */
    static double[] basis(int m, double x) {
        double[] basis = new double[m + 1];
        double sum = 0;
        for (int j = 0; j <= m; j++) {
            double distance = x - point(j, m);
            if (Math.abs(distance) < 1e-15) {
                basis = new double[m + 1];
                basis[j] = 1;
                return basis;
            }
            basis[j] = (j % 2 == 0 ? 1 : -1) / end(j, m) / distance;
            sum += basis[j];
        }
        for (int j = 0; j <= m; j++) {
            basis[j] /= sum;
        }
        return basis;
    }

    private static double point(int j, int m) {
        return Math.cos(Math.PI * j / m);
    }

    private static double end(int j, int m) {
        return j == 0 || j == m ? 2 : 1;
    }
}
