package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Stimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deterministic signals against their closed forms, and where neurolib has them, against its waveforms at t = dt, 2 dt, …. */
class SignalShapesTest {

    /** neurolib: inp_max · t / ramp_length for t < ramp_length, then inp_max; from 0.25 to 5 for (5, 2) at dt 0.1. */
    @Test
    void rampIsNeurolibs() {
        Ramp ramp = Ramp.of(5, 2);
        assertThat(ramp.at(0.1)).isCloseTo(0.25, within(1e-15));
        assertThat(ramp.at(1)).isEqualTo(2.5);
        assertThat(ramp.at(2)).isEqualTo(5);
        assertThat(ramp.at(1e6)).isEqualTo(5);
        assertThat(new Ramp(3, -1, 4).at(0)).isEqualTo(3);
        assertThat(new Ramp(3, -1, 4).at(1)).isEqualTo(2);
        assertThat(new Ramp(3, -1, 4).at(-7)).isEqualTo(3);
    }

    /** neurolib: decay M·exp(−c t/T), rise M·(1 − exp(−c t/T)), with c = 30 unless given. */
    @Test
    void exponentialIsNeurolibs() {
        double duration = 600;
        double tau = duration / 30;
        for (double t = 0.1; t < duration; t += 7.3) {
            double decay = 2.5 * Math.exp(-30 * t / duration);
            assertThat(Exponential.decay(2.5, tau).at(t)).isCloseTo(decay, within(1e-14));
            assertThat(Exponential.rise(2.5, tau).at(t)).isCloseTo(2.5 - decay, within(1e-14));
        }
    }

    /** neurolib: amplitude in the first half of each cycle, −amplitude in the second. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.05, 0.025})
    void squareChangesOnTheStepThatTheDecimalNamesForEveryDt(double dt) {
        double[] out = Square.of(2, 5).sample(2000, dt);
        int half = (int) Math.round(100 / dt);
        for (int k = 0; k < out.length; k++) {
            assertThat(out[k]).isEqualTo(k / half % 2 == 0 ? 2 : -2);
        }
    }

    @Test
    void squareHasPhaseDutyAndBias() {
        assertThat(Square.of(2, 5).withPhase(Math.PI).at(0)).isEqualTo(-2);
        assertThat(Square.of(2, 5).withPhase(Math.PI).at(100)).isEqualTo(2);
        Square narrow = Square.of(2, 5).withDuty(0.1).withBias(1);
        assertThat(narrow.at(19.9)).isEqualTo(3);
        assertThat(narrow.at(20)).isEqualTo(-1);
        assertThat(narrow.at(200)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.01, 0.05, 0.3, 0.7, 0.025})
    void pulsesLieOnTheStepsThatTheDecimalsNameForEveryDt(double dt) {
        int period = 37;
        int width = 5;
        int onset = 11;
        Stimulus pulses = new PulseTrain(2, period * dt, width * dt, onset * dt, 0.5);
        double[] out = new double[20_000];
        pulses.fill(0, dt, out.length, out);
        for (int k = 0; k < out.length; k++) {
            boolean on = k >= onset && (k - onset) % period < width;
            assertThat(out[k]).isEqualTo(on ? 2.5 : 0.5);
        }
    }

    /** Between two times the phase advances by the integral of the frequency. */
    @Test
    void chirpSweepsItsFrequency() {
        Chirp chirp = Chirp.of(1, 2, 10, 1000);
        for (double t = 0; t <= 1000; t += 3.7) {
            double seconds = t / 1000;
            double cycles = 2 * seconds + 4 * seconds * seconds;
            assertThat(chirp.at(t)).isCloseTo(Math.sin(2 * Math.PI * cycles), within(1e-12));
        }
        double after = 6 + 10 * 0.233;
        assertThat(chirp.at(1233)).isCloseTo(Math.sin(2 * Math.PI * after), within(1e-12));
        assertThat(new Chirp(1, 5, 5, 10, 0.3, 2).at(777)).isCloseTo(new Sinusoid(1, 5, 0.3, 2).at(777), within(1e-12));
    }

    @Test
    void gaussianFallsToHalfAtItsHalfWidth() {
        Gaussian bell = new Gaussian(3, 50, 10, 1);
        double halfWidth = 10 * Math.sqrt(2 * Math.log(2));
        assertThat(bell.at(50)).isEqualTo(4);
        assertThat(bell.at(50 - halfWidth)).isCloseTo(2.5, within(1e-14));
        assertThat(bell.at(50 + halfWidth)).isCloseTo(2.5, within(1e-14));
        assertThat(bell.at(1e9)).isEqualTo(1);
    }

    @Test
    void badValuesAreNamedTogether() {
        assertThatThrownBy(() -> new PulseTrain(Double.NaN, 5, 6, 0, 0))
                .hasMessageContaining("pulse-train.amplitude: expected a finite number, given NaN")
                .hasMessageContaining("pulse-train.width: expected less than the period of 5.0 ms, given 6.0");
        assertThatThrownBy(() -> new Square(1, -1, 0, 2, 0))
                .hasMessageContaining("square.frequency")
                .hasMessageContaining("square.duty");
        assertThatThrownBy(() -> Ramp.of(1, 0)).hasMessageContaining("ramp.length: expected a positive number of ms");
        assertThatThrownBy(() -> Exponential.rise(1, -3)).hasMessageContaining("exponential.tau");
        assertThatThrownBy(() -> Gaussian.of(1, 5, 0)).hasMessageContaining("gaussian.width");
        assertThatThrownBy(() -> Chirp.of(1, 5, 6, 0)).hasMessageContaining("chirp.sweep");
        assertThatThrownBy(() -> Rectified.of(Double.NaN)).hasMessageContaining("rectified.amplitude");
    }
}
