package dev.gyrus.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.fitting.Probe;
import dev.gyrus.studies.RegimeMap.Grid;
import dev.gyrus.studies.RegimeMap.Stretch;
import org.junit.jupiter.api.Test;

class MapsTest {

    private static Probe cell(double frequency, double down, double up) {
        return new Probe(frequency, down, up, up, up);
    }

    @Test
    void stretchesAreTheCellsInARow() {
        Probe on = cell(20, 1, 1);
        Probe off = cell(0, 1, 1);
        Grid grid = new Grid(0, 0, new double[] {0, 1, 2, 3, 4}, new double[] {0.5});
        RegimeMap map = new RegimeMap(grid, new Probe[][] {{on, on, off, on, on}});
        assertThat(map.stretches(0.4, Probe::oscillates)).containsExactly(new Stretch(0, 1), new Stretch(3, 4));
        assertThat(map.stretches(0.4, Probe::isBistable)).isEmpty();
    }

    @Test
    void aContourOfAConeIsOneClosedRing() {
        double[] axis = RegimeMap.axis(-1, 1, 81);
        double[][] z = new double[axis.length][axis.length];
        for (int i = 0; i < axis.length; i++) {
            for (int j = 0; j < axis.length; j++) {
                z[i][j] = Math.hypot(axis[i], axis[j]);
            }
        }
        double[][] ring = Contour.of(z, axis, axis, 0.7);
        int last = ring[0].length - 2;
        assertThat(ring[0][last]).isEqualTo(ring[0][0]);
        assertThat(ring[1][last]).isEqualTo(ring[1][0]);
        assertThat(ring[0][last + 1]).isNaN();
        for (int k = 0; k <= last; k++) {
            assertThat(Math.hypot(ring[0][k], ring[1][k])).isCloseTo(0.7, within(3e-4));
        }
    }

    @Test
    void aContourEndsAtTheBorder() {
        double[][] z = {{0, 0, 1, 1}, {0, 0, 1, 1}, {0, 0, 0, 1}};
        double[][] line = Contour.of(z, new double[] {0, 1, 2, 3}, new double[] {0, 1, 2}, 0.5);
        assertThat(line[0]).containsExactly(1.5, 1.5, 2, 2.5, Double.NaN);
        assertThat(line[1]).containsExactly(0, 1, 1.5, 2, Double.NaN);
    }

    @Test
    void cyclesAreWholeWithBothEnds() {
        WholeCycles drive = new WholeCycles(0.2, 22.45, 100, 2);
        int n = 445;
        double[] sampled = drive.sample(200, 0.1);
        assertThat(drive.frequency()).isCloseTo(10_000.0 / n, within(1e-12));
        assertThat(sampled[999]).isZero();
        assertThat(sampled[1000]).isZero();
        assertThat(sampled[1000 + n - 1]).isCloseTo(0, within(1e-15));
        assertThat(sampled[1000 + n]).isZero();
        assertThat(sampled[1000 + (n - 1) / 4]).isCloseTo(0.2, within(1e-12));
        assertThat(sampled[1000 + n + (n - 1) / 4]).isEqualTo(sampled[1000 + (n - 1) / 4]);
        assertThat(drive.at(100 + 0.1 * 2 * n)).isZero();
    }

    @Test
    void frequencyAndBurstsAreThoseOfASinusoid() {
        double[] x = new double[10_000];
        for (int k = 0; k < x.length; k++) {
            x[k] = 20 + 20 * Math.sin(2 * Math.PI * 7.3 * k * 1e-4);
        }
        assertThat(Trace.frequency(x)).isCloseTo(7.3, within(1e-6));
        assertThat(Trace.bursts(x, 30)).hasSize(7).startsWith(342);
        assertThat(Trace.frequency(new double[100])).isNaN();
    }

    @Test
    void numbersAreShort() {
        assertThat(Check.number(22)).isEqualTo("22");
        assertThat(Check.number(0.000123456789)).isEqualTo("0.000123457");
        assertThat(Check.number(1e-9)).isEqualTo("1e-09");
        assertThat(Check.number(-3.50)).isEqualTo("-3.5");
        assertThat(Check.number(100)).isEqualTo("100");
        assertThat(Check.number(Double.NaN)).isEqualTo("none");
    }
}
