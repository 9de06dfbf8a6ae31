package dev.gyrus.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final Recorded SIGNAL = Recorded.of(new double[] {-1, 0.3, 2}, new double[] {5, 6, 7});

    @Test
    void samplesAreHeldUntilTheNextAndTheLastAsLongAsTheOneBefore() {
        assertThat(SIGNAL.at(-1.1)).isZero();
        assertThat(SIGNAL.at(-1)).isEqualTo(5);
        assertThat(SIGNAL.at(0.29)).isEqualTo(5);
        assertThat(SIGNAL.at(3 * 0.1)).isEqualTo(6);
        assertThat(SIGNAL.at(0.3)).isEqualTo(6);
        assertThat(SIGNAL.at(2)).isEqualTo(7);
        assertThat(SIGNAL.at(3.69)).isEqualTo(7);
        assertThat(SIGNAL.at(3.7)).isZero();
        assertThat(SIGNAL.at(Double.NaN)).isZero();
    }

    /** 0.3 = 3 · 0.1 rounded, where another product is an ulp below. */
    @Test
    void bordersAreMetOnTheStepThatTheyName() {
        double[] times = new double[1000];
        double[] values = new double[1000];
        for (int k = 0; k < times.length; k++) {
            times[k] = Double.parseDouble(k / 10 + "." + k % 10);
            values[k] = k;
        }
        assertThat(Recorded.of(times, values).sample(100, 0.1)).containsExactly(values);
    }

    @Test
    void equalSamplesMakeEqualSignals() {
        assertThat(SIGNAL)
                .isEqualTo(Recorded.of(new double[] {-1, 0.3, 2}, new double[] {5, 6, 7}))
                .hasSameHashCodeAs(Recorded.of(new double[] {-1, 0.3, 2}, new double[] {5, 6, 7}))
                .isNotEqualTo(Recorded.of(new double[] {-1, 0.3, 2.5}, new double[] {5, 6, 7}))
                .hasToString("Recorded[3 values from -1.0 ms]");
    }

    @Test
    void badSamplesAreNamedTogether() {
        assertThatThrownBy(() -> Recorded.of(new double[] {0, 1, 1}, new double[] {0, Double.NaN, 1}))
                .hasMessageContaining("recorded.times[2]: expected a time after the one before, 1.0 ms, given 1.0")
                .hasMessageContaining("recorded.values[1]: expected a finite number, given NaN");
        assertThatThrownBy(() -> Recorded.of(new double[] {Double.NaN}, new double[] {1, 2}))
                .hasMessageContaining("recorded.times: expected at least two samples, given 1")
                .hasMessageContaining("recorded.values: expected 1 values, one per time, given 2")
                .hasMessageContaining("recorded.times[0]: expected a finite number of ms, given NaN");
    }
}
