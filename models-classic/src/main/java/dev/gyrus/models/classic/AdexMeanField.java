package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;

/**
 * What the mean fields of adaptive exponential integrate-and-fire (AdEx) neurons with conductance-based synapses share:
 * the rate F at which a population of excitatory (x = e) or inhibitory (x = i) cells fires at presynaptic rates E and
 * I.
 *
 * <pre>
 *   f_e = (E + 10⁻⁶) (1 − g) p_e N + F_e,ext K_e      f_i = (I + 10⁻⁶) g p_i N + F_i,ext K_i
 *   µ_G = g_L + Q_e τ_e f_e + Q_i τ_i f_i             τ_m = C_m/µ_G
 *   µ_V = (Q_e τ_e f_e E_e + Q_i τ_i f_i E_i + g_L E_L − W)/µ_G
 *   v_y = f_y (Q_y τ_y (E_y − µ_V)/µ_G)²              y = e, i
 *   σ_V² = Σ_y v_y/(τ_y + τ_m)/2                      τ_V = Σ_y v_y / Σ_y v_y/(τ_y + τ_m)
 *   F = erfc((θ − µ_V)/(√2 σ_V))/(2 τ_V)
 * </pre>
 *
 * <p>The effective threshold θ is a quadratic polynomial P in (µ_V + 60 mV)/10 mV, (σ_V − 4 mV)/6 mV and τ_V g_L/C_m −
 * 0.5, fitted to neurons; its coefficients stand in the order 1, V, S, T, V², S², T², V S, V T, S T.
 *
 * <p>References: Zerlaut, Chemla, Chavane, Destexhe, J. Comput. Neurosci. 44, 2018, doi:10.1007/s10827-017-0668-2; di
 * Volo, Romagnoni, Capone, Destexhe, Neural Comput. 31, 2019, doi:10.1162/neco_a_01173.
 */
final class AdexMeanField {
    /** Where it is published. */
    static final String REFERENCE = "Zerlaut, Chemla, Chavane, Destexhe, J. Comput. Neurosci. 44, 2018,"
            + " doi:10.1007/s10827-017-0668-2; di Volo, Romagnoni, Capone, Destexhe, Neural Comput. 31, 2019,"
            + " doi:10.1162/neco_a_01173";

    /** Adaptation and drift; µ_V_e and µ_V_i are those of {@link #transfer} at the present rates. */
    static final String SLOW = """
            dW_e/dt = -W_e/tau_w_e + b_e*E + a_e*(mu_V_e - E_L_e)/tau_w_e + sigma_W_e*xi_W_e
            dW_i/dt = -W_i/tau_w_i + b_i*I + a_i*(mu_V_i - E_L_i)/tau_w_i + sigma_W_i*xi_W_i
            dou_drift/dt = -ou_drift/tau_OU + sigma_ou_drift*xi_ou_drift
            """;

    private static final double[] EXCITATORY = {
        -0.04983106,
        0.005063550882777035,
        -0.023470121807314552,
        0.0022951513725067503,
        -0.0004105302652029825,
        0.010547051343547399,
        -0.03659252821136933,
        0.007437487505797858,
        0.001265064721846073,
        -0.04072161294490446
    };
    private static final double[] INHIBITORY = {
        -0.05149122024209484,
        0.004003689190271077,
        -0.008352013668528155,
        0.0002414237992765705,
        -0.0005070645080016026,
        0.0014345394104282397,
        -0.014686689498949967,
        0.004502706285435741,
        0.0028472190352532454,
        -0.015357804594594548
    };

    private AdexMeanField() {}

    /** Adds the rates. */
    static Mass.Builder ratesIn(Mass.Builder mass) {
        for (String name : new String[] {"E", "I"}) {
            mass.state(name, "1/ms", Initial.uniform(0.001, 0.25))
                    .bounded(0, Double.POSITIVE_INFINITY)
                    .parameter(Model.sigma(name, "1/ms"));
        }
        return mass;
    }

