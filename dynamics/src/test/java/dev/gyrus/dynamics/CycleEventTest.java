package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycleEventTest {
    private static final CycleOptions OPTIONS = CycleOptions.defaults();

    private static List<CyclePoint> events(CycleBranch branch) {
        return branch.stream().filter(point -> point.event() != CycleEvent.NONE).toList();
    }

    private static Cycle circle(Flow flow, double... start) {
        return CycleSearch.from(flow, new double[] {-0.5}, start, 40, OPTIONS).orElseThrow();
    }

    @Test
    void aFoldOfCyclesLiesWhereItIsExactly() {
        CycleBranch branch =
                CycleBranch.ofHopf(Models.bautin(), new double[] {0}, 0, new double[] {0, 0}, -2, 1, OPTIONS);
        List<CyclePoint> events = events(branch);
        assertThat(events).extracting(CyclePoint::event).containsExactly(CycleEvent.FOLD, CycleEvent.BOUND);
        Cycle fold = events.get(0).cycle();
        assertThat(fold.parameter(0)).isCloseTo(-1, within(1e-9));
        assertThat(fold.maximum(0)).isCloseTo(1, within(1e-4));
        assertThat(fold.period()).isCloseTo(2 * Math.PI, within(1e-8));
        Cycle last = events.get(1).cycle();
        assertThat(last.parameter(0)).isEqualTo(1);
        assertThat(last.maximum(0)).isCloseTo(Math.sqrt(1 + Math.sqrt(2)), within(1e-6));
        // dr'/dr = 4r² − 4r⁴ over one period
        double square = 1 + Math.sqrt(2);
        double multiplier = Math.exp(2 * Math.PI * (4 * square - 4 * square * square));
        assertThat(last.multipliers().get(1).real()).isCloseTo(multiplier, within(1e-7));
    }

    @Test
    void periodDoublingsLieWhereTheyAreExactly() {
        Flow flow = Models.turning(0.5, 0.1);
        CycleBranch branch = CycleBranch.ofCycle(flow, circle(flow, 1, 0, 0, 0), 0, true, -1, 1, OPTIONS);
        List<CyclePoint> events = events(branch);
        assertThat(events)
                .extracting(CyclePoint::event)
                .containsExactly(CycleEvent.DOUBLING, CycleEvent.DOUBLING, CycleEvent.BOUND);
        assertThat(events.get(0).cycle().parameter(0)).isCloseTo(-0.1, within(1e-8));
        assertThat(events.get(1).cycle().parameter(0)).isCloseTo(0.1, within(1e-8));
    }

    @Test
    void aTorusBranchesOffWhereItDoesExactly() {
        Flow flow = Models.turning(0.3, 0);
        CycleBranch branch = CycleBranch.ofCycle(flow, circle(flow, 1, 0, 0, 0), 0, true, -1, 1, OPTIONS);
        List<CyclePoint> events = events(branch);
        assertThat(events).extracting(CyclePoint::event).containsExactly(CycleEvent.TORUS, CycleEvent.BOUND);
        Cycle torus = events.get(0).cycle();
        assertThat(torus.parameter(0)).isCloseTo(0, within(1e-8));
        assertThat(torus.multipliers().get(1).real()).isCloseTo(Math.cos(0.6 * Math.PI), within(1e-7));
    }

    @Test
    void branchesCrossWhereTheyDoExactly() {
        Flow flow = Models.pitchfork();
        CycleBranch branch = CycleBranch.ofCycle(flow, circle(flow, 1, 0, 0), 0, true, -1, 1, OPTIONS);
        List<CyclePoint> events = events(branch);
        assertThat(events).extracting(CyclePoint::event).containsExactly(CycleEvent.BRANCH, CycleEvent.BOUND);
        assertThat(events.get(0).cycle().parameter(0)).isCloseTo(0, within(1e-8));
    }

    @Test
    void theDoubledCycleOfRoesslerIsTheOneASimulationFinds() {
        Flow flow = Models.roessler();
        Cycle single = CycleSearch.from(flow, new double[] {2.5}, new double[] {1, 1, 0}, 300, OPTIONS)
                .orElseThrow();
        CyclePoint doubling = events(CycleBranch.ofCycle(flow, single, 0, true, 2, 3.2, OPTIONS))
                .get(0);
        assertThat(doubling.event()).isEqualTo(CycleEvent.DOUBLING);
        CyclePoint last = events(CycleBranch.ofDoubling(flow, doubling.cycle(), 0, 2, 3.2, OPTIONS))
                .get(0);
        Cycle simulated = CycleSearch.from(flow, new double[] {3.2}, new double[] {1, 1, 0}, 600, OPTIONS)
                .orElseThrow();
        assertThat(last.event()).isEqualTo(CycleEvent.BOUND);
        assertThat(last.cycle().stable()).isTrue();
        assertThat(last.cycle().period()).isCloseTo(simulated.period(), within(1e-6));
        assertThat(last.cycle().period()).isGreaterThan(1.9 * single.period());
        assertThat(last.cycle().maximum(2)).isCloseTo(simulated.maximum(2), within(1e-4));
    }

    /** The cycles of Grimbert & Faugeras, Neural Computation 18, 2006, 3052–3068, figs 3–6. */
    @Test
    void theSpikesOfJansenAndRitEndOnASaddleNode() {
        double[] hopf = jansenRitHopf(5.9, 6);
        assertThat(hopf[6]).isCloseTo(-12.15, within(0.005));
        List<CyclePoint> events = events(CycleBranch.ofHopf(
                Models.jansenRit(), new double[] {hopf[6]}, 0, java.util.Arrays.copyOf(hopf, 6), -100, 400, OPTIONS));
        assertThat(events).extracting(CyclePoint::event).containsExactly(CycleEvent.FOLD, CycleEvent.SADDLE_NODE);
        assertThat(events.get(0).cycle().parameter(0)).isCloseTo(137.38, within(0.005));
        assertThat(events.get(1).limit()).isCloseTo(jansenRitFold(), within(2e-3));
        assertThat(jansenRitFold()).isCloseTo(113.58, within(0.01));
    }

    @Test
    void theAlphaCyclesOfJansenAndRitLiveBetweenTwoHopfPoints() {
        double[] hopf = jansenRitHopf(6.5, 7);
        assertThat(hopf[6]).isCloseTo(89.83, within(0.005));
        List<CyclePoint> points = CycleBranch.ofHopf(
                        Models.jansenRit(),
                        new double[] {hopf[6]},
                        0,
                        java.util.Arrays.copyOf(hopf, 6),
                        -100,
                        400,
                        OPTIONS)
                .stream()
                .toList();
        CyclePoint last = points.get(points.size() - 1);
        assertThat(last.event()).isEqualTo(CycleEvent.HOPF);
        assertThat(last.cycle().parameter(0)).isCloseTo(jansenRitHopf(8, 8.2)[6], within(1e-6));
        assertThat(points).filteredOn(point -> point.event() != CycleEvent.NONE).hasSize(1);
        assertThat(points.subList(0, points.size() - 1))
                .allMatch(point -> point.cycle().stable());
    }

    /** PyRates 1.2.3 with RK4, from 1 s on: 6.087…9.036 mV at 10.94 Hz; what is left of the start then is a few µV. */
    @Test
    void theAlphaCycleOfJansenAndRitIsThatOfPyRates() {
        Cycle cycle = CycleSearch.from(
                        Models.jansenRit(), new double[] {220}, new double[] {0.1, 25, 18, 0, 0, 0}, 6000, OPTIONS)
                .orElseThrow();
        assertThat(1000 / cycle.period()).isCloseTo(10.94, within(0.006));
        double low = 100;
        double high = -100;
        for (int k = 0; k < 2000; k++) {
            double[] state = cycle.at(k / 2000.0);
            low = Math.min(low, state[1] - state[2]);
            high = Math.max(high, state[1] - state[2]);
        }
        assertThat(low).isCloseTo(6.087, within(3e-3));
        assertThat(high).isCloseTo(9.036, within(3e-3));
    }

    private static double[] jansenRitHopf(double low, double high) {
        double left = low;
        double right = high;
        for (int k = 0; k < 60; k++) {
            double middle = (left + right) / 2;
            boolean same = (growth(middle) > 0) == (growth(left) > 0);
            left = same ? middle : left;
            right = same ? right : middle;
        }
        return Models.jansenRitAt(left);
    }

    private static double growth(double v) {
        double[] at = Models.jansenRitAt(v);
        double[][] jacobian = new double[6][6];
        Models.jansenRit().jacobian(new double[][] {java.util.Arrays.copyOf(at, 6)}, new double[] {at[6]}, 0, jacobian);
        return Linear.complexGrowth(jacobian);
    }

    /** The equilibria turn back where dp/dv = 0: the smaller of the two inputs at which they do, on the lower branch. */
    private static double jansenRitFold() {
        double best = 0;
        double at = 0;
        for (double v = 0; v < 5; v += 1e-5) {
            double input = Models.jansenRitAt(v)[6];
            if (input > best) {
                best = input;
                at = v;
            }
        }
        return Models.jansenRitAt(at)[6];
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-8, 1e-9, 1e-10})
    void adaptingQifHasTwoFoldsAndNoDoublingsAtAnyTolerance(double tolerance) {
        double[] hopf = qifHopf();
        CycleOptions options = OPTIONS.withTolerance(tolerance, 1e-6);
        List<CyclePoint> events = events(CycleBranch.ofHopf(
                Models.adaptingQif(1, 15, 0.5),
                new double[] {hopf[4]},
                0,
                java.util.Arrays.copyOf(hopf, 4),
                -20,
                20,
                options));
        assertThat(events)
                .extracting(CyclePoint::event)
                .containsExactly(CycleEvent.FOLD, CycleEvent.FOLD, CycleEvent.HOMOCLINIC);
        assertThat(events.get(0).cycle().parameter(0)).isCloseTo(-1.284857, within(2e-6));
        assertThat(events.get(1).cycle().parameter(0)).isCloseTo(-2.393436, within(2e-6));
    }

    private static double[] qifHopf() {
        double low = 0.77;
        double high = 0.78;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            boolean same = (qifGrowth(middle) > 0) == (qifGrowth(low) > 0);
            low = same ? middle : low;
            high = same ? high : middle;
        }
        return Models.adaptingQifAt(low, 1, 15, 0.5);
    }

    private static double qifGrowth(double r) {
        double[] at = Models.adaptingQifAt(r, 1, 15, 0.5);
        double[][] jacobian = new double[4][4];
        Models.adaptingQif(1, 15, 0.5)
                .jacobian(new double[][] {java.util.Arrays.copyOf(at, 4)}, new double[] {at[4]}, 0, jacobian);
        return Linear.complexGrowth(jacobian);
    }
}
