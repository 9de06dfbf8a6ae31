package dev.gyrus.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Series;
import dev.gyrus.core.Simulation;
import dev.gyrus.models.aln.Aln;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fast cycle of one delayed ALN node at mui_ext_mean 0.5, between two Hopf points. */
class DelayedAlnTest {
    private static final Network NETWORK = Network.of(Aln.node()).with("mui_ext_mean", 0.5);
    private static final Flow FLOW = Flows.delayed(NETWORK, "mue_ext_mean");

    private static double[] rest(double input) {
        Trajectory trajectory = new Trajectory(
                FLOW, new double[] {input}, new double[FLOW.states().size()], 1e-6);
        trajectory.to(60);
        return trajectory.at(trajectory.end());
    }

    /** The slowest oscillation at the equilibrium. */
    private static Eigenvalue oscillation(double input, double[] state) {
        EquilibriumCurve curve = new EquilibriumCurve(FLOW, new double[] {input}, 0);
        int n = state.length;
        double[] u = java.util.Arrays.copyOf(state, n + 1);
        u[n] = input;
        double[] residual = new double[n];
        for (int k = 0; k < 40; k++) {
            curve.residual(u, residual);
            double[] change = Matrices.solve(curve.ofState(u), residual);
            for (int i = 0; i < n; i++) {
                u[i] -= 0.7 * change[i];
            }
        }
        System.arraycopy(u, 0, state, 0, n);
        return CharacteristicRoots.of(FLOW, new double[] {input}, state).stream()
                .filter(root -> root.imaginary() > 0.05)
                .findFirst()
                .orElseThrow();
    }

    private static double onset(double low, double high) {
        double[] state = rest(low);
        double left = low;
        double right = high;
        boolean growing = oscillation(low, state).real() > 0;
        for (int k = 0; k < 16; k++) {
            double middle = (left + right) / 2;
            boolean same = oscillation(middle, state).real() > 0 == growing;
            left = same ? middle : left;
            right = same ? right : middle;
        }
        return left;
    }

    @Test
    void oscillationsBeginAndEndWhereSimulationsSay() {
        double onset = onset(0.485, 0.505);
        assertThat(onset).isCloseTo(0.496, within(0.0025));
        // Rates of decay below the onset, by simulations with dt → 0: they differ by less than 0.5 % of the onset
        // makes.
        double[] state = rest(0.485);
        double slope =
                (oscillation(0.493, state).real() - oscillation(0.477, state).real()) / 0.016;
        double expected = oscillation(0.485, state).real();
        double coarse = decay(0.485, state, 0.1);
        double fine = decay(0.485, state, 0.05);
        assertThat((2 * fine - coarse - expected) / slope).isCloseTo(0, within(0.005 * onset));
    }

    /** The growth rate of an oscillation around rest, per ms. */
    private static double decay(double input, double[] rest, double dt) {
        Simulation simulation = Simulation.of(NETWORK.with("mue_ext_mean", input));
        for (int i = 0; i < rest.length; i++) {
            String name = FLOW.states().get(i);
            double kick = name.endsWith("mufe") ? 0.01 : 0;
            simulation = simulation.initial(name.substring(name.indexOf('.') + 1), rest[i] + kick);
        }
        Series rate = simulation
                .dt(dt)
                .duration(600)
                .observe(Recorder.every(dt, "rates_exc").from(100))
                .run()
                .get("rates_exc");
        double[] values = rate.column(0);
        List<double[]> swings = new ArrayList<>();
        double last = Double.NaN;
        for (int k = 1; k + 1 < values.length; k++) {
            if ((values[k] - values[k - 1]) * (values[k + 1] - values[k]) < 0) {
                if (!Double.isNaN(last)) {
                    swings.add(new double[] {k * dt, Math.abs(values[k] - last)});
                }
                last = values[k];
            }
        }
        double[] first = swings.get(0);
        double[] end = swings.get(swings.size() - 1);
        return Math.log(end[1] / first[1]) / (end[0] - first[0]);
    }

    @Test
    void theCycleShrinksToTheUpperHopfPoint() {
        double offset = onset(1.38, 1.41);
        CycleOptions options = CycleOptions.defaults()
                .withTolerance(1e-6, 1e-3)
                .withIntervals(20, 60)
                .withSteps(0.1, 1e-4, 0.3);
        Cycle cycle = CycleSearch.from(FLOW, new double[] {1.35}, rest(1.35), 400, options)
                .orElseThrow();
        List<CyclePoint> points = CycleBranch.ofCycle(FLOW, cycle, 0, true, 0.5, 1.6, options).stream()
                .toList();
        CyclePoint end = points.get(points.size() - 1);
        assertThat(end.event()).isEqualTo(CycleEvent.HOPF);
        assertThat(end.limit()).isCloseTo(offset, within(1e-4));
        assertThat(points)
                .filteredOn(point -> point.limit() < 0.998 * offset)
                .hasSizeGreaterThan(2)
                .allMatch(point -> point.cycle().stable());
    }
}
