package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import org.junit.jupiter.api.Test;

class OrnsteinUhlenbeckProcessTest {
    private static final double DT = 1;
    private static final double TAU = 10;
    private static final double SIGMA = 0.3;

    /** Of Euler's scheme with steps h: σ² τ/2 / (1 − h/2τ). */
    @Test
    void varianceAndMeanAreThoseOfTheScheme() {
        Node node = OrnsteinUhlenbeckProcess.node().with("sigma", SIGMA).with("mu", 0.7);
        int n = 200;
        Series x = Simulation.of(Network.builder().group("many", node, n).build())
                .dt(DT)
                .duration(2200)
                .seed(11)
                .observe(Recorder.every(20, "x").from(200))
                .run()
                .get("x");
        double variance = 0;
        for (double[] row : x.values()) {
            for (double value : row) {
                variance += (value - 0.7) * (value - 0.7) / (n * x.samples());
            }
        }
        // 20 000 samples that are almost independent: a relative standard error of 1 %.
        assertThat(variance / (SIGMA * SIGMA * TAU / 2 / (1 - DT / (2 * TAU)))).isCloseTo(1, within(0.03));
        assertThat(x.mean()).isCloseTo(0.7, within(0.02));
    }

    /** Q = M Q Mᵀ + σ² h 1 with M = 1 + h A, A = (K W − 1)/τ: the covariance of Euler's scheme. */
    @Test
    void covarianceOfANetworkSolvesLyapunovsEquation() {
        double[][] weights = {{0, 0.6, 0}, {0.3, 0, 0.5}, {0, 0.8, 0}};
        double[][] step = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                step[i][j] = (i == j ? 1 : 0) + DT / TAU * (0.8 * weights[i][j] - (i == j ? 1 : 0));
            }
        }
        double[][] expected = new double[3][3];
        for (int k = 0; k < 2000; k++) {
            expected = propagate(step, expected);
        }
        Series x = Simulation.of(Network.of(
                        OrnsteinUhlenbeckProcess.node().with("sigma", SIGMA).with("K_gl", 0.8),
                        Connectome.of(weights),
                        0))
                .dt(DT)
                .duration(400_000)
                .seed(2)
                .observe(Recorder.every(4, "x"))
                .run()
                .get("x");
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double covariance = 0;
                for (double[] row : x.values()) {
                    covariance += row[i] * row[j] / x.samples();
                }
                assertThat(covariance).as("%d, %d", i, j).isCloseTo(expected[i][j], within(0.05 * expected[i][i]));
            }
        }
    }

    private static double[][] propagate(double[][] m, double[][] q) {
        double[][] next = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                next[i][j] = i == j ? SIGMA * SIGMA * DT : 0;
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        next[i][j] += m[i][k] * q[k][l] * m[j][l];
                    }
                }
            }
        }
        return next;
    }
}
