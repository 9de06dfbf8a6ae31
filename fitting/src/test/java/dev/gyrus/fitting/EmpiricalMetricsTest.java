package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.analysis.Fc;
import dev.gyrus.analysis.Fcd;
import dev.gyrus.analysis.Windows;
import dev.gyrus.bold.Bold;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Network;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Subject;
import dev.gyrus.models.aln.Aln;
import dev.gyrus.testkit.MetricTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmpiricalMetricsTest {
    private static final double TR = 100;

    /** Two groups of two and one noisy nodes. */
    private static Simulation simulation() {
        Connectome pair = Connectome.of(new double[][] {{0, 1}, {0.5, 0}}, new double[][] {{0, 20}, {20, 0}});
        var node = Aln.node().with("sigma_ou", 0.5).with("mue_ext_mean", 1.6);
        Network network = Network.builder()
                .group("pair", node, pair, 20)
                .node("single", node)
                .connect("pair", "single", c -> c.output("rates_exc").weight(1).delay(3))
                .build();
        return Simulation.of(network).duration(4000).seed(3);
    }

    /** Analytic signals of three regions. */
    private static Subject subject(String id, double shift) {
        double[] times = DoubleStream.iterate(TR, t -> t + TR).limit(60).toArray();
        double[][] values = new double[times.length][3];
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < 3; i++) {
                values[k][i] = Math.sin((0.3 + shift * i) * k) + 0.5 * Math.cos(0.01 * k * k + i);
            }
        }
        Series bold = new Series("bold", "1", times, List.of("a", "b", "c"), values);
        return new Subject(id, Optional.of(bold), Fc.of(bold).matrix());
    }

    @Test
    void valuesAreThoseOfTheRecordedSignal() {
        List<Subject> subjects = List.of(subject("one", 0.1), subject("two", 0.03));
        Simulation simulation = simulation();
        MeasuredRun run = MeasuredRun.of(simulation)
                .bold(Bold.tr(TR).source("pair.rates_exc"), Bold.tr(TR).source("single.rates_exc"))
                .discard(1000)
                .subjects(subjects);
        Measurement.Watch watch = Metrics.of(
                        run,
                        "fc",
                        "fcd_distance(length=1;step=0.3)",
                        "fc_mean(rates_exc, every=2)",
                        "max(bold)",
                        "max(bold, node=2)")
                .begin();
        Observer[] observers = watch.observers().toArray(Observer[]::new);
        Bold whole = Bold.tr(TR);
        dev.gyrus.core.Recorder rates = dev.gyrus.core.Recorder.every(2, "rates_exc");
        Recording recording =
                simulation.observe(observers).observe(whole, rates).run();
        Series bold = recording.get("bold").from(1000 + TR);
        assertThat(bold.columns()).isEqualTo(3);
        double highest = Arrays.stream(bold.values())
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElseThrow();
        double highestOfThird = Arrays.stream(bold.column(2)).max().orElseThrow();
        assertThat(watch.values())
                .containsExactly(
                        Fc.of(bold).correlateWith(subjects).mean(),
                        Fcd.distances(bold, subjects, new Windows(1, 0.3)).mean(),
                        Fc.of(recording.get("rates_exc"))
                                .correlateWith(subjects)
                                .mean(),
                        highest,
                        highestOfThird);
    }

    @Test
    void theDistanceOfASpectrumFromItselfIsZeroAndFromALineFarAwayNearlyOne() {
        double[][] slow = new double[1000][3];
        double[][] fast = new double[1000][3];
        double[] times = new double[1000];
        for (int k = 0; k < 1000; k++) {
            times[k] = (k + 1) * TR;
            Arrays.fill(slow[k], Math.sin(2 * Math.PI * 0.1 * times[k] / 1000));
            Arrays.fill(fast[k], Math.sin(2 * Math.PI * 1.0 * times[k] / 1000));
        }
        Series bold = new Series("bold", "1", times, List.of("a", "b", "c"), slow);
        var provider = Catalogue.metrics().get("spectrum_distance");
        var subjects = List.of(new Subject("slow", Optional.of(bold), new double[3][3]));
        assertThat(MetricTrial.of("1", TR, slow).subjects(subjects).value(provider, Map.of("window", 50.0)))
                .isZero();
        assertThat(MetricTrial.of("1", TR, fast).subjects(subjects).value(provider, Map.of("window", 50.0)))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aRunThatDoesNotReachItsEndHasNoNumbers() {
        Simulation simulation = simulation();
        Measurement.Watch watch = Metrics.of(MeasuredRun.of(simulation), "max(rates_exc)", "max(rates_exc, to=100)")
                .begin();
        simulation
                .duration(2000)
                .observe(watch.observers().toArray(Observer[]::new))
                .run();
        assertThat(watch.values()[0]).isNaN();
        assertThat(watch.values()[1]).isPositive();
    }

    @Test
    void constantSignalsHaveNoConnectivityToCompare() {
        double[][] constant = new double[50][3];
        var provider = Catalogue.metrics().get("fc_mean");
        assertThat(MetricTrial.of("1", TR, constant)
                        .subjects(List.of(subject("one", 0.1)))
                        .value(provider, Map.of()))
                .isNaN();
    }

    @Test
    void aSubjectCanBeLeftOut() {
        double[][] signal = new double[200][3];
        for (int k = 0; k < signal.length; k++) {
            int step = k;
            Arrays.setAll(signal[k], i -> Math.sin(0.1 * step + i * i) + 0.2 * Math.sin(0.37 * step * (i + 1)));
        }
        List<Subject> subjects = List.of(subject("one", 0.1), subject("two", 0.03), subject("three", 0.07));
        var provider = Catalogue.metrics().get("fc_mean");
        MetricTrial trial = MetricTrial.of("1", TR, signal).subjects(subjects);
        double[] single = IntStream.range(0, 3)
                .mapToDouble(k -> trial.value(provider, Map.of("subject", (double) k)))
                .toArray();
        assertThat(single).doesNotHaveDuplicates();
        assertThat(trial.value(provider, Map.of("without", 1.0))).isCloseTo((single[0] + single[2]) / 2, within(1e-15));
        assertThat(trial.value(provider, Map.of()))
                .isCloseTo(Arrays.stream(single).average().orElseThrow(), within(1e-15));
        assertThatThrownBy(() -> trial.value(provider, Map.of("without", 3.0)))
                .hasMessageContaining("the number of a subject, 0 to 2");
        assertThatThrownBy(() -> trial.value(provider, Map.of("without", 1.0, "subject", 0.0)))
                .hasMessageContaining("without");
    }
}
