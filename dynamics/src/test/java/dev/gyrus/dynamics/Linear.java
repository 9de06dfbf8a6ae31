package dev.gyrus.dynamics;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues for tests. */
final class Linear {
    private Linear() {}

    /** The largest real part of a complex pair. */
    static double complexGrowth(double[][] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.length, false);
        eigen.decompose(new DMatrixRMaj(matrix));
        double growth = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matrix.length; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            growth = value.imaginary > 0 ? Math.max(growth, value.real) : growth;
        }
        return growth;
    }
}
