package dev.gyrus.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statistics of trains that are known, and recorders against one another. */
class SpikeStatisticsTest {

    private static Spikes of(double to, double[]... trains) {
        record Spike(double time, int neuron) {}
        List<Spike> all = new ArrayList<>();
        for (int i = 0; i < trains.length; i++) {
            for (double time : trains[i]) {
                all.add(new Spike(time, i));
            }
        }
        all.sort(Comparator.comparingDouble(Spike::time));
        return new Spikes(
                "P",
                trains.length,
                all.stream().mapToInt(Spike::neuron).toArray(),
                all.stream().mapToDouble(Spike::time).toArray(),
                0,
                to,
                new int[0]);
    }

    @Test
    void variationOfIntervals() {
        assertThat(SpikeStatistics.cv(new double[] {5, 5, 5})).isZero();
        assertThat(SpikeStatistics.cv(new double[] {1, 3})).isCloseTo(0.5, within(1e-15));
        assertThat(SpikeStatistics.cv2(new double[] {1, 3, 1})).isCloseTo(1, within(1e-15));
        assertThat(SpikeStatistics.cv2(new double[] {1})).isNaN();
        Spikes spikes = of(100, new double[] {1, 2, 5}, new double[] {1, 2});
        assertThat(SpikeStatistics.meanCv(spikes, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(SpikeStatistics.meanCv(spikes, 2)).isNaN();
    }

    @Test
    void intervalsAreCountedInBins() {
        Spikes spikes = of(100, new double[] {1, 2, 5, 10}, new double[] {3, 6.5});
        assertThat(SpikeStatistics.intervalHistogram(spikes, 2, 3)).containsExactly(1, 2, 1);
        assertThatThrownBy(() -> SpikeStatistics.intervalHistogram(spikes, 0, 3))
                .isInstanceOf(GyrusException.class);
    }

    @Test
    void correlationIsThatOfPairs() {
        double[] a = {0.5, 3.5, 7.5, 9.5};
        double[] b = {0.7, 2.5, 3.6, 6.5, 9.9};
        double[] c = {4.5, 5.5, 6.1};
        double[][] counts = {bins(a), bins(b), bins(c)};
        double mean =
                (pearson(counts[0], counts[1]) + pearson(counts[0], counts[2]) + pearson(counts[1], counts[2])) / 3;
        assertThat(SpikeStatistics.meanCorrelation(of(10, a, b, c, new double[0]), 1))
                .isCloseTo(mean, within(1e-12));
        assertThat(SpikeStatistics.meanCorrelation(of(10, a, a, a), 1)).isCloseTo(1, within(1e-12));
        assertThat(SpikeStatistics.meanCorrelation(of(10, a), 1)).isNaN();
    }

    private static double[] bins(double[] train) {
        double[] bins = new double[10];
        Arrays.stream(train).forEach(t -> bins[(int) t]++);
        return bins;
    }

    private static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElseThrow();
        double my = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int k = 0; k < x.length; k++) {
            xy += (x[k] - mx) * (y[k] - my);
            xx += (x[k] - mx) * (x[k] - mx);
            yy += (y[k] - my) * (y[k] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void ratesCountSpikesAfterTheStartUpToTheEnd() {
        Spikes spikes = of(100, new double[] {10, 20, 30}, new double[] {20});
        assertThat(spikes.rate()).isEqualTo(20);
        assertThat(spikes.rate(10, 20)).isEqualTo(100);
        assertThat(spikes.between(10, 20).count()).isEqualTo(2);
        assertThat(spikes.trains()[0]).containsExactly(10, 20, 30);
    }

    @Test
    void recordersAgree() {
        Network network = SpikingNetwork.builder()
                .population("P", Poisson.node().with("rate", 100), 50)
                .build();
        SpikeRecorder all = SpikeRecorder.of("P", 50);
        SpikeRecorder some = SpikeRecorder.of("P", List.of(7, 3)).from(20);
        PopulationRate boxcar = PopulationRate.boxcar("P", 50, 2);
        PopulationRate smooth = PopulationRate.gaussian("P", 50, 5).every(1);
        Recording recording = Simulation.of(network)
                .duration(100)
                .observe(all, some, boxcar, smooth)
                .run();
        Spikes spikes = all.spikes();
        assertThat(some.spikes().times())
                .containsExactly(Arrays.stream(new int[] {3, 7})
                        .boxed()
                        .flatMap(i -> Arrays.stream(spikes.trains()[i]).boxed())
                        .filter(t -> t > 20)
                        .sorted()
                        .mapToDouble(t -> t)
                        .toArray());
        assertThat(some.spikes().trains()[1])
                .containsExactly(
                        Arrays.stream(spikes.trains()[7]).filter(t -> t > 20).toArray());
        Series rate = recording.series().get(0);
        assertThat(rate.name()).isEqualTo("P.rate");
        assertThat(rate.samples()).isEqualTo(1000);
        // The window of 21 steps about sample 500 ends at 51 ms.
        assertThat(rate.row(499)[0]).isCloseTo(spikes.rate(48.95, 51.05), within(1e-9));
        assertThat(recording.series().get(1).samples()).isEqualTo(100);
        assertThat(recording.series().get(1).mean()).isCloseTo(spikes.rate(), within(0.05 * spikes.rate()));
    }

    @Test
    void theLocalFieldIsTheMeanMagnitudeOfCurrents() {
        Network network = BalancedNetwork.network(80, 20, 0.2, 1);
        Recording recording = Simulation.of(network)
                .duration(20)
                .observe(LocalField.of("field", 1, "E.I_exc", "E.I_inh"), Recorder.every(1, "E.I_exc", "E.I_inh"))
                .run();
        for (int k = 0; k < 20; k++) {
            double excitation = mean(recording.series().get(1).row(k));
            double inhibition = mean(recording.series().get(2).row(k));
            assertThat(recording.get("field").row(k)[0]).isCloseTo(excitation + inhibition, within(1e-9));
        }
        assertThat(recording.get("field").unit()).isEqualTo("pA");
    }

    private static double mean(double[] row) {
        return Arrays.stream(row).map(Math::abs).average().orElseThrow();
    }
}
