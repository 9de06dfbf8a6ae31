package dev.gyrus.dynamics;

import dev.gyrus.core.GyrusException;
import java.util.ArrayList;
import java.util.List;

/**
 * The average rates at which neighbouring solutions of a system without delays diverge.
 *
 * <p>n deviations follow the linearised equation along a solution and are made orthogonal again and again; the logarithms of their lengths, averaged,
 * are the exponents (G. Benettin, L. Galgani, A. Giorgilli & J.-M. Strelcyn, Meccanica 15, 1980, 9–30,
 * doi:10.1007/BF02128236).
 */
public final class LyapunovExponents {
    /** Of one step, relative to the size of the numbers. */
    private static final double TOLERANCE = 1e-7;

    private LyapunovExponents() {}

    /**
     * All exponents, largest first, per ms.
     *
     * @param start the state at t = 0
     * @param discarded how long to wait before averaging, in ms
     * @param duration how long to average, in ms
     * @param interval between two orthogonalisations, in ms: short enough that deviations stay apart
     * @throws GyrusException if the system has delays, or its solution leaves the finite numbers
     */
    public static double[] of(
            Flow flow, double[] parameters, double[] start, double discarded, double duration, double interval) {
        if (flow.delays(parameters).length > 0) {
            throw GyrusException.input("system", "ordinary differential equations", "delays");
        }
        if (!(interval > 0 && duration >= interval && discarded >= 0)) {
            throw GyrusException.input(
                    "times", "0 < interval ≤ duration, discarded ≥ 0", interval + ", " + duration + ", " + discarded);
        }
        int n = start.length;
        double[] state = new double[n + n * n];
        System.arraycopy(start, 0, state, 0, n);
        for (int i = 0; i < n; i++) {
            state[n + i * n + i] = 1;
        }
        Flow both = new Variational(flow);
        long skipped = Math.round(discarded / interval);
        long counted = Math.round(duration / interval);
        double[] sums = new double[n];
        for (long k = 0; k < skipped + counted; k++) {
            Trajectory trajectory = new Trajectory(both, parameters, state, TOLERANCE);
            if (!trajectory.to(interval)) {
                throw GyrusException.run("the solution could not be followed beyond " + k * interval + " ms");
            }
            state = trajectory.at(interval).clone();
            orthogonalise(state, n, k < skipped ? new double[n] : sums);
        }
        for (int i = 0; i < n; i++) {
            sums[i] /= counted * interval;
        }
        return java.util.Arrays.stream(sums).map(x -> -x).sorted().map(x -> -x).toArray();
    }

    /** Gram and Schmidt's method on the deviations; adds the logarithms of the lengths. */
    private static void orthogonalise(double[] state, int n, double[] sums) {
        for (int i = 0; i < n; i++) {
            int own = n + i * n;
            for (int j = 0; j < i; j++) {
                int other = n + j * n;
                double product = 0;
                for (int a = 0; a < n; a++) {
                    product += state[own + a] * state[other + a];
                }
                for (int a = 0; a < n; a++) {
                    state[own + a] -= product * state[other + a];
                }
            }
            double square = 0;
            for (int a = 0; a < n; a++) {
                square += state[own + a] * state[own + a];
            }
            double length = Math.sqrt(square);
            sums[i] += Math.log(length);
            for (int a = 0; a < n; a++) {
                state[own + a] /= length;
            }
        }
    }

    /** A system and n deviations from its solution, one after the other. */
    private record Variational(Flow flow) implements Flow {
        @Override
        public List<String> states() {
            List<String> names = new ArrayList<>(flow.states());
            for (int i = 0; i < flow.states().size(); i++) {
                for (String state : flow.states()) {
                    names.add("d" + i + " " + state);
                }
            }
            return names;
        }

        @Override
        public List<String> parameters() {
            return flow.parameters();
        }

        @Override
        public double[] delays(double[] parameters) {
            return new double[0];
        }

        @Override
        public void derivative(double[][] past, double[] parameters, double[] out) {
            int n = flow.states().size();
            double[][] now = {java.util.Arrays.copyOf(past[0], n)};
            double[] rate = new double[n];
            double[][] jacobian = new double[n][n];
            flow.derivative(now, parameters, rate);
            flow.jacobian(now, parameters, 0, jacobian);
            System.arraycopy(rate, 0, out, 0, n);
            for (int i = 0; i < n; i++) {
                double[] deviation = java.util.Arrays.copyOfRange(past[0], n + i * n, n + (i + 1) * n);
                System.arraycopy(Matrices.times(jacobian, deviation), 0, out, n + i * n, n);
            }
        }

        @Override
        public void jacobian(double[][] past, double[] parameters, int k, double[][] out) {
            throw new UnsupportedOperationException();
        }
    }
}
