package dev.gyrus.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothTableTest {
    private static double paraboloid(double x, double y) {
        return 1 + 2 * x - 3 * y + 0.5 * x * x - x * y + 0.25 * y * y;
    }

    private static final Table COARSE = table();

    private static Table table() {
        double[] values = new double[6 * 5];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 5; j++) {
                values[i * 5 + j] = paraboloid(-1 + 0.5 * i, 2 + j);
            }
        }
        return new Table(
                "t",
                new Table.Axis("x", "1", -1, 0.5, 6),
                new Table.Axis("y", "1", 2, 1, 5),
                List.of(new Table.Quantity("q", "1", values)));
    }

    /** Cubic convolution is exact for polynomials of the second degree, where all four neighbours are inside. */
    @Test
    void parabolasStayParabolas() {
        Table fine = COARSE.smooth(4);
        assertThat(fine.x().size()).isEqualTo(21);
        assertThat(fine.y().size()).isEqualTo(17);
        for (int i = 0; i < 21; i++) {
            for (int j = 0; j < 17; j++) {
                boolean grid = i % 4 == 0 && j % 4 == 0;
                boolean inside = i >= 4 && i <= 16 && j >= 4 && j <= 12;
                double value = fine.quantities().get(0).values()[i * 17 + j];
                if (grid || inside) {
                    assertThat(value).isCloseTo(paraboloid(-1 + 0.125 * i, 2 + 0.25 * j), within(1e-12));
                }
            }
        }
        assertThat(COARSE.smooth(1)).isSameAs(COARSE);
        assertThatThrownBy(() -> COARSE.smooth(0)).isInstanceOf(GyrusException.class);
    }
}
