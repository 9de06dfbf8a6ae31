package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialTest {
    private static double[] starts(Initial initial, int nodes) {
        Mass mass = Mass.named("m")
                .state("x", "Hz", initial)
                .equations("dx/dt = 0*x/1[ms]")
                .build();
        Node node = Node.named("n").mass(mass).defaultOutput("x").build();
        return Simulation.of(Network.builder().group("", node, nodes).build())
                .seed(3)
                .duration(0.1)
                .observe(Recorder.every(0.1, "x"))
                .run()
                .get("x")
                .values()[0];
    }

    @Test
    void normalStartsHaveTheirMeanAndDeviation() {
        double[] x = starts(Initial.normal(-55, 2), 100_000);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(-55, within(4 * 2 / Math.sqrt(1e5)));
        assertThat(Math.sqrt(variance)).isCloseTo(2, within(4 * 2 / Math.sqrt(2e5)));
        assertThat(Arrays.stream(x).filter(v -> Math.abs(v + 55) < 2).count() / 1e5)
                .isCloseTo(0.6827, within(0.006));
    }

    @Test
    void theStartOfANodeDoesNotDependOnHowManyThereAre() {
        double[] few = starts(Initial.normal(0, 1), 3);
        assertThat(Arrays.copyOf(starts(Initial.normal(0, 1), 7), 3)).isEqualTo(few);
    }
}
