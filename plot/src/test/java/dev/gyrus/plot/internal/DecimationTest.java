package dev.gyrus.plot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static final int N = 300_000;

    @Test
    void everyColumnKeepsItsExtremes() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = 500.0 * i / N;
            y[i] = random.nextGaussian();
        }
        double[][] thin = Decimation.thin(x, y, 0.5);
        assertThat(thin[0]).hasSizeLessThanOrEqualTo(4 * 1000);
        double[][] full = extremes(x, y);
        assertThat(extremes(thin[0], thin[1])).isDeepEqualTo(full);
        assertThat(thin[0][0]).isEqualTo(x[0]);
        assertThat(thin[1][thin[1].length - 1]).isEqualTo(y[N - 1]);
    }

    @Test
    void gapsStayGaps() {
        double[] x = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        double[] y = {1, 2, 3, Double.NaN, 4, 5, 6};
        double[][] thin = Decimation.thin(x, y, 10);
        assertThat(thin[1]).containsExactly(1, 3, Double.NaN, 4, 6);
    }

    @Test
    void linesThatRunBackwardsAreLeftAlone() {
        double[] x = {0, 1, 2, 1, 0, -1};
        assertThat(Decimation.thin(x, x, 10)[0]).isSameAs(x);
    }

    private static double[][] extremes(double[] x, double[] y) {
        double[][] out = new double[2][1000];
        Arrays.fill(out[0], Double.POSITIVE_INFINITY);
        Arrays.fill(out[1], Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.length; i++) {
            int column = (int) (x[i] / 0.5);
            out[0][column] = Math.min(out[0][column], y[i]);
            out[1][column] = Math.max(out[1][column], y[i]);
        }
        return out;
    }
}
