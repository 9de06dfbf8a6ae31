package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSpaceTest {
    private static final ParameterSpace SQUARE =
            ParameterSpace.of(Axis.range("a", -1, 3), Axis.range("b", 0.01, 100).log());

    @Test
    void levelsOfARangeAreTheShortestDecimals() {
        assertThat(Axis.range("a", 0, 3).steps(41).levels())
                .startsWith(0.0, 0.075, 0.15, 0.225)
                .endsWith(2.925, 3.0);
        assertThat(Axis.range("a", 5, 6).steps(1).levels()).containsExactly(5.0);
    }

    @Test
    void logarithmicLevelsHaveEqualRatiosAndExactEnds() {
        List<Double> levels = Axis.range("a", 0.01, 100).log().steps(5).levels();
        assertThat(levels.get(0)).isEqualTo(0.01);
        assertThat(levels.get(4)).isEqualTo(100.0);
        for (int k = 0; k < 4; k++) {
            assertThat(levels.get(k + 1) / levels.get(k)).isEqualTo(10, within(1e-12));
        }
    }

    @Test
    void aGridHasEveryCombinationWithTheLastAxisFastest() {
        List<Point> grid = ParameterSpace.of(Axis.values("a", 1, 2), Axis.values("b", 10, 20, 30))
                .grid();
        assertThat(grid).extracting(Point::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(grid.stream().map(p -> p.values()[0])).containsExactly(1.0, 1.0, 1.0, 2.0, 2.0, 2.0);
        assertThat(grid.stream().map(p -> p.values()[1])).containsExactly(10.0, 20.0, 30.0, 10.0, 20.0, 30.0);
    }

    @Test
    void pointsPairTheLevels() {
        ParameterSpace space = ParameterSpace.of(Axis.values("a", 1, 2), Axis.values("b", 20, 10));
        assertThat(space.points())
                .containsExactly(new Point(0, new double[] {1, 20}), new Point(1, new double[] {2, 10}));
        assertThatThrownBy(() -> ParameterSpace.of(Axis.values("a", 1, 2), Axis.values("b", 1))
                        .points())
                .hasMessage("b: expected 2 values, as a has, given 1");
    }

    @Test
    void aSequenceVariesOneAxisAtATime() {
        ParameterSpace space = ParameterSpace.of(Axis.values("a", 1, 2), Axis.values("b", 10));
        double own = Double.NaN;
        assertThat(space.sequence())
                .containsExactly(
                        new Point(0, new double[] {1, own}),
                        new Point(1, new double[] {2, own}),
                        new Point(2, new double[] {own, 10}));
    }

    @Test
    void aLatinHypercubeHitsEverySliceOfEveryAxisOnce() {
        List<Point> points = SQUARE.latinHypercube(64, 7);
        List<Function<Point, Double>> parts = List.of(
                point -> (point.values()[0] + 1) / 4, point -> Math.log(point.values()[1] / 0.01) / Math.log(1e4));
        for (Function<Point, Double> part : parts) {
            assertThat(points.stream().map(point -> (int) Math.floor(64 * part.apply(point))))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 64).boxed().toList());
        }
        assertThat(correlation(points)).isBetween(-0.5, 0.5);
    }

    private static double correlation(List<Point> points) {
        double[] a = points.stream().mapToDouble(p -> p.values()[0]).toArray();
        double[] b = points.stream().mapToDouble(p -> Math.log(p.values()[1])).toArray();
        return new org.apache.commons.math3.stat.correlation.PearsonsCorrelation().correlation(a, b);
    }

    /** A net in base 2: each of the 16 cells of 1/4 × 1/4, and of 1/16 × 1 and 1 × 1/16, has one of 16 points, shifted or not. */
    @Test
    void sobolPointsFillTheSpaceEvenlyWhateverTheSeed() {
        ParameterSpace unit = ParameterSpace.of(Axis.range("a", 0, 1), Axis.range("b", 0, 1));
        for (long seed : new long[] {0, 1, -9}) {
            for (int[] cells : new int[][] {{4, 4}, {16, 1}, {1, 16}, {2, 8}}) {
                assertThat(unit.sobol(16, seed).stream()
                                .map(p -> (int) (p.values()[0] * cells[0]) * 16 + (int) (p.values()[1] * cells[1])))
                        .doesNotHaveDuplicates();
            }
        }
        assertThat(unit.sobol(16, 1)).isNotEqualTo(unit.sobol(16, 2));
    }

    @Test
    void designsArePureFunctionsOfTheirSeed() {
        assertThat(SQUARE.random(50, 3)).isEqualTo(SQUARE.random(50, 3)).isNotEqualTo(SQUARE.random(50, 4));
        assertThat(SQUARE.random(50, 3)).startsWith(SQUARE.random(20, 3).toArray(Point[]::new));
        assertThat(SQUARE.latinHypercube(50, 3)).isEqualTo(SQUARE.latinHypercube(50, 3));
        assertThat(SQUARE.sobol(50, 3)).startsWith(SQUARE.sobol(20, 3).toArray(Point[]::new));
    }

    @Test
    void randomPointsAreUniform() {
        double[] a = SQUARE.random(20_000, 1).stream()
                .mapToDouble(p -> (p.values()[0] + 1) / 4)
                .sorted()
                .toArray();
        double distance = IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - (i + 0.5) / a.length))
                .max()
                .orElseThrow();
        assertThat(distance).as("Kolmogorov distance, 0.1 % level").isLessThan(1.95 / Math.sqrt(a.length));
        assertThat(Arrays.stream(a).allMatch(u -> u >= 0 && u < 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 50_000_001})
    void aNumberOfPointsHasToMakeSense(int count) {
        assertThatThrownBy(() -> SQUARE.random(count, 1)).hasMessageContaining("1 to 50000000 points, given " + count);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> ParameterSpace.of(
                        Axis.range("a", 3, 1),
                        Axis.range("b", -1, 1).log(),
                        Axis.values("c"),
                        Axis.range("d", 0, Double.NaN),
                        Axis.values("e", 1, 1),
                        Axis.values("f", 1),
                        Axis.values("f", 2)))
                .isInstanceOf(GyrusException.class)
                .hasMessage("""
                        a: expected a range that ends above its start, given 3.0 to 1.0
                        b: expected positive numbers on a logarithmic scale, given -1.0 to 1.0
                        c: expected finite numbers, given NaN to NaN
                        d: expected finite numbers, given 0.0 to NaN
                        e: expected each value once, given [1.0, 1.0]
                        f: expected each parameter once, given it twice""");
        assertThatThrownBy(SQUARE::grid).hasMessageContaining("a: expected values, or a range with 'steps'");
    }

    @Test
    void aGridThatIsFarTooLargeIsRefused() {
        Axis[] axes = IntStream.range(0, 12)
                .mapToObj(k -> Axis.range("p" + k, 0, 1).steps(100))
                .toArray(Axis[]::new);
        assertThatThrownBy(() -> ParameterSpace.of(axes).grid()).hasMessageContaining("points: expected 1 to 50000000");
    }
}
