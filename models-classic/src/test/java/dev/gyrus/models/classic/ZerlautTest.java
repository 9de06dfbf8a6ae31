package dev.gyrus.models.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Recorder;
import dev.gyrus.core.Recording;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Variable;
import dev.gyrus.core.VectorField;
import org.junit.jupiter.api.Test;

class ZerlautTest {
    private static final double DRIVE = 0.0025;

    /** The covariance at rest solves A C + C Aᵀ + D = 0 with A the Jacobian of the rates: the linear-noise approximation. */
    @Test
    void covariancesAtRestAreThoseOfLinearNoise() {
        Node second = driven(ZerlautAdaptationSecondOrder.node(ZerlautAdaptationSecondOrder.Variant.PUBLISHED))
                .with("N_tot", 1e7)
                .with("p_connect_e", 5e-5)
                .with("p_connect_i", 5e-5);
        Recording rest = settle(second, "E", "I", "C_ee", "C_ei", "C_ii", "W_e", "W_i", "ou_drift");
        Node first = driven(ZerlautAdaptationFirstOrder.node());
        double[] rates = {last(rest, "E"), last(rest, "I"), last(rest, "W_e"), last(rest, "W_i"), last(rest, "ou_drift")
        };
        VectorField field = VectorField.of(first);
        assertThat(field.states()).first().isEqualTo("populations.E");
        double[][] a = field.jacobian(rates);
        double[][] c = {{last(rest, "C_ee"), last(rest, "C_ei")}, {last(rest, "C_ei"), last(rest, "C_ii")}};
        double[] cells = {0.8e7, 0.2e7};
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double drift = 0;
                double size = 0;
                for (int k = 0; k < 2; k++) {
                    drift += a[i][k] * c[k][j] + c[i][k] * a[j][k];
                    size += Math.abs(a[i][k] * c[k][j]) + Math.abs(c[i][k] * a[j][k]);
                }
                // At rest the transfer functions return the rates.
                double noise = i == j ? rates[i] * (1.0 / 20 - rates[i]) / cells[i] / 20 : 0;
                assertThat((drift + noise) / size).as("%d, %d", i, j).isCloseTo(0, within(1e-3));
            }
        }
        assertThat(c[0][0]).isPositive();
        assertThat(c[0][0] * c[1][1]).isGreaterThan(c[0][1] * c[0][1]);
    }

    @Test
    void manyCellsFireAsWithoutCovariances() {
        Node many = driven(ZerlautAdaptationSecondOrder.node(ZerlautAdaptationSecondOrder.Variant.PUBLISHED))
                .with("N_tot", 1e7)
                .with("p_connect_e", 5e-5)
                .with("p_connect_i", 5e-5);
        double first = last(settle(driven(ZerlautAdaptationFirstOrder.node()), "E"), "E");
        assertThat(last(settle(many, "E"), "E")).isCloseTo(first, within(1e-3 * first));
        assertThat(first).as("irregular activity of some Hz").isBetween(0.0005, 0.03);
    }

    private static Node driven(Node node) {
        return node.with("external_input_ex_ex", DRIVE).with("external_input_in_ex", DRIVE);
    }

    private static Recording settle(Node node, String... variables) {
        Simulation simulation = Simulation.of(Network.of(node))
                .dt(0.5)
                .duration(8000)
                .initial("E", 0.005)
                .initial("I", 0.01);
        for (Variable variable : node.masses().get(0).variables()) {
            if (variable.name().startsWith("C_")) {
                simulation = simulation.initial(variable.name(), 0);
            }
        }
        return simulation.observe(Recorder.every(8000, variables)).run();
    }

    private static double last(Recording recording, String variable) {
        return recording.get(variable).values()[0][0];
    }
}
