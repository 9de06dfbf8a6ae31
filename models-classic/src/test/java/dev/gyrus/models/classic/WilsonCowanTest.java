package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WilsonCowanTest {

    @Test
    void proportionsStayProportionsUnderStrongNoise() {
        Node node = WilsonCowan.node().with("sigma_ou", 2);
        Recording run = Simulation.of(Network.of(node))
                .duration(1000)
                .seed(3)
                .observe(Recorder.every(0.1, "exc", "inh"))
                .run();
        for (String variable : new String[] {"exc", "inh"}) {
            double[] values = run.get(variable).column(0);
            assertThat(Arrays.stream(values).min().orElseThrow()).isZero();
            assertThat(Arrays.stream(values).max().orElseThrow()).isEqualTo(1);
        }
    }
}
