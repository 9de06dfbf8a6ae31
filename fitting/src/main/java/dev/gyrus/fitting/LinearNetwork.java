package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problems;
import dev.gyrus.fitting.internal.Lyapunov;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A network of Ornstein–Uhlenbeck processes, whose correlations are known without simulating it.
 *
 * <pre>
 * dx = A x dt + diag(σ) dW        A S + S Aᵀ + diag(σ²) = 0
 * </pre>
 *
 * <p>S is the stationary covariance and S_ij/√(S_ii S_jj) the functional connectivity. It is what remains of any model of
 * noisy regions near a fixed point, and thus what a nonlinear model of resting state has to beat.
 *
 * <pre>{@code
 * double[][] fc = LinearNetwork.coupled(connectome.weights(), 0.9).correlations();
 * }</pre>
 *
 * <p>Source: R. F. Galán, On how network architecture determines the dominant patterns of spontaneous neural activity, PLoS
 * ONE 3 (2008) e2148, doi:10.1371/journal.pone.0002148. Immutable and thread-safe; arrays are copied in and out.
 */
public final class LinearNetwork {
    private final DMatrixRMaj jacobian;
    private final double[] noise;
    private final DMatrixRMaj covariance;

    private LinearNetwork(DMatrixRMaj jacobian, double[] noise, DMatrixRMaj covariance) {
        this.jacobian = jacobian;
        this.noise = noise;
        this.covariance = covariance;
    }

    /**
     * Of any linear network.
     *
     * @param jacobian A, N × N, {@code [to][from]}, in 1/time
     * @param noise σ, one per node, in x/√time
     * @throws GyrusException for other shapes, values that are not finite, and a network that is not stable: one with an
     *     eigenvalue whose real part is not negative
     */
    public static LinearNetwork of(double[][] jacobian, double[] noise) {
        return ifStable(jacobian, noise)
                .orElseThrow(() -> GyrusException.input(
                        "jacobian", "a stable network: eigenvalues with negative real parts only", "others"));
    }

    /** The same; empty for a network that is not stable. */
    public static Optional<LinearNetwork> ifStable(double[][] jacobian, double[] noise) {
        check(jacobian, noise);
        DMatrixRMaj a = new DMatrixRMaj(jacobian);
        DMatrixRMaj q = CommonOps_DDRM.diag(Arrays.stream(noise).map(s -> s * s).toArray());
        boolean uniform = Arrays.stream(noise).allMatch(s -> s == noise[0]);
        boolean reversible = uniform && MatrixFeatures_DDRM.isSymmetric(a);
        Optional<DMatrixRMaj> covariance = reversible ? Lyapunov.reversible(a, q.get(0, 0)) : Lyapunov.solve(a, q);
        return covariance.map(s -> new LinearNetwork(a, noise.clone(), s));
    }

    /**
     * Of equal nodes with unit decay and unit noise, A = −1 + c W/ρ(W).
     *
     * @param weights W, N × N, {@code [to][from]}, not negative
     * @param coupling c, from 0 to just below 1, where the network becomes unstable: ρ(W) is the spectral radius
     * @throws GyrusException for other shapes or values
     */
    public static LinearNetwork coupled(double[][] weights, double coupling) {
        double[] noise = new double[weights.length];
        Arrays.fill(noise, 1);
        check(weights, noise);
        if (!(coupling >= 0 && coupling < 1)) {
            throw GyrusException.input("coupling", "a number from 0 to less than 1", String.valueOf(coupling));
        }
        double radius = radius(weights);
        return scaled(weights, radius > 0 ? coupling / radius : 0);
    }

    /** A = −1 + s W. */
    static LinearNetwork scaled(double[][] weights, double scale) {
        int n = weights.length;
        double[][] jacobian = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian[i][j] = scale * weights[i][j] - (i == j ? 1 : 0);
            }
        }
        double[] noise = new double[n];
        Arrays.fill(noise, 1);
        return of(jacobian, noise);
    }

    /** The largest modulus of an eigenvalue. */
    static double radius(double[][] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.length, false);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw GyrusException.run("the eigenvalues of " + matrix.length + " weights did not converge");
        }
        return IntStream.range(0, eigen.getNumberOfEigenvalues())
                .mapToDouble(k -> eigen.getEigenvalue(k).getMagnitude())
                .max()
                .orElse(0);
    }

    /** S, N × N, symmetric. */
    public double[][] covariance() {
        return array(covariance);
    }

    /** S_ij/√(S_ii S_jj), N × N, with ones on the diagonal. */
    public double[][] correlations() {
        int n = size();
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[i][j] = i == j ? 1 : covariance.get(i, j) / (deviation(i) * deviation(j));
            }
        }
        return out;
    }

    /** The number of nodes. */
    public int size() {
        return noise.length;
    }

    private double deviation(int i) {
        return Math.sqrt(covariance.get(i, i));
    }

    /**
     * Derivatives of a function of the network.
     *
     * @param jacobian by each element of A, N × N
     * @param noise by each σ
     */
    public record Gradient(double[][] jacobian, double[] noise) {}

    /**
     * The derivatives of a function f of the {@link #correlations}, by one more equation of the same kind, whatever the number
     * of parameters: with Aᵀ P + P A + ∂f/∂S = 0, ∂f/∂A = 2 P S and ∂f/∂σ_i = 2 σ_i P_ii.
     *
     * @param byCorrelation ∂f/∂C, N × N; the diagonal does not count
     */
    public Gradient gradient(double[][] byCorrelation) {
        int n = size();
        double[][] correlations = correlations();
        DMatrixRMaj byCovariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double own = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    double mean = (byCorrelation[i][j] + byCorrelation[j][i]) / 2;
                    byCovariance.set(i, j, mean / (deviation(i) * deviation(j)));
                    own += mean * correlations[i][j];
                }
            }
            byCovariance.set(i, i, -own / covariance.get(i, i));
        }
        DMatrixRMaj transposed = CommonOps_DDRM.transpose(jacobian, null);
        DMatrixRMaj p = Lyapunov.solve(transposed, byCovariance).orElseThrow();
        DMatrixRMaj byJacobian = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(2, p, covariance, byJacobian);
        double[] byNoise = new double[n];
        Arrays.setAll(byNoise, i -> 2 * noise[i] * p.get(i, i));
        return new Gradient(array(byJacobian), byNoise);
    }

    private static double[][] array(DMatrixRMaj matrix) {
        double[][] out = new double[matrix.getNumRows()][matrix.getNumCols()];
        for (int i = 0; i < out.length; i++) {
            System.arraycopy(matrix.getData(), i * out[i].length, out[i], 0, out[i].length);
        }
        return out;
    }

    private static void check(double[][] matrix, double[] noise) {
        int n = matrix.length;
        Problems problems = new Problems();
        problems.require(n > 0, "jacobian", "at least one row", "none");
        problems.require(noise.length == n, "noise", n + " values, one per row", noise.length);
        for (int i = 0; i < n; i++) {
            problems.require(matrix[i].length == n, "jacobian[" + i + "]", n + " values", matrix[i].length);
            problems.require(
                    Arrays.stream(matrix[i]).allMatch(Double::isFinite),
                    "jacobian[" + i + "]",
                    "finite values",
                    "others");
        }
        problems.require(
                Arrays.stream(noise).allMatch(s -> s > 0 && Double.isFinite(s)),
                "noise",
                "positive finite values",
                "others");
        problems.throwIfAny();
    }
}
