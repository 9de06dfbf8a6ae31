package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The exponential integrate-and-fire neuron.
 *
 * <pre>
 *   C V′ = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) + I + C (μ + σ ξ),
 *   V &gt; V_s: V ← V_r, V stands still for T_ref
 * </pre>
 *
 * <p>μ in mV/ms is a drive in units of voltage; σ in mV/√ms. Defaults are those of {@link AdEx}.
 *
 * <p>Reference: N. Fourcaud-Trocmé, D. Hansel, C. van Vreeswijk, N. Brunel, J. Neurosci. 23, 2003,
 * doi:10.1523/JNEUROSCI.23-37-11628.2003.
 */
public final class Eif extends Neuron {

    /** For the service loader. */
    public Eif() {
        super("eif");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = parameters(Mass.named("eif").state("V", "mV", Initial.constant(-65)))
                .equations("""
                        dV/dt = (g_L*(E_L - V) + g_L*Delta_T*exp((V - V_T)/Delta_T) + I)/C + mu + sigma*xi_V
                        """)
                .firing(Firing.when("V > V_s").reset("V = V_r").refractory("T_ref", "V"))
                .build();
        return node(
                mass,
                "V",
                "Exponential integrate-and-fire neuron",
                "Fourcaud-Trocmé et al., J. Neurosci. 23, 2003, doi:10.1523/JNEUROSCI.23-37-11628.2003");
    }

    /** What the neurons of this family share. */
    static Mass.Builder parameters(Mass.Builder mass) {
        return mass.parameter("C", 200, "pF", "capacitance of the membrane")
                .positive()
                .parameter("g_L", 10, "nS", "leak conductance")
                .notNegative()
                .parameter("E_L", -65, "mV", "leak reversal potential")
                .parameter("V_T", -50, "mV", "potential at which the exponential takes over")
                .parameter("Delta_T", 1.5, "mV", "sharpness of the spike's start")
                .positive()
                .parameter("V_s", -40, "mV", "potential that counts as a spike")
                .parameter("V_r", -70, "mV", "potential after a spike")
                .parameter("T_ref", 1.5, "ms", "refractory period")
                .notNegative()
                .parameter("mu", 0, "mV/ms", "external drive")
                .parameter("sigma", 0, "mV/√ms", "intensity of white noise, private to each neuron")
                .notNegative()
                .parameter("I", 0, "pA", "external current")
                .input("I", "pA", "current")
                .input("mu", "mV/ms", "drive");
    }
}
