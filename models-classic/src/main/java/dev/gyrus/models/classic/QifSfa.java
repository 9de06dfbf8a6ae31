package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * Quadratic integrate-and-fire neurons with spike-frequency adaptation A, in the scale of the original publication.
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V
 *   τ dV/dt = V² − (πτr)² + η + J τ r − A + I + cr c_r + cv c_V
 *   dA/dt = B/τ_A
 *   dB/dt = α r − (2 B + A)/τ_A
 * </pre>
 *
 * <p>Rate r (1/ms, never negative), mean potential V, adaptation A and its rate of change B (dimensionless);
 * {@code c_r} and {@code c_V} are the weighted sums of other nodes' r and V. Defaults are those of PyRates's
 * {@code qif_sfa}. {@link GastSchmidtKnoscheSf}, as TVB has it, is the same model with τ_A α in place of α and other
 * defaults.
 *
 * <p>Reference: Gast, Schmidt, Knösche, Neural Comput. 32, 2020, doi:10.1162/neco_a_01300.
 */
public final class QifSfa extends Model {
    /** For the service loader. */
    public QifSfa() {
        super("qif-sfa", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with PyRates's defaults. */
    public static Node node() {
        Node.Builder node = Node.named("qif-sfa")
                .doc("quadratic integrate-and-fire neurons with spike-frequency adaptation, in the original scale")
                .reference(QifAdaptation.REFERENCE)
                .mass(mass());
        return Qif.listening(node).build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        Qif.SINGLE.statesIn(mass, Initial.constant(0.01), Initial.constant(-2));
        Qif.SINGLE.parametersIn(mass, 1, 1, -5).parameter("J", 15, "1", "synaptic weight");
        QifAdaptation.declareIn(mass, Initial.constant(0), Initial.constant(0))
                .parameter("alpha", 0.5, "1", "adaptation per spike");
        return Qif.listeningIn(mass)
                .equations(
                        Qif.SINGLE.equations("J*tau*r - A + " + Qif.NETWORK) + QifAdaptation.equations("alpha*tau_A"))
                .build();
    }
}
