package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

/** Two oscillators of weight 1: each feels half of {@code k}. */
class KuramotoTest {
    private static final double K = 0.1;
    private static final double DT = 0.1;

    /** φ' = Δω − k sin φ comes to rest. */
    @Test
    void twoFrequenciesLockAtTheirKnownPhaseDifference() {
        Node node = Kuramoto.node().with("omega", new double[] {0.30, 0.26}).with("k", K);
        double[] last = last(phases(node, 0));
        assertThat(Math.sin(last[0] - last[1])).isCloseTo(0.04 / K, within(1e-9));
    }

    /** In step, both turn by Ω = ω − k/2 sin(Ω τ). */
    @Test
    void aDelaySlowsTheCommonFrequency() {
        double omega = 0.3;
        double delay = 2.5;
        double expected = omega;
        for (int i = 0; i < 100; i++) {
            expected = omega - K / 2 * Math.sin(expected * delay);
        }
        double[][] phases = phases(Kuramoto.node().with("omega", omega).with("k", K), delay);
        double[] before = phases[phases.length - 2];
        double[] after = last(phases);
        double step = Math.IEEEremainder(after[0] - before[0], 2 * Math.PI);
        assertThat(step / DT).isCloseTo(expected, within(1e-8));
        assertThat(Math.sin(after[0] - after[1])).isCloseTo(0, within(1e-8));
    }

    private static double[][] phases(Node node, double delay) {
        Connectome pair = Connectome.of(new double[][] {{0, 1}, {1, 0}}, new double[][] {{0, delay}, {delay, 0}});
        return Simulation.of(Network.of(node, pair, 1))
                .dt(DT)
                .duration(1000)
                .integrator(Integrator.RK4)
                .initial("theta", 0.2, 1)
                .observe(Recorder.every(DT, "theta"))
                .run()
                .get("theta")
                .values();
    }

    private static double[] last(double[][] phases) {
        return phases[phases.length - 1];
    }
}
