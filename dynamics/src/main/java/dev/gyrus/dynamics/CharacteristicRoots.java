package dev.gyrus.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The rightmost roots λ of det Δ(λ) = 0, Δ(λ) = λ − A₀ − Σ A_k e^{−λτ_k}, A_k = ∂f/∂x(t − τ_k): small deviations from an equilibrium of a delay equation
 * are sums of e^{λt}. Without delays they are the eigenvalues of A₀.
 *
 * <p>A solution's history over the longest delay obeys a transport equation whose boundary value is the equation itself. On Chebyshev points that becomes a matrix whose rightmost eigenvalues
 * converge faster than any power of the number of points (D. Breda, S. Maset & R. Vermiglio, SIAM J. Sci. Comput. 27, 2005,
 * 482–495, doi:10.1137/030601600). Only states that appear delayed have a history. Each root is then corrected by Newton's method on det Δ, λ ← λ − 1/tr(Δ⁻¹Δ');
 * what it does not confirm is left out.
 */
public final class CharacteristicRoots {
    private static final int POINTS = 24;
    private static final int ITERATIONS = 8;
    private static final double PRECISION = 1e-11;

    /** A root that Newton's method moves farther than this share of max(|λ|, 1/τ) was none. */
    private static final double NEAR = 0.05;

    private final int n;
    private final double[] delays;
    private final double[][][] matrices;

    private CharacteristicRoots(Flow flow, double[] parameters, double[] state) {
        n = state.length;
        delays = flow.delays(parameters);
        matrices = new double[delays.length + 1][n][n];
        double[][] past = new double[delays.length + 1][];
        java.util.Arrays.fill(past, state);
        for (int k = 0; k < matrices.length; k++) {
            flow.jacobian(past, parameters, k, matrices[k]);
        }
    }

    /**
     * The roots to the right, by falling real part; of a pair the one above the real axis first.
     *
     * @param state an equilibrium
     * @return in 1/ms; those farther left than the discretisation resolves are missing
     */
    public static List<Eigenvalue> of(Flow flow, double[] parameters, double[] state) {
        return new CharacteristicRoots(flow, parameters, state).all();
    }

