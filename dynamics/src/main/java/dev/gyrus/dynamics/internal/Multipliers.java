package dev.gyrus.dynamics.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Floquet multipliers and functions of them that change sign at bifurcations.
 *
 * <p>They are the λ of (A + λB)v = 0 and are taken from the eigenvalues ν of (A + σB)⁻¹B as σ − 1/ν: with σ &lt; 0 away from
 * all of them neither matrix need be well conditioned, and infinite multipliers are harmless. The one nearest 1 is the trivial
 * one, whose distance from 1 measures the accuracy of the others.
 *
 * <p>The functions are bounded: a factor changes its sign only where a multiplier crosses, however large it becomes.
 */
public final class Multipliers {
    private static final double[] SHIFTS = {-0.31, -3.3, 0.23, 4.1, -0.07, -17};

    /** A multiplier whose inverse is below so many times the error of the trivial one counts as infinite, and positive. */
    private static final double UNRELIABLE = 10;

    private final List<Complex_F64> others = new ArrayList<>();
    private final Complex_F64 trivial;
    private final double[][] pair;

    private Multipliers(List<Complex_F64> all, double[][] pair) {
        others.addAll(all);
        trivial = others.stream()
                .min(Comparator.comparingDouble(v -> Math.hypot(v.real - 1, v.imaginary)))
                .orElseThrow();
        others.remove(trivial);
        others.sort(Comparator.comparingDouble((Complex_F64 v) -> -v.getMagnitude2())
                .thenComparingDouble(v -> -v.real)
                .thenComparingDouble(v -> v.imaginary));
        this.pair = pair;
    }

    /** Of A u₀ + B u₁ = 0, given side by side; null where they can't be computed. */
    public static Multipliers of(double[][] pair) {
        int n = pair.length;
        DMatrixRMaj a = new DMatrixRMaj(n, n);
        DMatrixRMaj b = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, pair[i][j]);
                b.set(i, j, pair[i][n + j]);
            }
        }
        DMatrixRMaj best = null;
        double shift = 0;
        double norm = Double.POSITIVE_INFINITY;
        for (double sigma : SHIFTS) {
            DMatrixRMaj shifted = new DMatrixRMaj(n, n);
            DMatrixRMaj inverse = new DMatrixRMaj(n, n);
            CommonOps_DDRM.add(a, sigma, b, shifted);
            if (CommonOps_DDRM.solve(shifted, b, inverse)) {
                double size = NormOps_DDRM.normF(inverse) * (1 + Math.abs(sigma));
                if (size < norm) {
                    norm = size;
                    shift = sigma;
                    best = inverse;
                }
            }
        }
        if (best == null || !Double.isFinite(norm)) {
            return null;
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
        if (!eigen.decompose(best)) {
            return null;
        }
        List<Complex_F64> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            double square = Math.max(value.getMagnitude2(), Double.MIN_NORMAL);
            all.add(new Complex_F64(shift - value.real / square, value.imaginary / square));
        }
        return new Multipliers(all, pair);
    }

    /** The eigenvalues of a monodromy matrix; null where they can't be computed. */
    static Multipliers of(DMatrixRMaj monodromy) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(monodromy.numRows, false);
        if (!eigen.decompose(monodromy)) {
            return null;
        }
        List<Complex_F64> all = new ArrayList<>();
        for (int i = 0; i < monodromy.numRows; i++) {
            Complex_F64 value = eigen.getEigenvalue(i);
            all.add(new Complex_F64(value.real, value.imaginary));
        }
        return new Multipliers(all, null);
    }

    /** All: the trivial one first, then by falling modulus. */
    public List<Complex_F64> all() {
        List<Complex_F64> all = new ArrayList<>(others);
        all.add(0, trivial);
        return all;
    }

    /** |trivial − 1|. */
    public double error() {
        return Math.hypot(trivial.real - 1, trivial.imaginary);
    }

    /** How many but the trivial one lie outside the unit circle. */
    public int unstable() {
        return (int) others.stream().filter(v -> v.getMagnitude2() > 1).count();
    }

    /** Changes sign where a real multiplier passes 1; multipliers near 0, of which delay equations have many, count as 1. */
    public double fold() {
        return product(1);
    }

    /** Changes sign where a real multiplier passes −1. */
    public double doubling() {
        return product(-1);
    }

    private double product(double at) {
        double product = 1;
        double large = 1 / (UNRELIABLE * Math.max(1e-9, Math.min(0.01, error())));
        for (Complex_F64 value : others) {
            if (value.imaginary == 0 && Math.abs(value.real) < large) {
                product *= (at > 0 ? at - value.real : value.real - at) / (1 + Math.abs(value.real));
            }
        }
        return product;
    }

    /** Changes sign where a pair of complex multipliers passes the unit circle; 0 without such a pair. */
    public double torus() {
        double nearest = 0;
        for (Complex_F64 value : others) {
            if (value.imaginary > 0) {
                double distance = (value.getMagnitude() - 1) / (1 + value.getMagnitude());
                if (nearest == 0 || Math.abs(distance) < Math.abs(nearest)) {
                    nearest = distance;
                }
            }
        }
        return nearest;
    }

    /** How many complex pairs lie outside the unit circle. */
    public int pairsOutside() {
        return (int) others.stream()
                .filter(v -> v.imaginary > 0 && v.getMagnitude2() > 1)
                .count();
    }

    /** How near a real multiplier is to a number, other than the trivial one. */
    public double distance(double at) {
        return others.stream()
                .filter(v -> v.imaginary == 0)
                .mapToDouble(v -> Math.abs(v.real - at))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The vector v with (A + λB)v = 0 for a λ that is a multiplier. */
    double[] vector(double lambda) {
        int n = pair.length;
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, pair[i][j] + lambda * pair[i][n + j]);
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(n, n, false, true, true);
        svd.decompose(matrix);
        DMatrixRMaj vector = new DMatrixRMaj(n, 1);
        SingularOps_DDRM.nullVector(svd, true, vector);
        return vector.data;
    }
}
