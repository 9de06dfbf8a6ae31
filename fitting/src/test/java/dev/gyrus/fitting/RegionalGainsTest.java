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
        double[] gains = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            gains[i] = Math.exp(0.5 * Math.sin(3 * i));
        }
        double[][] fc = LinearNetwork.coupled(scaled(weights, gains), 0.9).correlations();
        double[] found = RegionalGains.fit(weights, fc, 0);
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
        double[] found = RegionalGains.fit(weights, fc, 0.1);
        assertThat(LinearNetwork.radius(scaled(weights, found)))
                .isEqualTo(LinearNetwork.radius(weights), within(1e-10));
    }

    @Test
    void penaltyKeepsGainsTogether() {
        double[][] weights = weights(2);
        double[][] fc = LinearNetwork.coupled(weights(3), 0.9).correlations();
        assertThat(spread(RegionalGains.fit(weights, fc, 10)))
                .isLessThan(0.5 * spread(RegionalGains.fit(weights, fc, 0.01)));
        assertThat(spread(RegionalGains.fit(weights, fc, 100))).isLessThan(0.01);
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
