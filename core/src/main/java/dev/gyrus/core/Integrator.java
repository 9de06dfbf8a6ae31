package dev.gyrus.core;

import java.util.Arrays;
import java.util.List;

/**
 * A scheme as data: an explicit Runge–Kutta tableau and a rule for using it. Stage s is evaluated at {@code t + nodes[s]·dt}
 * with states {@code x + dt Σ_{r<s} stages[s][r] k_r}, and the step ends at {@code x + dt Σ_s weights[s] k_s}.
 *
 * <p>Noise enters every stage through the same increment: k = f + g ΔW/dt. With one stage this is the Euler–Maruyama
 * scheme and noise is read in the sense of Itô; with more it is read in the sense of Stratonovich (for additive noise the
 * two agree). Delayed coupling is taken at the stage's time: from the samples, and at half steps by cubic Hermite
 * interpolation.
 *
 * <p>The arrays are copied in; those that the accessors return are the scheme's own: treat them as read-only. Other nodes
 * and implicit schemes are refused.
 *
 * <p>References: Butcher, Numerical Methods for Ordinary Differential Equations, 2016, doi:10.1002/9781119121534; Rümelin,
 * SIAM J. Numer. Anal. 19, 1982, doi:10.1137/0719041 (Runge–Kutta schemes for stochastic equations).
 *
 * @param name as in experiment files
 * @param rule how the tableau is used
 * @param nodes stage times in steps: 0, ½ or 1, of adaptive schemes from 0 to 1
 * @param stages lower triangular
 * @param weights sum to 1; of an adaptive scheme those of its last stage, so that it is the first of the next step
 * @param errors of an adaptive scheme: weights less those of the embedded one; else empty
 */
public record Integrator(String name, Rule rule, double[] nodes, double[][] stages, double[] weights, double[] errors) {

    /** How a tableau is used. */
    public enum Rule {
        /** Steps of dt. */
        FIXED,
        /**
         * Steps of dt in which each equation counts as linear in its own state, with the slope λ = ∂f/∂x at the step's start:
         * x + f·(e^(λ·dt) − 1)/λ, with noise of variance g²·(e^(2λ·dt) − 1)/(2λ). Exact for linear equations that do not
         * depend on one another (Ornstein–Uhlenbeck processes among them), first order otherwise, and stable however fast a
         * state decays. Coupling and inputs are those of the step's start.
         */
        EXPONENTIAL,
        /**
         * Steps between one sample and the next whose length follows the error estimate of an embedded scheme; dt is the
         * distance of samples and the longest step. For systems without noise and delays.
         */
        ADAPTIVE
    }

    public Integrator {
        nodes = nodes.clone();
        stages = Arrays.stream(stages).map(double[]::clone).toArray(double[][]::new);
        weights = weights.clone();
        errors = errors.clone();
        Problems problems = new Problems();
        int count = nodes.length;
        boolean adaptive = rule == Rule.ADAPTIVE;
        problems.require(
                count > 0
                        && nodes[0] == 0
                        && Arrays.stream(nodes)
                                .allMatch(node ->
                                        adaptive ? node >= 0 && node <= 1 : node == 0 || node == 0.5 || node == 1),
                "integrator.nodes",
                adaptive ? "0 first, then numbers from 0 to 1" : "0 first, then 0, 0.5 or 1",
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
        problems.require(
                rule != Rule.EXPONENTIAL || count == 1,
                "integrator",
                "one stage for exponential steps",
                count + " stages");
        problems.require(
                errors.length == (adaptive ? count : 0),
                "integrator.errors",
                adaptive ? count + " weights" : "none for steps of one length",
                errors.length);
        boolean continued =
                triangular && adaptive && count > 1 && Arrays.equals(Arrays.copyOf(stages[count - 1], count), weights);
        problems.require(
                continued || !adaptive, "integrator.weights", "those of the last stage", Arrays.toString(weights));
        problems.throwIfAny();
    }

    /** A tableau used with fixed steps. */
    public Integrator(String name, double[] nodes, double[][] stages, double[] weights) {
        this(name, Rule.FIXED, nodes, stages, weights, new double[0]);
    }

    /** Euler–Maruyama, first order. */
    public static final Integrator EULER =
            new Integrator("euler", new double[] {0}, new double[][] {{}}, new double[] {1});

    /** Exponential Euler, first order. */
    public static final Integrator EXPONENTIAL_EULER = new Integrator(
            "exponential-euler",
            Rule.EXPONENTIAL,
            new double[] {0},
            new double[][] {{}},
            new double[] {1},
            new double[0]);

    /** Heun, second order. */
    public static final Integrator HEUN =
            new Integrator("heun", new double[] {0, 1}, new double[][] {{}, {1}}, new double[] {0.5, 0.5});

    /** The classical Runge–Kutta scheme, fourth order. */
    public static final Integrator RK4 = new Integrator(
            "rk4", new double[] {0, 0.5, 0.5, 1}, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}}, new double[] {
                1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6
            });

    /**
     * The adaptive scheme of Dormand and Prince, fifth order: J. Comput. Appl. Math. 6, 1980,
     * doi:10.1016/0771-050X(80)90013-3.
     */
    public static final Integrator DORMAND_PRINCE = new Integrator(
            "dormand-prince",
            Rule.ADAPTIVE,
            new double[] {0, 0.2, 0.3, 0.8, 8.0 / 9, 1, 1},
            new double[][] {
                {},
                {1.0 / 5},
                {3.0 / 40, 9.0 / 40},
                {44.0 / 45, -56.0 / 15, 32.0 / 9},
                {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
                {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
            },
            new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0},
            new double[] {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40});

    /** All built-in schemes. */
    public static List<Integrator> all() {
        return List.of(EULER, EXPONENTIAL_EULER, HEUN, RK4, DORMAND_PRINCE);
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
