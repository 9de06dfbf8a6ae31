package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every scheme converges with its order, on problems whose solutions are known in closed form. */
class ConvergenceTest {
    private static final double[] STEPS = {0.1, 0.05, 0.025, 0.0125};

    /** dx/dt = −y, dy/dt = x from (1, 0): x = cos t. */
    private static final Node ROTATION = Node.named("rotation")
            .mass(Mass.named("m")
                    .state("x", "1", Initial.constant(1))
                    .state("y", "1", Initial.constant(0))
                    .parameter("w", 1, "1/ms", "angular frequency")
                    .equations("dx/dt = -w*y\ndy/dt = w*x")
                    .build())
            .defaultOutput("x")
            .build();

    /** dx/dt = −x² + u(t) with u = 2t + t⁴ from 0: x = t². */
    private static final Node DRIVEN = Node.named("driven")
            .mass(Mass.named("m")
                    .state("x", "1", Initial.constant(0))
                    .input("u", "1/ms", "drive")
                    .equations("dx/dt = -x^2*1[1/ms] + u")
                    .build())
            .defaultOutput("x")
            .build();

    /** dx/dt = −(π/2) x(t − 1) with the past of cos(πt/2) replaced by a constant: solved by the method of steps. */
    private static final Node DELAYED = Node.named("delayed")
            .mass(Mass.named("m")
                    .state("x", "1", Initial.constant(1))
                    .parameter("k", -1, "1/ms", "feedback")
                    .input("past", "1", "x one ms ago")
                    .equations("dx/dt = k*past")
                    .build())
            .local(Local.of("m.x", "m.past", "1"))
            .defaultOutput("x")
            .build();

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void rotationConvergesWithTheOrderOfTheScheme(String scheme, int order) {
        assertOrder(order, dt -> end(ROTATION, scheme, dt, 5, null) - Math.cos(5));
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void inputsAreTakenAtStageTimes(String scheme, int order) {
        Stimulus drive = t -> 2 * t + t * t * t * t;
        assertOrder(order, dt -> end(DRIVEN, scheme, dt, 1.5, drive) - 1.5 * 1.5);
    }

    /** The same equation through an output: its slope comes from the chain rule. */
    private static final Node DELAYED_OUTPUT = Node.named("delayed")
            .mass(Mass.named("m")
                    .state("x", "1", Initial.constant(1))
                    .output("q", "1")
                    .parameter("k", -0.5, "1/ms", "feedback")
                    .input("past", "1", "q one ms ago")
                    .equations("z = 3*x\noutput q = z - x\ndx/dt = k*past")
                    .build())
            .local(Local.of("m.q", "m.past", "1"))
            .defaultOutput("x")
            .build();

    /** With x = 1 before 0, x(t) = Σ_k (−1)^k (t − k + 1)^k / k! over the k with t ≥ k − 1 (method of steps). */
    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void delayedFeedbackConvergesWithTheOrderOfTheScheme(String scheme, int order) {
        double t = 4.5;
        double exact = 0;
        double factorial = 1;
        for (int k = 0; k - 1 <= t; k++) {
            factorial *= Math.max(1, k);
            exact += Math.pow(-1, k) * Math.pow(t - k + 1, k) / factorial;
        }
        double solution = exact;
        assertOrder(order, dt -> end(DELAYED, scheme, dt, t, null) - solution);
        assertOrder(order, dt -> end(DELAYED_OUTPUT, scheme, dt, t, null) - solution);
    }

    /** Two nodes without delay: dx_i/dt = x_j from (1, 0): x_0 = cosh t. */
    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "rk4, 4"})
    void couplingWithoutDelayFollowsTheStages(String scheme, int order) {
        Node node = Node.named("pair")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(0))
                        .parameter("k", 1, "1/ms", "coupling")
                        .input("other", "1", "the other node")
                        .equations("dx/dt = k*other")
                        .build())
                .sync(Sync.additive("x", "other"))
                .defaultOutput("x")
                .build();
        Network network = Network.of(node, Connectome.of(new double[][] {{0, 1}, {1, 0}}), 0);
        assertOrder(order, dt -> {
            Recording recording = Simulation.of(network)
                    .dt(dt)
                    .duration(2)
                    .integrator(Integrator.named(scheme))
                    .initial("x", 1, 0)
                    .observe(Recorder.every(2, "x"))
                    .run();
            return recording.get("x").values()[0][0] - Math.cosh(2);
        });
    }

    @Test
    void frozenCouplingLowersTheOrderToOne() {
        assertOrder(
                1,
                dt -> {
                    Recording recording = Simulation.of(Network.of(DELAYED))
                            .dt(dt)
                            .duration(0.5)
                            .integrator(Integrator.HEUN)
                            .frozenCoupling(true)
                            .initial("x", 1)
                            .observe(Recorder.every(0.5, "x"))
                            .run();
                    return recording.get("x").values()[0][0] - 0.5;
                },
                true);
    }

    private static double end(Node node, String scheme, double dt, double duration, Stimulus drive) {
        Simulation simulation = Simulation.of(Network.of(node))
                .dt(dt)
                .duration(duration)
                .integrator(Integrator.named(scheme))
                .observe(Recorder.every(duration, "x"));
        return (drive == null ? simulation : simulation.drive("u", drive))
                .run()
                .get("x")
                .values()[0][0];
    }

    private static void assertOrder(int order, ToDoubleFunction<Double> error) {
        assertOrder(order, error, false);
    }

    private static void assertOrder(int order, ToDoubleFunction<Double> error, boolean exactAllowed) {
        List<Double> errors = new ArrayList<>();
        for (double dt : STEPS) {
            errors.add(Math.abs(error.applyAsDouble(dt)));
        }
        if (exactAllowed && errors.stream().allMatch(e -> e < 1e-12)) {
            return;
        }
        for (int k = 1; k < errors.size(); k++) {
            double rate = Math.log(errors.get(k - 1) / errors.get(k)) / Math.log(2);
            assertThat(rate).as("errors %s", errors).isBetween(order - 0.25, order + 0.6);
        }
    }

    /** Increments of a fine path, summed for coarse steps. */
    record Path(double[] fine, int factor) implements NoiseSource {
        @Override
        public void gaussians(long stream, long step, long firstEntity, double[] out, int from, int to) {
            double sum = 0;
            for (int k = 0; k < factor; k++) {
                sum += fine[(int) step * factor + k];
            }
            java.util.Arrays.fill(out, from, to, sum / Math.sqrt(factor));
        }
    }

    /**
     * dx = λx dt + µx dW: in the sense of Itô x = exp((λ − µ²/2) t + µW), in that of Stratonovich x = exp(λt + µW). Strong
     * order ½ for Euler–Maruyama and 1 for Heun (Kloeden, Platen, Numerical Solution of Stochastic Differential Equations,
     * 1992, doi:10.1007/978-3-662-12616-5); with a single noise, where an order-p scheme errs by ΔW^(p+1) a step, 2 for RK4.
     */
    @ParameterizedTest
    @CsvSource({"euler, 0.5, true", "heun, 1, false", "rk4, 2, false"})
    void geometricBrownianMotionConvergesStrongly(String scheme, double order, boolean ito) {
        double lambda = 0.5;
        double mu = 0.6;
        Node node = Node.named("gbm")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(1))
                        .parameter("lambda", lambda, "1/ms", "growth")
                        .parameter("mu", mu, "1/√ms", "noise")
                        .equations("dx/dt = lambda*x + mu*x*xi")
                        .build())
                .defaultOutput("x")
                .build();
        int paths = 400;
        int fine = 256;
        int[] factors = {32, 16, 8, 4};
        double[] errors = new double[factors.length];
        for (int p = 0; p < paths; p++) {
            double[] increments = gaussians(p, fine);
            double w = java.util.Arrays.stream(increments).sum() * Math.sqrt(1.0 / fine);
            double exact = Math.exp((ito ? lambda - mu * mu / 2 : lambda) + mu * w);
            for (int f = 0; f < factors.length; f++) {
                double dt = (double) factors[f] / fine;
                double x = Simulation.of(Network.of(node))
                        .dt(dt)
                        .duration(1)
                        .integrator(Integrator.named(scheme))
                        .noise(new Path(increments, factors[f]))
                        .observe(Recorder.every(1, "x"))
                        .run()
                        .get("x")
                        .values()[0][0];
                errors[f] += Math.abs(x - exact) / paths;
            }
        }
        double rate = Math.log(errors[0] / errors[3]) / Math.log(8);
        assertThat(rate).as("errors %s", java.util.Arrays.toString(errors)).isBetween(order - 0.15, order + 0.25);
    }

    /** Additive noise: dx = −x dt + σ dW; the strong order of Euler–Maruyama is 1, of Heun 1 (exact drift order 2). */
    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 1"})
    void additiveNoiseConvergesStronglyWithOrderOne(String scheme, double order) {
        Node node = Node.named("ou")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(1))
                        .parameter("tau", 1, "ms", "time constant")
                        .parameter("sigma", 0.5, "1/√ms", "noise")
                        .equations("dx/dt = -x/tau + sigma*xi")
                        .build())
                .defaultOutput("x")
                .build();
        int fine = 4096;
        int[] factors = {512, 256, 128};
        double[] errors = new double[factors.length];
        int paths = 100;
        for (int p = 0; p < paths; p++) {
            double[] increments = gaussians(1000 + p, fine);
            double h = 1.0 / fine;
            double exact = Math.exp(-1);
            for (int k = 0; k < fine; k++) {
                exact += 0.5 * Math.exp(-(1 - (k + 0.5) * h)) * increments[k] * Math.sqrt(h);
            }
            for (int f = 0; f < factors.length; f++) {
                double x = Simulation.of(Network.of(node))
                        .dt(factors[f] * h)
                        .duration(1)
                        .integrator(Integrator.named(scheme))
                        .noise(new Path(increments, factors[f]))
                        .observe(Recorder.every(1, "x"))
                        .run()
                        .get("x")
                        .values()[0][0];
                errors[f] += Math.abs(x - exact) / paths;
            }
        }
        double rate = Math.log(errors[0] / errors[2]) / Math.log(4);
        assertThat(rate).as("errors %s", java.util.Arrays.toString(errors)).isBetween(order - 0.15, order + 0.25);
    }

    private static double[] gaussians(int path, int count) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(path);
        double[] out = new double[count];
        for (int k = 0; k < count; k++) {
            out[k] = random.nextGaussian();
        }
        return out;
    }

    @Test
    void parametersOfANodeCanBeSetTogether() {
        Node node = ROTATION.with(Map.of("w", new double[] {2}));
        assertThat(end(node, "rk4", 0.01, 1, null)).isCloseTo(Math.cos(2), org.assertj.core.data.Offset.offset(1e-8));
    }
}
