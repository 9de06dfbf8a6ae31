package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WilsonCowanTest {

    /** Two equal nodes without delay are one whose own weights are larger by what the other sends. */
    @Test
    void longRangeExcitationReachesInhibitionByItsShare() {
        Connectome pair = Connectome.of(new double[][] {{0, 1}, {1, 0}});
        double[] two = exc(Network.of(WilsonCowan.node().with("feedforward", 0.5), pair, 0));
        double[] one =
                exc(Network.of(WilsonCowan.node().with("c_excexc", 16 + 0.6).with("c_excinh", 15 + 0.5 * 0.6)));
        assertThat(two).containsExactly(one, within(1e-10));
    }

    private static double[] exc(Network network) {
        return Simulation.of(network)
                .duration(100)
                .initial("exc", 0.3)
                .initial("inh", 0.1)
                .observe(Recorder.every(0.1, "exc"))
                .run()
                .get("exc")
                .column(0);
    }

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
