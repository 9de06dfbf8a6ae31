package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The leaky integrate-and-fire neuron, driven by a current through its membrane resistance.
 *
 * <pre>τ V′ = −(V − V_rest) + R I,   V ≥ V_th: V ← V_reset, V stands still for τ_ref</pre>
 *
 * <p>V in mV, R in GΩ, I in pA. Names and defaults are those of BrainPy's {@code LifRef}, with R = 1.
 *
 * <p>Reference: L. F. Abbott, Brain Res. Bull. 50, 1999, doi:10.1016/S0361-9230(99)00161-6.
 */
public final class Lif extends Neuron {

    /** For the service loader. */
    public Lif() {
        super("lif");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = Mass.named("lif")
                .state("V", "mV", Initial.constant(-60))
                .parameter("V_rest", -60, "mV", "resting potential")
                .parameter("V_th", -50, "mV", "threshold")
                .parameter("V_reset", -60, "mV", "potential after a spike")
                .parameter("tau", 20, "ms", "time constant of the membrane")
                .positive()
                .parameter("R", 1, "GΩ", "membrane resistance")
                .parameter("tau_ref", 5, "ms", "refractory period")
                .notNegative()
                .parameter("I", 0, "pA", "external current")
                .input("I", "pA", "current")
                .equations("dV/dt = (V_rest - V + R*I)/tau")
                .firing(Firing.when("V >= V_th").reset("V = V_reset").refractory("tau_ref", "V"))
                .build();
        return node(
                mass,
                "V",
                "Leaky integrate-and-fire neuron with a membrane resistance",
                "Abbott, Brain Res. Bull. 50, 1999, doi:10.1016/S0361-9230(99)00161-6");
    }
}
