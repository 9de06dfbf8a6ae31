package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The exact mean field of all-to-all coupled quadratic integrate-and-fire (QIF) neurons with Lorentzian excitabilities.
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V
 *   τ dV/dt = V² − (πτr)² + η + J τ r + I + cr c_r + cv c_V
 * </pre>
 *
 * <p>Firing rate r (1/ms, never negative) and mean membrane potential V (dimensionless), with {@code c_r} and
 * {@code c_V} the weighted sums of other nodes' r and V. Names and defaults are those of TVB's
 * {@code MontbrioPazoRoxin}.
 *
 * <p>Reference: Montbrió, Pazó, Roxin, Phys. Rev. X 5, 2015, doi:10.1103/PhysRevX.5.021028.
 */
public final class MontbrioPazoRoxin extends Model {
    /** For the service loader. */
    public MontbrioPazoRoxin() {
        super("montbrio-pazo-roxin", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        Node.Builder node = Node.named("montbrio-pazo-roxin")
                .doc("mean field of quadratic integrate-and-fire neurons: rate and mean potential")
                .reference("Montbrió, Pazó, Roxin, Phys. Rev. X 5, 2015, doi:10.1103/PhysRevX.5.021028")
                .mass(mass());
        return Qif.listening(node).build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("qif");
        Qif.SINGLE.statesIn(mass, Initial.uniform(0, 2), Initial.uniform(-2, 1.5));
        Qif.SINGLE.parametersIn(mass, 1, 1, -5).parameter("J", 15, "1", "synaptic weight");
        return Qif.listeningIn(mass)
                .equations(Qif.SINGLE.equations("J*tau*r + " + Qif.NETWORK))
                .build();
    }
}
