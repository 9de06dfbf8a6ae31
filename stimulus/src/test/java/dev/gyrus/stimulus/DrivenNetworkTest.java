package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Drive;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Run;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Snapshot;
import dev.gyrus.core.Stimulus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Signals as the engine plays them: dx/dt = u − x/tau. */
class DrivenNetworkTest {
    private static final int NODES = 4;

    private static Node node(double tau) {
        return Node.named("leaky")
                .mass(Mass.named("m")
                        .state("x", "mV", Initial.constant(0))
                        .parameter("tau", tau, "ms", "time constant")
                        .input("u", "mV/ms", "drive")
                        .equations("dx/dt = u - x/tau")
                        .build())
                .defaultOutput("x")
                .build();
    }

    private static Simulation simulation(double tau) {
        return Simulation.of(Network.builder().group("", node(tau), NODES).build())
                .dt(0.1)
                .duration(300);
    }

    private static final Stimulus SIGNAL = OrnsteinUhlenbeck.of(0, 0.2, 5)
            .plus(Wiener.of(0.1))
            .plus(ColouredNoise.of(0.3, 1, 1, 100))
            .plus(PoissonTrain.of(0.5, 30, 2).between(50, 250))
            .plus(Sinusoid.of(0.1, 8).then(Square.of(0.2, 20)).then(WhiteNoise.of(0.1)));

    private static double[][] values(Run run) {
        return run.recording().get("x").values();
    }

    private static Recorder recorder() {
        return Recorder.every(0.1, "x");
    }

    @Test
    void chunksAndContinuationGiveTheBitsOfTheWhole() {
        Simulation described = simulation(10)
                .drive("u", SIGNAL)
                .drive(Channels.independent(NODES, OrnsteinUhlenbeck.of(0, 0.2, 20))
                        .drives("", "u"));
        double[][] whole = described.observe(recorder()).run().get("x").values();
        Run chunks = described.observe(recorder()).start();
        for (int steps : new int[] {1, 7, 30, 512, 1000, 1450}) {
            chunks.advanceSteps(steps);
        }
        assertThat(values(chunks)).isDeepEqualTo(whole);

        Run first = described.start();
        first.advance(123.4);
        Snapshot snapshot = first.snapshot();
        Run second = described.observe(recorder()).resume(snapshot);
        second.advance(176.6);
        double[][] rest = values(second);
        assertThat(rest[rest.length - 1]).isEqualTo(whole[2999]);
        assertThat(rest[0]).isEqualTo(whole[1234]);
    }

