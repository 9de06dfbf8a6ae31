package dev.gyrus.spiking;

import dev.gyrus.core.Problems;
import java.util.List;

/**
 * Who is joined to whom, whatever the populations: fixed probability, in-degree, distance, ….
 *
 * <pre>{@code
 * WiringRule.fixedProbability(0.02)
 * WiringRule.fixedInDegree(100)
 * WiringRule.gaussian(Space.ring(1), 0.5, 0.1)
 * }</pre>
 *
 * <p>Implementations are immutable and pure: the same neurons are joined whoever asks, on any thread.
 */
public interface WiringRule {
    /** Who is joined to whom between two populations. */
    Topology topology(Ends ends, Draws draws);

    /** Adds what does not fit the populations; {@code key} is where the rule is described. */
    void check(Ends ends, String key, Problems problems);

    /**
     * What is to be joined.
     *
     * @param sources the number of neurons that send
     * @param targets the number of neurons that receive
     * @param same whether they are one population
     * @param self whether a neuron of one population may be joined to itself
     */
    record Ends(int sources, int targets, boolean same, boolean self) {
        /** Whether this pair may be joined. */
        public boolean allows(int source, int target) {
            return !same || self || source != target;
        }
    }

    /** The synapses of each source. */
    interface Topology {
        /** The targets of a source, ascending. */
        int[] targets(int source);

        /** The number of synapses in all; the expected one where only drawing them would tell. */
        long size();
    }

    /** Each pair with the same probability, independently. */
    static WiringRule fixedProbability(double probability) {
        return new FixedProbability(probability);
    }

    /** Each target has this number of different sources, each set of them equally likely. */
    static WiringRule fixedInDegree(int degree) {
        return new FixedDegree(degree, true);
    }

    /** Each source has this number of different targets, each set of them equally likely. */
    static WiringRule fixedOutDegree(int degree) {
        return new FixedDegree(degree, false);
    }

    /** Every source on every target. */
    static WiringRule allToAll() {
        return Regular.ALL_TO_ALL;
    }

    /** Source i on target i; the populations are of equal size. */
    static WiringRule oneToOne() {
        return Regular.ONE_TO_ONE;
    }

    /** Each pair with probability peak·exp(−d²/(2σ²)) of its distance d. */
    static WiringRule gaussian(Space space, double peak, double sigma) {
        return new DistanceRule(space, peak, sigma, true);
    }

    /** Each pair with probability peak·exp(−d/length) of its distance d. */
    static WiringRule exponential(Space space, double peak, double length) {
        return new DistanceRule(space, peak, length, false);
    }

    /** These synapses, {@code {to, from}} each, in any order; a pair that stands twice has two. */
    static WiringRule pairs(List<int[]> pairs) {
        return ListedPairs.of(pairs);
    }
}
