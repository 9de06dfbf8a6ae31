package dev.gyrus.bold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference scheme against neurolib's own numbers. */
class BoldReferenceTest {
    private static final Bold NEUROLIB =
            Bold.tr(2000).scheme(Bold.Scheme.REFERENCE).start(Bold.Start.ONES);

    @Test
    void sinusoidalRatesGiveNeurolibsSamples() throws IOException {
        double[] base = {10, 6, 15};
        double[] amplitude = {8, 5, 12};
        double[] frequency = {0.05, 0.11, 0.02};
        double[][] rates = new double[120_000][3];
        for (int k = 0; k < rates.length; k++) {
            for (int i = 0; i < 3; i++) {
                rates[k][i] = base[i] + amplitude[i] * Math.sin(2 * Math.PI * frequency[i] * k / 1000);
            }
        }
        Series bold = Rates.feed(NEUROLIB, 1, rates);
        List<String> lines = lines();
        assertThat(bold.samples()).isEqualTo(lines.size());
        for (int r = 0; r < lines.size(); r++) {
            double[] expected = Arrays.stream(lines.get(r).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(bold.times()[r]).isEqualTo(expected[0]);
            for (int i = 0; i < 3; i++) {
                assertThat(bold.values()[r][i]).isCloseTo(expected[i + 1], within(1e-13));
            }
        }
    }

    /** neurolib (commit 9b6b2b8): constant 10 Hz, dt 0.1 ms, 60 s. */
    @Test
    void constantRateGivesNeurolibsSamples() {
        Series bold = Rates.feed(NEUROLIB, 0.1, Rates.of(600_000, k -> 10));
        assertThat(bold.samples()).isEqualTo(30);
        assertThat(bold.times()[1]).isCloseTo(2000.1, within(1e-9));
        double[] column = bold.column(0);
        assertThat(column[0]).isCloseTo(1.37461538685102e-10, within(1e-15));
        assertThat(column[1]).isCloseTo(0.0601413433555385, within(1e-14));
        assertThat(column[2]).isCloseTo(0.0616674057997313, within(1e-14));
        assertThat(column[5]).isCloseTo(0.0619119356506569, within(1e-14));
        assertThat(column[29]).isCloseTo(0.061868177732553, within(1e-14));
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                BoldReferenceTest.class.getResourceAsStream("neurolib.csv"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
        }
    }
}
