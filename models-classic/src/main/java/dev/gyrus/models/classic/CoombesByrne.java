package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The mean field of quadratic integrate-and-fire neurons with conductance-based synapses of second order.
 *
 * <pre>
 *   dr/dt = Δ/π + 2 V r − g r
 *   dV/dt = V² − π² r² + η + (v_syn − V) g + c_r
 *   dg/dt = α q
 *   dq/dt = α (k π r − g − 2 q)
 * </pre>
 *
 * <p>Rate r (never negative), mean potential V, synaptic conductance g and its rate of change q, all in 1/ms;
 * {@code c_r} is the weighted sum of other nodes' r. Names and defaults are those of TVB's {@code CoombesByrne}; its
 * documentation prints −g r² in the first equation, its code has −g r, as the derivation gives.
 *
 * <p>Reference: Coombes, Byrne, in: Nonlinear Dynamics in Computational Neuroscience, Springer, 2019,
 * doi:10.1007/978-3-319-71048-8_1.
 */
public final class CoombesByrne extends Model {
    /** For the service loader. */
    public CoombesByrne() {
        super("coombes-byrne", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("coombes-byrne")
                .doc("quadratic integrate-and-fire neurons with conductance-based synapses of second order")
                .reference(QifConductance.REFERENCE)
                .mass(mass())
                .sync(Sync.additive("r", "c_r"))
                .defaultOutput("r")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        QifConductance.statesIn(mass, Initial.uniform(0, 6), Initial.uniform(-10, 10))
                .state("g", "1/ms", Initial.uniform(1, 2))
                .state("q", "1/ms", Initial.uniform(-0.5, 0.7));
        return QifConductance.parametersIn(mass, 0.5, -10, 20)
                .parameter("alpha", 0.95, "1/ms", "inverse time constant of the synapses")
                .positive()
                .parameter(sigma("g", "1/ms"))
                .parameter(sigma("q", "1/ms"))
                .equations(QifConductance.EQUATIONS + """
                        dg/dt = alpha*q + sigma_g*xi_g
                        dq/dt = alpha*(k*pi*r - g - 2*q) + sigma_q*xi_q
                        """)
                .build();
    }
}
