package dev.gyrus.core.internal.math;

/** Dense linear equations by Gaussian elimination with partial pivoting. */
public final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves A X = B; both arrays are used up, and X is left in {@code b}.
     *
     * @param a square, by rows
     * @param b one row per row of {@code a}
     * @return false where A is singular or not finite
     */
    public static boolean solve(double[][] a, double[][] b) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            swap(a, k, pivot);
            swap(b, k, pivot);
            if (!(Math.abs(a[k][k]) > 0) || !Double.isFinite(a[k][k])) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                subtract(a[i], factor, a[k], k);
                subtract(b[i], factor, b[k], 0);
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int i = k + 1; i < n; i++) {
                subtract(b[k], a[k][i], b[i], 0);
            }
            for (int j = 0; j < b[k].length; j++) {
                b[k][j] /= a[k][k];
            }
        }
        return true;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
    }

    /** row −= factor·other, from an index on. */
    private static void subtract(double[] row, double factor, double[] other, int from) {
        for (int j = from; factor != 0 && j < row.length; j++) {
            row[j] -= factor * other[j];
        }
    }
}
