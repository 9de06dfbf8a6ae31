package dev.gyrus.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpikeFiguresTest {
    @Test
    void rasterHasAPanelForEachPopulationAndItsRatesAndInputs() throws Exception {
        Figure figure = SpikeFigures.raster(
                List.of(raster("E", 80, 300), raster("I", 20, 50)),
                0,
                100,
                List.of(series("E", "Hz", 10, 20), series("I", "Hz", 5, 7)),
                List.of(series("ext", "mV", 20, 20)));
        assertThat(FigureTest.texts(figure.svg()))
                .contains("E, 80 neurons", "I, 20 neurons", "79", "Rate (Hz)", "Input (mV)", "Time (ms)", "E", "I");
        assertThat(figure.png(72)).isNotEmpty();
    }

    @Test
    void aHundredThousandSpikesAreAPictureAndNotDots() throws Exception {
        Figure few = SpikeFigures.raster(List.of(raster("E", 100, 2000)), 0, 1000, List.of(), List.of());
        Figure many = SpikeFigures.raster(List.of(raster("E", 3200, 100_000)), 0, 1000, List.of(), List.of());
        assertThat(FigureTest.embedded(few.svg())).isEmpty();
        assertThat(FigureTest.embedded(many.svg())).hasSize(1);
        assertThat(many.svg()).hasSizeLessThan(300_000);
    }

    @Test
    void silentAndSinglePopulationsAreDrawn() {
        Raster silent = new Raster("", 1, new double[0], new int[0]);
        assertThat(SpikeFigures.raster(List.of(silent), 0, 1, List.of(), List.of())
                        .png(72))
                .isNotEmpty();
        assertThatThrownBy(() -> SpikeFigures.raster(List.of(), 0, 1, List.of(), List.of()))
                .isInstanceOf(GyrusException.class);
    }

    @Test
    void decisionsAreTrajectoriesAndTheirDifference() throws Exception {
        Series a = series("A", "Hz", 2, 40);
        assertThat(FigureTest.texts(SpikeFigures.decisions(a, series("B", "Hz", 2, 1), List.of("A", "B"))
                        .svg()))
                .contains("Rate of A (Hz)", "Rate of B (Hz)", "A − B (Hz)");
        assertThatThrownBy(() -> SpikeFigures.decisions(a, series("B", "Hz", 1), List.of("A", "B")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("2 samples");
    }

    @Test
    void psychometricCurveSaysHowManyTrials() throws Exception {
        double[] coherence = {0, 3.2, 51.2};
        assertThat(FigureTest.texts(SpikeFigures.psychometric(coherence, new double[] {0.5, 0.7, 1}, 40)
                        .svg()))
                .contains("40 trials each", "Coherence (%)", "100");
    }

    @Test
    void meanFieldIsComparedByItsMean() throws Exception {
        Figure figure = SpikeFigures.meanField(
                List.of(series("Excitatory rate", "Hz", 10, 12)), List.of(series("E", "Hz", 9, 11)));
        assertThat(FigureTest.texts(figure.svg())).contains("Means differ by 1 Hz", "network", "mean field");
    }

    private static Raster raster(String name, int size, int spikes) {
        double[] times = IntStream.range(0, spikes).mapToDouble(k -> k * 0.01).toArray();
        return new Raster(
                name,
                size,
                times,
                IntStream.range(0, spikes).map(k -> k * 7 % size).toArray());
    }

    private static Series series(String name, String unit, double... values) {
        double[] times =
                IntStream.range(0, values.length).mapToDouble(k -> 10.0 * k).toArray();
        double[][] rows = IntStream.range(0, values.length)
                .mapToObj(k -> new double[] {values[k]})
                .toArray(double[][]::new);
        return new Series(name, unit, times, List.of("0"), rows);
    }
}
