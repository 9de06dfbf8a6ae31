package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Stimulus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random signals against the laws of their processes. Seeds are fixed; tolerances are four standard errors, so that one
 * assertion in 16 000 would fail for a right implementation with another seed.
 */
class RandomSignalsTest {

    static Stream<RandomSignal<?>> signals() {
        return Stream.of(
                OrnsteinUhlenbeck.of(1, 0.3, 20),
                OrnsteinUhlenbeck.of(0, 1, 0.01),
                OrnsteinUhlenbeck.of(0, 1, 1e6),
                Wiener.of(0.2),
                WhiteNoise.of(1),
                ColouredNoise.of(1, 1, 1, 100),
                PoissonTrain.of(1, 40, 3));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void anyOrderOfCallsGivesTheSameBits(RandomSignal<?> signal) {
        double[] whole = signal.sample(2000, 0.1);
        Stimulus played = signal.over(1);
        for (int k = whole.length - 1; k >= 0; k -= 611) {
            assertThat(signal.at(k * 0.1)).isEqualTo(whole[k]);
            assertThat(played.at(k * 0.1)).isEqualTo(whole[k]);
        }
        assertThat(signal.over(77).sample(100, 0.1)).isEqualTo(Arrays.copyOf(whole, 1000));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void threadsThatShareASignalSeeTheSameBits(RandomSignal<?> signal) {
        double[] whole = signal.sample(100, 0.1);
        Stimulus shared = signal.over(100);
        double[] parallel = IntStream.range(0, whole.length)
                .parallel()
                .mapToDouble(k -> shared.at((k * 2741L % whole.length) * 0.1))
                .toArray();
        for (int k = 0; k < whole.length; k++) {
            assertThat(parallel[k]).isEqualTo(whole[(int) (k * 2741L % whole.length)]);
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void seedsAndChannelsAreOtherPathsAndDtIsNot(RandomSignal<?> signal) {
        double[] path = signal.sample(2000, 0.1);
        assertThat(signal.withSeed(1).sample(2000, 0.1)).isNotEqualTo(path);
        assertThat(signal.withChannel(1).sample(2000, 0.1)).isNotEqualTo(path);
        assertThat(signal.withChannel(2).sample(2000, 0.1))
                .isNotEqualTo(signal.withChannel(1).sample(2000, 0.1));
        double[] fine = signal.sample(200, 0.05);
        for (int k = 0; k < 2000; k++) {
            assertThat(fine[2 * k]).isEqualTo(path[k]);
        }
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private static double covariance(double[] x, double[] y) {
        double mx = mean(x);
        double my = mean(y);
        return IntStream.range(0, x.length)
                .mapToDouble(k -> (x[k] - mx) * (y[k] - my))
                .average()
                .orElseThrow();
    }

    private static double lagged(double[] x, int lag) {
        return covariance(Arrays.copyOf(x, x.length - lag), Arrays.copyOfRange(x, lag, x.length));
    }

    /** Mean m: standard error s·√(2τ/T); variance: s²·√(2τ/T); covariances: no larger than the variance's. */
    @Test
    void ornsteinUhlenbeckHasItsMomentsAndCorrelation() {
        double tau = 5;
        double[] x = OrnsteinUhlenbeck.of(1.5, 0.3, tau).withInterval(0.5).sample(1e6, 0.5);
        double error = Math.sqrt(2 * tau / 1e6);
        assertThat(mean(x)).isCloseTo(1.5, within(4 * 0.3 * error));
        for (int lag : new int[] {0, 1, 2, 5, 10, 30, 100}) {
            double expected = 0.09 * Math.exp(-lag * 0.5 / tau);
            assertThat(lagged(x, lag)).as("lag %d", lag).isCloseTo(expected, within(4 * 0.09 * error));
        }
        assertThat(OrnsteinUhlenbeck.ofIntensity(0, 0.2, 8).deviation()).isCloseTo(0.4, within(1e-15));
    }

    /** The residual x(k+1) − a·x(k) of an exact path is white, of variance s²(1 − a²), also across stretches and their ends. */
    @Test
    void ornsteinUhlenbeckStepsAreTheExactUpdate() {
        for (double tau : new double[] {0.3, 12, 150}) {
            double a = Math.exp(-1 / tau);
            double[] x =
                    OrnsteinUhlenbeck.of(0, 1, tau).withInterval(1).withSeed(3).sample(1e6, 1);
            double[] residual = new double[x.length - 1];
            double[] ends = new double[x.length / 256 - 1];
            for (int k = 0; k < residual.length; k++) {
                residual[k] = (x[k + 1] - a * x[k]) / Math.sqrt(1 - a * a);
                if (k % 256 == 255 && k / 256 < ends.length) {
                    ends[k / 256] = residual[k];
                }
            }
            standardGaussian(residual);
            standardGaussian(ends);
            for (int lag : new int[] {1, 2, 128, 256, 512}) {
                assertThat(lagged(residual, lag)).isCloseTo(0, within(4 / Math.sqrt(residual.length)));
            }
        }
    }

    /** Mean, variance and fourth moment. */
    private static void standardGaussian(double[] x) {
        double n = x.length;
        assertThat(mean(x)).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(covariance(x, x)).isCloseTo(1, within(4 * Math.sqrt(2 / n)));
        double fourth = Arrays.stream(x).map(v -> v * v * v * v).average().orElseThrow();
        assertThat(fourth).isCloseTo(3, within(4 * Math.sqrt(96 / n)));
    }

    @Test
    void whiteNoiseIsWhite() {
        double[] x = new WhiteNoise(0.5, 2, 0.1, 9, 4).sample(1e5, 0.1);
        double[] z = Arrays.stream(x).map(v -> (v - 0.5) / 2).toArray();
        standardGaussian(z);
        for (int lag : new int[] {1, 2, 3, 255, 256}) {
            assertThat(lagged(z, lag)).isCloseTo(0, within(4 / Math.sqrt(z.length)));
        }
    }

    @Test
    void wienerHasIndependentIncrementsFromZero() {
        Wiener wiener = Wiener.of(0.4).withSeed(5);
        double[] w = wiener.sample(1e5, 0.1);
        assertThat(w[0]).isEqualTo(0);
        double[] increments = new double[w.length - 1];
        for (int k = 0; k < increments.length; k++) {
            increments[k] = (w[k + 1] - w[k]) / (0.4 * Math.sqrt(0.1));
        }
        standardGaussian(increments);
        for (int lag : new int[] {1, 2, 255, 256, 512}) {
            assertThat(lagged(increments, lag)).isCloseTo(0, within(4 / Math.sqrt(increments.length)));
        }
        for (double t : new double[] {1, 60, 900}) {
            double[] ends = IntStream.range(0, 4000)
                    .mapToDouble(i -> wiener.withChannel(i).at(t) / (0.4 * Math.sqrt(t)))
                    .toArray();
            standardGaussian(ends);
        }
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void colouredNoiseHasItsSpectrumWithinThreePercent(double exponent) {
        ColouredNoise noise = ColouredNoise.of(1, exponent, 2, 200);
        double middle = noise.spectrum(20) * Math.pow(20, exponent);
        for (double f = 2; f <= 200; f *= 1.1) {
            assertThat(noise.spectrum(f) * Math.pow(f, exponent) / middle).isCloseTo(1, within(0.03));
        }
        double area = 0;
        for (double f = 1e-5; f < 1e8; f *= 1.01) {
            area += noise.spectrum(f) * f * Math.log(1.01);
        }
        assertThat(area).isCloseTo(1, within(0.01));
        assertThat(noise.correlation(0)).isCloseTo(1, within(1e-14));
    }

    static double[] exponents() {
        return new double[] {0.5, 0.8, 1, 1.2, 1.5};
    }

    /** The standard error of a covariance is at most √(2·Σ correlation²·interval/T), here 0.006. */
    @Test
    void colouredNoiseHasItsCorrelation() {
        ColouredNoise noise = ColouredNoise.of(2, 1, 2, 200).withInterval(1).withSeed(4);
        double[] x = noise.sample(1e6, 1);
        assertThat(mean(x)).isCloseTo(0, within(4 * Math.sqrt(noise.spectrum(0) / 2 / 1000)));
        double sum = 0;
        for (int lag = -5000; lag <= 5000; lag++) {
            sum += Math.pow(noise.correlation(lag), 2);
        }
        double error = Math.sqrt(2 * sum / 1e6);
        for (int lag : new int[] {0, 1, 3, 10, 40, 200}) {
            assertThat(lagged(x, lag) / 4).isCloseTo(noise.correlation(lag), within(4 * error));
        }
    }

    /** Times between onsets are exponential, counts in windows have equal mean and variance. */
    @Test
    void poissonTrainIsAPoissonProcess() {
        double rate = 20;
        double[] x = PoissonTrain.of(1, rate, 0.02).withSeed(8).sample(2e5, 0.02);
        List<Integer> onsets = new ArrayList<>();
        for (int k = 1; k < x.length; k++) {
            for (int i = 0; i < x[k]; i++) {
                onsets.add(k);
            }
        }
        double n = onsets.size();
        assertThat(n).isCloseTo(4000, within(4 * Math.sqrt(4000)));
        double[] gaps = new double[onsets.size() - 1];
        Arrays.setAll(gaps, i -> (onsets.get(i + 1) - onsets.get(i)) * 0.02 * rate / 1000);
        Arrays.sort(gaps);
        double distance = 0;
        for (int i = 0; i < gaps.length; i++) {
            distance = Math.max(distance, Math.abs(1 - Math.exp(-gaps[i]) - (i + 0.5) / gaps.length));
        }
        assertThat(distance).as("Kolmogorov–Smirnov, level 0.001").isLessThan(1.95 / Math.sqrt(gaps.length));
        double[] counts = new double[2000];
        onsets.forEach(k -> counts[k / 5000]++);
        assertThat(covariance(counts, counts) / mean(counts)).isCloseTo(1, within(4 * Math.sqrt(2.0 / 2000)));
    }

    /** Campbell's theorem; values further apart than the width are independent. */
    @Test
    void overlappingPulsesAddUp() {
        double[] x = new PoissonTrain(0.5, 1000, 4, 1, 2, 0).sample(4.5e5, 4.5);
        double n = x.length;
        assertThat(mean(x)).isCloseTo(1 + 0.5 * 4, within(4 * Math.sqrt(0.25 * 4 / n)));
        assertThat(covariance(x, x)).isCloseTo(0.25 * 4, within(4 * Math.sqrt((2 + 1 / 4.0) / n)));
        assertThat(lagged(x, 1)).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void channelsAndKindsAreIndependent() {
        double[][] paths = {
            WhiteNoise.of(1).sample(2e4, 0.1),
            WhiteNoise.of(1).withChannel(1).sample(2e4, 0.1),
            WhiteNoise.of(1).withSeed(1).sample(2e4, 0.1),
            OrnsteinUhlenbeck.of(0, 1, 0.01).sample(2e4, 0.1),
            ColouredNoise.of(1, 1, 1000, 5000).sample(2e4, 0.1)
        };
        for (int i = 0; i < paths.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(covariance(paths[i], paths[j])).isCloseTo(0, within(4 / Math.sqrt(2e5)));
            }
        }
    }

    @Test
    void badValuesAreNamedTogether() {
        assertThatThrownBy(() -> new OrnsteinUhlenbeck(0, -1, 0, 0, 0, -1))
                .hasMessageContaining(
                        "ornstein-uhlenbeck.deviation: expected a number that is not negative, given -1.0")
                .hasMessageContaining("ornstein-uhlenbeck.tau: expected a positive number of ms, given 0.0")
                .hasMessageContaining("ornstein-uhlenbeck.interval")
                .hasMessageContaining("ornstein-uhlenbeck.channel");
        assertThatThrownBy(() -> OrnsteinUhlenbeck.of(0, 1, 1e20)).hasMessageContaining("at most 10¹² intervals");
        assertThatThrownBy(() -> ColouredNoise.of(1, 2, 5, 1))
                .hasMessageContaining("coloured-noise.exponent")
                .hasMessageContaining("coloured-noise.high: expected a frequency above 5.0 Hz, given 1.0");
        assertThatThrownBy(() -> ColouredNoise.of(1, 1, 1, 6000))
                .hasMessageContaining("half of one per interval, 5000");
        assertThatThrownBy(() -> ColouredNoise.of(1, 1, Double.NaN, Double.NaN))
                .hasMessageContaining("coloured-noise.low");
        assertThatThrownBy(() -> PoissonTrain.of(1, 0, 0))
                .hasMessageContaining("poisson-train.rate")
                .hasMessageContaining("poisson-train.width");
        assertThatThrownBy(() -> PoissonTrain.of(1, 1e6, 1e6)).hasMessageContaining("overlapping");
        assertThatThrownBy(() -> Wiener.of(Double.NaN)).hasMessageContaining("wiener.deviation");
        assertThatThrownBy(() -> WhiteNoise.of(1).withInterval(1e-9)).hasMessageContaining("white-noise.interval");
    }
}
