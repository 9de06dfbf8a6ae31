package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;

/** What the models of an excitatory and an inhibitory population after Wong and Wang share: all but the regional gain. */
final class ExcitatoryInhibitoryWongWang {
    private ExcitatoryInhibitoryWongWang() {}

    /** A node of populations whose excess drives are multiplied by {@code M_i}. */
    static Node.Builder withGain(Node.Builder node) {
        return node(node, mass().parameter("M_i", 1, "1", "regional gain of both responses"), "M_i*");
    }

    static Node.Builder withoutGain(Node.Builder node) {
        return node(node, mass(), "");
    }

    private static Node.Builder node(Node.Builder node, Mass.Builder mass, String gain) {
        return node.mass(mass.equations(equations(gain)).build())
                .sync(Sync.additive("S_e", "c_S_e"))
                .defaultOutput("S_e");
    }

    private static Mass.Builder mass() {
        return Mass.named("populations")
                .state("S_e", "1", Initial.uniform(0, 1))
                .bounded(0, 1)
                .state("S_i", "1", Initial.uniform(0, 1))
                .bounded(0, 1)
                .hold("H_e", "Hz", Initial.constant(0))
                .hold("H_i", "Hz", Initial.constant(0))
                .parameter("a_e", 310, "Hz/nA", "gain of E's response")
                .parameter("b_e", 125, "Hz", "offset of E's response")
                .parameter("d_e", 0.16, "s", "curvature of E's response")
                .positive()
                .parameter("gamma_e", 0.000641, "s/ms", "opening of NMDA synapses per spike")
                .parameter("tau_e", 100, "ms", "decay time of NMDA synapses")
                .positive()
                .parameter("w_p", 1.4, "1", "recurrent excitation")
                .parameter("J_N", 0.15, "nA", "strength of NMDA synapses")
                .parameter("W_e", 1, "1", "scale of the external input to E")
                .parameter("a_i", 615, "Hz/nA", "gain of I's response")
                .parameter("b_i", 177, "Hz", "offset of I's response")
                .parameter("d_i", 0.087, "s", "curvature of I's response")
                .positive()
                .parameter("gamma_i", 0.001, "s/ms", "opening of GABA synapses per spike")
                .parameter("tau_i", 10, "ms", "decay time of GABA synapses")
                .positive()
                .parameter("J_i", 1, "nA", "strength of inhibition, the lever of feedback inhibition control")
                .parameter("W_i", 0.7, "1", "scale of the external input to I")
                .parameter("I_o", 0.382, "nA", "external input")
                .parameter("I_ext", 0, "nA", "stimulus to E")
                .parameter("G", 2, "1", "global coupling strength")
                .parameter("lamda", 0, "1", "share of long-range excitation that reaches I: feed-forward inhibition")
                .parameter(Model.sigma("S_e", "1"))
                .parameter(Model.sigma("S_i", "1"))
                .input("c_S_e", "1", "Σ w S_e of other nodes");
    }

    private static String equations(String gain) {
        return """
                coupled = G*J_N*c_S_e
                x_e = w_p*J_N*S_e - J_i*S_i + W_e*I_o + coupled + I_ext
                x_i = J_N*S_e - 1[nA]*S_i + W_i*I_o + lamda*coupled
                hold H_e = rate_e
                hold H_i = rate_i
                """
                + Response.of("rate_e", gain + "(a_e*x_e - b_e)", "d_e")
                + Response.of("rate_i", gain + "(a_i*x_i - b_i)", "d_i")
                + """
                dS_e/dt = -S_e/tau_e + (1 - S_e)*gamma_e*rate_e + sigma_S_e*xi_S_e
                dS_i/dt = -S_i/tau_i + gamma_i*rate_i + sigma_S_i*xi_S_i
                """;
    }
}
