package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Stimulus;
import dev.gyrus.testkit.MetricTrial;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How C. Cakan and K. Obermayer (PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822) read frequencies, entrainment and
 * phase locking off rates. The numbers are those of SciPy 1.17.1 and NumPy 2.4.6 (scipy.signal.welch, scipy.signal.find_peaks,
 * scipy.ndimage.gaussian_filter1d) for the formulas below.
 */
class RecipesTest {
    /** A rate with lines at 22.3, 44.6 and 7 Hz and a slow sweep, at t in ms. */
    private static double rate(double t) {
        return 12.65
                + 8 * Math.sin(2 * Math.PI * 22.3e-3 * t + 0.4)
                + 3 * Math.cos(2 * Math.PI * 44.6e-3 * t)
                + 2 * Math.sin(2 * Math.PI * 7e-3 * t)
                + 0.5 * Math.sin(1e-6 * t * t);
    }

    private static MetricTrial trial(DoubleUnaryOperator signal, double duration, double dt) {
        double[][] samples = new double[(int) Math.round(duration / dt)][1];
        for (int k = 0; k < samples.length; k++) {
            samples[k][0] = signal.applyAsDouble((k + 1) * dt);
        }
        return MetricTrial.of("Hz", dt, samples);
    }

    private static double value(MetricTrial trial, String metric, Map<String, Double> values) {
        return trial.value(Catalogue.metrics().get(metric), values);
    }

    @Test
    void theProbeFindsWelchsFrequencyInTheDownWindow() {
        assertThat(value(trial(RecipesTest::rate, 6000, 0.1), "probe_frequency", Map.of()))
                .isCloseTo(22.004400880176036, within(1e-12));
    }

    @Test
    void aLineOfLessThanOneSquaredHertzIsNoOscillation() {
        assertThat(value(trial(t -> 5 + 0.1 * rate(t), 6000, 0.1), "probe_frequency", Map.of()))
                .isZero();
    }

    @Test
    void linesHaveTheFrequencyAndPowerOfWelchsSpectrum() {
        MetricTrial settled = trial(RecipesTest::rate, 6000, 0.1).window(1000, 6000, 0);
        assertThat(value(settled, "dominant_frequency", Map.of())).isEqualTo(22);
        assertThat(value(settled, "peak_power", Map.of())).isCloseTo(28.47351021821007, within(1e-10));
        assertThat(value(settled, "power", Map.of("low", 15.0, "high", 30.0)))
                .isCloseTo(31.99997542276173, within(1e-10));
    }

    @Test
    void entrainmentIsTheLineAtTheDriveRelativeToTheHighest() {
        MetricTrial settled = trial(RecipesTest::rate, 6000, 0.1).window(1000, 6000, 0);
        Map<String, Double> exact = Map.of("frequency", 7.0, "tolerance", 0.0);
        assertThat(value(settled, "entrainment", exact)).isCloseTo(0.07024126187786148, within(1e-12));
        assertThat(value(settled, "entrainment", Map.of("frequency", 22.3))).isEqualTo(1);
    }

    @Test
    void momentsAreThoseOfNumpy() {
        MetricTrial settled = trial(RecipesTest::rate, 6000, 0.1).window(1000, 6000, 0);
        assertThat(value(settled, "mean", Map.of())).isCloseTo(12.66773052975167, within(1e-12));
        assertThat(value(settled, "sd", Map.of())).isCloseTo(6.216424807111058, within(1e-12));
        assertThat(value(settled, "max", Map.of())).isCloseTo(22.975276350295967, within(1e-12));
        assertThat(value(settled, "min", Map.of())).isCloseTo(-0.3828484406009795, within(1e-12));
    }

    @Test
    void phaseLockingIsKuramotosOrderOfPeaks() {
        Stimulus drive = t -> t < 1000 - Stimulus.SAME_TIME ? 0 : 0.2 * Math.sin(2 * Math.PI * 22.5e-3 * (t - 1000));
        MetricTrial drifting = trial(
                        t -> 12 + 9 * Math.sin(2 * Math.PI * 22.3e-3 * t + 0.8 * Math.sin(2 * Math.PI * 0.3e-3 * t)),
                        20_000,
                        1)
                .drives(List.of(drive))
                .window(5000, 19_500, 1);
        assertThat(value(drifting, "phase_locking", Map.of())).isCloseTo(0.634548445189393, within(1e-9));
        assertThat(value(drifting, "phase_locking_sd", Map.of())).isCloseTo(0.33766772906699444, within(1e-9));
    }
}
