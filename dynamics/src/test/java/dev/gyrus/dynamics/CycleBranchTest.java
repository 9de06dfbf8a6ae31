package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of FitzHugh–Nagumo and Wilson–Cowan: fixed points and Hopf points in closed form, cycles by long fine simulations elsewhere. */
class CycleBranchTest {
    private static final CycleOptions OPTIONS = CycleOptions.defaults();

    @Test
    void vanDerPolHasItsKnownPeriod() {
        Cycle cycle = CycleSearch.from(Models.vanDerPol(), new double[] {1}, new double[] {1, 0}, 60, OPTIONS)
                .orElseThrow();
        // Andersen & Geer, SIAM J. Appl. Math. 42, 1982: T(µ = 1) = 6.66328686
        assertThat(cycle.period()).isCloseTo(6.66328686, within(5e-8));
        assertThat(cycle.maximum(0)).isCloseTo(2.00862, within(2e-5));
        assertThat(cycle.stable()).isTrue();
        // Liouville: the product of the multipliers is the exponential of the integrated divergence.
        double divergence = 0;
        int steps = 20000;
        for (int k = 0; k < steps; k++) {
            double x = cycle.at((double) k / steps)[0];
            divergence += (1 - x * x) * cycle.period() / steps;
        }
        assertThat(cycle.multipliers().get(1).real()).isCloseTo(Math.exp(divergence), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.0745, 0.6502, 34.70", "1.0, 0.1018, 0.7717, 30.55", "1.2, 0.1796, 0.8131, 32.72"})
    void cyclesOfFitzHughNagumo(double current, double low, double high, double period) {
        Cycle cycle = CycleSearch.from(
                        Models.fitzHughNagumo(), new double[] {current}, new double[] {0.1, 0.1}, 1500, OPTIONS)
                .orElseThrow();
        assertThat(cycle.minimum(0)).isCloseTo(low, within(6e-5));
        assertThat(cycle.maximum(0)).isCloseTo(high, within(6e-5));
        assertThat(cycle.period()).isCloseTo(period, within(6e-3));
    }

    @Test
    void theBranchOfFitzHughNagumoJoinsItsTwoHopfPoints() {
        double[] start = hopf(-1);
        double[] end = hopf(1);
        List<CyclePoint> points = CycleBranch.ofHopf(
                        Models.fitzHughNagumo(), new double[] {start[1]}, 0, equilibrium(start[0]), 0, 2, OPTIONS)
                .stream()
                .toList();
        CyclePoint last = points.get(points.size() - 1);
        assertThat(last.event()).isEqualTo(CycleEvent.HOPF);
        assertThat(last.cycle().parameter(0)).isCloseTo(end[1], within(1e-8));
        assertThat(last.cycle().maximum(0)).isCloseTo(end[0], within(1e-7));
        assertThat(points).filteredOn(point -> point.event() != CycleEvent.NONE).hasSize(1);
        assertThat(points.subList(0, points.size() - 1))
                .allMatch(point -> point.cycle().stable());
    }

    /** Trace 0 of the Jacobian: −9x² + 8x − 1.5 − 0.025 = 0; and the current at which x is an equilibrium. */
    private static double[] hopf(int sign) {
        double x = (8 + sign * Math.sqrt(64 - 36 * 1.525)) / 18;
        return new double[] {x, 3 * x * x * x - 4 * x * x + 3.5 * x};
    }

    private static double[] equilibrium(double x) {
        return new double[] {x, 2 * x};
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.0561, 0.3076", "1.5, 0.0980, 0.3591", "2.0, 0.1544, 0.3836"})
    void cyclesOfWilsonCowan(double input, double low, double high) {
        Cycle cycle = CycleSearch.from(
                        Models.wilsonCowan(), new double[] {input}, new double[] {0.1, 0.1}, 300, OPTIONS)
                .orElseThrow();
        assertThat(cycle.minimum(0)).isCloseTo(low, within(6e-5));
        assertThat(cycle.maximum(0)).isCloseTo(high, within(6e-5));
    }

    @Test
    void aStateThatIsNoHopfPointIsRefused() {
        CycleBranch branch =
                CycleBranch.ofHopf(Models.wilsonCowan(), new double[] {0}, 0, new double[] {0.0, 0.0}, -1, 1, OPTIONS);
        assertThatThrownBy(branch::iterator)
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("Hopf point at p0 = 0.0");
    }
}
