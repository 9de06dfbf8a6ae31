package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LyapunovExponentsTest {
    /** J. C. Sprott, Chaos and Time-Series Analysis, Oxford 2003: 0.9056, 0, −14.5723. */
    @Test
    void lorenzExponentsAreTheKnownOnes() {
        Flow lorenz = new Equations(3, 1, (past, p) -> {
            double[] x = past[0];
            return new double[] {10 * (x[1] - x[0]), x[0] * (p[0] - x[2]) - x[1], x[0] * x[1] - 8.0 / 3 * x[2]};
        });
        double[] exponents = LyapunovExponents.of(lorenz, new double[] {28}, new double[] {1, 1, 20}, 20, 600, 0.5);
        assertThat(exponents[0]).isCloseTo(0.9056, within(0.03));
        assertThat(exponents[1]).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(exponents).sum()).isCloseTo(-(10 + 1 + 8.0 / 3), within(1e-5));
    }

    @Test
    void onACycleTheyAreTheLogarithmsOfTheMultipliers() {
        Cycle cycle = CycleSearch.from(
                        Models.vanDerPol(), new double[] {0.3}, new double[] {1, 0}, 200, CycleOptions.defaults())
                .orElseThrow();
        double[] exponents =
                LyapunovExponents.of(Models.vanDerPol(), new double[] {0.3}, new double[] {1, 0}, 100, 600, 1);
        double expected = Math.log(cycle.multipliers().get(1).real()) / cycle.period();
        assertThat(exponents[0]).isCloseTo(0, within(2e-3));
        assertThat(exponents[1]).isCloseTo(expected, within(2e-3));
    }

    @Test
    void delaysAreRefused() {
        Flow delayed = new Equations(1, 0, p -> new double[] {1}, (past, p) -> new double[] {-past[1][0]});
        assertThatThrownBy(() -> LyapunovExponents.of(delayed, new double[0], new double[] {1}, 1, 1, 1))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("delays");
    }
}
