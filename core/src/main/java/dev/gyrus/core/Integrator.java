package dev.gyrus.core;

import java.util.Arrays;
import java.util.List;

/**
 * An explicit Runge–Kutta scheme with fixed step, as data: stage s is evaluated at {@code t + nodes[s]·dt} with states
 * {@code x + dt Σ_{r<s} stages[s][r] k_r}, and the step ends at {@code x + dt Σ_s weights[s] k_s}.
 *
 * <p>Noise enters every stage through the same increment: k = f + g ΔW/dt. With one stage this is the Euler–Maruyama
 * scheme and noise is read in the sense of Itô; with more it is read in the sense of Stratonovich (for additive noise the
 * two agree). Delayed coupling is taken at the stage's time: from the samples, and at half steps by cubic Hermite
 * interpolation.
 *
 * <p>The arrays are handed over, not copied: treat them as read-only. Other nodes and implicit schemes are refused.
 *
 * <p>References: Butcher, Numerical Methods for Ordinary Differential Equations, 2016, doi:10.1002/9781119121534; Rümelin,
 * SIAM J. Numer. Anal. 19, 1982, doi:10.1137/0719041 (Runge–Kutta schemes for stochastic equations).
 *
 * @param name as in experiment files
 * @param nodes stage times in steps: 0, ½ or 1
 * @param stages lower triangular
 * @param weights sum to 1
 */
public record Integrator(String name, double[] nodes, double[][] stages, double[] weights) {

    public Integrator {
        Problems problems = new Problems();
        int count = nodes.length;
        problems.require(
                count > 0
                        && nodes[0] == 0
                        && Arrays.stream(nodes).allMatch(node -> node == 0 || node == 0.5 || node == 1),
                "integrator.nodes",
                "0 first, then 0, 0.5 or 1",
                Arrays.toString(nodes));
        boolean triangular = stages.length == count;
        for (int s = 0; triangular && s < count; s++) {
            triangular = stages[s].length <= s;
        }
        problems.require(
                triangular && weights.length == count,
                "integrator",
                count + " weights and " + count + " rows of coefficients, each of earlier stages alone",
                weights.length + " and " + stages.length + ", or later stages");
        problems.throwIfAny();
    }

    /** Euler–Maruyama, first order. */
    public static final Integrator EULER =
            new Integrator("euler", new double[] {0}, new double[][] {{}}, new double[] {1});

    /** Heun, second order. */
    public static final Integrator HEUN =
            new Integrator("heun", new double[] {0, 1}, new double[][] {{}, {1}}, new double[] {0.5, 0.5});

    /** The classical Runge–Kutta scheme, fourth order. */
    public static final Integrator RK4 = new Integrator(
            "rk4", new double[] {0, 0.5, 0.5, 1}, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}}, new double[] {
                1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6
            });

    /** All built-in schemes. */
    public static List<Integrator> all() {
        return List.of(EULER, HEUN, RK4);
    }

    /** The scheme of that name, or an error that lists them. */
    public static Integrator named(String name) {
        return all().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() -> GyrusException.input(Problem.unknown(
                        "simulation.integrator",
                        "integrator",
                        name,
                        all().stream().map(Integrator::name).toList())));
    }

    public int stageCount() {
        return nodes.length;
    }
}
