package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The Euler–Maruyama Ornstein–Uhlenbeck process x ← x + (m − x)dt/τ + σ√dt ξ has mean m, variance σ²τ/2 / (1 − dt/2τ) and
 * autocorrelation (1 − dt/τ)^k. With M independent samples the mean's standard error is s/√M and the variance's
 * s²√(2/M); tolerances are four of them.
 */
class OrnsteinUhlenbeckTest {
    private static final int NODES = 2000;
    private static final double DT = 0.1;
    private static final double TAU = 5;
    private static final double SIGMA = 0.3;
    private static final double MEAN = 1.5;

    private static double[][] samples() {
        Node node = Node.named("ou")
                .mass(Mass.named("m")
                        .state("x", "mV", Initial.of("m"))
                        .parameter("m", MEAN, "mV", "mean")
                        .parameter("tau", TAU, "ms", "time constant")
                        .parameter("sigma", SIGMA, "mV/√ms", "intensity")
                        .equations("dx/dt = (m - x)/tau + sigma*xi")
                        .build())
                .defaultOutput("x")
                .build();
        return Simulation.of(Network.builder().group("", node, NODES).build())
                .dt(DT)
                .duration(300)
                .seed(20)
                .observe(Recorder.every(10, "x").from(100))
                .run()
                .get("x")
                .values();
    }

    @Test
    void momentsAreThoseOfTheDiscreteProcess() {
        double[][] samples = samples();
        double count = samples.length * NODES;
        double independent = count * (1 - Math.exp(-10 / TAU)) / (1 + Math.exp(-10 / TAU));
        double mean = 0;
        for (double[] row : samples) {
            for (double x : row) {
                mean += x / count;
            }
        }
        double variance = 0;
        double lagged = 0;
        for (int k = 0; k < samples.length; k++) {
            for (int i = 0; i < NODES; i++) {
                variance += Math.pow(samples[k][i] - MEAN, 2) / count;
                lagged += k == 0 ? 0 : (samples[k][i] - MEAN) * (samples[k - 1][i] - MEAN) / (count - NODES);
            }
        }
        double exact = SIGMA * SIGMA * TAU / 2 / (1 - DT / (2 * TAU));
        assertThat(mean).isCloseTo(MEAN, Offset.offset(4 * Math.sqrt(exact / independent)));
        assertThat(variance).isCloseTo(exact, Offset.offset(4 * exact * Math.sqrt(2 / independent)));
        assertThat(lagged / variance).isCloseTo(Math.pow(1 - DT / TAU, 100), Offset.offset(4 / Math.sqrt(independent)));
    }
}
