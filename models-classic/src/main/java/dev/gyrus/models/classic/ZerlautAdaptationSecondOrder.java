package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;
import java.util.List;
import java.util.Map;

/**
 * The mean field of adaptive exponential integrate-and-fire neurons with the covariances of rates in finite
 * populations.
 *
 * <pre>
 *   T dν_x/dt = F_x − ν_x + ½ Σ_yz C_yz ∂²F_x/∂ν_y ∂ν_z                       ν_e = E, ν_i = I
 *   T dC_xy/dt = δ_xy F_x (1/T − F_x)/N_x + (F_x − ν_x)(F_y − ν_y) + Σ_z (C_xz ∂F_y/∂ν_z + C_yz ∂F_x/∂ν_z) − 2 C_xy
 * </pre>
 *
 * <p>Covariances C are in 1/ms², N_e = (1 − g) N, N_i = g N; adaptation, drift and transfer functions F are those of
 * {@link ZerlautAdaptationFirstOrder}, save that i receives max(S_i c_E + external_input_in_ex + weight_noise·ou_drift,
 * 0). F is differentiated by central differences of 5·10⁻⁷/ms + 10⁻⁴ ν, within the 10⁻⁶/ms by which F stays away from
 * silence.
 *
 * <p>Names and defaults are those of TVB's {@code ZerlautAdaptationSecondOrder}. What it computes differs twice, which
 * {@link Variant#TVB} offers: it divides rates in 1/ms by differences in Hz, so that first derivatives are too small by
 * 10³ and second ones by 10⁶; and in dC_ei/dt it exchanges ∂F_i/∂E with ∂F_e/∂E and ∂F_e/∂I with ∂F_i/∂I.
 *
 * <p>References: El Boustani, Destexhe, Neural Comput. 21, 2009, doi:10.1162/neco.2009.02-08-710; di Volo, Romagnoni,
 * Capone, Destexhe, Neural Comput. 31, 2019, doi:10.1162/neco_a_01173.
 */
public final class ZerlautAdaptationSecondOrder extends Model {
    /** How covariances are computed. */
    public enum Variant {
        /** As the equations above say. */
        PUBLISHED,
        /** As TVB computes them. */
        TVB
    }

    /** For the service loader. */
    public ZerlautAdaptationSecondOrder() {
        super("zerlaut-adaptation-second-order", "spiking mean field");
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("variant", "covariances as derived, or as TVB computes them", List.of("published", "tvb")));
    }

    @Override
    public Node node(Map<String, String> options) {
        boolean tvb = options.getOrDefault("variant", "published").equals("tvb");
        return node(tvb ? Variant.TVB : Variant.PUBLISHED);
    }

    /** The model with TVB's defaults. */
    public static Node node(Variant variant) {
        return Node.named("zerlaut-adaptation-second-order")
                .doc("adaptive exponential integrate-and-fire neurons: mean rates and their covariances")
                .reference(AdexMeanField.REFERENCE)
                .mass(mass(variant == Variant.TVB))
                .sync(Sync.additive("E", "c_E"))
                .defaultOutput("E")
                .build();
    }

    private static Mass mass(boolean tvb) {
        Mass.Builder mass = AdexMeanField.ratesIn(Mass.named("populations"))
                .state("C_ee", "1/ms^2", Initial.uniform(0, 0.5e-3))
                .state("C_ei", "1/ms^2", Initial.uniform(-0.5e-3, 0.5e-3))
                .state("C_ii", "1/ms^2", Initial.uniform(0, 0.5e-3))
                .parameter(sigma("C_ee", "1/ms^2"))
                .parameter(sigma("C_ei", "1/ms^2"))
                .parameter(sigma("C_ii", "1/ms^2"));
        return AdexMeanField.declareIn(mass)
                .equations("""
                        Fe_ext_e = max(c_E + external_input_ex_ex + weight_noise*ou_drift, 0)
                        Fi_ext_e = external_input_ex_in
                        Fe_ext_i = max(S_i*c_E + external_input_in_ex + weight_noise*ou_drift, 0)
                        Fi_ext_i = external_input_in_in
                        h_E = 5e-7 + 1e-4*E
                        h_I = 5e-7 + 1e-4*I
                        """
                        + (tvb ? "scale = 1e-3\n" : "scale = 1\n")
                        + differentiated("e")
                        + differentiated("i")
                        + (tvb
                                ? "B_ei = C_ee*F_e_e + C_ei*(F_i_e + F_e_i) + C_ii*F_i_i\n"
                                : "B_ei = C_ee*F_i_e + C_ei*(F_i_i + F_e_e) + C_ii*F_e_i\n")
                        + """
                        dE/dt = (F_e - E + (C_ee*F_e_ee + C_ii*F_e_ii)/2 + C_ei*F_e_ei)/T + sigma_E*xi_E
                        dI/dt = (F_i - I + (C_ee*F_i_ee + C_ii*F_i_ii)/2 + C_ei*F_i_ei)/T + sigma_I*xi_I
                        A_ee = F_e*(1/T - F_e)/(N_tot*(1 - g)) + (F_e - E)^2
                        A_ii = F_i*(1/T - F_i)/(N_tot*g) + (F_i - I)^2
                        B_ee = C_ee*F_e_e + C_ei*F_e_i
                        B_ii = C_ii*F_i_i + C_ei*F_i_e
                        dC_ee/dt = (A_ee + 2*B_ee - 2*C_ee)/T + sigma_C_ee*xi_C_ee
                        dC_ei/dt = ((F_e - E)*(F_i - I) + B_ei - 2*C_ei)/T + sigma_C_ei*xi_C_ei
                        dC_ii/dt = (A_ii + 2*B_ii - 2*C_ii)/T + sigma_C_ii*xi_C_ii
                        """
                        + AdexMeanField.SLOW)
                .build();
    }

    /** F_x of a population, its first derivatives F_x_y and second ones F_x_yz. */
    private static String differentiated(String x) {
        String[] excitatory = {"E", "(E + h_E)", "(E - h_E)"};
        String[] inhibitory = {"I", "(I + h_I)", "(I - h_I)"};
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                String name = i + j == 0 ? x : x + i + j;
                text.append(AdexMeanField.transfer(name, x, excitatory[i], inhibitory[j]));
            }
        }
        return text.append("""
                F_%1$s_e = scale*(F_%1$s10 - F_%1$s20)/(2*h_E)
                F_%1$s_i = scale*(F_%1$s01 - F_%1$s02)/(2*h_I)
                F_%1$s_ee = scale^2*(F_%1$s10 - 2*F_%1$s + F_%1$s20)/h_E^2
                F_%1$s_ii = scale^2*(F_%1$s01 - 2*F_%1$s + F_%1$s02)/h_I^2
                F_%1$s_ei = scale^2*(F_%1$s11 - F_%1$s12 - F_%1$s21 + F_%1$s22)/(4*h_E*h_I)
                """.formatted(x)).toString();
    }
}
