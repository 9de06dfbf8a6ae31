package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The quadratic integrate-and-fire neuron, dimensionless but for time.
 *
 * <pre>τ V′ = V² + η + I,   V ≥ V_th: V ← V_reset</pre>
 *
 * <p>With V_th = −V_reset → ∞ a constant η &gt; 0 gives the rate √η/(π τ). The population of such neurons with a Lorentzian
 * distribution of η is what {@code montbrio-pazo-roxin} is the mean field of.
 *
 * <p>Reference: G. B. Ermentrout, N. Kopell, SIAM J. Appl. Math. 46, 1986, doi:10.1137/0146017.
 */
public final class Qif extends Neuron {

    /** For the service loader. */
    public Qif() {
        super("qif");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = Mass.named("qif")
                .state("V", "1", Initial.constant(0))
                .parameter("tau", 10, "ms", "time constant of the membrane")
                .positive()
                .parameter("eta", 1, "1", "excitability")
                .parameter("V_th", 100, "1", "threshold")
                .parameter("V_reset", -100, "1", "potential after a spike")
                .parameter("tau_ref", 0, "ms", "refractory period")
                .notNegative()
                .input("I", "1", "current")
                .equations("dV/dt = (V^2 + eta + I)/tau")
                .firing(Firing.when("V >= V_th").reset("V = V_reset").refractory("tau_ref", "V"))
                .build();
        return node(
                mass,
                "V",
                "Quadratic integrate-and-fire neuron",
                "Ermentrout & Kopell, SIAM J. Appl. Math. 46, 1986, doi:10.1137/0146017");
    }
}
