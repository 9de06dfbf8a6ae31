package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The adaptive exponential integrate-and-fire neuron.
 *
 * <pre>
 *   C V′ = −g_L (V − E_L) + g_L Δ_T e^((V − V_T)/Δ_T) − w + I + C (μ + σ ξ)
 *   τ_w w′ = a (V − E_w) − w
 *   V &gt; V_s: V ← V_r, w ← w + b; V and w stand still for T_ref
 * </pre>
 *
 * <p>μ in mV/ms is a drive in units of voltage; σ in mV/√ms. Defaults are those of the networks behind the mean field of C.
 * Cakan, K. Obermayer, PLoS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822, without adaptation; with it a = 15 nS,
 * b = 40 pA.
 *
 * <p>Reference: R. Brette, W. Gerstner, J. Neurophysiol. 94, 2005, doi:10.1152/jn.00686.2005.
 */
public final class AdEx extends Neuron {

    /** For the service loader. */
    public AdEx() {
        super("adex");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass.Builder mass =
                Mass.named("adex").state("V", "mV", Initial.constant(-65)).state("w", "pA", Initial.constant(0));
        Mass built = Eif.parameters(mass)
                .parameter("a", 0, "nS", "subthreshold adaptation")
                .parameter("b", 0, "pA", "adaptation by each spike")
                .parameter("E_w", -80, "mV", "reversal potential of adaptation")
                .parameter("tau_w", 200, "ms", "time constant of adaptation")
                .positive()
                .equations("""
                        dV/dt = (g_L*(E_L - V) + g_L*Delta_T*exp((V - V_T)/Delta_T) - w + I)/C + mu + sigma*xi_V
                        dw/dt = (a*(V - E_w) - w)/tau_w
                        """)
                .firing(Firing.when("V > V_s").reset("V = V_r\nw += b").refractory("T_ref", "V", "w"))
                .build();
        return node(
                built,
                "V",
                "Adaptive exponential integrate-and-fire neuron",
                "Brette & Gerstner, J. Neurophysiol. 94, 2005, doi:10.1152/jn.00686.2005");
    }
}
