package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * Quadratic integrate-and-fire neurons whose synapses tire: the mean field with synaptic depression A.
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V
 *   τ dV/dt = V² − (πτr)² + η + J τ r (1 − A) + I + cr c_r + cv c_V
 *   τ_A dA/dt = B
 *   τ_A dB/dt = α r − 2 B − A
 * </pre>
 *
 * <p>Rate r (1/ms, never negative), mean potential V, depression A and its rate of change B (dimensionless);
 * {@code c_r} and {@code c_V} are the weighted sums of other nodes' r and V. Names and defaults are those of TVB's
 * {@code GastSchmidtKnosche_SD}.
 *
 * <p>Reference: Gast, Schmidt, Knösche, Neural Comput. 32, 2020, doi:10.1162/neco_a_01300.
 */
public final class GastSchmidtKnoscheSd extends Model {
    /** For the service loader. */
    public GastSchmidtKnoscheSd() {
        super("gast-schmidt-knosche-sd", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        Node.Builder node = Node.named("gast-schmidt-knosche-sd")
                .doc("quadratic integrate-and-fire neurons with synaptic depression")
                .reference(QifAdaptation.REFERENCE)
                .mass(mass());
        return Qif.listening(node).build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        Qif.SINGLE.statesIn(mass, Initial.uniform(0, 4), Initial.uniform(-3, 0.3));
        Qif.SINGLE.parametersIn(mass, 1, 2, -6).parameter("J", 21.2132, "1", "synaptic weight");
        QifAdaptation.declareIn(mass, Initial.uniform(0, 0.4), Initial.uniform(-0.2, 0.3))
                .parameter("alpha", 0.5, "ms", "depression per rate");
        return Qif.listeningIn(mass)
                .equations(Qif.SINGLE.equations("J*tau*r*(1 - A) + " + Qif.NETWORK) + QifAdaptation.equations("alpha"))
                .build();
    }
}
