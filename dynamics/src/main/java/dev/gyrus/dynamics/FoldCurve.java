package dev.gyrus.dynamics;

import java.util.Arrays;
import java.util.List;

/**
 * Folds over two parameters: f = 0 and g = 0, where
 *
 * <pre>( A  b ) (v)   (0)
 * ( cᵀ 0 ) (g) = (1)</pre>
 *
 * with A = ∂f/∂x is zero exactly where A is singular. The unknowns are the state, then both parameters.
 *
 * <p>W. J. F. Govaerts, Numerical Methods for Bifurcations of Dynamical Equilibria, SIAM 2000, chapter 4.
 */
final class FoldCurve implements PlaneCurve {
    private static final int CUSP = 0;
    private static final int BOGDANOV_TAKENS = 1;
    private static final int ZERO_HOPF = 2;

    private final PlaneField field;
    private final int n;
    private double[] b;
    private double[] c;

    FoldCurve(PlaneField field, double[] start) {
        this.field = field;
        n = field.size();
        double[][] a = field.jacobian(start);
        c = Matrices.smallest(a, 1)[0];
        b = Matrices.smallest(Matrices.transpose(a), 1)[0];
    }

    @Override
    public int equations() {
        return n + 1;
    }

    /** v, then g. */
    private double[] bordered(double[][] a, double[] right, double[] below) {
        double[][] matrix = new double[n + 1][n + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, matrix[i], 0, n);
            matrix[i][n] = right[i];
            matrix[n][i] = below[i];
        }
        double[] one = new double[n + 1];
        one[n] = 1;
        return Matrices.solve(matrix, one);
    }

    @Override
    public void residual(double[] u, double[] out) {
        field.derivative(u, out);
        double[] solution = bordered(field.jacobian(u), b, c);
        out[n] = solution.length == 0 ? Double.NaN : solution[n];
    }

    @Override
    public void jacobian(double[] u, double[][] out) {
        double[][] a = field.jacobian(u);
        double[] v = bordered(a, b, c);
        double[] w = bordered(Matrices.transpose(a), c, b);
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, out[i], 0, n);
        }
        for (int which = 0; which < 2; which++) {
            field.sensitivity(u, which, column);
            for (int i = 0; i < n; i++) {
                out[i][n + which] = column[i];
            }
        }
        for (int j = 0; j < n + 2; j++) {
            out[n][j] = v.length == 0 || w.length == 0
                    ? Double.NaN
                    : -Matrices.dot(w, Matrices.times(field.change(u, j), Arrays.copyOf(v, n)));
        }
    }

    @Override
    public double[] of(Arclength.Point point) {
        double[] u = point.u();
        double[][] a = field.jacobian(u);
        double[] v = bordered(a, b, c);
        double[] w = bordered(Matrices.transpose(a), c, b);
        if (v.length == 0 || w.length == 0) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        v = Matrices.normalised(Arrays.copyOf(v, n));
        w = Matrices.normalised(Arrays.copyOf(w, n));
        double quadratic = 0;
        for (int j = 0; j < n; j++) {
            quadratic += v[j] * Matrices.dot(w, Matrices.times(field.change(u, j), v));
        }
        double pairs = EquilibriumTests.pairs(PlaneCurve.without(Matrices.eigenvalues(a), 1));
        return new double[] {quadratic, Matrices.dot(w, v), pairs};
    }

    @Override
    public PointType event(int test, Arclength.Point point) {
        List<Eigenvalue> others = PlaneCurve.without(Matrices.eigenvalues(field.jacobian(point.u())), 1);
        return switch (test) {
            case CUSP -> PointType.CP;
            case BOGDANOV_TAKENS -> PointType.BT;
            case ZERO_HOPF -> EquilibriumTests.isPair(others) ? PointType.ZH : null;
            default -> throw new IllegalArgumentException();
        };
    }

    @Override
    public boolean endsAt(PointType type) {
        return false;
    }

    @Override
    public void adapt(double[] u) {
        double[][] a = field.jacobian(u);
        double[] v = bordered(a, b, c);
        double[] w = bordered(Matrices.transpose(a), c, b);
        if (v.length > 0 && w.length > 0) {
            c = Matrices.normalised(Arrays.copyOf(v, n));
            b = Matrices.normalised(Arrays.copyOf(w, n));
        }
    }

    @Override
    public double[] place(double[] u) {
        return u;
    }

    @Override
    public Branch.Kind kind() {
        return Branch.Kind.FOLD;
    }

    @Override
    public PlaneField field() {
        return field;
    }
}
