package dev.gyrus.models.thalamus;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Local;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Sync;
import java.util.List;

/**
 * The thalamus: thalamocortical relay cells (TCR, index t) that excite, and are inhibited by, the thalamic reticular
 * nucleus (TRN, index r). Rebound bursts of the low-threshold calcium current make spindles.
 *
 * <pre>
 *   τ dV/dt = −I_L − I_AMPA − I_GABA − I_ext − τ (I_LK + I_T + I_h)/C_m          Q = Q_max/(1 + exp(−C1 (V − θ)/σ))
 *   d²s/dt² = γ² (N Q − s) − 2γ ds/dt                       for each kind of synapse, N Q summed over its sources
 *   I_L = g_L (V − E_L)      I_LK = g_LK (V − E_K)          I_AMPA = g_AMPA s_e (V − E_AMPA)
 *   I_GABA = g_GABA s_g (V − E_GABA)                        I_T = g_T m_∞(V)² h_T (V − E_Ca)
 *   I_h = g_h (m_h1 + g_inc m_h2) (V − E_h)                 in relay cells alone, unblocked by calcium
 * </pre>
 *
 * <p>Both populations listen to other nodes: {@code tcr.exc} and {@code trn.exc} take Σ w r, by default of other nodes'
 * relay cells; {@code Q_t} is what acts back on the cortex. Names and defaults are those of neurolib's model {@code
 * thalamus}, with one difference: there the excitatory synapses of the relay cells ({@code s_et}) have lost their decay
 * and their input, so that noise makes them wander without bound and no network can be built. Here they are synapses as
 * the others. {@code exc_ou}, with {@code exc_ou_mean}, {@code tau_ou} and {@code sigma_ou}, is a rate of background
 * input that neurolib's MultiModel has and {@code d_phi} the white noise of its native model.
 *
 * <p>Reference: Costa, Weigenand, Ngo, Marshall, Born, Martinetz, Claussen, PLOS Comput. Biol. 12, 2016,
 * doi:10.1371/journal.pcbi.1005022.
 */
public final class Thalamus {

    /** Which voltage a rate belongs to. */
    public enum Rate {
        /** That of the same sample, as in neurolib's native model: rates are functions of the state. */
        CURRENT,
        /**
         * That of the sample before, as in neurolib's MultiModel, where a rate relaxes to its function of the state by one
         * step: local connections, too, are one step slower, and rates start from zero.
         */
        PREVIOUS;

        private Mass.Builder declare(Mass.Builder mass, String name) {
            return this == CURRENT ? mass.output(name, "Hz") : mass.hold(name, "Hz", Initial.constant(0));
        }

        private String keyword() {
            return this == CURRENT ? "output" : "hold";
        }
    }

    private static final List<Parameter> SHARED = List.of(
            Parameter.of("tau", 20, "ms", "membrane time constant").positive(),
            Parameter.of("Q_max", 0.4, "kHz", "largest firing rate"),
            Parameter.of("theta", -58.5, "mV", "firing threshold"),
            Parameter.of("sigma", 6, "mV", "slope of the firing threshold").positive(),
            Parameter.of("C1", 1.8137993642, "1", "scale of the firing threshold's slope: π/√3"),
            Parameter.of("C_m", 1, "µF/cm²", "membrane capacitance").positive(),
            Parameter.of("gamma_e", 0.07, "1/ms", "rate constant of excitatory synapses"),
            Parameter.of("gamma_r", 0.1, "1/ms", "rate constant of inhibitory synapses"),
            Parameter.of("g_L", 1, "1", "leak"),
            Parameter.of("g_GABA", 1, "ms", "weight of inhibitory input"),
            Parameter.of("g_AMPA", 1, "ms", "weight of excitatory input"),
            Parameter.of("g_LK", 0.018, "mS/cm²", "potassium leak conductance"),
            Parameter.of("E_AMPA", 0, "mV", "reversal potential of excitatory synapses"),
            Parameter.of("E_GABA", -70, "mV", "reversal potential of inhibitory synapses"),
            Parameter.of("E_L", -70, "mV", "reversal potential of the leak"),
            Parameter.of("E_K", -100, "mV", "reversal potential of potassium"),
            Parameter.of("E_Ca", 120, "mV", "reversal potential of calcium"));

