package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Simulation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that follow from the equations: with y = 2x at rest, x_ext = 3x³ − 4x² + 3.5x. */
class FitzHughNagumoTest {
    private static final double DT = 0.05;

    /** Figures of a continuation of the limit cycle by other software. */
    @ParameterizedTest
    @CsvSource({"0.8, 0.0745, 0.6502, 34.70", "1.0, 0.1018, 0.7717, 30.55", "1.2, 0.1796, 0.8131, 32.72"})
    void theCycleHasItsKnownSizeAndPeriod(double input, double low, double high, double period) {
        double[] x = settled(input, 0.05, 0.05);
        assertThat(Arrays.stream(x).min().orElseThrow()).isCloseTo(low, within(1e-4));
        assertThat(Arrays.stream(x).max().orElseThrow()).isCloseTo(high, within(1e-4));
        assertThat(period(x)).isCloseTo(period, within(0.01));
    }

    /** The trace −9x² + 8x − 1.5 − ε/τ of the linearised equations changes sign at x = 0.276854 and x = 0.612034. */
    @ParameterizedTest
    @CsvSource({"0.276854, -0.006, false", "0.276854, 0.006, true", "0.612034, -0.006, true", "0.612034, 0.006, false"})
    void theCycleLivesBetweenTheTwoHopfBifurcations(double critical, double beyond, boolean oscillates) {
        double rest = critical + beyond;
        double input = rest * (3.5 + rest * (3 * rest - 4));
        double[] x = settled(input, rest + 0.01, 2 * rest);
        double range =
                Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow();
        assertThat(range > 0.05).isEqualTo(oscillates);
        assertThat(range < 1e-4).isEqualTo(!oscillates);
    }

    @Test
    void equalNodesLeaveEachOtherAloneUnlessTheyAddUp() {
        Connectome pair = Connectome.of(new double[][] {{0, 1}, {1, 0}});
        double[] alone = run(Network.of(FitzHughNagumo.node()));
        double[] differences = run(Network.of(FitzHughNagumo.node(), pair, 0));
        assertThat(differences).containsExactly(alone, within(1e-9));

        double[] sums = run(Network.of(FitzHughNagumo.node(NetworkInput.ADDITIVE), pair, 0));
        double[] steeper = run(Network.of(FitzHughNagumo.node().with("gamma", -1.5 + 0.6)));
        assertThat(sums).containsExactly(steeper, within(1e-9));
    }

    private static double[] run(Network network) {
        return Simulation.of(network)
                .duration(200)
                .initial("x", 0.1)
                .initial("y", 0.1)
                .observe(Recorder.every(0.1, "x"))
                .run()
                .get("x")
                .column(0);
    }

    /** x every 0.05 ms over the last 200 ms of 2.5 s. */
    private static double[] settled(double input, double x, double y) {
        Node node = FitzHughNagumo.node().with("x_ext", input);
        return Simulation.of(Network.of(node))
                .dt(DT)
                .duration(2500)
                .integrator(Integrator.RK4)
                .initial("x", x)
                .initial("y", y)
                .observe(Recorder.every(DT, "x"))
                .run()
                .get("x")
                .from(2300)
                .column(0);
    }

    /** The mean time between upward passages of the middle. */
    private static double period(double[] x) {
        double middle = 0.5
                * (Arrays.stream(x).min().orElseThrow() + Arrays.stream(x).max().orElseThrow());
        double first = -1;
        double last = -1;
        int count = -1;
        for (int k = 1; k < x.length; k++) {
            if (x[k - 1] < middle && x[k] >= middle) {
                last = k - (x[k] - middle) / (x[k] - x[k - 1]);
                first = count < 0 ? last : first;
                count++;
            }
        }
        return DT * (last - first) / count;
    }
}
