package dev.gyrus.fitting.internal;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Solves A S + S Aᵀ + Q = 0 for a stable A, by Smith's squared iteration.
 *
 * <p>The Cayley transform F = (p − A)⁻¹(p + A), p &gt; 0, maps the left half plane into the unit disc and the equation to
 * S = F S Fᵀ + R with R = 2p (p − A)⁻¹ Q (p − A)⁻ᵀ. Its solution Σ Fᵏ R Fᵏᵀ is summed with twice as many terms in each
 * pass: S ← S + F S Fᵀ, F ← F². Where the slowest mode decays at a rate λ and p is near the fastest, log₂(p/λ) + 6 passes
 * of four products are enough: 14 passes for a slowest mode three orders of magnitude slower than the fastest. No
 * eigenvectors are needed, which the matrices of directed networks may lack.
 *
 * <p>Source: R. A. Smith, Matrix equation XA + BX = C, SIAM Journal on Applied Mathematics 16 (1968) 198–201,
 * doi:10.1137/0116017.
 */
public final class Lyapunov {
    private static final int MOST_PASSES = 60;
    private static final double ROUNDING = 0x1p-53;

    private Lyapunov() {}

    /** The symmetric solution S for a symmetric Q; empty where A has an eigenvalue that is not to the left of the axis. */
    public static Optional<DMatrixRMaj> solve(DMatrixRMaj a, DMatrixRMaj q) {
        int n = a.getNumRows();
        double p = Math.max(NormOps_DDRM.normP1(a), Double.MIN_NORMAL);
        DMatrixRMaj inverse = a.copy();
        CommonOps_DDRM.changeSign(inverse);
        addToDiagonal(inverse, p);
        DMatrixRMaj shifted = a.copy();
        addToDiagonal(shifted, p);
        if (!CommonOps_DDRM.invert(inverse)) {
            return Optional.empty();
        }
        DMatrixRMaj power = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(inverse, shifted, power);
        DMatrixRMaj sum = sandwich(inverse, q);
        CommonOps_DDRM.scale(2 * p, sum);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            CommonOps_DDRM.addEquals(sum, sandwich(power, sum));
            DMatrixRMaj square = new DMatrixRMaj(n, n);
            CommonOps_DDRM.mult(power, power, square);
            power = square;
            double size = NormOps_DDRM.normF(power);
            if (size * size < ROUNDING) {
                symmetrize(sum);
                return Optional.of(sum);
            }
            if (!Double.isFinite(size)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** For a symmetric A and Q = q: S = −q/2 A⁻¹; empty where −A is not positive definite. */
    public static Optional<DMatrixRMaj> reversible(DMatrixRMaj a, double q) {
        DMatrixRMaj stiffness = a.copy();
        CommonOps_DDRM.scale(-2 / q, stiffness);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(a.getNumRows());
        if (!cholesky.setA(stiffness)) {
            return Optional.empty();
        }
        DMatrixRMaj out = a.createLike();
        cholesky.invert(out);
        return Optional.of(out);
    }

    /** B X Bᵀ. */
    private static DMatrixRMaj sandwich(DMatrixRMaj b, DMatrixRMaj x) {
        DMatrixRMaj left = new DMatrixRMaj(b.getNumRows(), b.getNumRows());
        DMatrixRMaj out = left.createLike();
        CommonOps_DDRM.mult(b, x, left);
        CommonOps_DDRM.multTransB(left, b, out);
        return out;
    }

    private static void addToDiagonal(DMatrixRMaj matrix, double value) {
        for (int i = 0; i < matrix.getNumRows(); i++) {
            matrix.add(i, i, value);
        }
    }

    private static void symmetrize(DMatrixRMaj matrix) {
        for (int i = 0; i < matrix.getNumRows(); i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                matrix.set(i, j, mean);
                matrix.set(j, i, mean);
            }
        }
    }
}
