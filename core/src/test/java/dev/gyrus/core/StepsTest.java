package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void multiplesAreCountedWithinRounding() {
        assertThat(Steps.of("duration", 0.3, 0.1)).isEqualTo(3);
        assertThat(Steps.of("duration", 300_000, 0.1)).isEqualTo(3_000_000);
        assertThat(Steps.of("duration", 0, 0.1)).isZero();
    }

    @Test
    void otherDurationsAreErrorsThatNameTheNearestMultiples() {
        assertThatThrownBy(() -> Steps.of("duration", 100, 0.3))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("duration")
                .hasMessageContaining("0.3")
                .hasMessageContaining("100.2");
        assertThatThrownBy(() -> Steps.of("tr", -1, 0.1)).isInstanceOf(GyrusException.class);
        assertThatThrownBy(() -> Steps.of("tr", Double.NaN, 0.1)).isInstanceOf(GyrusException.class);
    }

    @Test
    void timesOfDecimalStepsAreTheNearestDoubles() {
        assertThat(Steps.time(3, 0.1)).isEqualTo(0.3);
        assertThat(Steps.time(3_000_000, 0.1)).isEqualTo(300_000);
    }
}
