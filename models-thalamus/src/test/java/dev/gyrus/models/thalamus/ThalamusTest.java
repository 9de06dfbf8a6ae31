package dev.gyrus.models.thalamus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import dev.gyrus.testkit.ReferenceTrace;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThalamusTest {
    private static final double GAMMA = 0.07;

    @Test
    void traceAgreesWithTheOracle() {
        InputStream trace = ThalamusTest.class.getResourceAsStream("golden/thalamus-single.txt");
        assertThat(ReferenceTrace.of(trace).worstErrorOf(Thalamus.node())).isLessThan(1e-8);
    }

    /** s'' + 2γ s' + γ² s = γ² u. */
    @Test
    void relayCellsHearTheCortexThroughAnAlphaFunction() {
        double[] s = Simulation.of(Network.of(Thalamus.node()))
                .dt(0.1)
                .duration(100)
                .integrator(Integrator.RK4)
                .drive("tcr.exc", t -> 0.02)
                .observe(Recorder.every(0.1, "s_et"))
                .run()
                .get("s_et")
                .column(0);
        for (int k = 0; k < s.length; k++) {
            double x = GAMMA * 0.1 * (k + 1);
            assertThat(s[k]).isCloseTo(0.02 * (1 - (1 + x) * Math.exp(-x)), within(1e-10));
        }
    }

    /** s'' + 2γ s' + γ² s = γ² d ξ has the variance γ d²/4. */
    @Test
    void noiseDoesNotMakeTheirSynapsesWander() {
        double d = 1e-3;
        Node node = Thalamus.node().with("d_phi", d);
        double[][] s = Simulation.of(Network.builder().group("", node, 400).build())
                .dt(0.1)
                .duration(1500)
                .seed(11)
                .observe(Recorder.every(100, "s_et").from(300))
                .run()
                .get("s_et")
                .values();
        double variance = Arrays.stream(s)
                .flatMapToDouble(Arrays::stream)
                .map(value -> value * value)
                .average()
                .orElseThrow();
        assertThat(variance / (GAMMA * d * d / 4)).isCloseTo(1, within(0.06));
    }
}
