package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WongWangTest {

    /** The rate of excess currents u around zero, where d u passes from one formula to the other, against expm1. */
    @Test
    void theResponseIsSmoothWhereItsQuotientIsZeroByZero() {
        double a = 0.5;
        double b = 0.125;
        double d = 160;
        double[] z = IntStream.rangeClosed(-300, 300).mapToDouble(i -> i * 1e-4).toArray();
        double[] current = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            current[i] = (z[i] / d + b) / a;
        }
        Node node =
                WongWang.node().with("a_exc", a).with("exc_current_baseline", 0).with("exc_current", current);
        double[] rates = Simulation.of(
                        Network.builder().group("", node, z.length).build())
                .duration(0.1)
                .initial("se", 0)
                .initial("si", 0)
                .observe(Recorder.every(0.1, "r_exc"))
                .run()
                .get("r_exc")
                .values()[0];
        for (int i = 0; i < z.length; i++) {
            double expected = z[i] == 0 ? 1 / d : z[i] / -Math.expm1(-z[i]) / d;
            assertThat(rates[i]).isCloseTo(expected, within(1e-13));
        }
    }
}