    private Thalamus() {}

    /** The model with neurolib's defaults. */
    public static Node node() {
        return node(Rate.CURRENT);
    }

    /** The model with neurolib's defaults. */
    public static Node node(Rate rate) {
        return Node.named("thalamus")
                .doc("thalamocortical relay and reticular populations: spindles and delta waves")
                .reference("Costa et al., PLOS Comput. Biol. 12, 2016, doi:10.1371/journal.pcbi.1005022")
                .mass(relay(rate))
                .mass(reticular(rate))
                .parameter("N_rt", 3, "1", "synapses from TCR to TRN")
                .parameter("N_tr", 5, "1", "synapses from TRN to TCR")
                .parameter("N_rr", 25, "1", "synapses from TRN to TRN")
                .local(new Local("tcr.Q_t", "trn.exc", "N_rt", "0"))
                .local(new Local("trn.Q_r", "tcr.inh", "N_tr", "0"))
                .local(new Local("trn.Q_r", "trn.inh", "N_rr", "0"))
                .sync(Sync.additive("Q_t", "tcr.exc"))
                .sync(Sync.additive("Q_t", "trn.exc"))
                .defaultOutput("Q_t")
                .build();
    }

    private static Mass relay(Rate rate) {
        Mass.Builder mass = Mass.named("tcr")
                .state("V_t", "mV", Initial.uniform(-75, -50))
                .state("Ca", "mM", Initial.constant(2.4e-4))
                .state("h_T_t", "1", Initial.constant(0))
                .state("m_h1", "1", Initial.constant(0))
                .state("m_h2", "1", Initial.constant(0))
                .state("s_et", "kHz", Initial.constant(0))
                .state("s_gt", "kHz", Initial.constant(0))
                .state("ds_et", "kHz/ms", Initial.constant(0))
                .state("ds_gt", "kHz/ms", Initial.constant(0))
                .state("exc_ou", "kHz", Initial.of("exc_ou_mean"))
                .parameters(SHARED)
                .parameter("g_T_t", 3, "mS/cm²", "conductance of the calcium current")
                .parameter("g_h", 0.062, "mS/cm²", "conductance of the rectifier current")
                .parameter("E_h", -40, "mV", "reversal potential of the rectifier current")
                .parameter("alpha_Ca", -51.8e-6, "mM*cm²/(µA*ms)", "calcium per calcium current")
                .parameter("tau_Ca", 10, "ms", "time constant of calcium")
                .positive()
                .parameter("Ca_0", 2.4e-4, "mM", "resting calcium")
                .parameter("k1", 2.5e7, "1/ms", "binding of the regulating protein, at 1 mM of calcium")
                .parameter("k2", 4e-4, "1/ms", "unbinding of the regulating protein")
                .parameter("k3", 0.1, "1/ms", "locking of rectifier channels")
                .parameter("k4", 0.001, "1/ms", "unlocking of rectifier channels")
                .parameter("n_P", 4, "1", "calcium ions per protein")
                .parameter("g_inc", 2, "1", "conductance of locked channels, relative to others")
                .parameter("ext_current_t", 0, "mV", "external input; positive values hyperpolarise")
                .parameter("d_phi", 0, "1/√ms", "intensity of white noise on the excitatory input")
                .notNegative()
                .parameter("exc_ou_mean", 0, "kHz", "mean of the background input")
                .parameter("tau_ou", 5, "ms", "time scale of the background input")
                .positive()
                .parameter("sigma_ou", 0, "kHz/√ms", "intensity of the background input")
                .notNegative()
                .input("exc", "kHz", "Σ w r of other nodes")
                .input("inh", "kHz", "N_tr Q_r of the node's TRN");
        return rate.declare(mass, "Q_t")
                .equations("""
                        m_T = 1/(1 + exp(-(V_t + 59[mV])/6.2[mV]))
                        h_T_inf = 1/(1 + exp((V_t + 81[mV])/4[mV]))
                        high = 1 + exp((V_t + 86[mV])/3.2[mV])
                        tau_h = (30.8[ms] + 1[ms]*(211.4 + exp((V_t + 115.2[mV])/5[mV]))/high)/3.7371928
                        m_h_inf = 1/(1 + exp((V_t + 75[mV])/5.5[mV]))
                        tau_m = 20[ms] + 1000[ms]/(exp((V_t + 71.5[mV])/14.2[mV]) + exp(-(V_t + 89[mV])/11.6[mV]))
                        binding = k1*(Ca/1[mM])^n_P
                        bound = binding/(binding + k2)

                        I_T = g_T_t*m_T^2*h_T_t*(V_t - E_Ca)
                        I_h = g_h*(m_h1 + g_inc*m_h2)*(V_t - E_h)
                        I_LK = g_LK*(V_t - E_K)
                        I_syn = g_AMPA*s_et*(V_t - E_AMPA) + g_GABA*s_gt*(V_t - E_GABA)

                        dV_t/dt = -(g_L*(V_t - E_L) + I_syn + ext_current_t)/tau - (I_LK + I_T + I_h)/C_m
                        dCa/dt = alpha_Ca*I_T - (Ca - Ca_0)/tau_Ca
                        dh_T_t/dt = (h_T_inf - h_T_t)/tau_h
                        dm_h1/dt = (m_h_inf*(1 - m_h2) - m_h1)/tau_m - k3*bound*m_h1 + k4*m_h2
                        dm_h2/dt = k3*bound*m_h1 - k4*m_h2
                        ds_et/dt = ds_et
                        ds_gt/dt = ds_gt
                        dds_et/dt = gamma_e^2*(exc + exc_ou - s_et + d_phi*xi_phi) - 2*gamma_e*ds_et
                        dds_gt/dt = gamma_r^2*(inh - s_gt) - 2*gamma_r*ds_gt
                        dexc_ou/dt = (exc_ou_mean - exc_ou)/tau_ou + sigma_ou*xi_ou
                        KEYWORD Q_t = Q_max/(1 + exp(-C1*(V_t - theta)/sigma))
                        """.replace("KEYWORD", rate.keyword()))
                .build();
    }

