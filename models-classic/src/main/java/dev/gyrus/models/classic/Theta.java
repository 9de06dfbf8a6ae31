package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * Theta neurons with Lorentzian excitabilities: the complex Kuramoto order parameter z = x + i y of their phases.
 *
 * <pre>
 *   2 τ dz/dt = (z + 1)² (i (η + I + J τ r + cr c_r) − Δ) − i (z − 1)²
 *   πτ r = (1 − |z|²)/(1 + 2 x + |z|²)
 * </pre>
 *
 * <p>|z| ≤ 1 measures synchrony; the output r (1/ms) is the firing rate, {@code c_r} the weighted sum of other nodes'
 * r. This is the model of {@link MontbrioPazoRoxin} in other coordinates: πτ r + i V = (1 − z*)/(1 + z*). White noise
 * on z would leave the unit disc: to perturb the model, drive I.
 *
 * <p>References: Luke, Barreto, So, Neural Comput. 25, 2013, doi:10.1162/NECO_a_00525; Montbrió, Pazó, Roxin, Phys.
 * Rev. X 5, 2015, doi:10.1103/PhysRevX.5.021028.
 */
public final class Theta extends Model {
    /** For the service loader. */
    public Theta() {
        super("theta", "next generation");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with PyRates's defaults. */
    public static Node node() {
        return Node.named("theta")
                .doc("theta neurons: their complex order parameter, equivalent to montbrio-pazo-roxin")
                .reference("Luke, Barreto, So, Neural Comput. 25, 2013, doi:10.1162/NECO_a_00525")
                .mass(mass())
                .sync(Sync.additive("r", "c_r"))
                .defaultOutput("r")
                .build();
    }

    private static Mass mass() {
        return Mass.named("population")
                .state("x", "1", Initial.uniform(-0.7, 0.7))
                .state("y", "1", Initial.uniform(-0.7, 0.7))
                .output("r", "1/ms")
                .parameter("tau", 1, "ms", "membrane time constant")
                .positive()
                .parameter("I", 0, "1", "external input")
                .parameter("Delta", 1, "1", "half width of the excitabilities")
                .notNegative()
                .parameter("J", 15, "1", "synaptic weight")
                .parameter("eta", -5, "1", "centre of the excitabilities")
                .parameter("cr", 1, "ms", "weight of other nodes' rates")
                .input("c_r", "1/ms", "Σ w r of other nodes")
                .equations("""
                        r = (1 - x^2 - y^2)/((1 + 2*x + x^2 + y^2)*pi*tau)
                        drive = eta + I + J*tau*r + cr*c_r
                        plus_re = (x + 1)^2 - y^2
                        plus_im = 2*(x + 1)*y
                        minus_re = (x - 1)^2 - y^2
                        minus_im = 2*(x - 1)*y
                        dx/dt = (minus_im - Delta*plus_re - drive*plus_im)/(2*tau)
                        dy/dt = (drive*plus_re - Delta*plus_im - minus_re)/(2*tau)
                        """)
                .build();
    }
}
