package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * Quadratic integrate-and-fire neurons that tire: the mean field with spike-frequency adaptation A.
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V
 *   τ dV/dt = V² − (πτr)² + η + J τ r − A + I + cr c_r + cv c_V
 *   τ_A dA/dt = B
 *   τ_A dB/dt = α r − 2 B − A
 * </pre>
 *
 * <p>Rate r (1/ms, never negative), mean potential V, adaptation A and its rate of change B (dimensionless);
 * {@code c_r} and {@code c_V} are the weighted sums of other nodes' r and V. Names and defaults are those of TVB's
 * {@code GastSchmidtKnosche_SF}; {@link QifSfa} is the same with the original scale of α.
 *
 * <p>Reference: Gast, Schmidt, Knösche, Neural Comput. 32, 2020, doi:10.1162/neco_a_01300.
 */
public final class GastSchmidtKnoscheSf extends Model {
    /** For the service loader. */
    public GastSchmidtKnoscheSf() {
        super("gast-schmidt-knosche-sf", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        Node.Builder node = Node.named("gast-schmidt-knosche-sf")
                .doc("quadratic integrate-and-fire neurons with spike-frequency adaptation")
                .reference(QifAdaptation.REFERENCE)
                .mass(mass());
        return Qif.listening(node).build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        Qif.SINGLE.statesIn(mass, Initial.uniform(0, 2), Initial.uniform(-2, 1.5));
        Qif.SINGLE.parametersIn(mass, 1, 2, 1).parameter("J", 21.2132, "1", "synaptic weight");
        QifAdaptation.declareIn(mass, Initial.uniform(-1, 1), Initial.uniform(-1, 1))
                .parameter("alpha", 10, "ms", "adaptation per rate");
        return Qif.listeningIn(mass)
                .equations(Qif.SINGLE.equations("J*tau*r - A + " + Qif.NETWORK) + QifAdaptation.equations("alpha"))
                .build();
    }
}
