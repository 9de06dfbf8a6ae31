package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The leaky integrate-and-fire neuron with excitatory and inhibitory conductances as inputs.
 *
 * <pre>C V′ = g_L (E_L − V) + g_e (E_e − V) + g_i (E_i − V) + I,   V ≥ V_th: V ← V_reset, V stands still for τ_ref</pre>
 *
 * <p>Defaults are those of the benchmark network of R. Brette et al., J. Comput. Neurosci. 23, 2007,
 * doi:10.1007/s10827-007-0038-6 (COBA).
 */
public final class ConductanceLif extends Neuron {

    /** For the service loader. */
    public ConductanceLif() {
        super("lif-conductance");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = Mass.named("lif-conductance")
                .state("V", "mV", Initial.constant(-60))
                .parameter("C", 200, "pF", "capacitance of the membrane")
                .positive()
                .parameter("g_L", 10, "nS", "leak conductance")
                .notNegative()
                .parameter("E_L", -60, "mV", "leak reversal potential")
                .parameter("E_e", 0, "mV", "excitatory reversal potential")
                .parameter("E_i", -80, "mV", "inhibitory reversal potential")
                .parameter("V_th", -50, "mV", "threshold")
                .parameter("V_reset", -60, "mV", "potential after a spike")
                .parameter("tau_ref", 5, "ms", "refractory period")
                .notNegative()
                .parameter("I", 0, "pA", "external current")
                .input("I", "pA", "current")
                .input("g_e", "nS", "excitatory conductance")
                .input("g_i", "nS", "inhibitory conductance")
                .equations("dV/dt = (g_L*(E_L - V) + g_e*(E_e - V) + g_i*(E_i - V) + I)/C")
                .firing(Firing.when("V >= V_th").reset("V = V_reset").refractory("tau_ref", "V"))
                .build();
        return node(
                mass,
                "V",
                "Leaky integrate-and-fire neuron with conductances as inputs",
                "Brette et al., J. Comput. Neurosci. 23, 2007, doi:10.1007/s10827-007-0038-6");
    }
}
