package dev.gyrus.fitting.internal.search;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** A covariance matrix C = B D² Bᵀ with its roots. */
final class Covariance {
    private static final double WORST_CONDITION = 1e14;

    private final int n;
    private final DMatrixRMaj matrix;
    private final double[][] axes;
    private final double[] lengths;
    private boolean degenerate;

    /** Begins as the unit matrix. */
    Covariance(int n) {
        this.n = n;
        this.matrix = new DMatrixRMaj(n, n);
        this.axes = new double[n][n];
        this.lengths = new double[n];
        for (int i = 0; i < n; i++) {
            matrix.set(i, i, 1);
            axes[i][i] = 1;
            lengths[i] = 1;
        }
    }

    /** C ← kept · C + one · p pᵀ + many · Σ shareₖ yₖ yₖᵀ, and its roots. */
    void update(double kept, double one, double[] p, double many, double[] share, double[][] y) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = kept * matrix.get(i, j) + one * p[i] * p[j];
                for (int k = 0; k < y.length; k++) {
                    sum += many * share[k] * y[k][i] * y[k][j];
                }
                matrix.set(i, j, sum);
                matrix.set(j, i, sum);
            }
        }
        decompose();
    }

    private void decompose() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(matrix.copy())) {
            degenerate = true;
            return;
        }
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double value = eigen.getEigenvalue(k).getReal();
            largest = Math.max(largest, value);
            smallest = Math.min(smallest, value);
        }
        if (!(smallest > 0) || largest > WORST_CONDITION * smallest) {
            degenerate = true;
            return;
        }
        for (int k = 0; k < n; k++) {
            lengths[k] = Math.sqrt(eigen.getEigenvalue(k).getReal());
            DMatrixRMaj axis = eigen.getEigenVector(k);
            for (int i = 0; i < n; i++) {
                axes[k][i] = axis.get(i);
            }
        }
    }

    /** B D z: a sample, where z is one of the unit normal distribution. */
    double[] scaled(double[] z) {
        double[] sample = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                sample[i] += axes[k][i] * lengths[k] * z[k];
            }
        }
        return sample;
    }

    /** C^(−½) y. */
    double[] whitened(double[] y) {
        double[] white = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += axes[k][i] * y[i];
            }
            for (int i = 0; i < n; i++) {
                white[i] += axes[k][i] * along / lengths[k];
            }
        }
        return white;
    }

    /** The standard deviation along an axis of the cube. */
    double deviation(int i) {
        return Math.sqrt(Math.max(0, matrix.get(i, i)));
    }

    /** Whether it is no longer positive, or one direction is more than 10⁷ times as long as another. */
    boolean degenerate() {
        return degenerate || Arrays.stream(lengths).anyMatch(Double::isNaN);
    }
}
