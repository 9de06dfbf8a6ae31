package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Individual;
import java.util.List;

/**
 * A normal distribution around a particle with covariance L Lᵀ.
 *
 * @param root L, lower triangular
 */
record Kernel(double[][] root) {
    private static final double SMALLEST = 1e-24;

    /** With twice the weighted covariance of the particles. */
    static Kernel of(List<Individual> particles, double[] weights) {
        int n = particles.get(0).genome().position().length;
        double[] mean = new double[n];
        double[][] covariance = new double[n][n];
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < n; i++) {
                mean[i] += weights[k] * particles.get(k).genome().position()[i];
            }
        }
        for (int k = 0; k < weights.length; k++) {
            double[] x = particles.get(k).genome().position();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    covariance[i][j] += 2 * weights[k] * (x[i] - mean[i]) * (x[j] - mean[j]);
                }
            }
        }
        return new Kernel(cholesky(covariance));
    }

    /** L of L Lᵀ; directions without extent get a tiny one, so that the kernel has a density. */
    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, SMALLEST)) : sum / root[j][j];
            }
        }
        return root;
    }

    double[] moved(double[] from, Draws draws) {
        double[] point = from.clone();
        for (int j = 0; j < point.length; j++) {
            double normal = draws.gaussian();
            for (int i = j; i < point.length; i++) {
                point[i] += root[i][j] * normal;
            }
        }
        return point;
    }

    /** Up to a factor that all points share. */
    double density(double[] at, double[] around) {
        double[] z = new double[at.length];
        double squares = 0;
        for (int i = 0; i < z.length; i++) {
            double sum = at[i] - around[i];
            for (int j = 0; j < i; j++) {
                sum -= root[i][j] * z[j];
            }
            z[i] = sum / root[i][i];
            squares += z[i] * z[i];
        }
        return StrictMath.exp(-0.5 * squares);
    }
}
