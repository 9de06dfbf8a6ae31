package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The functions that neurolib has too, against its own numbers (source: the resource's first lines). */
class NeurolibTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double[][] ONE = new double[300][5];
    private static final double[][] TWO = new double[300][5];
    private static final Map<String, List<double[]>> EXPECTED = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        for (int k = 0; k < 300; k++) {
            for (int i = 0; i < 5; i++) {
                ONE[k][i] = Math.sin(2 * Math.PI * (0.011 + 0.004 * i) * k + i)
                        + 0.4 * Math.cos(2 * Math.PI * 0.053 * k * (1 + 0.1 * i))
                        + 0.2 * Math.sin(0.0037 * k * k * (i + 1));
                TWO[k][i] = Math.sin(2 * Math.PI * (0.013 + 0.003 * i) * k + 2 * i)
                        + 0.3 * Math.cos(2 * Math.PI * 0.047 * k)
                        + 0.25 * Math.sin(0.0031 * k * k * (i + 2));
            }
        }
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                NeurolibTest.class.getResourceAsStream("neurolib.txt"), StandardCharsets.UTF_8))) {
            List<double[]> rows = List.of();
            for (String line : in.lines().filter(l -> !l.startsWith("#")).toList()) {
                if (Character.isLetter(line.charAt(0))) {
                    rows = new ArrayList<>();
                    EXPECTED.put(line, rows);
                } else {
                    rows.add(Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
                }
            }
        }
    }

    @Test
    void functionalConnectivityIsNeurolibs() {
        assertRows(Fc.matrix(ONE), "fc_1", 1);
        assertRows(Fc.matrix(TWO), "fc_2", 1);
    }

    @Test
    void matrixCorrelationIsNeurolibs() {
        assertThat(Similarity.pearson(Fc.matrix(ONE), Fc.matrix(TWO)))
                .isCloseTo(number("matrix_correlation"), ROUNDING);
    }

    @Test
    void connectivityDynamicsInSamplesAreNeurolibs() {
        double[][] fcd = Fcd.matrix(ONE, 30, 5);
        assertThat(fcd).hasDimensions(54, 54);
        assertRows(fcd, "fcd_1_every_6th_row", 6);
    }

    @Test
    void kolmogorovDistanceIsNeurolibs() {
        double distance = Similarity.kolmogorov(Fcd.matrix(ONE, 30, 5), Fcd.matrix(TWO, 30, 5));
        assertThat(distance)
                .isCloseTo(number("matrix_kolmogorov"), ROUNDING)
                .isCloseTo(number("ts_kolmogorov"), ROUNDING);
    }

    @Test
    void powerSpectrumIsNeurolibs() {
        double[] signal = Arrays.stream(ONE).mapToDouble(row -> row[0]).toArray();
        Spectrum spectrum = Welch.standard().withBelow(40).of(signal, 10);
        assertThat(spectrum.frequencies())
                .containsExactly(EXPECTED.get("spectrum").get(0), ROUNDING);
        assertThat(spectrum.power()).containsExactly(EXPECTED.get("spectrum").get(1), within(1e-14));
    }

    private static double number(String name) {
        return EXPECTED.get(name).get(0)[0];
    }

    private static void assertRows(double[][] actual, String name, int every) {
        List<double[]> rows = EXPECTED.get(name);
        for (int r = 0; r < rows.size(); r++) {
            assertThat(actual[r * every]).containsExactly(rows.get(r), ROUNDING);
        }
    }
}
