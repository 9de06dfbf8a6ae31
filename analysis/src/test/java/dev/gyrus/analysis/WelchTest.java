package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WelchTest {

    /** The signal of the SciPy 1.17 numbers below, sampled at 1 kHz. */
    private static final double[] SIGNAL = new double[1000];

    static {
        for (int k = 0; k < SIGNAL.length; k++) {
            SIGNAL[k] = Math.sin(2 * Math.PI * 0.0371 * k + 0.3)
                    + 0.5 * Math.cos(2 * Math.PI * 0.113 * k)
                    + 0.2 * Math.sin(1e-4 * k * k)
                    + 0.7;
        }
    }

    private static final Welch ALL = Welch.standard().withBelow(Double.POSITIVE_INFINITY);

    @Test
    void sinusoidsOnBinsHaveHalfTheirSquaredAmplitude() {
        double[] signal = new double[20_000];
        for (int k = 0; k < signal.length; k++) {
            double t = (k + 1) * 1e-4;
            signal[k] = Math.sin(2 * Math.PI * 10 * t) + 0.5 * Math.sin(2 * Math.PI * 23 * t);
        }
        Spectrum spectrum = Welch.standard().of(signal, 0.1);
        assertThat(spectrum.frequencies()).hasSize(70);
        assertThat(spectrum.power()[9]).isCloseTo(0.125, within(1e-12));
        assertThat(spectrum.power()[10]).isCloseTo(0.5, within(1e-12));
        assertThat(spectrum.power()[11]).isCloseTo(0.125, within(1e-12));
        assertThat(spectrum.power()[23]).isCloseTo(0.125, within(1e-12));
        assertThat(spectrum.dominantFrequency()).isCloseTo(10, within(1e-12));
        assertThat(spectrum.peakPower()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void fewFrequenciesAreThoseOfTheWholeSpectrum() {
        for (double window : new double[] {0.256, 0.177, 0.401}) {
            Spectrum all = ALL.withWindow(window).of(SIGNAL, 1);
            Spectrum few = ALL.withWindow(window).withBelow(70).of(SIGNAL, 1);
            for (int k = 0; k < few.power().length; k++) {
                assertThat(few.frequencies()[k]).isEqualTo(all.frequencies()[k]);
                assertThat(few.power()[k]).isCloseTo(all.power()[k], within(1e-13));
            }
        }
    }

    /** SciPy 1.17.1: welch(x, 10000, nperseg=4999, scaling='spectrum') of 0.9999 s. */
    @Test
    void fewFrequenciesGiveScipysSpectrum() {
        double[] signal = new double[9999];
        for (int k = 0; k < signal.length; k++) {
            signal[k] = 10
                    + 5 * Math.sin(2 * Math.PI * 0.00223 * k + 0.4)
                    + 2 * Math.cos(2 * Math.PI * 0.00051 * k)
                    + Math.exp(-k / 2000.0);
        }
        Spectrum spectrum = Welch.standard().withWindow(0.4999).of(signal, 0.1);
        assertThat(spectrum.frequencies()).hasSize(35);
        assertThat(spectrum.dominantFrequency()).isCloseTo(22.004400880176036, within(1e-12));
        assertThat(spectrum.peakPower()).isCloseTo(12.151590343068982, within(1e-11));
        assertThat(spectrum.power()[0]).isCloseTo(0.049471788087093106, within(1e-13));
        assertThat(spectrum.power()[1]).isCloseTo(0.04693922562262043, within(1e-13));
        assertThat(spectrum.power()[3]).isCloseTo(1.5266936303366243, within(1e-12));
        assertThat(spectrum.power()[34]).isCloseTo(1.3242669441259505e-9, within(1e-14));
    }

    @Test
    void aPlanServesSignalsOfOneLength() {
        WelchPlan plan = Welch.standard().over(SIGNAL.length, 1);
        assertThat(plan.of(SIGNAL).power())
                .isEqualTo(Welch.standard().of(SIGNAL, 1).power());
        assertThatThrownBy(() -> plan.of(new double[10]))
                .isInstanceOf(GyrusException.class)
                .hasMessage("spectrum: expected 1000 samples, given 10");
    }

    @Test
    void powerOfTwoSegmentsGiveScipysDensity() {
        Spectrum spectrum =
                ALL.withWindow(0.256).withScaling(Welch.Scaling.DENSITY).of(SIGNAL, 1);
        assertSpectrum(spectrum, 129, 500, 35.15625, 0.16475397697074004);
        assertThat(spectrum.power()[0]).isCloseTo(0.00012145369652533595, within(1e-15));
        assertThat(spectrum.power()[9]).isCloseTo(0.061587620172563085, within(1e-14));
    }

    @Test
    void oddSegmentsGiveScipysSpectrum() {
        Spectrum spectrum = ALL.withWindow(0.177).of(SIGNAL, 1);
        assertSpectrum(spectrum, 89, 497.1751412429379, 39.54802259887006, 0.9513100379390559);
        assertThat(spectrum.power()[1]).isCloseTo(0.005589362014779072, within(1e-14));
        assertThat(spectrum.power()[9]).isCloseTo(0.0003364940798247627, within(1e-14));
    }

    @Test
    void flattopSegmentsGiveScipysSpectrum() {
        Spectrum spectrum = ALL.withWindow(0.25).withTaper(Welch.Taper.FLATTOP).of(SIGNAL, 1);
        assertSpectrum(spectrum, 126, 500, 36, 2.4469200379309357);
        assertThat(spectrum.power()[9]).isCloseTo(0.499862026632155, within(1e-13));
        assertThat(spectrum.power()[125]).isCloseTo(2.3335215416955617e-11, within(1e-15));
    }

    @Test
    void shortSignalIsOneSegment() {
        Spectrum spectrum =
                ALL.withWindow(30).withScaling(Welch.Scaling.DENSITY).of(SIGNAL, 1);
        assertSpectrum(spectrum, 501, 500, 37, 0.6451799310497943);
    }

    @Test
    void densityOfWhiteNoiseIntegratesToItsVariance() {
        SplittableRandom random = new SplittableRandom(1);
        double[] noise = new double[200_000];
        for (int k = 0; k < noise.length; k++) {
            noise[k] = 2 * random.nextGaussian();
        }
        Spectrum spectrum = ALL.withScaling(Welch.Scaling.DENSITY).of(noise, 1);
        double sum = 0;
        for (double power : spectrum.power()) {
            sum += power * 1; // bins of 1 Hz
        }
        assertThat(sum).isCloseTo(4, within(0.06));
    }

    @Test
    void meanSpectrumIsTheMeanOverColumns() {
        double[] times = new double[1000];
        double[][] values = new double[1000][2];
        for (int k = 0; k < times.length; k++) {
            times[k] = k + 1;
            values[k] = new double[] {SIGNAL[k], 3 * SIGNAL[k]};
        }
        Series series = new Series("rates_exc", "Hz", times, List.of("0", "1"), values);
        double[] one = Welch.standard().of(SIGNAL, 1).power();
        double[] mean = Welch.standard().mean(series).power();
        for (int k = 0; k < one.length; k++) {
            assertThat(mean[k]).isCloseTo(5 * one[k], within(1e-12));
        }
        assertThat(Welch.standard().of(series, 0).power()).isEqualTo(one);
    }

    @Test
    void aConstantHasNoPowerAndOneSampleNoSpectrum() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 0.1);
        Spectrum spectrum = Welch.standard().of(constant, 1);
        assertThat(spectrum.power()).containsOnly(0);
        assertThat(spectrum.dominantFrequency()).isZero();
        assertThatThrownBy(() -> Welch.standard().of(new double[1], 1))
                .hasMessage("spectrum: expected at least two samples, given 1");
    }

    @Test
    void wrongInputIsNamed() {
        assertThatThrownBy(() -> ALL.withWindow(0.001).of(SIGNAL, 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("spectrum.window: expected at least two samples, 2.0 ms, given 0.001 s");
        assertThatThrownBy(() -> ALL.of(SIGNAL, 0)).hasMessageContaining("spectrum.dt");
        assertThatThrownBy(() -> ALL.of(new double[] {1, Double.NaN}, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> ALL.withBelow(0).withWindow(0)).hasMessageContaining("spectrum.below");
    }

    private static void assertSpectrum(Spectrum spectrum, int bins, double last, double dominant, double sum) {
        assertThat(spectrum.frequencies()).hasSize(bins);
        assertThat(spectrum.frequencies()[bins - 1]).isCloseTo(last, within(1e-10));
        assertThat(spectrum.dominantFrequency()).isCloseTo(dominant, within(1e-10));
        double total = 0;
        for (double power : spectrum.power()) {
            total += power;
        }
        assertThat(total).isCloseTo(sum, within(1e-12));
    }
}
