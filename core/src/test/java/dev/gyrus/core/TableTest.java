package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.Table.Axis;
import dev.gyrus.core.Table.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Axis AXIS = new Axis("x", "mV", 0, 1, 2);

    @Test
    void aGridAscendsAndIsFinite() {
        assertThatThrownBy(() -> new Axis("x", "mV", Double.NaN, 0, 0))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("x.size: expected at least one grid value, given 0")
                .hasMessageContaining("x.start: expected a finite number of mV, given NaN")
                .hasMessageContaining("x.step: expected a positive number of mV, given 0.0");
        assertThatThrownBy(() -> new Axis("x", "mV", 0, Double.MAX_VALUE, 9)).hasMessageContaining("x.step");
    }

    @Test
    void everyValueIsFinite() {
        Quantity quantity = new Quantity("r", "kHz", new double[] {0, 1, Double.NaN, 3});
        assertThatThrownBy(() -> new Table("cascade", AXIS, AXIS, List.of(quantity)))
                .isInstanceOf(GyrusException.class)
                .hasMessage("cascade.r[2]: expected a finite number, given NaN");
    }

    @Test
    void thereAreAsManyValuesAsGridPoints() {
        Axis large = new Axis("y", "mV", 0, 1, 1 << 16);
        Quantity quantity = new Quantity("r", "kHz", new double[0]);
        assertThatThrownBy(() -> new Table("cascade", large, large, List.of(quantity)))
                .hasMessage("cascade.r: expected 65536 × 65536 values, given 0");
    }
}
