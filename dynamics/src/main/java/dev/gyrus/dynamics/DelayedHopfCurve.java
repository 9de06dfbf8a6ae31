package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Hopf points of delay equations over two parameters: f(x, …, x; p) = 0 and Δ(iω)(a + ib) = 0 with the characteristic matrix
 * Δ(λ) = λ − A₀ − Σ A_k e^{−λτ_k}, the vector fixed by its products with an earlier one. The unknowns are x, a, b, ω, then both parameters.
 *
 * <p>K. Engelborghs & D. Roose, Numerical computation of stability and detection of Hopf bifurcations of steady state
 * solutions of delay differential equations, Adv. Comput. Math. 10, 1999, 271–289, doi:10.1023/A:1018986218364.
 */
public final class DelayedHopfCurve implements Curve {
    /** Steps along half a curve, at most. */
    private static final int MOST = 1000;

    /** Distance of the differences that give the Jacobian, in units of the scales. */
    private static final double DISTANCE = 6e-6;

    private final Flow flow;
    private final int first;
    private final int second;
    private final double[] parameters;
    private final int n;
    private final double[] scale;
    private double[] along;

    private DelayedHopfCurve(Flow flow, int first, int second, double[] parameters, double[] scale, double[] along) {
        this.flow = flow;
        this.first = first;
        this.second = second;
        this.parameters = parameters.clone();
        this.scale = scale;
        this.along = along;
        n = flow.states().size();
    }

    /**
     * The curve through a Hopf point, within the ranges of both parameters.
     *
     * @param parameters of the system at the Hopf point
     * @param state the equilibrium there
     * @param first index of a parameter
     * @param second index of the other
     * @param from smallest values of both
     * @param to largest values of both
     * @throws GyrusException if there is no pair of imaginary roots
     */
    public static Branch through(
            Flow flow, double[] parameters, double[] state, int first, int second, double[] from, double[] to) {
        HopfStart hopf = HopfStart.of(flow, parameters, first, state, 2);
        int n = state.length;
        double omega = 2 * Math.PI / hopf.orbit().scalars()[0];
        double[][] vector = CharacteristicRoots.vector(flow, parameters, state, omega);
        double[] start = new double[3 * n + 3];
        double[] scale = new double[3 * n + 3];
        Arrays.fill(scale, 1);
        for (int i = 0; i < n; i++) {
            start[i] = state[i];
            start[n + i] = vector[0][i];
            start[2 * n + i] = vector[1][i];
            scale[i] = Math.max(Math.abs(state[i]), hopf.floors()[i]);
        }
        start[3 * n] = omega;
        scale[3 * n] = omega;
        start[3 * n + 1] = parameters[first];
        start[3 * n + 2] = parameters[second];
        scale[3 * n + 1] = to[0] - from[0];
        scale[3 * n + 2] = to[1] - from[1];
        List<BranchPoint> points = new ArrayList<>();
        for (int sign : new int[] {-1, 1}) {
            double[] along = Arrays.copyOfRange(start, n, 3 * n);
            DelayedHopfCurve curve = new DelayedHopfCurve(flow, first, second, parameters, scale, along);
            double[] direction = new double[3 * n + 3];
            direction[3 * n + 2] = sign;
            List<BranchPoint> half = curve.follow(start, direction, from, to);
            if (sign < 0) {
                Collections.reverse(half);
            }
            points.addAll(points.isEmpty() || half.isEmpty() ? half : half.subList(1, half.size()));
        }
        return new Branch(Branch.Kind.HOPF, "HB", points);
    }

    private List<BranchPoint> follow(double[] start, double[] direction, double[] from, double[] to) {
        List<BranchPoint> points = new ArrayList<>();
        Arclength arclength = new Arclength(this, scale, 0.02);
        Arclength.Point point = arclength.start(start, direction);
        while (point != null && points.size() < MOST) {
            double[] u = point.u();
            double p = u[3 * n + 1];
            double q = u[3 * n + 2];
            if (!(p >= from[0] && p <= to[0] && q >= from[1] && q <= to[1] && u[3 * n] > 0)) {
                break;
            }
            points.add(point(u));
            normalise(u);
            point = arclength.next(point);
        }
        return points;
    }

    /** The next vector is compared with this one. */
    private void normalise(double[] u) {
        along = Arrays.copyOfRange(u, n, 3 * n);
        double square = Matrices.dot(along, along);
        for (int i = 0; i < along.length; i++) {
            along[i] /= square;
        }
    }

    private BranchPoint point(double[] u) {
        double[] state = Arrays.copyOf(u, n);
        double[] all = all(u);
        List<Eigenvalue> roots = CharacteristicRoots.of(flow, all, state);
        int unstable = (int)
                roots.stream().filter(root -> root.real() > 1e-6 * u[3 * n]).count();
        return new BranchPoint(all, state, state.clone(), 0, unstable, roots, Optional.empty(), Double.NaN);
    }

    private double[] all(double[] u) {
        double[] all = parameters.clone();
        all[first] = u[3 * n + 1];
        all[second] = u[3 * n + 2];
        return all;
    }

    @Override
    public int equations() {
        return 3 * n + 2;
    }

    @Override
    public void residual(double[] u, double[] out) {
        double[] all = all(u);
        double[] delays = flow.delays(all);
        double[][] past = new double[delays.length + 1][];
        Arrays.fill(past, Arrays.copyOf(u, n));
        double[] rate = new double[n];
        flow.derivative(past, all, rate);
        System.arraycopy(rate, 0, out, 0, n);
        double omega = u[3 * n];
        for (int i = 0; i < n; i++) {
            out[n + i] = -omega * u[2 * n + i];
            out[2 * n + i] = omega * u[n + i];
        }
        double[][] jacobian = new double[n][n];
        for (int k = 0; k <= delays.length; k++) {
            flow.jacobian(past, all, k, jacobian);
            double angle = k == 0 ? 0 : omega * delays[k - 1];
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double a = u[n + j];
                    double b = u[2 * n + j];
                    out[n + i] -= jacobian[i][j] * (cosine * a + sine * b);
                    out[2 * n + i] -= jacobian[i][j] * (cosine * b - sine * a);
                }
            }
        }
        out[3 * n] = -1;
        out[3 * n + 1] = 0;
        for (int i = 0; i < n; i++) {
            out[3 * n] += along[i] * u[n + i] + along[n + i] * u[2 * n + i];
            out[3 * n + 1] += along[i] * u[2 * n + i] - along[n + i] * u[n + i];
        }
    }

    @Override
    public void jacobian(double[] u, double[][] out) {
        double[] above = new double[equations()];
        double[] below = new double[equations()];
        double[] moved = u.clone();
        for (int j = 0; j < u.length; j++) {
            double step = DISTANCE * scale[j];
            moved[j] = u[j] + step;
            residual(moved, above);
            moved[j] = u[j] - step;
            residual(moved, below);
            moved[j] = u[j];
            for (int i = 0; i < above.length; i++) {
                out[i][j] = (above[i] - below[i]) / (2 * step);
            }
        }
    }
}
