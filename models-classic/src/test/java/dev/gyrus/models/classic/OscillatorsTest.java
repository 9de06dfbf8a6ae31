package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Oscillators with solutions in closed form. */
class OscillatorsTest {

    @Test
    void theHopfCycleHasRadiusRootAAndFrequencyOmega() {
        Node node = SupHopf.node().with("a", 0.25).with("omega", 0.06);
        Trajectory x = Trajectory.of(node, Map.of("x", 0.1), "x", 0.1, 200, 1_000);
        assertThat(x.max()).isEqualTo(0.5, within(1e-5));
        assertThat(x.min()).isEqualTo(-0.5, within(1e-5));
        assertThat(x.frequency()).isEqualTo(1000 * 0.06 / (2 * Math.PI), within(1e-4));
    }

    @Test
    void linearRelaxationIsExponential() {
        Node node = Linear.node().with("gamma", -0.5);
        Trajectory x = Trajectory.of(node, Map.of("x", 3.0), "x", 0.01, 0, 4);
        assertThat(x.last()).isEqualTo(3 * Math.exp(-2), within(1e-9));
    }

    /** Two oscillators lock where sin(θ2 − θ1) = Δω/(2 K w). */
    @Test
    void kuramotoPairsLockAtTheAnalyticDifference() {
        double[][] weights = {{0, 0.5}, {0.5, 0}};
        Node node = KuramotoTvb.node().with("omega", new double[] {0.10, 0.13}).with("K_gl", 0.1);
        var theta = Simulation.of(Network.of(node, Connectome.of(weights), 0))
                .integrator(Integrator.RK4)
                .duration(2_000)
                .initial("theta", 1, 1)
                .observe(Recorder.every(100, "theta"))
                .run()
                .get("theta");
        double[] last = theta.values()[theta.samples() - 1];
        assertThat(Math.sin(last[1] - last[0])).isEqualTo(0.03 / (2 * 0.1 * 0.5), within(1e-9));
    }

    /** Four of eight units excite each other; where one of them is missing, the others call it back. */
    @Test
    void hopfieldNetworksCompleteAPattern() {
        double[][] weights = new double[8][8];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                weights[i][j] = i == j ? 0 : 0.5;
            }
        }
        var s = Simulation.of(Network.of(Hopfield.node(), Connectome.of(weights), 0))
                .duration(50)
                .initial("x", 0, 1, 1, 1, 0, 0, 0, 0)
                .observe(Recorder.every(50, "S"))
                .run()
                .get("S");
        assertThat(s.values()[0]).containsExactly(new double[] {1, 1, 1, 1, 0, 0, 0, 0}, within(1e-6));
    }
}
