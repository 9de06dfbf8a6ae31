package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelayCycleTest {
    private static final CycleOptions OPTIONS = CycleOptions.defaults();

    /** Hutchinson's x' = p x(t)(1 − x(t − 1)): Hopf at p = π/2 with period 4 (E. M. Wright, J. reine angew. Math. 194, 1955). */
    private static final Flow LOGISTIC = new Equations(
            1, 1, p -> new double[] {1}, (past, p) -> new double[] {p[0] * past[0][0] * (1 - past[1][0])});

    @Test
    void cyclesOfTheDelayedLogisticAreBornAtTheExactHopfPoint() {
        List<CyclePoint> points =
                CycleBranch.ofHopf(LOGISTIC, new double[] {Math.PI / 2}, 0, new double[] {1}, 1, 2, OPTIONS).stream()
                        .toList();
        Cycle first = points.get(0).cycle();
        // Lindstedt's method: x = 1 + ε cos(πt/2) + …, p = π/2 + ε²(3π − 2)/40 + …
        double amplitude = (first.maximum(0) - first.minimum(0)) / 2;
        double rise = (first.parameter(0) - Math.PI / 2) / (amplitude * amplitude);
        assertThat(rise).isCloseTo((3 * Math.PI - 2) / 40, within(1e-3));
        assertThat(points).filteredOn(point -> point.event() != CycleEvent.NONE).hasSize(1);
        assertThat(points).allMatch(point -> point.cycle().stable());

        Cycle last = points.get(points.size() - 1).cycle();
        Trajectory trajectory = new Trajectory(LOGISTIC, new double[] {2}, new double[] {0.5}, 1e-10);
        trajectory.to(200);
        double low = 10;
        double high = 0;
        for (double t : trajectory.times(190)) {
            for (double shift = 0; shift < 0.01; shift += 0.001) {
                low = Math.min(low, trajectory.at(t - shift)[0]);
                high = Math.max(high, trajectory.at(t - shift)[0]);
            }
        }
        assertThat(last.parameter(0)).isEqualTo(2);
        assertThat(last.minimum(0)).isCloseTo(low, within(1e-5));
        assertThat(last.maximum(0)).isCloseTo(high, within(1e-5));
        double[] before = trajectory.at(200 - last.period());
        assertThat(before[0]).isCloseTo(trajectory.at(200)[0], within(1e-5));
        assertThat(last.error()).isLessThan(1e-4);
    }

    /** With a delay of a whole period more, the same cycle solves the equation: x(t − 1 − T) = x(t − 1). */
    @Test
    void delaysLongerThanThePeriodAreWrapped() {
        Cycle cycle = CycleSearch.from(LOGISTIC, new double[] {2}, new double[] {0.5}, 100, OPTIONS)
                .orElseThrow();
        double late = 1 + cycle.period();
        Flow later = new Equations(
                1, 1, p -> new double[] {late}, (past, p) -> new double[] {p[0] * past[0][0] * (1 - past[1][0])});
        Cycle same = CycleBranch.ofCycle(later, cycle, 0, true, 1.9, 2.1, OPTIONS)
                .iterator()
                .next()
                .cycle();
        assertThat(same.period()).isCloseTo(cycle.period(), within(1e-8));
        assertThat(same.maximum(0)).isCloseTo(cycle.maximum(0), within(1e-8));
        assertThat(same.error()).isLessThan(1e-4);
    }

    @Test
    void aRotationThatHearsItselfLateHasItsExactCycle() {
        // z' = (p + i − |z|²) z − 0.5 z(t − 1): z = r e^{iΩt} with Ω = 1 + 0.5 sin Ω, r² = p − 0.5 cos Ω.
        Flow flow = new Equations(2, 1, p -> new double[] {1}, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double rate = p[0] - x * x - y * y;
            return new double[] {rate * x - y - 0.5 * past[1][0], rate * y + x - 0.5 * past[1][1]};
        });
        double omega = 1;
        for (int k = 0; k < 100; k++) {
            omega = 1 + 0.5 * Math.sin(omega);
        }
        double radius = Math.sqrt(1 - 0.5 * Math.cos(omega));
        Cycle cycle = CycleSearch.from(flow, new double[] {1}, new double[] {1, 0}, 100, OPTIONS)
                .orElseThrow();
        assertThat(cycle.period()).isCloseTo(2 * Math.PI / omega, within(1e-6));
        assertThat(cycle.maximum(1)).isCloseTo(radius, within(1e-5));
        double hopf = 0.5 * Math.cos(omega);
        List<CyclePoint> down = CycleBranch.ofCycle(flow, cycle, 0, false, -1, 2, OPTIONS).stream()
                .toList();
        CyclePoint end = down.get(down.size() - 1);
        assertThat(end.event()).isEqualTo(CycleEvent.HOPF);
        assertThat(end.limit()).isCloseTo(hopf, within(1e-6));
    }
}
