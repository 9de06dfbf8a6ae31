package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * The neuron of Hodgkin and Huxley, with the squid axon's rest at −65 mV.
 *
 * <pre>
 *   C V′ = g_Na m³ h (E_Na − V) + g_K n⁴ (E_K − V) + g_L (E_L − V) + I
 *   y′ = α_y(V) (1 − y) − β_y(V) y     for y = m, h, n
 * </pre>
 *
 * <p>A spike is an upward crossing of V_th from one sample to the next; nothing is reset. Capacitance and conductances are those of
 * 20 000 μm² of membrane, at 1 μF/cm²; a current of 10 μA/cm² is 2000 pA.
 *
 * <p>Reference: A. L. Hodgkin, A. F. Huxley, J. Physiol. 117, 1952, doi:10.1113/jphysiol.1952.sp004764.
 */
public final class HodgkinHuxley extends Neuron {

    /** For the service loader. */
    public HodgkinHuxley() {
        super("hodgkin-huxley");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The neuron with its default parameters. */
    public static Node node() {
        Mass mass = Mass.named("hodgkin-huxley")
                .state("V", "mV", Initial.constant(-65))
                .state("m", "1", Initial.constant(0.0529))
                .state("h", "1", Initial.constant(0.5961))
                .state("n", "1", Initial.constant(0.3177))
                .hold("V_before", "mV", Initial.constant(-65))
                .parameter("C", 200, "pF", "capacitance of the membrane")
                .positive()
                .parameter("g_Na", 24000, "nS", "largest conductance of sodium")
                .notNegative()
                .parameter("g_K", 7200, "nS", "largest conductance of potassium")
                .notNegative()
                .parameter("g_L", 60, "nS", "leak conductance")
                .notNegative()
                .parameter("E_Na", 50, "mV", "reversal potential of sodium")
                .parameter("E_K", -77, "mV", "reversal potential of potassium")
                .parameter("E_L", -54.387, "mV", "leak reversal potential")
                .parameter("V_th", 0, "mV", "potential whose upward crossing is a spike")
                .parameter("I", 0, "pA", "external current")
                .input("I", "pA", "current")
                .equations("""
                        u_m = (V + 40[mV])/10[mV]
                        u_n = (V + 55[mV])/10[mV]
                        alpha_m = 1[kHz]*where(abs(u_m) < 1e-5, 1 + u_m/2, u_m/(1 - exp(-u_m)))
                        alpha_n = 0.1[kHz]*where(abs(u_n) < 1e-5, 1 + u_n/2, u_n/(1 - exp(-u_n)))
                        alpha_h = 0.07[kHz]*exp(-(V + 65[mV])/20[mV])
                        beta_m = 4[kHz]*exp(-(V + 65[mV])/18[mV])
                        beta_n = 0.125[kHz]*exp(-(V + 65[mV])/80[mV])
                        beta_h = 1[kHz]/(1 + exp(-(V + 35[mV])/10[mV]))
                        dV/dt = (g_Na*m^3*h*(E_Na - V) + g_K*n^4*(E_K - V) + g_L*(E_L - V) + I)/C
                        dm/dt = alpha_m*(1 - m) - beta_m*m
                        dh/dt = alpha_h*(1 - h) - beta_h*h
                        dn/dt = alpha_n*(1 - n) - beta_n*n
                        hold V_before = V
                        """)
                .firing(Firing.when("V >= V_th and V_before < V_th"))
                .build();
        return node(
                mass,
                "V",
                "Hodgkin and Huxley's squid axon",
                "Hodgkin & Huxley, J. Physiol. 117, 1952, doi:10.1113/jphysiol.1952.sp004764");
    }
}
