package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FcdTest {

    private static Series noise(String name, double tr, int samples, int regions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = new double[samples];
        double[][] values = new double[samples][regions];
        for (int k = 0; k < samples; k++) {
            times[k] = (k + 1) * tr;
            double common = random.nextGaussian();
            for (int i = 0; i < regions; i++) {
                values[k][i] = random.nextGaussian() + common * Math.sin(k * 0.02 + i);
            }
        }
        List<String> labels =
                IntStream.range(0, regions).mapToObj(Integer::toString).toList();
        return new Series(name, "1", times, labels, values);
    }

    @Test
    void everyFullWindowCounts() {
        assertThat(Fcd.matrix(noise("bold", 2000, 150, 5, 1), Windows.standard()))
                .hasDimensions(13, 13);
        assertThat(Fcd.matrix(noise("bold", 2000, 149, 5, 1), Windows.standard()))
                .hasDimensions(12, 12);
        // 0.72 s: windows of 83 samples that start at samples 0, 28, 56, 83, …
        assertThat(Fcd.matrix(noise("bold", 720, 83 + 83, 5, 1), Windows.standard()))
                .hasDimensions(4, 4);
        assertThat(Fcd.matrix(noise("bold", 720, 83 + 82, 5, 1), Windows.standard()))
                .hasDimensions(3, 3);
    }

    @Test
    void entryIsTheCorrelationOfTwoWindowsConnectivity() {
        Series signal = noise("bold", 2000, 100, 6, 2);
        double[][] fcd = Fcd.matrix(signal, new Windows(40, 10));
        double[][] first = Fc.matrix(Arrays.copyOfRange(signal.values(), 0, 20));
        double[][] fourth = Fc.matrix(Arrays.copyOfRange(signal.values(), 15, 35));
        assertThat(fcd[0][3]).isCloseTo(Similarity.pearson(first, fourth), within(1e-14));
        assertThat(fcd[2][2]).isEqualTo(1);
    }

    @Test
    void distanceIsZeroToItselfAndSymmetric() {
        Series a = noise("bold", 2000, 300, 5, 3);
        Series b = noise("tc", 2000, 200, 5, 4);
        assertThat(Fcd.distance(a, a, Windows.standard())).isZero();
        assertThat(Fcd.distance(a, b, Windows.standard()))
                .isPositive()
                .isEqualTo(Fcd.distance(b, a, Windows.standard()));
        List<Subject> subjects = List.of(subject("s1", a), subject("s2", b));
        Scores scores = Fcd.distances(a, subjects, Windows.standard());
        assertThat(scores.values()).containsExactly(0.0, Fcd.distance(a, b, Windows.standard()));
    }

    @Test
    void differingRepetitionTimesAreRefusedNamingBoth() {
        assertThatThrownBy(() ->
                        Fcd.distance(noise("bold", 2000, 200, 5, 1), noise("tc", 720, 500, 5, 1), Windows.standard()))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("2000.0 ms ('bold') and 720.0 ms ('tc')");
    }

    @Test
    void missingSignalIsAnError() {
        Series simulated = noise("bold", 2000, 200, 5, 1);
        Subject without = new Subject("s7", Optional.empty(), new double[5][5]);
        assertThatThrownBy(() -> Fcd.distances(simulated, List.of(without), Windows.standard()))
                .hasMessage("fcd of subject s7: expected a BOLD signal, given functional connectivity only");
        assertThatThrownBy(() -> Fcd.distances(simulated, List.of(), Windows.standard()))
                .hasMessageContaining("at least one subject");
    }

    @Test
    void windowsInSamplesOfAnySizeAreSafe() {
        double[][] samples = noise("bold", 2000, 99, 5, 1).values();
        assertThat(Fcd.matrix(samples, Integer.MAX_VALUE, 1)).isEmpty();
        assertThat(Fcd.matrix(samples, 10, Integer.MAX_VALUE)).hasDimensions(1, 1);
        assertThatThrownBy(() -> Fcd.matrix(new double[99][1], 10, 1))
                .hasMessage("fcd: expected at least two columns, given 1");
    }

    @Test
    void timesMustAscend() {
        Series still = noise("bold", 0, 99, 5, 1);
        assertThatThrownBy(() -> Fcd.matrix(still, Windows.standard())).hasMessageContaining("ascending sample times");
    }

    @Test
    void signalsThatCannotFillTheWindowsAreRefused() {
        assertThatThrownBy(() -> Fcd.matrix(noise("bold", 2000, 39, 5, 1), Windows.standard()))
                .hasMessage("fcd of bold: expected at least two windows, 80.0 s, given 78.0 s");
        assertThatThrownBy(() -> Fcd.matrix(noise("bold", 2000, 99, 5, 1), new Windows(4, 1)))
                .hasMessageContaining("windows.length: expected at least 3 samples, 6.0 s, given 4.0 s")
                .hasMessageContaining("windows.step");
        assertThatThrownBy(() -> Fcd.matrix(noise("bold", 2000, 99, 2, 1), Windows.standard()))
                .hasMessageContaining("at least 3 regions");
        assertThatThrownBy(() -> new Windows(-1, 0)).hasMessageContaining("windows.step");
        Series uneven = noise("bold", 2000, 99, 5, 1);
        uneven.times()[50] += 3;
        assertThatThrownBy(() -> Fcd.matrix(uneven, Windows.standard())).hasMessageContaining("102003.0 ms");
    }

    private static Subject subject(String id, Series bold) {
        return new Subject(id, Optional.of(bold), Fc.of(bold).matrix());
    }
}
