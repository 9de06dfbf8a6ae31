package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Table;
import dev.gyrus.core.Table.Axis;
import dev.gyrus.core.Table.Quantity;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BilinearTest {
    private static final Axis X = new Axis("x", "nA", -1.0, 0.3, 8);
    private static final Axis Y = new Axis("y", "mV", 2.0, 0.25, 5);
    private static final double X_END = -1.0 + 7 * 0.3;
    private static final double Y_END = 3.0;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[][] nodes = IntStream.range(0, 6)
            .mapToObj(q -> random.doubles(40, -5, 5).toArray())
            .toArray(double[][]::new);
    private final Table table = new Table(
            "table",
            X,
            Y,
            IntStream.range(0, 6)
                    .mapToObj(q -> new Quantity("q" + q, "1", nodes[q]))
                    .toList());
    private final Bilinear bilinear = Bilinear.of(table, List.of(0, 1, 2, 3, 4, 5));

    /** The four weights of neurolib's interpolation, HEAD of 2025: (1−u)(1−v), u(1−v), (1−u)v, uv. */
    @Test
    void valuesAreTheWeightedMeanOfFourNodes() {
        for (int k = 0; k < 1000; k++) {
            double x = random.nextDouble(-1.0, X_END);
            double y = random.nextDouble(2.0, Y_END);
            int i = (int) Math.floor((x + 1.0) / 0.3);
            int j = (int) Math.floor((y - 2.0) / 0.25);
            double u = (x + 1.0) / 0.3 - i;
            double v = (y - 2.0) / 0.25 - j;
            double[] t = nodes[k % 6];
            double mean = t[i * 5 + j] * (1 - u) * (1 - v)
                    + t[i * 5 + 5 + j] * u * (1 - v)
                    + t[i * 5 + j + 1] * (1 - u) * v
                    + t[i * 5 + 5 + j + 1] * u * v;
            assertThat(bilinear.value(k % 6, x, y)).isCloseTo(mean, within(1e-14));
        }
    }

    @Test
    void valuesAtNodesAreExact() {
        Table integers =
                new Table("integers", new Axis("x", "1", 3, 1, 8), new Axis("y", "1", -2, 0.5, 5), table.quantities());
        Bilinear lookUps = Bilinear.of(integers, List.of(2));
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat(lookUps.value(0, 3 + i, -2 + 0.5 * j)).isEqualTo(nodes[2][i * 5 + j]);
            }
        }
    }

    @Test
    void coordinatesAreClampedOneByOne() {
        for (double y : new double[] {1.0, 2.0, 2.4, 2.9, 3.0, 9.0}) {
            double inside = Math.min(Math.max(y, 2.0), 3.0);
            assertThat(bilinear.value(1, -7.0, y)).isEqualTo(bilinear.value(1, -1.0, inside));
            assertThat(bilinear.value(1, Double.NEGATIVE_INFINITY, y)).isEqualTo(bilinear.value(1, -1.0, inside));
            assertThat(bilinear.value(1, 7.0, y)).isCloseTo(bilinear.value(1, X_END, inside), within(1e-14));
            assertThat(bilinear.value(1, Double.POSITIVE_INFINITY, y)).isEqualTo(bilinear.value(1, 7.0, y));
        }
    }

    @Test
    void notANumberStaysNotANumber() {
        double[][] out = new double[6][3];
        bilinear.at(new double[] {Double.NaN, 0, -9}, new double[] {2.5, Double.NaN, Double.NaN}, out, 0, 3);
        for (double[] row : out) {
            assertThat(row).containsOnly(Double.NaN);
        }
        assertThat(bilinear.slopeX(0, Double.NaN, 2.5)).isNaN();
        assertThat(bilinear.slopeX(0, -9, Double.NaN)).isNaN();
        assertThat(bilinear.slopeY(0, Double.NaN, 2.5)).isNaN();
        assertThat(bilinear.slopeY(0, 0, Double.NaN)).isNaN();
    }

    @Test
    void arraysHoldTheValuesOfTheChosenQuantities() {
        double[] x = random.doubles(50, -1.5, 1.5).toArray();
        double[] y = random.doubles(50, 1.5, 3.5).toArray();
        for (int count = 1; count <= 6; count++) {
            List<Integer> chosen = List.of(4, 2, 5, 0, 1, 3).subList(0, count);
            double[][] out = new double[count][50];
            Bilinear lookUps = Bilinear.of(table, chosen);
            lookUps.at(x, y, out, 2, 47);
            assertThat(lookUps.quantities()).isEqualTo(count);
            for (int q = 0; q < count; q++) {
                assertThat(out[q][1] + out[q][47]).isZero();
                for (int i = 2; i < 47; i++) {
                    assertThat(out[q][i]).isEqualTo(lookUps.value(q, x[i], y[i]));
                    assertThat(out[q][i]).isEqualTo(bilinear.value(chosen.get(q), x[i], y[i]));
                }
            }
        }
    }

    @Test
    void slopesAreDifferencesInsideACell() {
        double h = 1e-6;
        for (double x : new double[] {-0.95, 0.15, 1.0}) {
            for (double y : new double[] {2.1, 2.6, 2.9}) {
                double dx = (bilinear.value(0, x + h, y) - bilinear.value(0, x - h, y)) / (2 * h);
                double dy = (bilinear.value(0, x, y + h) - bilinear.value(0, x, y - h)) / (2 * h);
                assertThat(bilinear.slopeX(0, x, y)).isCloseTo(dx, within(1e-7));
                assertThat(bilinear.slopeY(0, x, y)).isCloseTo(dy, within(1e-7));
            }
        }
    }

    @Test
    void slopesVanishWhereACoordinateIsClamped() {
        assertThat(bilinear.slopeX(0, -1.1, 2.5)).isZero();
        assertThat(bilinear.slopeX(0, X_END + 0.1, 2.5)).isZero();
        assertThat(bilinear.slopeY(0, -1.1, 2.5)).isNotZero();
        assertThat(bilinear.slopeY(0, 0.1, 1.9)).isZero();
        assertThat(bilinear.slopeY(0, 0.1, 3.1)).isZero();
        assertThat(bilinear.slopeX(0, 0.1, 3.1)).isNotZero();
    }
}
