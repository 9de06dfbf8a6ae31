package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The mean field of quadratic integrate-and-fire neurons with instantaneous conductance-based synapses: the model of
 * {@link CoombesByrne} with g = k π r.
 *
 * <pre>
 *   dr/dt = Δ/π + 2 V r − g r
 *   dV/dt = V² − π² r² + η + (v_syn − V) g + c_r
 * </pre>
 *
 * <p>Rate r (never negative) and mean potential V, both in 1/ms; {@code c_r} is the weighted sum of other nodes' r.
 * Names and defaults are those of TVB's {@code CoombesByrne2D}.
 *
 * <p>Reference: Coombes, Byrne, in: Nonlinear Dynamics in Computational Neuroscience, Springer, 2019,
 * doi:10.1007/978-3-319-71048-8_1.
 */
public final class CoombesByrne2D extends Model {
    /** For the service loader. */
    public CoombesByrne2D() {
        super("coombes-byrne2d", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("coombes-byrne2d")
                .doc("quadratic integrate-and-fire neurons with instantaneous conductance-based synapses")
                .reference(QifConductance.REFERENCE)
                .mass(mass())
                .sync(Sync.additive("r", "c_r"))
                .defaultOutput("r")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        QifConductance.statesIn(mass, Initial.uniform(0, 2), Initial.uniform(-2, 1.5));
        return QifConductance.parametersIn(mass, 1, -4, 2)
                .equations("g = k*pi*r\n" + QifConductance.EQUATIONS)
                .build();
    }
}
