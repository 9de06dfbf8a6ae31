package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.analysis.Similarity;
import dev.gyrus.core.GyrusException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegionalGainsTest {
    private static final int SIZE = 12;

    @Test
    void gainsOfAKnownNetworkAreFound() {
        double[][] weights = weights(1);
        double[] gains = known();
        double[][] fc = LinearNetwork.coupled(scaled(weights, gains), 0.9).correlations();
        double[] found = RegionalGains.fit(weights, fc, 0).values();
        double norm = LinearNetwork.radius(weights) / LinearNetwork.radius(scaled(weights, gains));
        for (int i = 0; i < SIZE; i++) {
            assertThat(found[i] / (gains[i] * norm)).isEqualTo(1, within(0.1));
        }
        double[][] fitted = LinearNetwork.coupled(scaled(weights, found), 0.9).correlations();
        assertThat(Similarity.pearson(fitted, fc)).isGreaterThan(0.99);
    }

    @Test
    void gainsKeepTheDistanceToInstability() {
        double[][] weights = weights(2);
        double[][] fc = LinearNetwork.coupled(weights(3), 0.9).correlations();
        double[] found = RegionalGains.fit(weights, fc, 0.1).values();
        assertThat(LinearNetwork.radius(scaled(weights, found)))
                .isEqualTo(LinearNetwork.radius(weights), within(1e-10));
    }

    @Test
    void powersOfGainsKeepTheDistance() {
        double[][] weights = weights(2);
        RegionalGains gains = RegionalGains.fit(
                weights, LinearNetwork.coupled(weights(3), 0.9).correlations(), 0.1);
        double[] squares = gains.power(2).values();
        assertThat(squares[3] / squares[5])
                .isEqualTo(Math.pow(gains.values()[3] / gains.values()[5], 2), within(1e-12));
        assertThat(LinearNetwork.radius(scaled(weights, squares)))
                .isEqualTo(LinearNetwork.radius(weights), within(1e-10));
    }

    @Test
    void penaltyKeepsGainsTogether() {
        double[][] weights = weights(2);
        double[][] fc = LinearNetwork.coupled(weights(3), 0.9).correlations();
        assertThat(spread(RegionalGains.fit(weights, fc, 10).values()))
                .isLessThan(0.5 * spread(RegionalGains.fit(weights, fc, 0.01).values()));
        assertThat(spread(RegionalGains.fit(weights, fc, 100).values())).isLessThan(0.01);
    }

    /** A network whose regions differ less than their gains do, and differ by themselves, too. */
    @Test
    void correctionsFitANetworkThatIsNotTheLinearOne() {
        double[][] weights = weights(2);
        double[][] fc = LinearNetwork.coupled(scaled(weights, known()), 0.9).correlations();
        RegionalGains gains = RegionalGains.fit(weights, fc, 0.01);
        double before = Similarity.pearson(other(weights, gains), fc);
        for (int k = 0; k < 3; k++) {
            gains = gains.corrected(other(weights, gains), 0.03);
        }
        double after = Similarity.pearson(other(weights, gains), fc);
        assertThat(1 - after).isLessThan(0.5 * (1 - before));
    }

    @Test
    void correctionsNeedASimulationThatGoesWithTheNetwork() {
        double[][] weights = weights(2);
        RegionalGains gains =
                RegionalGains.fit(weights, LinearNetwork.coupled(weights, 0.9).correlations(), 0.1);
        assertThatThrownBy(() -> gains.corrected(new double[SIZE][SIZE], 0.1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("simulated");
    }

    private static double[][] other(double[][] weights, RegionalGains gains) {
        double[] effective = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            effective[i] = Math.pow(gains.values()[i], 0.6) * (i % 3 == 0 ? 1.3 : 1);
        }
        return LinearNetwork.coupled(scaled(weights, effective), 0.9).correlations();
    }

    @Test
    void withoutConnectionsThereAreNoGains() {
        assertThatThrownBy(() -> RegionalGains.fit(new double[4][4], weights(1), 0))
                .isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> RegionalGains.fit(new double[SIZE][SIZE], weights(1), -1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("penalty")
                .hasMessageContaining("connections");
    }

    private static double[] known() {
        double[] gains = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            gains[i] = Math.exp(0.5 * Math.sin(3 * i));
        }
        return gains;
    }

    private static double spread(double[] gains) {
        double sum = 0;
        for (double gain : gains) {
            sum += Math.log(gain) * Math.log(gain);
        }
        return Math.sqrt(sum / gains.length);
    }

    private static double[][] scaled(double[][] matrix, double[] rows) {
        double[][] out = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                out[i][j] = rows[i] * matrix[i][j];
            }
        }
        return out;
    }

    private static double[][] weights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < i; j++) {
                out[i][j] = random.nextDouble() < 0.5 ? 0 : random.nextDouble();
                out[j][i] = out[i][j];
            }
        }
        return out;
    }
}
