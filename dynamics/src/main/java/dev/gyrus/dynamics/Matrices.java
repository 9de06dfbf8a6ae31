package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Dense linear algebra on plain arrays, by EJML. */
final class Matrices {
    private Matrices() {}

    /** x of A x = b; empty where A is singular or anything is not finite. */
    static double[] solve(double[][] a, double[] b) {
        DMatrixRMaj matrix = new DMatrixRMaj(a);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(a.length);
        DMatrixRMaj x = new DMatrixRMaj(b.length, 1);
        if (!solver.setA(matrix)) {
            return new double[0];
        }
        solver.solve(new DMatrixRMaj(b.length, 1, true, b.clone()), x);
        for (double value : x.data) {
            if (!Double.isFinite(value)) {
                return new double[0];
            }
        }
        return x.data;
    }

    /** Eigenvalues by falling real part; of a pair the one above the real axis first. */
    static List<Eigenvalue> eigenvalues(double[][] a) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.length, false);
        List<Eigenvalue> values = new ArrayList<>();
        if (!eigen.decompose(new DMatrixRMaj(a))) {
            return values;
        }
        for (int k = 0; k < eigen.getNumberOfEigenvalues(); k++) {
            Complex_F64 value = eigen.getEigenvalue(k);
            values.add(new Eigenvalue(value.real, value.imaginary));
        }
        values.sort(Comparator.comparingDouble(Eigenvalue::real)
                .thenComparingDouble(Eigenvalue::imaginary)
                .reversed());
        return values;
    }

    /** The smallest singular value with the sign of the determinant: goes through zero where the matrix is singular. */
    static double signedDistance(double[][] a) {
        int n = a.length;
        LUDecomposition_F64<DMatrixRMaj> lu = DecompositionFactory_DDRM.lu(n, n);
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(n, n, false, false, false);
        if (!lu.decompose(new DMatrixRMaj(a)) || !svd.decompose(new DMatrixRMaj(a))) {
            return 0;
        }
        double smallest = Arrays.stream(svd.getSingularValues()).min().orElse(0);
        return Math.signum(lu.computeDeterminant().real) * smallest;
    }

    /** The right singular vectors of the smallest singular values of a matrix, smallest first. */
    static double[][] smallest(double[][] a, int count) {
        DMatrixRMaj matrix = new DMatrixRMaj(a);
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, true, false);
        svd.decompose(matrix);
        DMatrixRMaj rows = svd.getV(null, true);
        double[] values = svd.getSingularValues();
        int n = matrix.numCols;
        Integer[] order = new Integer[n];
        for (int k = 0; k < n; k++) {
            order[k] = k;
        }
        Arrays.sort(order, Comparator.comparingDouble(k -> k < values.length ? values[k] : -1));
        double[][] vectors = new double[count][n];
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < n; j++) {
                vectors[k][j] = rows.get(order[k], j);
            }
        }
        return vectors;
    }

    static double[][] transpose(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(a[i], x);
        }
        return product;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] normalised(double[] a) {
        double length = Math.sqrt(dot(a, a));
        double[] unit = a.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }
}