    /** Without a leak, x after k steps is dt·Σ u(0 … k − 1): no lag, no wrap, also for a sequence that the run lays out. */
    @Test
    void everyStepUsesTheValueAtItsStart() {
        Stimulus signal = Step.of(1, 100).then(Sinusoid.of(3, 10));
        double[] sampled = signal.sample(300, 0.1);
        double[][] x = simulation(1e15)
                .drive("u", signal)
                .observe(recorder())
                .run()
                .get("x")
                .values();
        double sum = 0;
        for (int k = 0; k < sampled.length; k++) {
            sum += 0.1 * sampled[k];
            assertThat(x[k][2]).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void masksWeighASignalByRegion() {
        Connectome connectome = new Connectome(
                "four",
                List.of("A", "B", "C", "D"),
                new double[4][4],
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Mask mask = Mask.of(connectome, Map.of("B", 2.0, "D", -0.5));
        Channels channels = mask.on(Constant.of(1));
        List<Drive> drives = channels.drives("", "u");
        assertThat(drives).hasSize(2);
        double[][] x = simulation(1e15)
                .drive(drives)
                .observe(recorder())
                .run()
                .get("x")
                .values();
        assertThat(x[9]).containsExactly(new double[] {0, 2, 0, -0.5}, within(1e-9));
        assertThat(Mask.regions(connectome, "A", "C").on(Constant.of(1)).drives("", "u"))
                .containsExactly(Drive.at("", "u", Constant.of(1), List.of(0, 2)));
        assertThat(channels.plus(channels).sample(1, 0.5))
                .isDeepEqualTo(new double[][] {{0, 0}, {4, 4}, {0, 0}, {-1, -1}});
        assertThatThrownBy(() -> Mask.regions(connectome, "A", "E", "F"))
                .hasMessageContaining("mask: expected one of A, B, C, D, given 'E'")
                .hasMessageContaining("given 'F'");
        assertThatThrownBy(() -> Mask.of(1, Double.NaN)).hasMessageContaining("mask.weights[1]");
        assertThatThrownBy(() -> channels.plus(Mask.of(1, 2).on(Constant.of(1))))
                .hasMessageContaining("4 nodes");
    }

    @Test
    void everyNodePlaysItsOwnSamples() {
        double[][] values = new double[NODES][3000];
        for (int i = 0; i < NODES; i++) {
            values[i] = WhiteNoise.of(1).withChannel(i).sample(300, 0.1);
        }
        Channels recorded = Channels.sampled(values, 0.1);
        assertThat(recorded.sample(300, 0.1)).isDeepEqualTo(values);
        double[][] played = simulation(10)
                .drive(recorded.drives("", "u"))
                .observe(recorder())
                .run()
                .get("x")
                .values();
        Channels noise = Channels.independent(NODES, WhiteNoise.of(1));
        double[][] drawn = simulation(10)
                .drive(noise.drives("", "u"))
                .observe(recorder())
                .run()
                .get("x")
                .values();
        assertThat(played).isDeepEqualTo(drawn);
    }

    /** dx/dt = 1 − k·x(t − d): against the same rule as a plain loop. */
    @Test
    void aClosedLoopSeesTheSampleOneDelayAgo() {
        int delay = 40;
        Feedback feedback = Feedback.of("x", 4);
        Simulation described = simulation(1e15)
                .drive("u", Constant.of(1))
                .drive("u", feedback.signal((t, x) -> -0.2 * x[1]))
                .observe(feedback, recorder());
        double[][] whole = described.run().get("x").values();
        double[] x = new double[3001];
        for (int k = 0; k < 3000; k++) {
            x[k + 1] = x[k] + 0.1 * (1 + (k > delay ? -0.2 * x[k - delay] : 0));
            assertThat(whole[k][0]).isCloseTo(x[k + 1], within(1e-9));
        }
        Run chunks = described.start();
        for (int steps : new int[] {1, 7, 33, 959, 2000}) {
            chunks.advanceSteps(steps);
        }
        assertThat(values(chunks)).isDeepEqualTo(whole);
        double[][] heun = described.integrator(Integrator.HEUN).run().get("x").values();
        assertThat(heun[2999][0]).isCloseTo(x[3000], within(0.2));
    }

    @Test
    void aClosedLoopRefusesWhatItCannotKeep() {
        Feedback quick = Feedback.of("x", 3.1);
        assertThatThrownBy(() -> simulation(1).observe(quick).run())
                .hasMessageContaining("feedback.delay: expected at least 32 steps of 0.1 ms, given 3.1 ms");
        Feedback feedback = Feedback.of("x", 5);
        Simulation described = simulation(1).observe(feedback).drive("u", feedback.signal((t, x) -> x[0]));
        Run run = described.start();
        run.advance(10);
        Snapshot snapshot = run.snapshot();
        assertThatThrownBy(() -> described.resume(snapshot).advance(1))
                .hasMessageContaining("continued from a snapshot");
        Feedback unobserved = Feedback.of("x", 5);
        simulation(1).observe(unobserved).run();
        assertThatThrownBy(() -> simulation(1)
                        .duration(1000)
                        .drive("u", unobserved.signal((t, x) -> x[0]))
                        .run())
                .hasMessageContaining("no observer of this run");
    }
}
