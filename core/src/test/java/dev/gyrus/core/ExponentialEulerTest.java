package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialEulerTest {

    private static Node node(String equations, String... states) {
        Mass.Builder mass = Mass.named("m")
                .parameter("tau", 5, "ms", "time constant")
                .parameter("sigma", 0, "1/sqrt(ms)", "noise")
                .input("u", "1", "drive");
        for (String state : states) {
            mass.state(state, "1", Initial.constant(1));
        }
        return Node.named("node")
                .mass(mass.equations(equations).build())
                .defaultOutput("x")
                .build();
    }

    private static Simulation simulation(Node node) {
        return Simulation.of(Network.of(node)).integrator(Integrator.named("exponential-euler"));
    }

    private static double end(Simulation simulation, double dt, double duration, String variable) {
        Recording recording = simulation
                .dt(dt)
                .duration(duration)
                .observe(Recorder.every(duration, variable))
                .run();
        return recording.get(variable).values()[0][0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 2, 40, 4000})
    void linearEquationsAreSolvedExactly(double dt) {
        Node leak = node("dx/dt = (3 - x + u)/tau", "x");
        double expected = 4 + (1 - 4) * Math.exp(-2 * dt / 5);
        double actual = end(simulation(leak).drive("u", t -> 1), dt, 2 * dt, "x");
        assertThat(actual).isCloseTo(expected, within(4e-16 * 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 20})
    void growthAndDriftAreExactToo(double dt) {
        Node growing = node("dx/dt = x/tau\ndy/dt = 2*tau/tau/tau", "x", "y");
        assertThat(end(simulation(growing), dt, 3 * dt, "x") / Math.exp(3 * dt / 5))
                .isCloseTo(1, within(2e-15));
        assertThat(end(simulation(growing), dt, 3 * dt, "y")).isCloseTo(1 + 3 * dt * 0.4, within(1e-14));
    }

    /** dx/dt = x − x³ by its closed solution; λ = 1 − 3x² passes through zero on the way. */
    @Test
    void nonlinearEquationsConvergeAtLeastInFirstOrder() {
        Node cubic = node("z = x^2\ndx/dt = (x - z*x)/tau", "x");
        double exact = 1 / Math.sqrt(1 + (1 / 0.01 - 1) * Math.exp(-2 * 4));
        double[] errors = Arrays.stream(new double[] {0.5, 0.25, 0.125})
                .map(dt -> Math.abs(end(simulation(cubic).initial("x", 0.1), dt, 20, "x") - exact))
                .toArray();
        assertThat(errors[0] / errors[1]).isGreaterThan(1.9);
        assertThat(errors[1] / errors[2]).isGreaterThan(1.9);
        assertThat(errors[2]).isLessThan(1e-3);
    }

    /** y decays in 1 µs towards a slow x: explicit Euler would need steps of 2 µs. */
    @Test
    void stiffEquationsStayStable() {
        Node stiff = node("dx/dt = -x/tau\ndy/dt = (x^2 - y)/0.001[ms]", "x", "y");
        double x = end(simulation(stiff), 0.5, 10, "x");
        assertThat(x).isCloseTo(Math.exp(-2), within(1e-15));
        assertThat(end(simulation(stiff), 0.5, 10, "y")).isCloseTo(Math.exp(-3.9), within(1e-2));
    }

    /** The variance σ²τ/2 of an Ornstein–Uhlenbeck process at rest, whatever the step. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 10})
    void theVarianceOfAnOrnsteinUhlenbeckProcessIsExact(double dt) {
        Node process = node("dx/dt = -x/tau + sigma*xi", "x").with("sigma", 0.2);
        Recording recording = simulation(process)
                .dt(dt)
                .duration(60_000 * dt)
                .initial("x", 0)
                .observe(Recorder.every(dt, "x"))
                .run();
        double[] x = recording.get("x").column(0);
        double variance = Arrays.stream(x).map(value -> value * value).average().orElseThrow();
        double correlation = Math.exp(-dt / 5);
        double error =
                0.1 * Math.sqrt(2.0 / x.length * (1 + correlation * correlation) / (1 - correlation * correlation));
        assertThat(variance).isCloseTo(0.1, within(4 * error));
        double next = 0;
        for (int k = 1; k < x.length; k++) {
            next += x[k] * x[k - 1] / x.length;
        }
        assertThat(next / variance).isCloseTo(correlation, within(0.02));
    }

    /** A leak fed by its own past: between multiples of the delay the solution is known piece by piece. */
    @Test
    void delayedCouplingIsThatOfTheStepsStart() {
        Node delayed = Node.named("node")
                .mass(Mass.named("m")
                        .state("x", "1", Initial.constant(1))
                        .input("past", "1", "x one ms ago")
                        .equations("dx/dt = (past - 2*x)/1[ms]")
                        .build())
                .local(Local.of("m.x", "m.past", "1"))
                .build();
        // First ms: past = 1, so x = ½ + ½e^(−2t), exactly.
        assertThat(end(simulation(delayed), 0.125, 1, "x")).isCloseTo(0.5 + 0.5 * Math.exp(-2), within(1e-15));
        double exact = secondMillisecond();
        double coarse = Math.abs(end(simulation(delayed), 0.125, 2, "x") - exact);
        double fine = Math.abs(end(simulation(delayed), 0.0625, 2, "x") - exact);
        assertThat(coarse / fine).isBetween(1.8, 2.2);
    }

    /** x(2) = e⁻²x(1) + ∫₀¹ e^(−2(1−s)) (½ + ½e^(−2s)) ds. */
    private static double secondMillisecond() {
        double atOne = 0.5 + 0.5 * Math.exp(-2);
        return Math.exp(-2) * atOne + 0.25 * (1 - Math.exp(-2)) + 0.5 * Math.exp(-2);
    }
}
