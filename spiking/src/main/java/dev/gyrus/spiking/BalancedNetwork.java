package dev.gyrus.spiking;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Integrator;
import dev.gyrus.core.Network;
import dev.gyrus.core.Simulation;
import java.util.List;

/**
 * The balanced network of BrainPy's tutorial: 3200 excitatory and 800 inhibitory leaky neurons under constant drive, joined at
 * random by conductances that decay exponentially. Excitation and inhibition cancel but for fluctuations, and neurons fire
 * irregularly at about 20 Hz.
 *
 * <p>{@link Lif} with I = 20; E: g += 0.6, τ 5 ms, E_rev 0 mV; I: g += 6.7, τ 10 ms, E_rev −80 mV; each pair with probability 0.02,
 * a neuron with itself too; V(0) ~ N(−55, 2).
 *
 * <p>After T. P. Vogels, L. F. Abbott, J. Neurosci. 25, 2005, doi:10.1523/JNEUROSCI.3508-05.2005, and R. Brette et al., J. Comput.
 * Neurosci. 23, 2007, doi:10.1007/s10827-007-0038-6.
 */
public final class BalancedNetwork {
    /** Excitatory neurons. */
    public static final int EXCITATORY = 3200;

    /** Inhibitory neurons. */
    public static final int INHIBITORY = 800;

    private BalancedNetwork() {}

    /** The network; populations E and I. */
    public static Network network(long seed) {
        return network(EXCITATORY, INHIBITORY, 0.02, seed);
    }

    /** The network with other sizes and another probability. */
    public static Network network(int excitatory, int inhibitory, double probability, long seed) {
        Synapse excites = SynapseTypes.exponential("exc", 5, 0);
        Synapse inhibits = SynapseTypes.exponential("inh", 10, -80);
        WiringRule rule = WiringRule.fixedProbability(probability);
        SpikingNetwork network = SpikingNetwork.builder()
                .seed(seed)
                .population("E", Lif.node().with("I", 20), excitatory)
                .population("I", Lif.node().with("I", 20), inhibitory);
        for (String target : List.of("E", "I")) {
            network.initial(target, "V", Initial.normal(-55, 2))
                    .project("E", target, p -> p.synapse(excites).rule(rule).weight(0.6))
                    .project("I", target, p -> p.synapse(inhibits).rule(rule).weight(6.7));
        }
        return network.build();
    }

    /**
     * A simulation of the network as the tutorial runs it: exponential Euler steps of 0.1 ms.
     *
     * <p>The tutorial keeps the synaptic current constant within a step; here it follows V, as in any equation (λ = ∂V′/∂V), which is
     * the more exact of two schemes of the same order.
     */
    public static Simulation simulation(long seed) {
        return Simulation.of(network(seed))
                .integrator(Integrator.EXPONENTIAL_EULER)
                .dt(0.1)
                .seed(seed);
    }
}
