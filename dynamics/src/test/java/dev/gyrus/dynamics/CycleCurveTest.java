package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CycleCurveTest {
    private static final CycleOptions OPTIONS = CycleOptions.defaults();

    private static CyclePoint first(CycleBranch branch, CycleEvent event) {
        return branch.stream()
                .filter(point -> point.event() == event)
                .findFirst()
                .orElseThrow();
    }

    /** r' = r(µ + 2q r² − r⁴), θ' = 1: cycles fold where r² = q, µ = −q². */
    @Test
    void foldsOfCyclesOverTwoParametersAreExact() {
        Flow flow = new Equations(2, 2, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double square = x * x + y * y;
            double rate = p[0] + 2 * p[1] * square - square * square;
            return new double[] {rate * x - y, rate * y + x};
        });
        CyclePoint fold = first(
                CycleBranch.ofHopf(flow, new double[] {0, 1}, 0, new double[] {0, 0}, -2, 1, OPTIONS), CycleEvent.FOLD);
        Branch curve = CycleCurve.through(flow, fold, 0, 1, new double[] {-4, 0.3}, new double[] {1, 1.8}, OPTIONS);
        assertThat(curve.points()).hasSizeGreaterThan(6);
        for (BranchPoint point : curve.points()) {
            double q = point.parameters()[1];
            assertThat(point.parameters()[0]).isCloseTo(-q * q, within(1e-6));
            assertThat(point.high()[0]).isCloseTo(Math.sqrt(q), within(1e-5));
        }
    }

    /** Multipliers −exp(2π(µ ± q)): doublings where µ = −q or µ = q. */
    @Test
    void doublingsOverTwoParametersAreExact() {
        Flow flow = new Equations(4, 2, (past, p) -> {
            double x = past[0][0];
            double y = past[0][1];
            double u = past[0][2];
            double v = past[0][3];
            double rate = 1 - x * x - y * y;
            double cube = u * u + v * v;
            return new double[] {
                rate * x - y,
                rate * y + x,
                (p[0] + p[1] * x - cube) * u + (p[1] * y - 0.5) * v,
                (p[0] - p[1] * x - cube) * v + (p[1] * y + 0.5) * u
            };
        });
        Cycle cycle = CycleSearch.from(flow, new double[] {-0.5, 0.1}, new double[] {1, 0, 0, 0}, 40, OPTIONS)
                .orElseThrow();
        CyclePoint doubling = first(CycleBranch.ofCycle(flow, cycle, 0, true, -1, 0, OPTIONS), CycleEvent.DOUBLING);
        Branch curve =
                CycleCurve.through(flow, doubling, 0, 1, new double[] {-1, 0.02}, new double[] {1, 0.5}, OPTIONS);
        assertThat(curve.points()).hasSizeGreaterThan(4);
        for (BranchPoint point : curve.points()) {
            assertThat(point.parameters()[0]).isCloseTo(-point.parameters()[1], within(1e-7));
        }
    }
}
