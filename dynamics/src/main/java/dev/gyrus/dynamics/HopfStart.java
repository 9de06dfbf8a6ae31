package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.dynamics.internal.Mesh;
import dev.gyrus.dynamics.internal.Orbit;
import dev.gyrus.dynamics.internal.Profile;
import java.util.Comparator;
import java.util.List;

/**
 * The small cycle at a Hopf point: x + ε Re(q e^{iωt}), q the eigenvector of iω.
 *
 * @param orbit the equilibrium, and the cycle as its direction
 * @param floors |q| of each state, in units of which changes are measured where the equilibrium is at 0
 */
record HopfStart(Orbit orbit, double[] floors) {
    /** How near to the imaginary axis the eigenvalues must be, in units of their modulus. */
    private static final double CLOSE = 1e-3;

    /** States and movements smaller than this share of the largest are rounding errors, as of noise that is off. */
    private static final double NOTHING = 1e-9;

    static HopfStart of(Flow flow, double[] parameters, int free, double[] state, int intervals) {
        Eigenvalue root = onAxis(
                CharacteristicRoots.of(flow, parameters, state),
                flow.parameters().get(free),
                parameters[free]);
        double omega = root.imaginary();
        double[][] vector = CharacteristicRoots.vector(flow, parameters, state, omega);
        double[] floors = scale(vector, state);
        double[] mesh = Mesh.uniform(intervals);
        Profile profile = new Profile(mesh, new double[intervals * Cycle.DEGREE + 1][state.length]);
        Profile direction = profile.zero(state.length);
        for (int k = 0; k < profile.nodes().length; k++) {
            double angle = 2 * Math.PI * k / (profile.nodes().length - 1);
            for (int a = 0; a < state.length; a++) {
                profile.nodes()[k][a] = state[a];
                direction.nodes()[k][a] = vector[0][a] * Math.cos(angle) - vector[1][a] * Math.sin(angle);
            }
        }
        double[] scalars = {2 * Math.PI / omega, parameters[free]};
        return new HopfStart(new Orbit(profile, scalars, direction, new double[2], null, 0), floors);
    }

    private static Eigenvalue onAxis(List<Eigenvalue> roots, String name, double p) {
        Eigenvalue best = roots.stream()
                .filter(root -> root.imaginary() > 0)
                .min(Comparator.comparingDouble(HopfStart::off))
                .orElse(null);
        if (best == null || off(best) > CLOSE) {
            String given = best == null ? "only real eigenvalues" : best.real() + " ± " + best.imaginary() + "i";
            throw GyrusException.input(Problem.of(
                    "state", "a Hopf point at " + name + " = " + p + ": a pair of imaginary eigenvalues", given));
        }
        return best;
    }

    private static double off(Eigenvalue value) {
        return Math.abs(value.real()) / value.modulus();
    }

    /** Scales q so that the state which moves most does so by its own size, or by 1 if all rest at 0. */
    private static double[] scale(double[][] vector, double[] state) {
        double most = 0;
        double size = 0;
        double largest = 0;
        for (int a = 0; a < state.length; a++) {
            size = Math.max(size, Math.hypot(vector[0][a], vector[1][a]));
            largest = Math.max(largest, Math.abs(state[a]));
        }
        for (int a = 0; a < state.length; a++) {
            double length = Math.hypot(vector[0][a], vector[1][a]);
            if (Math.abs(state[a]) > NOTHING * largest && length > NOTHING * size) {
                most = Math.max(most, length / Math.abs(state[a]));
            }
        }
        double factor = 1 / Math.max(size * 1e-6, most > 0 ? most : size);
        double[] floors = new double[state.length];
        for (int a = 0; a < state.length; a++) {
            vector[0][a] *= factor;
            vector[1][a] *= factor;
            floors[a] = Math.max(NOTHING * size * factor, Math.hypot(vector[0][a], vector[1][a]));
        }
        return floors;
    }
}
