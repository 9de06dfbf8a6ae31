package dev.gyrus.dynamics;

import java.util.Arrays;
import java.util.List;

/**
 * Hopf points over two parameters: f = 0 and (A² + κ) v = 0 with A = ∂f/∂x, where κ = ω². The unknowns are the state, v, κ,
 * then both parameters; v is fixed in its plane by its products with two vectors. The curve is smooth at a
 * Bogdanov–Takens point, where κ becomes negative and it goes on as neutral saddles.
 *
 * <p>D. Roose, V. Hlavaček, A direct method for the computation of Hopf bifurcation points, SIAM J. Appl. Math. 45 (1985)
 * 879–894, doi:10.1137/0145053.
 */
final class HopfCurve implements PlaneCurve {
    private static final int BOGDANOV_TAKENS = 0;
    private static final int GENERALISED = 1;
    private static final int ZERO_HOPF = 2;
    private static final int HOPF_HOPF = 3;

    private final PlaneField field;
    private final Flow flow;
    private final int first;
    private final double[] scale;
    private final int n;
    private double[] along;
    private double[] across;

    /**
     * @param first the number of the first parameter
     * @param scale typical sizes of the states
     */
    HopfCurve(PlaneField field, Flow flow, int first, double[] scale) {
        this.field = field;
        this.flow = flow;
        this.first = first;
        this.scale = scale;
        n = field.size();
    }

    /** The unknowns at a Hopf point, or at a Bogdanov–Takens point. */
    double[] start(double[] place) {
        double[][] a = field.jacobian(place);
        double omega = Multilinear.frequency(critical(Matrices.eigenvalues(a)));
        double[][] square = square(a, omega * omega);
        double[] v = Matrices.smallest(square, 1)[0];
        double[] u = new double[2 * n + 3];
        System.arraycopy(place, 0, u, 0, n);
        System.arraycopy(v, 0, u, n, n);
        u[2 * n] = omega * omega;
        u[2 * n + 1] = place[n];
        u[2 * n + 2] = place[n + 1];
        adapt(u);
        return u;
    }

    /** The pair whose sum is nearest to zero. */
    private static List<Eigenvalue> critical(List<Eigenvalue> all) {
        return all.stream()
                .filter(value -> value.imaginary() != 0)
                .sorted(java.util.Comparator.comparingDouble(value -> Math.abs(value.real())))
                .limit(2)
                .toList();
    }

    /** A² + κ. */
    private double[][] square(double[][] a, double kappa) {
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; a[i][k] != 0 && j < n; j++) {
                    product[i][j] += a[i][k] * a[k][j];
                }
            }
            product[i][i] += kappa;
        }
        return product;
    }

    @Override
    public int equations() {
        return 2 * n + 2;
    }

    @Override
    public double[] place(double[] u) {
        double[] z = Arrays.copyOf(u, n + 2);
        z[n] = u[2 * n + 1];
        z[n + 1] = u[2 * n + 2];
        return z;
    }

    @Override
    public void residual(double[] u, double[] out) {
        double[] z = place(u);
        field.derivative(z, out);
        double[] v = Arrays.copyOfRange(u, n, 2 * n);
        double[] product = Matrices.times(square(field.jacobian(z), u[2 * n]), v);
        System.arraycopy(product, 0, out, n, n);
        out[2 * n] = Matrices.dot(along, v) - 1;
        out[2 * n + 1] = Matrices.dot(across, v);
    }

    @Override
    public void jacobian(double[] u, double[][] out) {
        for (int i = 0; i < 2 * n + 2; i++) {
            Arrays.fill(out[i], 0);
        }
        double[] z = place(u);
        double[][] a = field.jacobian(z);
        double[] v = Arrays.copyOfRange(u, n, 2 * n);
        double[] av = Matrices.times(a, v);
        double[][] square = square(a, u[2 * n]);
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i], 0, out[i], 0, n);
            System.arraycopy(square[i], 0, out[n + i], n, n);
            out[n + i][2 * n] = v[i];
            out[2 * n][n + i] = along[i];
            out[2 * n + 1][n + i] = across[i];
        }
        for (int which = 0; which < 2; which++) {
            field.sensitivity(z, which, column);
            for (int i = 0; i < n; i++) {
                out[i][2 * n + 1 + which] = column[i];
            }
        }
        for (int j = 0; j < n + 2; j++) {
            double[][] change = field.change(z, j);
            double[] outer = Matrices.times(change, av);
            double[] inner = Matrices.times(a, Matrices.times(change, v));
            for (int i = 0; i < n; i++) {
                out[n + i][j < n ? j : n + 1 + j] = outer[i] + inner[i];
            }
        }
    }

    @Override
    public double[] of(Arclength.Point point) {
        double[] u = point.u();
        double kappa = u[2 * n];
        double[] z = place(u);
        double[][] a = field.jacobian(z);
        List<Eigenvalue> eigenvalues = Matrices.eigenvalues(a);
        double lyapunov = Double.NaN;
        if (kappa > 0) {
            EquilibriumCurve curve = new EquilibriumCurve(flow, field.parameters(z[n], z[n + 1]), first);
            double omega = Math.sqrt(kappa);
            lyapunov = new Multilinear(curve, Arrays.copyOf(z, n + 1), scale).lyapunov(omega);
        }
        double others = EquilibriumTests.pairs(others(eigenvalues, kappa));
        return new double[] {kappa, lyapunov, Math.signum(kappa) * Matrices.signedDistance(a), others};
    }

    /** Eigenvalues without the pair ±√−κ. */
    private static List<Eigenvalue> others(List<Eigenvalue> all, double kappa) {
        double omega = Math.sqrt(Math.max(0, kappa));
        return all.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        value -> Math.hypot(value.real(), Math.abs(value.imaginary()) - omega)))
                .skip(2)
                .toList();
    }

    @Override
    public PointType event(int test, Arclength.Point point) {
        double kappa = point.u()[2 * n];
        List<Eigenvalue> all = Matrices.eigenvalues(field.jacobian(place(point.u())));
        double largest = all.stream().mapToDouble(Eigenvalue::modulus).max().orElse(1);
        boolean rotates = kappa > 1e-8 * largest * largest;
        return switch (test) {
            case BOGDANOV_TAKENS -> PointType.BT;
            case GENERALISED -> rotates ? PointType.GH : null;
            case ZERO_HOPF -> rotates ? PointType.ZH : null;
            case HOPF_HOPF -> EquilibriumTests.isPair(others(all, kappa)) ? PointType.HH : null;
            default -> throw new IllegalArgumentException();
        };
    }

    @Override
    public boolean endsAt(PointType type) {
        return type == PointType.BT;
    }

    @Override
    public void adapt(double[] u) {
        double[] v = Arrays.copyOfRange(u, n, 2 * n);
        double length = Matrices.dot(v, v);
        double[] turned = Matrices.times(field.jacobian(place(u)), v);
        double share = Matrices.dot(turned, v) / length;
        along = new double[n];
        across = new double[n];
        for (int i = 0; i < n; i++) {
            along[i] = v[i] / length;
            across[i] = turned[i] - share * v[i];
        }
        across = Matrices.normalised(across);
    }

    @Override
    public Branch.Kind kind() {
        return Branch.Kind.HOPF;
    }

    @Override
    public PlaneField field() {
        return field;
    }
}
