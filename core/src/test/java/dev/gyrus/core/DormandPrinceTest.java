package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrinceTest {

    private static Mass.Builder mass(String equations, String... states) {
        Mass.Builder mass = Mass.named("m")
                .parameter("sigma", 0, "1/sqrt(ms)", "noise")
                .input("u", "1/ms", "drive")
                .equations(equations);
        for (String state : states) {
            mass.state(state, "1", Initial.constant(1));
        }
        return mass;
    }

    private static Node node(Mass.Builder mass) {
        return Node.named("node").mass(mass.build()).build();
    }

    private static Simulation simulation(Node node) {
        return Simulation.of(Network.of(node)).integrator(Integrator.DORMAND_PRINCE);
    }

    private static double[] samples(Simulation simulation, double dt, double duration) {
        return simulation
                .dt(dt)
                .duration(duration)
                .observe(Recorder.every(dt, "x"))
                .run()
                .get("x")
                .column(0);
    }

    /** The Kepler problem with eccentricity 0.6: near the centre it is sixteen times as fast as far from it. */
    @Test
    void errorsFollowTheTolerance() {
        String equations = """
                r3 = (x^2 + y^2)^1.5
                dx/dt = p/1[ms]
                dy/dt = q/1[ms]
                dp/dt = -x/r3/1[ms]
                dq/dt = -y/r3/1[ms]
                """;
        Simulation orbit = simulation(node(mass(equations, "x", "y", "p", "q")))
                .initial("x", 0.4)
                .initial("y", 0)
                .initial("p", 0)
                .initial("q", 2);
        double period = 2 * Math.PI;
        double last = 1;
        for (double tolerance : new double[] {1e-5, 1e-7, 1e-9, 1e-11}) {
            double x = samples(orbit.tolerance(tolerance), period, 3 * period)[2];
            double error = Math.abs(x - 0.4);
            assertThat(error)
                    .as("tolerance %s", tolerance)
                    .isLessThan(2e4 * tolerance)
                    .isLessThan(last / 5);
            last = error;
        }
    }

    /** dx/dt = −x² + u with u = 2t + t⁴ from 0: x = t². */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 1.5})
    void samplesAreThoseOfTheSolutionWhateverTheirDistance(double dt) {
        Simulation driven = simulation(node(mass("dx/dt = -x^2/1[ms] + u", "x")))
                .initial("x", 0)
                .drive("u", t -> 2 * t + t * t * t * t);
        double[] x = samples(driven, dt, 3);
        for (int k = 0; k < x.length; k++) {
            double t = (k + 1) * dt;
            assertThat(x[k]).isCloseTo(t * t, within(1e-7 * t * t + 1e-10));
        }
    }

    /** A pulse that begins and ends at samples: the solution has corners there. */
    @Test
    void stimuliMayJumpAtSamples() {
        AtomicInteger calls = new AtomicInteger();
        Stimulus pulse = t -> {
            calls.incrementAndGet();
            return t >= 1 && t < 3 ? 2.0 : 0.0;
        };
        Simulation pulsed = simulation(node(mass("dx/dt = u - x/2[ms]", "x")))
                .initial("x", 0)
                .drive("u", pulse);
        double[] x = samples(pulsed, 0.5, 6);
        double peak = 4 * (1 - Math.exp(-1));
        assertThat(x[1]).isZero();
        assertThat(x[5]).isCloseTo(peak, within(1e-8));
        assertThat(x[11]).isCloseTo(peak * Math.exp(-1.5), within(1e-8));
        assertThat(calls.get()).as("evaluations").isLessThan(1000);
    }

    @Test
    void holdsChangeOncePerSample() {
        Node node = node(mass("hold r = 2*x\ndx/dt = r/1[ms]", "x").hold("r", "1", Initial.constant(1)));
        double[] x = samples(simulation(node), 0.5, 2);
        assertThat(x).containsExactly(new double[] {1.5, 2.5, 4, 6.5}, within(1e-13));
    }

    /** dx_i/dt = x_j from (1, 0): x_0 = cosh t. */
    @Test
    void couplingWithoutDelayFollowsTheStages() {
        Node pair = Node.named("pair")
                .mass(mass("dx/dt = u", "x").build())
                .sync(new Sync("x", "u", new Coupling("rate", List.of("source"), "sum/1[ms]"), "w", ""))
                .build();
        Recording recording = Simulation.of(Network.of(pair, Connectome.of(new double[][] {{0, 1}, {1, 0}}), 0))
                .integrator(Integrator.DORMAND_PRINCE)
                .initial("x", 1, 0)
                .dt(1)
                .duration(2)
                .observe(Recorder.every(2, "x"))
                .run();
        assertThat(recording.get("x").values()[0])
                .containsExactly(new double[] {Math.cosh(2), Math.sinh(2)}, within(1e-7));
    }

    @Test
    void chunksAndContinuedRunsGiveTheBitsOfTheWhole() {
        Node oscillator = node(mass("dx/dt = y/1[ms]\ndy/dt = (4*(1 - x^2)*y - x)/1[ms]", "x", "y"));
        double[] whole = samples(simulation(oscillator), 0.5, 40);
        List<Double> parts = new ArrayList<>();
        Snapshot snapshot;
        Simulation simulation = simulation(oscillator).dt(0.5).observe(Recorder.every(0.5, "x"));
        try (Run run = simulation.start()) {
            run.advanceSteps(7);
            run.advanceSteps(30);
            snapshot = run.snapshot();
            for (double value : run.recording().get("x").column(0)) {
                parts.add(value);
            }
        }
        try (Run run = simulation.resume(snapshot)) {
            run.advanceSteps(43);
            for (double value : run.recording().get("x").column(0)) {
                parts.add(value);
            }
        }
        assertThat(parts.stream().mapToDouble(x -> x).toArray()).containsExactly(whole);
    }

    @Test
    void noiseDelaysAndTolerancesThatCannotBeAreRefused() {
        Mass.Builder noisy = mass("dx/dt = u - x/2[ms] + sigma*xi", "x");
        samples(simulation(node(noisy)), 1, 1);
        assertThatThrownBy(simulation(node(noisy).with("sigma", 1))::start)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("dormand-prince")
                .hasMessageContaining("noise in dx/dt of m");
        Node delayed = Node.named("node")
                .mass(mass("dx/dt = u", "x")
                        .output("rate", "1/ms")
                        .equations("output rate = x/1[ms]\ndx/dt = u")
                        .build())
                .local(Local.of("m.rate", "m.u", "0.1"))
                .build();
        assertThatThrownBy(simulation(delayed)::start)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("a delay in m.rate → m.u");
        samples(simulation(delayed).frozenCoupling(true), 0.1, 1);
        assertThatThrownBy(simulation(node(noisy)).tolerance(0)::start)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("simulation.tolerance");
    }

    @Test
    void aSolutionThatReachesInfinityFails() {
        assertThatThrownBy(() -> samples(simulation(node(mass("dx/dt = x^2/1[ms]", "x"))), 0.4, 3.2))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("no step from t = 0.8 ms on is small enough");
    }
}
