package dev.gyrus.models.aln;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CascadeGeneratorTest {
    private static final CascadeSettings SMALL =
            CascadeSettings.of(NeuronParameters.published()).with(new TableGrid(-1, 1, 3, 1, 4, 4));

    @Test
    void tableHasTheSameBitsForAnyNumberOfThreads() throws InterruptedException {
        CascadeTable one = generate(SMALL, 1, CascadeGeneratorTest::ignore);
        CascadeTable three = generate(SMALL, 3, CascadeGeneratorTest::ignore);
        for (int q = 0; q < 6; q++) {
            assertThat(three.values(q)).isEqualTo(one.values(q));
        }
    }

    @Test
    void progressCountsEveryPoint() throws InterruptedException {
        List<CascadeGenerator.Progress> reports = new ArrayList<>();
        generate(SMALL, 2, reports::add);
        assertThat(reports)
                .extracting(CascadeGenerator.Progress::done)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(reports.get(11).fraction()).isEqualTo(1);
        assertThat(reports).allMatch(report -> report.pointsPerSecond() > 0);
    }

    @Test
    void slowerMembraneHasLowerRatesBelowThreshold() throws InterruptedException {
        var leaky = NeuronParameters.published().with(Map.of("gL", 20.0, "VT", -48.0));
        CascadeTable table = generate(CascadeSettings.of(leaky).with(SMALL.grid()), 1, CascadeGeneratorTest::ignore);
        CascadeTable published = generate(SMALL, 1, CascadeGeneratorTest::ignore);
        for (int n = 0; n < SMALL.grid().size(); n++) {
            assertThat(table.values(0)[n]).isLessThan(published.values(0)[n]);
        }
        assertThat(table.settings().neuron().tau()).isEqualTo(10);
    }

    @Test
    void silentPointsTakeTheFiltersOfTheNextMu() throws InterruptedException {
        CascadeTable table = generate(SMALL.with(new TableGrid(-1, 1, 3, 0.2, 2, 2)), 1, CascadeGeneratorTest::ignore);
        assertThat(table.values(0)[0]).isZero();
        assertThat(table.values(1)[0]).isBetween(-85.1, -85.0);
        for (int q = 2; q < 6; q++) {
            assertThat(table.values(q)[0]).isEqualTo(table.values(q)[2]);
        }
        assertThat(table.values(2)[2]).isPositive();
    }

    @Test
    void silentColumnIsAnError() {
        CascadeSettings silent = SMALL.with(new TableGrid(-1, 0, 2, 0.1, 0.2, 2));
        assertThatThrownBy(() -> generate(silent, 2, CascadeGeneratorTest::ignore))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("choose a larger sigma.start or mu.stop");
    }

    @Test
    void voltageRangeIsLimited() {
        var slow = NeuronParameters.published().with(Map.of("C", 1e6));
        assertThatThrownBy(() -> generate(CascadeSettings.of(slow), 1, CascadeGeneratorTest::ignore))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("Vs: expected a voltage range of at most 10000 mV");
    }

    @Test
    void interruptEndsTheComputation() throws InterruptedException {
        var started = new CountDownLatch(1);
        var outcome = new AtomicReference<Throwable>();
        var thread = new Thread(() -> {
            try {
                generate(CascadeSettings.reference(), 1, progress -> started.countDown());
            } catch (InterruptedException | RuntimeException e) {
                outcome.set(e);
            }
        });
        thread.start();
        started.await();
        thread.interrupt();
        thread.join();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void impossibleSettingsAreAllNamed() {
        assertThatThrownBy(() -> new TableGrid(0, -1, 1, 0, Double.NaN, 64))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("mu.stop")
                .hasMessageContaining("mu.size")
                .hasMessageContaining("sigma.start")
                .hasMessageContaining("sigma.stop");
        assertThatThrownBy(() -> new NeuronParameters(0, -1, Double.NaN, 1.5, -50, -70, -70, -1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("C: expected a positive number of pF, given 0.0")
                .hasMessageContaining("gL")
                .hasMessageContaining("EL")
                .hasMessageContaining("Vs: expected more than Vr and VT")
                .hasMessageContaining("Tref");
        assertThatThrownBy(() -> NeuronParameters.published().with(Map.of("Vt", 1.0)))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("did you mean 'VT'?");
        assertThatThrownBy(() -> SMALL.withFrequencies(5000)).hasMessageContaining("frequencies: expected 16 to 4000");
    }

    private static void ignore(CascadeGenerator.Progress progress) {}

    private static CascadeTable generate(
            CascadeSettings settings, int threads, Consumer<CascadeGenerator.Progress> progress)
            throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            return CascadeGenerator.generate(settings, executor, progress);
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
