package dev.gyrus.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final double[][] FC = {{1, 0.5, -0.2, 0}, {0.5, 1, 0.1, 0.3}, {-0.2, 0.1, 1, 0.4}, {0, 0.3, 0.4, 1}};

    @Test
    void longRecordingsAreAveragedOverNamedStretches() throws Exception {
        Figure figure = Figures.rates(waves(60_000, 5));
        assertThat(FigureTest.texts(figure.svg()))
                .contains("Mean over regions, averages of 100 ms", "Some regions, last 2 s", "Excitatory rate (Hz)");
        assertThat(FigureTest.embedded(figure.svg())).hasSize(2);
        assertThat(figure.svg()).hasSizeLessThan(300_000);
    }

    @Test
    void averagesAreTheMeansOfTheirStretch() {
        double[] times = {1, 2, 3, 4, 5};
        double[][] values = {{1, 0}, {2, 0}, {Double.NaN, 0}, {4, 0}, {6, 8}};
        Series averaged = Statistics.averaged(new Series("x", "1", times, List.of("a", "b"), values), 2);
        assertThat(averaged.times()).containsExactly(1, 3, 5);
        assertThat(averaged.values()).isDeepEqualTo(new double[][] {{1, 0}, {2, 0}, {5, 4}});
    }

    @Test
    void regionsAreNamedWhereTheyAreFew() throws Exception {
        Series few = new Series("bold", "1", new double[] {2000, 4000}, List.of("V1", "MT"), new double[2][2]);
        assertThat(FigureTest.texts(Figures.bold(few, false).svg())).contains("V1", "MT", "BOLD");
        assertThat(FigureTest.texts(Figures.bold(waves(3000, 80), true).svg()))
                .contains("Region", "60", "Excitatory rate (s.d.)", "Time (s)");
    }

    @Test
    void comparisonShowsPearsonsCorrelation() throws Exception {
        double[][] other = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                other[i][j] = 0.1 - 0.5 * FC[i][j];
            }
        }
        assertThat(FigureTest.texts(
                        Figures.functionalConnectivity(FC, FC, "Empirical").svg()))
                .contains("r = 1.00 over 6 pairs", "Simulated", "Empirical", "Correlation");
        assertThat(FigureTest.texts(
                        Figures.functionalConnectivity(FC, other, "Empirical").svg()))
                .contains("r = −1.00 over 6 pairs");
        assertThatThrownBy(() -> Figures.functionalConnectivity(FC, new double[3][4], "Empirical"))
                .isInstanceOf(GyrusException.class)
                .hasMessage("reference: expected 4 × 4 values, given 3 rows of [4] values");
    }

    @Test
    void syntheticDataAreCalledSynthetic() throws Exception {
        Dataset dataset = new Dataset("two", "a synthetic pair", connectome(), List.of(subject()), 2000);
        assertThat(FigureTest.texts(Figures.dataset(dataset).svg()))
                .contains("two · synthetic data", "a synthetic pair", "Functional connectivity", "Fibre length (mm)");
        Dataset measured = new Dataset("hcp", "seven people", connectome(), List.of(), 0);
        assertThat(FigureTest.texts(Figures.dataset(measured).svg()))
                .contains("hcp")
                .doesNotContain("synthetic");
    }

    @Test
    void datasetsWithoutLengthsOrFibresAreDrawn() {
        Dataset bare = new Dataset("bare", "", Connectome.of(new double[3][3]), List.of(), 0);
        assertThat(Figures.dataset(bare).png(72)).isNotEmpty();
        Dataset one = new Dataset("one", "", Connectome.of(new double[1][1], new double[1][1]), List.of(), 0);
        assertThat(Figures.dataset(one).png(72)).isNotEmpty();
    }

    @Test
    void theHighestPeakOfASpectrumIsNamed() throws Exception {
        double[] frequency = IntStream.range(0, 200).mapToDouble(k -> 0.25 * k).toArray();
        double[] power = new double[200];
        for (int k = 0; k < 200; k++) {
            double f = frequency[k];
            power[k] = 10 / (1 + f * f) + 3 * Math.exp(-(f - 10) * (f - 10)) + 1e-3;
        }
        Figure figure = Figures.spectrum(frequency, new double[][] {power}, "Hz²/Hz");
        assertThat(FigureTest.texts(figure.svg())).contains("  10 Hz", "Frequency (Hz)");
        double[][] none = {};
        assertThat(Figures.spectrum(frequency, none, "").svg()).doesNotContain("NaN");
        assertThat(Figures.spectrum(new double[0], none, "").svg()).isNotEmpty();
    }

    @Test
    void emptyAndSilentRecordingsAreDrawn() {
        Series empty = new Series("rates_exc", "Hz", new double[0], List.of("a", "b"), new double[0][2]);
        Series silent = new Series("rates_exc", "Hz", new double[] {1, 2}, List.of("a"), new double[2][1]);
        Series missing = new Series(
                "x", "", new double[] {1}, List.of("a", "b"), new double[][] {{Double.NaN, Double.POSITIVE_INFINITY}});
        Series nothing = new Series("x", "", new double[] {1}, List.of(), new double[1][0]);
        for (Series series : List.of(empty, silent, missing, nothing)) {
            for (Figure figure :
                    List.of(Figures.rates(series), Figures.bold(series, true), Figures.bold(series, false))) {
                assertThat(figure.svg()).doesNotContain("NaN").doesNotContain("Infinity");
                assertThat(figure.png(72)).isNotEmpty();
            }
        }
    }

    private static Series waves(int samples, int regions) {
        double[] times = new double[samples];
        double[][] values = new double[samples][regions];
        for (int k = 0; k < samples; k++) {
            times[k] = k + 1;
            for (int i = 0; i < regions; i++) {
                values[k][i] = 10 + 5 * Math.sin(0.06 * k + i);
            }
        }
        List<String> labels =
                IntStream.range(0, regions).mapToObj(Integer::toString).toList();
        return new Series("rates_exc", "Hz", times, labels, values);
    }

    private static Connectome connectome() {
        double[][] weights = {{0, 1, 0.1, 0}, {1, 0, 0.01, 0}, {0.1, 0.01, 0, 0.2}, {0, 0, 0.2, 0}};
        double[][] lengths = {{0, 10, 50, 80}, {10, 0, 90, 70}, {50, 90, 0, 30}, {80, 70, 30, 0}};
        return Connectome.of(weights, lengths);
    }

    private static Subject subject() {
        return new Subject("one", Optional.empty(), FC);
    }
}
