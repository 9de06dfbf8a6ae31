package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.analysis.Fc;
import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LinearNetworkTest {
    private static final double[][] DIRECTED = {
        {-1, 0.5, 0, 0.2}, {0.1, -1.5, 0.7, 0}, {0, -0.9, -2, 0.3}, {0.6, 0, 0.4, -0.8}
    };
    private static final double[] NOISE = {1, 0.5, 2, 0.8};

    @Test
    void twoEqualNodesCorrelateByTheirCoupling() {
        LinearNetwork pair = LinearNetwork.coupled(new double[][] {{0, 3}, {3, 0}}, 0.7);
        assertThat(pair.correlations()[0][1]).isEqualTo(0.7, within(1e-15));
        assertThat(pair.covariance()[0][0]).isEqualTo(0.5 / (1 - 0.49), within(1e-15));
    }

    /** By {@code scipy.linalg.solve_continuous_lyapunov} of SciPy 1.17.1. */
    @Test
    void covarianceOfDirectedNetworkIsSciPys() {
        double[][] expected = {
            {0.605652731158434, 0.0800420441864731, 0.0480931845797669, 0.328158545325985},
            {0.0800420441864731, 0.163682539794537, 0.160742293247368, 0.120166691236171},
            {0.0480931845797669, 0.160742293247368, 0.955789980502919, 0.187493416428234},
            {0.328158545325985, 0.120166691236171, 0.187493416428234, 0.739865617208606}
        };
        double[][] covariance = LinearNetwork.of(DIRECTED, NOISE).covariance();
        for (int i = 0; i < 4; i++) {
            assertThat(covariance[i]).containsExactly(expected[i], within(1e-14));
        }
    }

    /** Three equal eigenvalues with one eigenvector; the solution is a recursion from the last node. */
    @Test
    void chainWithoutEnoughEigenvectorsIsSolved() {
        double[][] chain = {{-1, 50, 0}, {0, -1, 50}, {0, 0, -1}};
        double[][] covariance = LinearNetwork.of(chain, new double[] {1, 1, 1}).covariance();
        assertThat(covariance[0]).containsExactly(new double[] {1172500.5, 23450, 312.5}, within(1e-8));
        assertThat(covariance[1]).containsExactly(new double[] {23450, 625.5, 12.5}, within(1e-10));
        assertThat(covariance[2][2]).isEqualTo(0.5, within(1e-14));
    }

    @Test
    void bothWaysToSolveAgreeCloseToInstability() {
        double[][] weights = randomWeights(40, 5);
        LinearNetwork uniform = LinearNetwork.coupled(weights, 0.999);
        double[][] jacobian = LinearNetworkTest.jacobian(weights, 0.999);
        double[] almostUniform = new double[40];
        Arrays.fill(almostUniform, 1);
        almostUniform[7] = Math.nextUp(1.0);
        double[][] general = LinearNetwork.of(jacobian, almostUniform).correlations();
        double[][] symmetric = uniform.correlations();
        for (int i = 0; i < 40; i++) {
            assertThat(general[i]).containsExactly(symmetric[i], within(1e-11));
        }
    }

    @Test
    void simulationHasTheseCorrelations() {
        SplittableRandom random = new SplittableRandom(3);
        double dt = 0.02;
        double[] x = new double[4];
        double[][] samples = new double[60_000][];
        for (int k = 0; k < 25 * samples.length; k++) {
            double[] next = new double[4];
            for (int i = 0; i < 4; i++) {
                next[i] = x[i] + NOISE[i] * Math.sqrt(dt) * random.nextGaussian();
                for (int j = 0; j < 4; j++) {
                    next[i] += dt * DIRECTED[i][j] * x[j];
                }
            }
            x = next;
            samples[k / 25] = x;
        }
        double[][] simulated = Fc.matrix(samples);
        double[][] exact = LinearNetwork.of(DIRECTED, NOISE).correlations();
        for (int i = 0; i < 4; i++) {
            assertThat(simulated[i]).containsExactly(exact[i], within(0.03));
        }
    }

    @Test
    void gradientIsTheSlope() {
        double[][] direction = {{0, 0.3, -1, 0.2}, {0.3, 0, 0.5, 0.7}, {-1, 0.5, 0, -0.4}, {0.2, 0.7, -0.4, 0}};
        LinearNetwork.Gradient gradient = LinearNetwork.of(DIRECTED, NOISE).gradient(direction);
        for (int i = 0; i < 4; i++) {
            int row = i;
            assertThat(gradient.noise()[i])
                    .isEqualTo(slope(h -> along(direction, DIRECTED, changed(NOISE, row, h))), within(1e-8));
            for (int j = 0; j < 4; j++) {
                int column = j;
                assertThat(gradient.jacobian()[i][j])
                        .isEqualTo(
                                slope(h -> {
                                    double[][] jacobian = DIRECTED.clone();
                                    jacobian[row] = changed(DIRECTED[row], column, h);
                                    return along(direction, jacobian, NOISE);
                                }),
                                within(1e-8));
            }
        }
    }

    @Test
    void unstableNetworkIsRefused() {
        double[][] growing = {{-1, 2}, {2, -1}};
        double[][] rotating = {{0.1, 2}, {-2, 0.1}};
        double[][] neutral = {{0, 0}, {1, -1}};
        for (double[][] jacobian : new double[][][] {growing, rotating, neutral}) {
            assertThatThrownBy(() -> LinearNetwork.of(jacobian, new double[] {1, 1}))
                    .isInstanceOf(GyrusException.class)
                    .hasMessageContaining("stable");
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> LinearNetwork.of(new double[][] {{-1, 0}, {Double.NaN}}, new double[] {0}))
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.problems()).hasSize(4));
        assertThatThrownBy(() -> LinearNetwork.coupled(new double[][] {{0, 1}, {1, 0}}, 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("less than 1");
    }

    private static double along(double[][] direction, double[][] jacobian, double[] noise) {
        double[][] correlations = LinearNetwork.of(jacobian, noise).correlations();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                sum += direction[i][j] * correlations[i][j];
            }
        }
        return sum;
    }

    private static double slope(DoubleUnaryOperator function) {
        double h = 1e-5;
        return (function.applyAsDouble(h) - function.applyAsDouble(-h)) / (2 * h);
    }

    private static double[] changed(double[] values, int index, double by) {
        double[] out = values.clone();
        out[index] += by;
        return out;
    }

    private static double[][] randomWeights(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                out[i][j] = random.nextDouble();
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    private static double[][] jacobian(double[][] weights, double coupling) {
        int n = weights.length;
        double radius = LinearNetwork.radius(weights);
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[i][j] = coupling / radius * weights[i][j] - (i == j ? 1 : 0);
            }
        }
        return out;
    }
}
