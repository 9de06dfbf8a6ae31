package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Node;
import dev.gyrus.core.VectorField;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WilsonCowanVariantsTest {
    private static final Node PAIR =
            WilsonCowanThreePopulation.node().with("w_ES", 0).with("w_IS", 0);

    /** Figure 11 of Wilson and Cowan (1972). */
    @Test
    void withoutSlowCellsThePublishedInputMakesACycle() {
        Trajectory cycle = Trajectory.of(PAIR.with("P_E", 1.25), Map.of("E", 0.1, "I", 0.05), "E", 0.1, 3000, 500);
        assertThat(cycle.max() - cycle.min()).isGreaterThan(0.1);
        Trajectory rest = Trajectory.of(PAIR, Map.of("E", 0.1, "I", 0.05), "E", 0.1, 500, 100);
        assertThat(rest.max()).isLessThan(1e-3);
    }

    @Test
    void withoutSlowCellsItIsTvbsModel() {
        Node tvb = WilsonCowanTvb.node()
                .with("c_ee", 16)
                .with("c_ei", 12)
                .with("c_ie", 15)
                .with("c_ii", 3)
                .with("a_e", 1.3)
                .with("b_e", 4)
                .with("a_i", 2)
                .with("b_i", 3.7)
                .with("P", 1.25);
        double[] slopes = new double[3];
        VectorField.of(PAIR.with("P_E", 1.25)).derivative(new double[] {0.2, 0.1, 0.3}, slopes);
        double[] expected = new double[2];
        VectorField.of(tvb).derivative(new double[] {0.2, 0.1}, expected);
        assertThat(slopes[0]).isCloseTo(expected[0], within(1e-15));
        assertThat(slopes[1]).isCloseTo(expected[1], within(1e-15));
    }

    /** Without loss of resources and without facilitation, synapses keep x = 1, u = U0: weights scaled by U0. */
    @Test
    void withoutPlasticityWeightsAreScaledByTheRelease() {
        Node still = WilsonCowanStp.node().with("kappa", 0).with("tau_u", 1e-6).with("U0", 0.5);
        double[] slopes = new double[6];
        VectorField.of(still).derivative(new double[] {0.3, 0.2, 1, 0.5, 1, 0.5}, slopes);
        Node plain = WilsonCowanTvb.node()
                .with("c_ee", 2.5)
                .with("c_ei", 2.5)
                .with("c_ie", 5)
                .with("c_ii", 2.5)
                .with("a_e", 1)
                .with("b_e", 2)
                .with("a_i", 2)
                .with("b_i", 2.5);
        double[] expected = new double[2];
        VectorField.of(plain).derivative(new double[] {0.3, 0.2}, expected);
        assertThat(slopes[0]).isCloseTo(expected[0], within(1e-15));
        assertThat(slopes[1]).isCloseTo(expected[1], within(1e-15));
        assertThat(slopes[2]).isZero();
    }
}
