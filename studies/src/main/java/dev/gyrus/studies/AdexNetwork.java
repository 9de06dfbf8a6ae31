package dev.gyrus.studies;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Firing;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Simulation;
import dev.gyrus.core.Stimulus;
import dev.gyrus.models.aln.NeuronParameters;
import dev.gyrus.spiking.SpikingNetwork;
import dev.gyrus.spiking.Synapse;
import dev.gyrus.spiking.SynapticProjection;
import dev.gyrus.spiking.WiringRule;
import java.util.Map;

/**
 * The network of adaptive exponential integrate-and-fire (AdEx) neurons of which a node of the model {@code aln} is the mean
 * field: one excitatory and one inhibitory population, every neuron with K_E and K_I inputs.
 *
 * <pre>
 *   dv/dt   = (E_L − v + Δ_T e^{(v − V_T)/Δ_T})/τ_m − I_A/C + µ + J_E s_E + J_I s_I + σ ξ(t)
 *   dI_A/dt = (a (v − E_A) − I_A)/τ_A
 *   ds/dt   = −s/τ_s,     s ← s + (1 − s) c/|J| at each spike that arrives
 *   v &gt; V_s:  v ← V_r,  I_A ← I_A + b,  then all states stand still for T_ref
 * </pre>
 *
 * <p>Only excitatory neurons adapt, where a or b is not 0. Noise is private to each neuron. Populations are called {@code E}
 * and {@code I}, in their masses {@code v}, {@code s_exc}, {@code s_inh}, {@code I_A}; a stimulus goes to the input {@code stimulus}
 * and is in mV/ms.
 *
 * <pre>{@code
 * var network = AdexNetwork.of(Aln.node().with("mue_ext_mean", 1.3), NeuronParameters.published(), 10_000);
 * network.simulation(2000, t -> 0).observe(…).run();
 * }</pre>
 *
 * <p>C. Cakan, K. Obermayer, PLOS Comput. Biol. 16, 2020, doi:10.1371/journal.pcbi.1007822. Immutable and thread-safe.
 *
 * @param meanField a node of {@code aln}: inputs, synapses, delays, adaptation
 * @param neuron the neuron of its tables
 * @param neurons of each population
 * @param exchanged whether the numbers of inputs and the delays between the two populations are exchanged, E to I having K_I
 *     inputs after d_I and I to E K_E inputs after d_E, as in the program of the published network, which names numbers by
 *     target and source, connections by source and target
 */
public record AdexNetwork(Node meanField, NeuronParameters neuron, int neurons, boolean exchanged) {

    /** Connections are drawn with this seed. */
    private static final long WIRING = 1;

    private static final String POTENTIAL =
            "dv/dt = (EL - v + DeltaT*exp((v - VT)/DeltaT))*gL/C + mu + stimulus + current + sigma*xi";

    /** The network with the connections of the mean field. */
    public static AdexNetwork of(Node meanField, NeuronParameters neuron, int neurons) {
        return new AdexNetwork(meanField, neuron, neurons, false);
    }

    /** The same with the connections between the two populations as in the published network. */
    public AdexNetwork published() {
        return new AdexNetwork(meanField, neuron, neurons, true);
    }

    /** A run with steps of 0.1 ms and a signal on excitation. */
    public Simulation simulation(double duration, Stimulus stimulus) {
        return Simulation.of(network())
                .dt(Trace.DT)
                .duration(duration)
                .drive(Drive.everywhere("E", "stimulus", stimulus));
    }

    /** Populations E and I and their synapses. */
    public Network network() {
        return SpikingNetwork.builder()
                .seed(WIRING)
                .population("E", excitatory(), neurons)
                .population("I", inhibitory(), neurons)
                .project(synapses("E", "E", false, "cee", "Jee_max"))
                .project(synapses("E", "I", exchanged, "cie", "Jie_max"))
                .project(synapses("I", "E", exchanged, "cei", "Jei_max"))
                .project(synapses("I", "I", false, "cii", "Jii_max"))
                .build();
    }

    private SynapticProjection synapses(String from, String to, boolean exchanged, String amplitude, String largest) {
        boolean exc = from.equals("E");
        boolean likeExc = exc != exchanged;
        double current = value(largest);
        Synapse synapse = Synapse.named(exc ? "exc" : "inh")
                .state("s", "1")
                .parameter("tau", value(exc ? "tau_se" : "tau_si"), "ms", "decay time")
                .parameter("J", current, "mV/ms", "largest current")
                .equations("ds/dt = -s/tau")
                .arrival("s += w*(1 - s)")
                .current("J*s")
                .build()
                .frozen();
        int inputs = (int) Math.round(value(likeExc ? "Ke" : "Ki"));
        return SynapticProjection.of(from, to)
                .synapse(synapse)
                .input("current")
                .rule(WiringRule.fixedInDegree(Math.min(inputs, neurons)))
                .weight(value(amplitude) / Math.abs(current))
                .delay(value(likeExc ? "de" : "di"));
    }

    private Node excitatory() {
        boolean adapts = value("a") != 0 || value("b") != 0;
        Mass.Builder mass = mass("excitatory", "mue_ext_mean", "sigmae_ext");
        Firing firing = Firing.when("v > Vs");
        if (adapts) {
            mass.state("I_A", "pA", Initial.normal(0, 0.1))
                    .parameter("a", value("a"), "nS", "subthreshold adaptation")
                    .parameter("b", value("b"), "pA", "adaptation per spike")
                    .parameter("EA", value("EA"), "mV", "reversal potential of adaptation")
                    .parameter("tauA", value("tauA"), "ms", "time constant of adaptation")
                    .equations(POTENTIAL + " - I_A/C\ndI_A/dt = (a*(v - EA) - I_A)/tauA")
                    .firing(firing.reset("v = Vr\nI_A += b").refractory("Tref", "v", "I_A"));
        } else {
            mass.equations(POTENTIAL).firing(firing.reset("v = Vr").refractory("Tref", "v"));
        }
        return node(mass.build());
    }

    private Node inhibitory() {
        return node(mass("inhibitory", "mui_ext_mean", "sigmai_ext")
                .equations(POTENTIAL)
                .firing(Firing.when("v > Vs").reset("v = Vr").refractory("Tref", "v"))
                .build());
    }

    private static Node node(Mass mass) {
        return Node.named(mass.name()).mass(mass).defaultOutput("v").build();
    }

    /** Everything but the adaptation. */
    private Mass.Builder mass(String name, String mean, String deviation) {
        Mass.Builder mass = Mass.named(name)
                .state("v", "mV", Initial.normal(-100, 10))
                .parameter("mu", value(mean), "mV/ms", "mean input")
                .parameter("sigma", value(deviation), "mV/√ms", "strength of the noise")
                .input("stimulus", "mV/ms", "further input")
                .input("current", "mV/ms", "of the synapses");
        // The published program counts the step of the spike among those of the refractory period.
        NeuronParameters ours = neuron.with(Map.of("Tref", Math.max(0, neuron.Tref() - Trace.DT)));
        ours.toMap().forEach((key, number) -> mass.parameter(key, number, NeuronParameters.unit(key), "of the neuron"));
        return mass;
    }

    /** A parameter of the mean field. */
    private double value(String name) {
        for (Mass mass : meanField.masses()) {
            for (Parameter parameter : mass.parameters()) {
                if (parameter.name().equals(name)) {
                    return meanField.value(mass.name(), parameter)[0];
                }
            }
        }
        return meanField.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .mapToDouble(parameter -> meanField.value("", parameter)[0])
                .findFirst()
                .orElseThrow();
    }
}
