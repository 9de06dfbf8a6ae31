package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The exact mean field of all-to-all coupled quadratic integrate-and-fire (QIF) neurons with Lorentzian excitabilities.
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V
 *   τ dV/dt = V² − (πτr)² + η + J τ r + I + cr c_r + cv c_V
 * </pre>
 *
 * <p>Firing rate r (1/ms, never negative) and mean membrane potential V (dimensionless), with {@code c_r} and {@code c_V} the weighted sums
 * of other nodes' r and V. Names and defaults are those of TVB's {@code MontbrioPazoRoxin}.
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
        return Node.named("montbrio-pazo-roxin")
                .doc("mean field of quadratic integrate-and-fire neurons: rate and mean potential")
                .reference("Montbrió, Pazó, Roxin, Phys. Rev. X 5, 2015, doi:10.1103/PhysRevX.5.021028")
                .mass(mass())
                .sync(Sync.additive("r", "c_r"))
                .sync(Sync.additive("V", "c_V"))
                .defaultOutput("r")
                .build();
    }

    private static Mass mass() {
        return Mass.named("qif")
                .state("r", "1/ms", Initial.uniform(0, 2))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("V", "1", Initial.uniform(-2, 1.5))
                .parameter("tau", 1, "ms", "membrane time constant")
                .positive()
                .parameter("I", 0, "1", "external input")
                .parameter("Delta", 1, "1", "half width of the excitabilities")
                .notNegative()
                .parameter("J", 15, "1", "synaptic weight")
                .parameter("eta", -5, "1", "centre of the excitabilities")
                .parameter("cr", 1, "ms", "weight of other nodes' rates")
                .parameter("cv", 0, "1", "weight of other nodes' potentials")
                .parameter(sigma("r", "1/ms"))
                .parameter(sigma("V", "1"))
                .input("c_r", "1/ms", "Σ w r of other nodes")
                .input("c_V", "1", "Σ w V of other nodes")
                .equations("""
                        dr/dt = (Delta/(pi*tau) + 2*V*r)/tau + sigma_r*xi_r
                        dV/dt = (V^2 - (pi*tau*r)^2 + eta + J*tau*r + I + cr*c_r + cv*c_V)/tau + sigma_V*xi_V
                        """)
                .build();
    }
}