    private static Mass reticular(Rate rate) {
        Mass.Builder mass = Mass.named("trn")
                .state("V_r", "mV", Initial.uniform(-75, -50))
                .state("h_T_r", "1", Initial.constant(0))
                .state("s_er", "kHz", Initial.constant(0))
                .state("s_gr", "kHz", Initial.constant(0))
                .state("ds_er", "kHz/ms", Initial.constant(0))
                .state("ds_gr", "kHz/ms", Initial.constant(0))
                .parameters(SHARED)
                .parameter("g_T_r", 2.3, "mS/cm²", "conductance of the calcium current")
                .parameter("ext_current_r", 0, "mV", "external input; positive values hyperpolarise")
                .input("exc", "kHz", "N_rt Q_t of the node's TCR and Σ w r of other nodes")
                .input("inh", "kHz", "N_rr Q_r of the node's TRN");
        return rate.declare(mass, "Q_r")
                .equations("""
                        m_T = 1/(1 + exp(-(V_r + 52[mV])/7.4[mV]))
                        h_T_inf = 1/(1 + exp((V_r + 80[mV])/5[mV]))
                        tau_h = (85[ms] + 1[ms]/(exp((V_r + 48[mV])/4[mV]) + exp(-(V_r + 407[mV])/50[mV])))/3.7371928

                        I_T = g_T_r*m_T^2*h_T_r*(V_r - E_Ca)
                        I_LK = g_LK*(V_r - E_K)
                        I_syn = g_AMPA*s_er*(V_r - E_AMPA) + g_GABA*s_gr*(V_r - E_GABA)

                        dV_r/dt = -(g_L*(V_r - E_L) + I_syn + ext_current_r)/tau - (I_LK + I_T)/C_m
                        dh_T_r/dt = (h_T_inf - h_T_r)/tau_h
                        ds_er/dt = ds_er
                        ds_gr/dt = ds_gr
                        dds_er/dt = gamma_e^2*(exc - s_er) - 2*gamma_e*ds_er
                        dds_gr/dt = gamma_r^2*(inh - s_gr) - 2*gamma_r*ds_gr
                        KEYWORD Q_r = Q_max/(1 + exp(-C1*(V_r - theta)/sigma))
                        """.replace("KEYWORD", rate.keyword()))
                .build();
    }
}