    /** Adds adaptation, drift, parameters and the input. */
    static Mass.Builder declareIn(Mass.Builder mass) {
        mass.state("W_e", "pA", Initial.uniform(0, 200))
                .state("W_i", "pA", Initial.constant(0))
                .state("ou_drift", "1/ms", Initial.constant(0))
                .parameter("g_L", 10, "nS", "leak conductance")
                .positive()
                .parameter("E_L_e", -65, "mV", "leak reversal potential of e")
                .parameter("E_L_i", -65, "mV", "leak reversal potential of i")
                .parameter("C_m", 200, "pF", "membrane capacitance")
                .positive()
                .parameter("b_e", 60, "pA", "adaptation of e per spike")
                .parameter("a_e", 4, "nS", "adaptation of e per potential")
                .parameter("b_i", 0, "pA", "adaptation of i per spike")
                .parameter("a_i", 0, "nS", "adaptation of i per potential")
                .parameter("tau_w_e", 500, "ms", "time constant of e's adaptation")
                .positive()
                .parameter("tau_w_i", 1, "ms", "time constant of i's adaptation")
                .positive()
                .parameter("E_e", 0, "mV", "reversal potential of excitatory synapses")
                .parameter("E_i", -80, "mV", "reversal potential of inhibitory synapses")
                .parameter("Q_e", 1.5, "nS", "excitatory conductance per spike")
                .parameter("Q_i", 5, "nS", "inhibitory conductance per spike")
                .parameter("tau_e", 5, "ms", "decay time of excitatory conductances")
                .positive()
                .parameter("tau_i", 5, "ms", "decay time of inhibitory conductances")
                .positive()
                .parameter("N_tot", 10_000, "1", "number of cells")
                .positive()
                .parameter("p_connect_e", 0.05, "1", "probability of connections from e")
                .within(0, 1)
                .parameter("p_connect_i", 0.05, "1", "probability of connections from i")
                .within(0, 1)
                .parameter("g", 0.2, "1", "share of inhibitory cells")
                .within(0, 1)
                .parameter("K_ext_e", 400, "1", "excitatory connections from outside, per cell")
                .notNegative()
                .parameter("K_ext_i", 0, "1", "inhibitory connections from outside, per cell")
                .notNegative()
                .parameter("T", 20, "ms", "time scale of the mean field")
                .positive()
                .parameter("external_input_ex_ex", 0, "1/ms", "excitatory input to e")
                .parameter("external_input_ex_in", 0, "1/ms", "inhibitory input to e")
                .parameter("external_input_in_ex", 0, "1/ms", "excitatory input to i")
                .parameter("external_input_in_in", 0, "1/ms", "inhibitory input to i")
                .parameter("tau_OU", 5, "ms", "time constant of the drift")
                .positive()
                .parameter("weight_noise", 10.5, "1", "weight of the drift in the input")
                .parameter("S_i", 1, "1", "weight of other nodes in i; bears on the second order only")
                .parameter(Model.sigma("W_e", "pA"))
                .parameter(Model.sigma("W_i", "pA"))
                .parameter(Model.sigma("ou_drift", "1/ms"))
                .input("c_E", "1/ms", "Σ w E of other nodes");
        for (int k = 0; k < EXCITATORY.length; k++) {
            mass.parameter("P_e" + k, EXCITATORY[k], "V", "coefficient " + k + " of e's threshold");
        }
        for (int k = 0; k < INHIBITORY.length; k++) {
            mass.parameter("P_i" + k, INHIBITORY[k], "V", "coefficient " + k + " of i's threshold");
        }
        return mass;
    }

    /**
     * Defines {@code F_name} and what leads to it, such as {@code mu_V_name}; reads {@code Fe_ext_x} and
     * {@code Fi_ext_x}.
     *
     * @param x the population: e or i
     * @param excitatory expression of E
     * @param inhibitory expression of I
     */
    static String transfer(String name, String x, String excitatory, String inhibitory) {
        return """
                fe_%1$s = (%3$s + 1e-6)*(1 - g)*p_connect_e*N_tot + Fe_ext_%2$s*K_ext_e
                fi_%1$s = (%4$s + 1e-6)*g*p_connect_i*N_tot + Fi_ext_%2$s*K_ext_i
                mu_Ge_%1$s = Q_e*tau_e*fe_%1$s
                mu_Gi_%1$s = Q_i*tau_i*fi_%1$s
                mu_G_%1$s = g_L + mu_Ge_%1$s + mu_Gi_%1$s
                tau_m_%1$s = C_m/mu_G_%1$s
                mu_V_%1$s = (mu_Ge_%1$s*E_e + mu_Gi_%1$s*E_i + g_L*E_L_%2$s - W_%2$s)/mu_G_%1$s
                v_e_%1$s = fe_%1$s*(Q_e/mu_G_%1$s*(E_e - mu_V_%1$s)*tau_e)^2
                v_i_%1$s = fi_%1$s*(Q_i/mu_G_%1$s*(E_i - mu_V_%1$s)*tau_i)^2
                v_%1$s = v_e_%1$s/(tau_e + tau_m_%1$s) + v_i_%1$s/(tau_i + tau_m_%1$s)
                sigma_V_%1$s = sqrt(v_%1$s/2)
                tau_V_%1$s = (v_e_%1$s + v_i_%1$s)/v_%1$s
                normal_mu_%1$s = (mu_V_%1$s + 60)/10
                normal_sigma_%1$s = (sigma_V_%1$s - 4)/6
                normal_tau_%1$s = tau_V_%1$s*g_L/C_m - 0.5
                linear_%1$s = P_%2$s0 + P_%2$s1*normal_mu_%1$s + P_%2$s2*normal_sigma_%1$s + P_%2$s3*normal_tau_%1$s
                square_%1$s = P_%2$s4*normal_mu_%1$s^2 + P_%2$s5*normal_sigma_%1$s^2 + P_%2$s6*normal_tau_%1$s^2
                mixed_mu_%1$s = normal_mu_%1$s*(P_%2$s7*normal_sigma_%1$s + P_%2$s8*normal_tau_%1$s)
                mixed_%1$s = mixed_mu_%1$s + P_%2$s9*normal_sigma_%1$s*normal_tau_%1$s
                theta_%1$s = linear_%1$s + square_%1$s + mixed_%1$s
                F_%1$s = erfc((theta_%1$s - mu_V_%1$s)/(sqrt(2)*sigma_V_%1$s))/(2*tau_V_%1$s)
                """.formatted(name, x, excitatory, inhibitory);
    }
}
