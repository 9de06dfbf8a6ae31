package dev.gyrus.dynamics;

import java.util.List;

/**
 * Higher derivatives of f at an equilibrium, by central differences of its Jacobian, and the coefficients of normal forms
 * made of them.
 *
 * <p>Yu. A. Kuznetsov, Elements of Applied Bifurcation Theory, 3rd ed., Springer 2004, equations 5.22 and 8.
 */
final class Multilinear {
    private final EquilibriumCurve curve;
    private final double[] u;
    private final double[][] jacobian;
    private final double[] scale;
    private final int n;

    /**
     * @param u the equilibrium, then the parameter
     * @param scale typical sizes of the states
     */
    Multilinear(EquilibriumCurve curve, double[] u, double[] scale) {
        this.curve = curve;
        this.u = u.clone();
        this.scale = scale;
        n = curve.equations();
        jacobian = curve.ofState(u);
    }

    /** How far to move along a vector so that no state moves by more than a share of its scale. */
    private double distance(double[] v, double share) {
        double largest = 1e-300;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(v[i]) / scale[i]);
        }
        return share / largest;
    }

    private double[][] moved(double[] v, double by) {
        double[] at = u.clone();
        for (int i = 0; i < n; i++) {
            at[i] += by * v[i];
        }
        return curve.ofState(at);
    }

    /** The matrix of B(v, ·): the derivative of the Jacobian along v. */
    double[][] second(double[] v) {
        double h = distance(v, 1e-5);
        double[][] above = moved(v, h);
        double[][] below = moved(v, -h);
        double[][] slope = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                slope[i][j] = (above[i][j] - below[i][j]) / (2 * h);
            }
        }
        return slope;
    }

    /** The matrix of C(v, v, ·), by differences of the fourth order. */
    private double[][] third(double[] v) {
        double h = distance(v, 3e-3);
        double[][][] moved = {moved(v, -2 * h), moved(v, -h), moved(v, h), moved(v, 2 * h)};
        double[][] curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double near = moved[1][i][j] + moved[2][i][j];
                double far = moved[0][i][j] + moved[3][i][j];
                curvature[i][j] = (16 * near - far - 30 * jacobian[i][j]) / (12 * h * h);
            }
        }
        return curvature;
    }

    /** The quadratic coefficient of a fold, ½ w·B(v, v)/(w·v) with the null vectors v (of length one) and w. */
    double fold() {
        double[] v = Matrices.smallest(jacobian, 1)[0];
        double[] w = Matrices.smallest(Matrices.transpose(jacobian), 1)[0];
        return 0.5 * Matrices.dot(w, Matrices.times(second(v), v)) / Matrices.dot(w, v);
    }

    /**
     * The first Lyapunov coefficient of a Hopf point.
     *
     * <pre>l₁ = Re( p̄·C(q,q,q̄) − 2 p̄·B(q, A⁻¹B(q,q̄)) + p̄·B(q̄, (2iω − A)⁻¹B(q,q)) ) / 2ω</pre>
     *
     * with A q = iωq, |q| = 1, Aᵀp = −iωp, p̄·q = 1.
     */
    double lyapunov(double omega) {
        // q = r + i s: the null space of A − iω as a real matrix of twice the size
        double[] q = Matrices.smallest(complex(jacobian, omega), 1)[0];
        double[] p = Matrices.smallest(complex(Matrices.transpose(jacobian), -omega), 1)[0];
        double[] r = java.util.Arrays.copyOf(q, n);
        double[] s = java.util.Arrays.copyOfRange(q, n, 2 * n);
        double[][] br = second(r);
        double[][] bs = second(s);
        double[] rr = Matrices.times(br, r);
        double[] rs = Matrices.times(br, s);
        double[] ss = Matrices.times(bs, s);
        double[][] cr = third(r);
        double[][] cs = third(s);
        double[] sumReal = sum(Matrices.times(cr, r), 1, Matrices.times(cs, r), 1);
        double[] sumImaginary = sum(Matrices.times(cr, s), 1, Matrices.times(cs, s), 1);
        double[] mean = Matrices.solve(jacobian, sum(rr, 1, ss, 1));
        double[] twice = join(sum(rr, 1, ss, -1), sum(rs, 2, rs, 0));
        double[] second = Matrices.solve(resolvent(2 * omega), twice);
        if (mean.length == 0 || second.length == 0) {
            return Double.NaN;
        }
        double[] secondReal = java.util.Arrays.copyOf(second, n);
        double[] secondImaginary = java.util.Arrays.copyOfRange(second, n, 2 * n);
        double[] real = sum(sumReal, 1, Matrices.times(br, mean), -2);
        double[] imaginary = sum(sumImaginary, 1, Matrices.times(bs, mean), -2);
        // B(q̄, h) = (Br − i Bs)(hr + i hi)
        real = sum(real, 1, sum(Matrices.times(br, secondReal), 1, Matrices.times(bs, secondImaginary), 1), 1);
        imaginary =
                sum(imaginary, 1, sum(Matrices.times(br, secondImaginary), 1, Matrices.times(bs, secondReal), -1), 1);
        double[] pr = java.util.Arrays.copyOf(p, n);
        double[] pi = java.util.Arrays.copyOfRange(p, n, 2 * n);
        // p̄·z / p̄·q
        double zr = Matrices.dot(pr, real) + Matrices.dot(pi, imaginary);
        double zi = Matrices.dot(pr, imaginary) - Matrices.dot(pi, real);
        double qr = Matrices.dot(pr, r) + Matrices.dot(pi, s);
        double qi = Matrices.dot(pr, s) - Matrices.dot(pi, r);
        return (zr * qr + zi * qi) / (qr * qr + qi * qi) / (2 * omega);
    }

    /** A − iω on (real part, imaginary part). */
    private double[][] complex(double[][] a, double omega) {
        double[][] matrix = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = a[i][j];
                matrix[n + i][n + j] = a[i][j];
            }
            matrix[i][n + i] = omega;
            matrix[n + i][i] = -omega;
        }
        return matrix;
    }

    /** iω − A on (real part, imaginary part). */
    private double[][] resolvent(double omega) {
        double[][] matrix = complex(jacobian, omega);
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] = -row[j];
            }
        }
        return matrix;
    }

    private static double[] sum(double[] a, double factor, double[] b, double other) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = factor * a[i] + other * b[i];
        }
        return sum;
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** The positive angular frequency of the pair nearest to the imaginary axis; 0 where no pair is. */
    static double frequency(List<Eigenvalue> eigenvalues) {
        double nearest = Double.POSITIVE_INFINITY;
        double frequency = 0;
        for (Eigenvalue value : eigenvalues) {
            if (value.imaginary() > 0 && Math.abs(value.real()) < nearest) {
                nearest = Math.abs(value.real());
                frequency = value.imaginary();
            }
        }
        return frequency;
    }
}
