package dev.gyrus.models.classic;

import dev.gyrus.core.Node;
import java.util.Map;

/**
 * An excitatory and an inhibitory population with NMDA and GABA synapses, the dynamic mean field model.
 *
 * <pre>
 *   dS_e/dt = −S_e/τ_e + (1 − S_e) γ_e H(x_e; a_e, b_e, d_e)
 *   dS_i/dt = −S_i/τ_i + γ_i H(x_i; a_i, b_i, d_i)
 *   x_e = w_p J_N S_e − J_i S_i + W_e I_o + G J_N c_S_e + I_ext
 *   x_i = J_N S_e − S_i + W_i I_o + λ G J_N c_S_e
 *   H(x; a, b, d) = (a x − b)/(1 − exp(−d (a x − b)))
 * </pre>
 *
 * <p>S_e and S_i, the open fractions of synapses, stay within 0 … 1; the holds H_e and H_i are the rates (Hz); {@code
 * c_S_e} is the weighted sum of other nodes' S_e. Names (also {@code lamda}) and defaults are those of TVB's {@code
 * ReducedWongWangExcInh}; TVB's γ are in s/ms: they take rates in Hz to changes per ms.
 *
 * <p>Reference: Deco, Ponce-Alvarez, Hagmann, Romani, Mantini, Corbetta, J. Neurosci. 34, 2014,
 * doi:10.1523/JNEUROSCI.5068-13.2014.
 */
public final class ReducedWongWangExcInh extends Model {
    /** For the service loader. */
    public ReducedWongWangExcInh() {
        super("reduced-wong-wang-exc-inh", "synaptic gating");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return ExcitatoryInhibitoryWongWang.withoutGain(Node.named("reduced-wong-wang-exc-inh")
                        .doc("excitatory population with NMDA and inhibitory population with GABA synapses")
                        .reference("Deco et al., J. Neurosci. 34, 2014, doi:10.1523/JNEUROSCI.5068-13.2014"))
                .build();
    }
}
