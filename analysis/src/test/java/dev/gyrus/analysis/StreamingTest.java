package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Functional connectivity without a recording, against that of the recording. */
class StreamingTest {
    private static final double DT = 0.5;

    @Test
    void connectivityHasTheBitsOfTheRecordingForBlocksOfAnyLength() {
        double[][] samples = correlated(1003, 7, 1);
        double[][] expected = Fc.of(series(samples).from(100)).matrix();
        for (int block : new int[] {1, 5, 32, 1003}) {
            StreamingFc streaming = Fc.streaming("x").from(100);
            feed(streaming, samples, block);
            assertThat(streaming.fc().matrix()).isDeepEqualTo(expected);
            assertThat(streaming.fc().labels()).containsExactly("0", "1", "2", "3", "4", "5", "6");
        }
    }

    @Test
    void readingInBetweenChangesNothing() {
        double[][] samples = correlated(200, 3, 2);
        StreamingFc streaming = Fc.streaming("x");
        streaming.begin(scope(3));
        for (int k = 0; k < samples.length; k++) {
            streaming.observe(new View(samples, k, 1));
            if (k > 0) {
                assertThat(streaming.fc().matrix()).isDeepEqualTo(Fc.matrix(samples, 0, k + 1));
            }
        }
    }

    @Test
    void everyTakesTheSamplesAtItsMultiples() {
        double[][] samples = correlated(500, 4, 3);
        StreamingFc streaming = Fc.streaming("x").every(3 * DT).from(50);
        feed(streaming, samples, 7);
        double[][] taken = IntStream.range(0, samples.length)
                .filter(k -> (k + 1) % 3 == 0 && (k + 1) * DT >= 50)
                .mapToObj(k -> samples[k])
                .toArray(double[][]::new);
        assertThat(streaming.samples()).isEqualTo(taken.length);
        assertThat(streaming.fc().matrix()).isDeepEqualTo(Fc.matrix(taken));
    }

    /** Products of deviations in 50 digits, of the same doubles. */
    @Test
    void correlationIsWithinRoundingOfTwoExactPasses() {
        double[][] samples = correlated(2000, 2, 4);
        for (double[] row : samples) {
            row[0] += 1e6;
            row[1] -= 1e6;
        }
        StreamingFc streaming = Fc.streaming("x");
        feed(streaming, samples, 32);
        assertThat(streaming.fc().matrix()[0][1]).isCloseTo(exact(samples), within(1e-14));
    }

    @Test
    void aRunThatBeginsStartsAnew() {
        double[][] samples = correlated(100, 3, 5);
        StreamingFc streaming = Fc.streaming("x");
        feed(streaming, correlated(77, 3, 6), 10);
        feed(streaming, samples, 10);
        assertThat(streaming.fc().matrix()).isDeepEqualTo(Fc.matrix(samples));
    }

    @Test
    void dynamicsHaveTheBitsOfTheRecording() {
        double[][] samples = correlated(2000, 5, 7);
        for (Windows windows : List.of(new Windows(0.1, 0.03), new Windows(0.05, 0.2), new Windows(0.0334, 0.0123))) {
            StreamingFcd streaming = Fcd.streaming("x", windows).from(30);
            feed(streaming, samples, 13);
            Series settled = series(samples).from(30);
            assertThat(streaming.matrix()).isDeepEqualTo(Fcd.matrix(settled, windows));
            List<Subject> subjects =
                    List.of(new Subject("s", Optional.of(series(correlated(1500, 5, 8))), new double[5][5]));
            assertThat(streaming.distances(subjects)).isEqualTo(Fcd.distances(settled, subjects, windows));
        }
    }

    @Test
    void whatCannotBeMeasuredIsNamed() {
        assertThatThrownBy(() -> Fc.streaming("x").fc())
                .isInstanceOf(GyrusException.class)
                .hasMessage("fc of x: expected at least two samples, given none");
        assertThatThrownBy(() -> Fc.streaming("x").every(0)).hasMessageContaining("a positive number of ms");
        assertThatThrownBy(() -> Fc.streaming("x").from(-1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> Fc.streaming("x").every(0.7).begin(scope(3)))
                .hasMessageContaining("a whole multiple of dt = 0.5 ms");
        assertThatThrownBy(() -> Fc.streaming("x").every(1e-12).begin(scope(3))).hasMessageContaining("multiples");
        StreamingFcd dynamics = Fcd.streaming("x", Windows.standard());
        assertThatThrownBy(dynamics::matrix).hasMessageContaining("a run that was observed");
        assertThatThrownBy(() -> dynamics.begin(scope(2))).hasMessageContaining("at least 3 regions");
        feed(dynamics, correlated(10, 3, 9), 10);
        assertThatThrownBy(dynamics::matrix)
                .hasMessage("fcd of x: expected at least two windows, 80.0 s, given 0.005 s");
    }

    private static double exact(double[][] samples) {
        BigDecimal[] mean = new BigDecimal[2];
        for (int i = 0; i < 2; i++) {
            mean[i] = BigDecimal.ZERO;
            for (double[] row : samples) {
                mean[i] = mean[i].add(new BigDecimal(row[i]));
            }
            mean[i] = mean[i].divide(BigDecimal.valueOf(samples.length), new MathContext(50));
        }
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        for (double[] row : samples) {
            BigDecimal a = new BigDecimal(row[0]).subtract(mean[0]);
            BigDecimal b = new BigDecimal(row[1]).subtract(mean[1]);
            sums[0] = sums[0].add(a.multiply(a));
            sums[1] = sums[1].add(a.multiply(b));
            sums[2] = sums[2].add(b.multiply(b));
        }
        BigDecimal scale = sums[0].multiply(sums[2]).sqrt(new MathContext(50));
        return sums[1].divide(scale, new MathContext(50)).doubleValue();
    }

    private static double[][] correlated(int samples, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] out = new double[samples][columns];
        for (double[] row : out) {
            double common = random.nextGaussian();
            for (int i = 0; i < columns; i++) {
                row[i] = 3 + common * i / columns + random.nextGaussian();
            }
        }
        return out;
    }

    private static List<String> labels(int columns) {
        return IntStream.range(0, columns).mapToObj(Integer::toString).toList();
    }

    private static Observer.Scope scope(int columns) {
        return new Observer.Scope(DT, 0, List.of(new Observer.Channel("x", "1", 1, labels(columns))));
    }

    private static Series series(double[][] samples) {
        double[] times = IntStream.rangeClosed(1, samples.length)
                .mapToDouble(k -> k * DT)
                .toArray();
        return new Series("x", "1", times, labels(samples[0].length), samples);
    }

    private static void feed(Observer observer, double[][] samples, int block) {
        observer.begin(scope(samples[0].length));
        for (int first = 0; first < samples.length; first += block) {
            observer.observe(new View(samples, first, Math.min(block, samples.length - first)));
        }
        observer.end();
    }

    private record View(double[][] samples, int first, int steps) implements Observer.Block {
        @Override
        public long firstStep() {
            return first;
        }

        @Override
        public double[] row(int channel, int k) {
            return samples[first + k];
        }
    }
}
