package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Wilson–Cowan model whose synapses have short-term plasticity after Tsodyks and Markram: what a population n = E,
 * I sends is multiplied by its resources x_n and their release u_n.
 *
 * <pre>
 *   τ_n dn/dt = −n + (1 − k_n n) S_n(drive_n + P_n)
 *   drive_E = w_EE x_E u_E E − w_EI x_I u_I I + K_gl c_E
 *   drive_I = w_IE x_E u_E E − w_II x_I u_I I
 *   dx_n/dt = (1 − x_n)/τ_x − κ x_n u_n r n
 *   du_n/dt = (U0 − u_n)/τ_u + U0 (1 − u_n) r n
 * </pre>
 *
 * <p>E and I are active proportions of cells, which fire at {@code r} n; w_EI is the weight from I to E; {@code c_E} is
 * the weighted sum of other nodes' x_E u_E E. The sigmoids are those of {@link WilsonCowanPopulation}. Defaults are
 * those of PyRates's {@code WC_stp}, which has a pair x, u for each of its four connections: equal for connections that
 * leave the same population.
 *
 * <p>References: Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5; Tsodyks, Pawelzik, Markram,
 * Neural Comput. 10, 1998, doi:10.1162/089976698300017502.
 */
public final class WilsonCowanStp extends Model {
    private static final WilsonCowanPopulation E = new WilsonCowanPopulation("E", "excitatory cells");
    private static final WilsonCowanPopulation I = new WilsonCowanPopulation("I", "inhibitory cells");

    /** For the service loader. */
    public WilsonCowanStp() {
        super("wilson-cowan-stp", "population activity");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with PyRates's defaults. */
    public static Node node() {
        return Node.named("wilson-cowan-stp")
                .doc("Wilson–Cowan with short-term depression and facilitation of synapses")
                .reference("Tsodyks, Pawelzik, Markram, Neural Comput. 10, 1998, doi:10.1162/089976698300017502")
                .mass(mass())
                .sync(Sync.additive("sent_E", "c_E"))
                .defaultOutput("E")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("pair");
        E.declareIn(mass, 10, 1, 2);
        I.declareIn(mass, 10, 2, 2.5);
        for (String name : new String[] {"E", "I"}) {
            mass.state("x_" + name, "1", Initial.constant(1))
                    .bounded(0, 1)
                    .state("u_" + name, "1", Initial.of("U0"))
                    .bounded(0, 1);
        }
        return mass.output("sent_E", "1")
                .parameter("w_EE", 5, "1", "weight of E in E")
                .parameter("w_EI", 5, "1", "weight of I in E")
                .parameter("w_IE", 10, "1", "weight of E in I")
                .parameter("w_II", 5, "1", "weight of I in I")
                .parameter("tau_x", 100, "ms", "recovery time of resources")
                .positive()
                .parameter("tau_u", 200, "ms", "time constant of facilitation")
                .positive()
                .parameter("kappa", 0.1, "1", "share of released resources that are lost")
                .parameter("U0", 0.6, "1", "release at rest")
                .within(0, 1)
                .parameter("r", 1, "1/ms", "firing rate of active cells")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .input("c_E", "1", "Σ w x_E u_E E of other nodes")
                .equations("""
                        output sent_E = x_E*u_E*E
                        sent_I = x_I*u_I*I
                        """
                        + E.equation("w_EE*sent_E - w_EI*sent_I + K_gl*c_E")
                        + I.equation("w_IE*sent_E - w_II*sent_I")
                        + plasticity("E")
                        + plasticity("I"))
                .build();
    }

    private static String plasticity(String name) {
        return """
                dx_%1$s/dt = (1 - x_%1$s)/tau_x - kappa*x_%1$s*u_%1$s*r*%1$s
                du_%1$s/dt = (U0 - u_%1$s)/tau_u + U0*(1 - u_%1$s)*r*%1$s
                """.formatted(name);
    }
}