    private List<Eigenvalue> all() {
        double longest = longest();
        if (longest == 0) {
            double[][] sum = new double[n][n];
            for (double[][] matrix : matrices) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        sum[i][j] += matrix[i][j];
                    }
                }
            }
            return Matrices.eigenvalues(sum);
        }
        List<Eigenvalue> roots = new ArrayList<>();
        for (Eigenvalue guess : Matrices.eigenvalues(generator(longest))) {
            if (guess.imaginary() < 0 || guess.modulus() * longest > POINTS) {
                continue;
            }
            double[] root = corrected(guess, longest);
            if (root != null && roots.stream().noneMatch(r -> distance(r, root) < 1e-8 * (1 / longest + r.modulus()))) {
                roots.add(new Eigenvalue(root[0], root[1]));
                if (root[1] != 0) {
                    roots.add(new Eigenvalue(root[0], -root[1]));
                }
            }
        }
        roots.sort(Comparator.comparingDouble(Eigenvalue::real)
                .thenComparingDouble(Eigenvalue::imaginary)
                .reversed());
        return roots;
    }

    private static double distance(Eigenvalue a, double[] b) {
        return Math.hypot(a.real() - b[0], a.imaginary() - b[1]);
    }

    private double longest() {
        return java.util.Arrays.stream(delays).max().orElse(0);
    }

    /** The discretised generator: all states now, then the delayed states at each further point of the past. */
    private double[][] generator(double longest) {
        int[] delayed = delayed();
        int d = delayed.length;
        double[][] slope = Chebyshev.differentiation(POINTS);
        double[][] matrix = new double[n + d * POINTS][n + d * POINTS];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrices[0][i], 0, matrix[i], 0, n);
        }
        for (int k = 0; k < delays.length; k++) {
            double[] basis = Chebyshev.basis(POINTS, 1 - 2 * delays[k] / longest);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < d; c++) {
                    for (int j = 0; j <= POINTS; j++) {
                        matrix[i][column(delayed, c, j)] += matrices[k + 1][i][delayed[c]] * basis[j];
                    }
                }
            }
        }
        for (int c = 0; c < d; c++) {
            for (int i = 1; i <= POINTS; i++) {
                for (int j = 0; j <= POINTS; j++) {
                    matrix[column(delayed, c, i)][column(delayed, c, j)] = slope[i][j] * 2 / longest;
                }
            }
        }
        return matrix;
    }

    private int column(int[] delayed, int c, int point) {
        return point == 0 ? delayed[c] : n + (point - 1) * delayed.length + c;
    }

    private int[] delayed() {
        return java.util.stream.IntStream.range(0, n)
                .filter(j -> java.util.stream.IntStream.range(1, matrices.length)
                        .anyMatch(k -> java.util.Arrays.stream(matrices[k]).anyMatch(row -> row[j] != 0)))
                .toArray();
    }

    private double[] corrected(Eigenvalue guess, double longest) {
        double[] root = {guess.real(), guess.imaginary()};
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] trace = trace(root);
            double square = trace[0] * trace[0] + trace[1] * trace[1];
            if (!(square > 0) || Double.isInfinite(square)) {
                return Double.isInfinite(square) ? root : null;
            }
            double stepReal = trace[0] / square;
            double stepImaginary = guess.imaginary() == 0 ? 0 : -trace[1] / square;
            root[0] -= stepReal;
            root[1] -= stepImaginary;
            if (distance(guess, root) > NEAR * Math.max(guess.modulus(), 1 / longest)) {
                return null;
            }
            if (Math.hypot(stepReal, stepImaginary) < PRECISION * Math.max(guess.modulus(), 1 / longest)) {
                return root;
            }
        }
        return null;
    }

    /** tr(Δ⁻¹Δ'), real and imaginary part; infinite at a root. */
    private double[] trace(double[] root) {
        DMatrixRMaj matrix = new DMatrixRMaj(2 * n, 2 * n);
        DMatrixRMaj derivative = new DMatrixRMaj(2 * n, n);
        for (int i = 0; i < n; i++) {
            add(matrix, i, i, root[0], root[1]);
            derivative.set(i, i, 1);
        }
        for (int k = 0; k < matrices.length; k++) {
            double delay = k == 0 ? 0 : delays[k - 1];
            double size = Math.exp(-root[0] * delay);
            double real = size * Math.cos(root[1] * delay);
            double imaginary = -size * Math.sin(root[1] * delay);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double a = matrices[k][i][j];
                    add(matrix, i, j, -a * real, -a * imaginary);
                    derivative.add(i, j, a * delay * real);
                    derivative.add(n + i, j, a * delay * imaginary);
                }
            }
        }
        DMatrixRMaj quotient = new DMatrixRMaj(2 * n, n);
        if (!CommonOps_DDRM.solve(matrix, derivative, quotient)) {
            return new double[] {Double.POSITIVE_INFINITY, 0};
        }
        double[] trace = new double[2];
        for (int i = 0; i < n; i++) {
            trace[0] += quotient.get(i, i);
            trace[1] += quotient.get(n + i, i);
        }
        return trace;
    }

    /** Adds a complex number to a matrix in real form, [[Re, −Im], [Im, Re]]. */
    private void add(DMatrixRMaj matrix, int i, int j, double real, double imaginary) {
        matrix.add(i, j, real);
        matrix.add(n + i, n + j, real);
        matrix.add(i, n + j, -imaginary);
        matrix.add(n + i, j, imaginary);
    }

    /**
     * The real and imaginary part of the q with Δ(iω)q = 0, for a root iω.
     */
    static double[][] vector(Flow flow, double[] parameters, double[] state, double omega) {
        CharacteristicRoots roots = new CharacteristicRoots(flow, parameters, state);
        int n = roots.n;
        DMatrixRMaj matrix = new DMatrixRMaj(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            roots.add(matrix, i, i, 0, omega);
        }
        for (int k = 0; k < roots.matrices.length; k++) {
            double angle = k == 0 ? 0 : omega * roots.delays[k - 1];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double a = roots.matrices[k][i][j];
                    roots.add(matrix, i, j, -a * Math.cos(angle), a * Math.sin(angle));
                }
            }
        }
        double[][] rows = new double[2 * n][2 * n];
        for (int i = 0; i < 2 * n; i++) {
            for (int j = 0; j < 2 * n; j++) {
                rows[i][j] = matrix.get(i, j);
            }
        }
        double[] both = Matrices.smallest(rows, 1)[0];
        return new double[][] {java.util.Arrays.copyOf(both, n), java.util.Arrays.copyOfRange(both, n, 2 * n)};
    }
}
