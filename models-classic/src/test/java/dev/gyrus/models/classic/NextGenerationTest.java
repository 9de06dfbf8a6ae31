package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.VectorField;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known relations between the mean fields of quadratic integrate-and-fire neurons. */
class NextGenerationTest {
    private static final double DT = 0.001;

    /** π τ r + i V = (1 − z*)/(1 + z*), under the same time-dependent input. */
    @Test
    void orderParameterAndRateDescribeTheSamePopulation() {
        double tau = 2;
        double p = Math.PI * tau * 0.4;
        double q = -0.7;
        double scale = (1 + p) * (1 + p) + q * q;
        Recording rate = driven(MontbrioPazoRoxin.node().with("tau", tau), "r", "V")
                .initial("r", 0.4)
                .initial("V", q)
                .run();
        Recording order = driven(Theta.node().with("tau", tau), "r", "x", "y")
                .initial("x", (1 - p * p - q * q) / scale)
                .initial("y", 2 * q / scale)
                .run();
        double[] expected = rate.get("r").column(0);
        double[] potentials = rate.get("V").column(0);
        double[] rates = order.get("r").column(0);
        double largest = 0;
        for (int k = 0; k < rates.length; k++) {
            double x = order.get("x").values()[k][0];
            double y = order.get("y").values()[k][0];
            assertThat(rates[k]).isCloseTo(expected[k], within(1e-9));
            assertThat(2 * y / ((1 + x) * (1 + x) + y * y)).isCloseTo(potentials[k], within(1e-8));
            largest = Math.max(largest, rates[k]);
        }
        assertThat(largest).as("the input wakes the population").isGreaterThan(0.5);
    }

    private static Simulation driven(Node node, String... variables) {
        return Simulation.of(Network.of(node))
                .integrator(Integrator.RK4)
                .dt(DT)
                .duration(40)
                .drive("I", t -> 3 * Math.sin(0.3 * t))
                .observe(Recorder.every(0.1, variables));
    }

    /** Where dη/dr = 0 on the branch η(r) = π² r² − J r − Δ²/(4π² r²) at Δ = τ = 1, J = 15. */
    @Test
    void restingStatesOfTheRateModelMeetAtTheAnalyticFolds() {
        assertFold(-3.136134, 0.162570, -0.978995);
        assertFold(-5.743527, 0.753920, -0.211103);
    }

    private static void assertFold(double eta, double rate, double potential) {
        VectorField field = VectorField.of(MontbrioPazoRoxin.node().with("eta", eta));
        double[] slope = new double[2];
        field.derivative(new double[] {rate, potential}, slope);
        assertThat(slope[0]).isCloseTo(0, within(1e-5));
        assertThat(slope[1]).isCloseTo(0, within(1e-4));
        double[][] jacobian = field.jacobian(new double[] {rate, potential});
        double determinant = jacobian[0][0] * jacobian[1][1] - jacobian[0][1] * jacobian[1][0];
        assertThat(determinant).isCloseTo(0, within(1e-3));
    }

    @Test
    void spikeFrequencyAdaptationDiffersFromTvbInTheScaleOfAlphaOnly() {
        Map<String, double[]> same = Map.of(
                "Delta", new double[] {1.3}, "J", new double[] {17}, "eta", new double[] {-2}, "tau_A", new double[] {7
                });
        VectorField original = VectorField.of(QifSfa.node().with(same).with("alpha", 0.6));
        VectorField tvb = VectorField.of(GastSchmidtKnoscheSf.node().with(same).with("alpha", 0.6 * 7));
        double[] state = {0.7, -1.1, 0.3, 0.2};
        double[] a = new double[4];
        double[] b = new double[4];
        original.derivative(state, a);
        tvb.derivative(state, b);
        assertThat(a).containsExactly(b, within(1e-15));
    }

    /** Gast, Schmidt, Knösche (2020) find bursts at Δ = 2, J = 15 √Δ; the period is one of SciPy's solve_ivp at rtol 1e-9. */
    @Test
    void spikeFrequencyAdaptationMakesBursts() {
        Node node = QifSfa.node().with("Delta", 2).with("J", 21.2132).with("eta", -2);
        Trajectory bursting = Trajectory.of(node.with("alpha", 1), Map.of("r", 0.1, "V", -1.0), "A", 0.01, 300, 300);
        assertThat(1000 / bursting.frequency()).isCloseTo(47.46, within(0.05));
        Trajectory still = Trajectory.of(node.with("alpha", 0), Map.of("r", 0.1, "V", -1.0), "r", 0.01, 300, 50);
        assertThat(still.max() - still.min()).isLessThan(1e-9);
    }

    /** With fast synapses g follows k π r, the assumption of the model of two variables. */
    @Test
    void conductancesWithFastSynapsesFollowTheRate() {
        Node fast = CoombesByrne.node()
                .with("Delta", 1)
                .with("v_syn", -4)
                .with("eta", 2)
                .with("alpha", 200);
        double dynamic =
                Trajectory.of(fast, Map.of("r", 0.3), "r", 0.001, 30, 1).last();
        double instant = Trajectory.of(CoombesByrne2D.node(), Map.of("r", 0.3), "r", 0.001, 30, 1)
                .last();
        assertThat(dynamic).isCloseTo(instant, within(1e-9));
    }

    /** Two populations without synapses between them are two of {@link MontbrioPazoRoxin} without recurrence. */
    @Test
    void populationsWithoutSynapsesAreIndependent() {
        VectorField pair = VectorField.of(DumontGutkin.node().with("eta_i", -2).with("Delta_i", 0.5));
        VectorField single = VectorField.of(MontbrioPazoRoxin.node()
                .with("tau", 10)
                .with("J", 0)
                .with("eta", -2)
                .with("Delta", 0.5));
        double[] slopes = new double[8];
        pair.derivative(new double[] {0.1, -0.2, 0, 0, 0.3, -0.4, 0, 0}, slopes);
        double[] expected = new double[2];
        single.derivative(new double[] {0.3, -0.4}, expected);
        assertThat(new double[] {slopes[4], slopes[5]}).containsExactly(expected, within(1e-15));
    }
}
