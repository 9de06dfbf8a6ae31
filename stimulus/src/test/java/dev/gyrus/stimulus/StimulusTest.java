package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StimulusTest {

    @Test
    void sinusoidPassesThroughItsQuarterPeriods() {
        Sinusoid wave = Sinusoid.of(0.2, 8).withBias(1);
        assertThat(wave.at(0)).isEqualTo(1);
        assertThat(wave.at(31.25)).isCloseTo(1.2, within(1e-15));
        assertThat(wave.at(62.5)).isCloseTo(1, within(1e-15));
        assertThat(wave.at(93.75)).isCloseTo(0.8, within(1e-15));
        assertThat(Sinusoid.of(0.2, 8).withPhase(Math.PI / 2).at(0)).isEqualTo(0.2);
    }

    @Test
    void blocksOfAnyLengthGiveTheSameBits() {
        Stimulus signal = Sinusoid.of(1, 7.3).between(2.7, 40).plus(Step.of(0.5, 11.1));
        double[] whole = new double[600];
        signal.fill(0, 0.1, 600, whole);
        double[] block = new double[7];
        for (int first = 0; first + 7 <= 600; first += 7) {
            signal.fill(first, 0.1, 7, block);
            for (int k = 0; k < 7; k++) {
                assertThat(block[k]).isEqualTo(whole[first + k]);
            }
        }
    }

    /** Products such as 7 · 0.7 = 4.8999999999999995 must not move a border by a step. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.05, 0.3, 0.7, 0.9, 0.025})
    void bordersLieOnTheStepThatTheDecimalNamesForEveryDt(double dt) {
        double[] out = new double[3000];
        for (int first = 1; first < 900; first += 7) {
            int last = first + 500;
            double start = Math.rint(first * dt * 1e6) / 1e6;
            double end = Math.rint(last * dt * 1e6) / 1e6;
            Constant.of(2).between(start, end).plus(Step.of(1, end)).fill(0, dt, out.length, out);
            assertThat(out[first - 1]).isEqualTo(0);
            assertThat(out[first]).isEqualTo(2);
            assertThat(out[last - 1]).isEqualTo(2);
            assertThat(out[last]).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.05, 0.3, 0.7, 0.9, 0.025})
    void stepKUsesSampleKWithoutLagOrWrap(double dt) {
        double[] values = new double[5000];
        for (int k = 0; k < values.length; k++) {
            values[k] = k + 1;
        }
        double[] out = new double[5002];
        Sampled.of(values, dt).fill(0, dt, out.length, out);
        for (int k = 0; k < values.length; k++) {
            assertThat(out[k]).isEqualTo(k + 1);
        }
        assertThat(out[5000]).isEqualTo(0);
        assertThat(out[5001]).isEqualTo(0);
    }

    @Test
    void coarseSamplesAreHeld() {
        Sampled samples = Sampled.of(new double[] {3, 5}, 1);
        assertThat(samples.at(-0.1)).isEqualTo(0);
        assertThat(samples.at(0.9)).isEqualTo(3);
        assertThat(samples.at(1)).isEqualTo(5);
        assertThat(samples.at(1.9)).isEqualTo(5);
        assertThat(samples.at(2)).isEqualTo(0);
        assertThat(samples.duration()).isEqualTo(2);
    }

    @Test
    void windowStartsTheSignalsOwnClock() {
        Stimulus shifted = Sampled.of(new double[] {3, 5}, 1).between(100, Double.POSITIVE_INFINITY);
        assertThat(shifted.at(99.9)).isEqualTo(0);
        assertThat(shifted.at(100)).isEqualTo(3);
        assertThat(shifted.at(101)).isEqualTo(5);
        Stimulus wave = Sinusoid.of(1, 10).between(50, 150);
        assertThat(wave.at(50)).isEqualTo(0);
        assertThat(wave.at(75)).isEqualTo(1);
        Stimulus nested = Constant.of(1).between(0.3, 0.7).between(1000, 2000);
        assertThat(nested.at(1000.2)).isEqualTo(0);
        assertThat(nested.at(1000.3)).isEqualTo(1);
        assertThat(nested.at(1000.7)).isEqualTo(0);
    }

    @Test
    void samplesAreCopiedIn() {
        double[] values = {1};
        Sampled samples = Sampled.of(values, 1);
        values[0] = 2;
        assertThat(samples.at(0)).isEqualTo(1);
        assertThat(samples).isEqualTo(Sampled.of(new double[] {1}, 1)).isNotEqualTo(Sampled.of(values, 1));
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> Sampled.of(new double[] {1, Double.NaN}, -1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("sampled.values[1]: expected a finite number, given NaN")
                .hasMessageContaining("sampled.interval: expected a positive number of ms, given -1.0");
        assertThatThrownBy(() -> Sinusoid.of(1, -2)).hasMessageContaining("sinusoid.frequency");
        assertThatThrownBy(() -> Constant.of(1).between(5, 5)).hasMessageContaining("start");
        assertThatThrownBy(() -> Constant.of(Double.NaN)).hasMessageContaining("constant.value");
    }
}
