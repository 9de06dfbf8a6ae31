package dev.gyrus.plot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void labelsAreExactDecimals() {
        assertThat(Ticks.linear(0, 0.3, 3).labels()).containsExactly("0", "0.1", "0.2", "0.3");
        assertThat(Ticks.linear(-1, 1, 4).labels()).containsExactly("−1", "−0.5", "0", "0.5", "1");
        assertThat(Ticks.linear(0, 300, 6).values()).containsExactly(0, 50, 100, 150, 200, 250, 300);
    }

    @Test
    void ticksOfAnyRangeAreFewInsideAndRound() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 2000; k++) {
            double centre = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 12));
            double half = Math.pow(10, random.nextInt(-12, 12)) * (0.1 + random.nextDouble());
            double[] range = Ticks.drawable(centre - half, centre + half);
            int most = random.nextInt(1, 12);
            Ticks ticks = Ticks.linear(range[0], range[1], most);
            double step = Ticks.step(range[1] - range[0], most);
            assertThat(ticks.values()).hasSizeLessThanOrEqualTo(most + 1);
            assertThat(Arrays.stream(ticks.values()).boxed())
                    .allMatch(v -> v >= range[0] - 1e-5 * step && v <= range[1] + 1e-5 * step);
            assertThat(step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9)))
                    .satisfiesAnyOf(
                            m -> assertThat(m).isCloseTo(1, within()),
                            m -> assertThat(m).isCloseTo(2, within()),
                            m -> assertThat(m).isCloseTo(5, within()));
            Ticks enclosing = Ticks.enclosing(range[0], range[1], most);
            assertThat(enclosing.first()).isLessThanOrEqualTo(range[0] + 1e-5 * step);
            assertThat(enclosing.last()).isGreaterThanOrEqualTo(range[1] - 1e-5 * step);
            assertThat(enclosing.values()).hasSizeLessThanOrEqualTo(Math.max(2, most) + 1);
        }
    }

    @Test
    void smallAndLargeNumbersShareAPowerOfTen() {
        Ticks small = Ticks.linear(0, 2e-4, 4);
        assertThat(small.exponent()).isEqualTo(-6);
        assertThat(small.labels()).containsExactly("0", "50", "100", "150", "200");
        Ticks large = Ticks.linear(0, 4e6, 4);
        assertThat(large.exponent()).isEqualTo(6);
        assertThat(large.labels()).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void logarithmicTicksAreDecades() {
        Ticks ticks = Ticks.logarithmic(0.01, 100, 6);
        assertThat(ticks.labels()).containsExactly("0.01", "0.1", "1", "10", "100");
        assertThat(ticks.minor()).contains(0.02, 90).doesNotContain(0.1);
        assertThat(Ticks.logarithmic(1e-9, 1e-5, 6).labels()).containsExactly("10⁻⁹", "10⁻⁸", "10⁻⁷", "10⁻⁶", "10⁻⁵");
        assertThat(Ticks.logarithmic(1e-12, 1, 4).values()).hasSize(5);
        assertThat(Ticks.logarithmic(2, 9, 4).labels()).containsExactly("2", "5");
    }

    @Test
    void aRangeThatIsNoneBecomesDrawable() {
        assertThat(Ticks.drawable(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .containsExactly(0, 1);
        assertThat(Ticks.drawable(0, 0)).containsExactly(-1, 1);
        assertThat(Ticks.drawable(5, 5)).containsExactly(4.5, 5.5);
        assertThat(Ticks.drawable(1, 1 + 1e-15)[1]).isGreaterThan(1.05);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }
}
