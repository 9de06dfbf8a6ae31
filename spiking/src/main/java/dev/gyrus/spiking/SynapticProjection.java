package dev.gyrus.spiking;

import dev.gyrus.core.Wiring;
import java.util.Optional;

/**
 * How the spikes of one population act on another: through which synapse, from whom to whom, how strongly, how late.
 *
 * <pre>{@code
 * SynapticProjection.of("E", "I").synapse(SynapseTypes.exponential("ampa", 5, 0))
 *         .rule(WiringRule.fixedProbability(0.02)).weight(0.6).delay(Distribution.uniform(1, 3))
 * }</pre>
 *
 * <p>Unless told otherwise every neuron reaches every neuron (itself too, within one population) with weight 1 and no delay.
 * Immutable and thread-safe.
 *
 * @param from the sending population
 * @param to the receiving population
 * @param synapse how
 * @param rule who reaches whom
 * @param self whether a neuron may reach itself
 * @param weight of each synapse
 * @param delay of each synapse, in ms
 * @param wiring who reaches whom with which weights and delays, instead of rule and distributions
 * @param input the input of the target that the synapse's current feeds; absent where it has just one, or one called I
 */
public record SynapticProjection(
        String from,
        String to,
        Synapse synapse,
        WiringRule rule,
        boolean self,
        Distribution weight,
        Distribution delay,
        Optional<Wiring> wiring,
        Optional<String> input) {

    /** A jump of the potential from every neuron to every neuron, until told otherwise. */
    public static SynapticProjection of(String from, String to) {
        return new SynapticProjection(
                from,
                to,
                SynapseTypes.delta("delta"),
                WiringRule.allToAll(),
                true,
                Distribution.constant(1),
                Distribution.constant(0),
                Optional.empty(),
                Optional.empty());
    }

    public SynapticProjection synapse(Synapse synapse) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, wiring, input);
    }

    /** Who reaches whom. */
    public SynapticProjection rule(WiringRule rule) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, wiring, input);
    }

    /** No neuron reaches itself. */
    public SynapticProjection withoutSelf() {
        return new SynapticProjection(from, to, synapse, rule, false, weight, delay, wiring, input);
    }

    /** One weight for all synapses. */
    public SynapticProjection weight(double weight) {
        return weight(Distribution.constant(weight));
    }

    /** A weight for each synapse. */
    public SynapticProjection weight(Distribution weight) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, wiring, input);
    }

    /** One delay for all synapses, in ms. */
    public SynapticProjection delay(double delay) {
        return delay(Distribution.constant(delay));
    }

    /** A delay for each synapse, in ms. */
    public SynapticProjection delay(Distribution delay) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, wiring, input);
    }

    /** Synapses of which each is known, instead of a rule, weights and delays. */
    public SynapticProjection wiring(Wiring wiring) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, Optional.of(wiring), input);
    }

    /** The input of the target that the current feeds. */
    public SynapticProjection input(String input) {
        return new SynapticProjection(from, to, synapse, rule, self, weight, delay, wiring, Optional.of(input));
    }
}
