package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.Map;

/**
 * The mean field of adaptive exponential integrate-and-fire neurons: rates relax to those of the transfer functions.
 *
 * <pre>
 *   T dE/dt = F_e(E, I, W_e) − E                    T dI/dt = F_i(E, I, W_i) − I
 *   dW_x/dt = −W_x/τ_wx + b_x ν_x + a_x (µ_V,x − E_L,x)/τ_wx        ν_e = E, ν_i = I
 *   d ou_drift/dt = −ou_drift/τ_OU + σ ξ
 * </pre>
 *
 * <p>Rates E and I (1/ms, never negative) and adaptation W (pA); the transfer functions F are those of
 * {@link AdexMeanField}. Both populations receive max(c_E + weight_noise·ou_drift, 0) from outside besides their
 * {@code external_input}; {@code c_E} is the weighted sum of other nodes' E. Names and defaults are those of TVB's
 * {@code ZerlautAdaptationFirstOrder}; {@code P_e0 … P_e9} and {@code P_i0 … P_i9} are the elements of its {@code P_e}
 * and {@code P_i}.
 *
 * <p>References: Zerlaut, Chemla, Chavane, Destexhe, J. Comput. Neurosci. 44, 2018, doi:10.1007/s10827-017-0668-2; di
 * Volo, Romagnoni, Capone, Destexhe, Neural Comput. 31, 2019, doi:10.1162/neco_a_01173.
 */
public final class ZerlautAdaptationFirstOrder extends Model {
    /** For the service loader. */
    public ZerlautAdaptationFirstOrder() {
        super("zerlaut-adaptation-first-order", "spiking mean field");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The model with TVB's defaults. */
    public static Node node() {
        return Node.named("zerlaut-adaptation-first-order")
                .doc("adaptive exponential integrate-and-fire neurons: mean rates")
                .reference(AdexMeanField.REFERENCE)
                .mass(mass())
                .sync(Sync.additive("E", "c_E"))
                .defaultOutput("E")
                .build();
    }

    private static Mass mass() {
        return AdexMeanField.declareIn(AdexMeanField.ratesIn(Mass.named("populations")))
                .equations("""
                        Fe_ext = max(c_E + weight_noise*ou_drift, 0)
                        Fe_ext_e = Fe_ext + external_input_ex_ex
                        Fi_ext_e = external_input_ex_in
                        Fe_ext_i = Fe_ext + external_input_in_ex
                        Fi_ext_i = external_input_in_in
                        """
                        + AdexMeanField.transfer("e", "e", "E", "I")
                        + AdexMeanField.transfer("i", "i", "E", "I")
                        + """
                        dE/dt = (F_e - E)/T + sigma_E*xi_E
                        dI/dt = (F_i - I)/T + sigma_I*xi_I
                        """
                        + AdexMeanField.SLOW)
                .build();
    }
}
