package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Table;
import dev.gyrus.core.internal.kernel.CompiledMass;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fires, and what spikes do.
 *
 * @param firing the groups that fire
 * @param synapses in the order of the network
 * @param watched populations whose rate is limited
 */
record EventPlan(List<FiringPlan> firing, List<SynapsePlan> synapses, List<Watch> watched) {

    boolean isEmpty() {
        return firing.isEmpty();
    }

    /** The number of a group among those that fire, or −1. */
    int firingOf(int group) {
        int at = 0;
        while (at < firing.size() && firing.get(at).group() != group) {
            at++;
        }
        return at < firing.size() ? at : -1;
    }

    /** How long spikes of a group must be kept, in steps. */
    int longestFrom(int group) {
        return synapses.stream()
                .filter(s -> s.source() == group)
                .mapToInt(s -> s.rows().longest())
                .max()
                .orElse(0);
    }

    /** The most steps that can be taken without spikes from one another. */
    int shortest() {
        return synapses.stream().mapToInt(s -> s.rows().shortest()).min().orElse(Integer.MAX_VALUE);
    }

    /**
     * Functions of a group's values at one sample.
     *
     * @param memory constants are set, other arrays null
     */
    record Program(CompiledMass compiled, CompiledMass.Memory memory, Map<String, Table> tables) {}

    /**
     * Assignments to states, all made of values before them.
     *
     * @param states numbers of the states that get values
     * @param results slots of these values
     */
    record Jump(Program program, int[] states, int[] results) {}

    /**
     * How a group fires.
     *
     * @param threshold positive where a lane fires
     * @param result its slot
     * @param refractory in steps: one number, or one per lane
     * @param frozen numbers of states that stay meanwhile
     * @param stream of the uniform numbers
     */
    record FiringPlan(
            int group,
            Program threshold,
            int result,
            Optional<Jump> reset,
            int[] refractory,
            int[] frozen,
            long stream) {}

    /**
     * What spikes of some lanes of a group do to some lanes of another.
     *
     * @param source group
     * @param firstSource its lane of the first source
     * @param target group
     * @param firstTarget its lane of the first target
     * @param affine where that is all there is to it
     * @param jump otherwise
     * @param description for explanations
     */
    record SynapsePlan(
            int source,
            int firstSource,
            int target,
            int firstTarget,
            Rows rows,
            Optional<Affine> affine,
            Optional<Jump> jump,
            String description) {}

    /**
     * {@code x ← (a0 + a1·w)·x + (b0 + b1·w)} for one state x.
     *
     * @param state its number
     */
    record Affine(int state, double a0, double a1, double b0, double b1) {
        double factor(double weight) {
            return a1 == 0 ? a0 : a0 + a1 * weight;
        }

        double summand(double weight) {
            return b1 == 0 ? b0 : b1 == 1 && b0 == 0 ? weight : b0 + b1 * weight;
        }

        /** Whether nothing but a sum is made. */
        boolean adds() {
            return a0 == 1 && a1 == 0;
        }
    }

    /**
     * A population whose mean rate must stay below a limit.
     *
     * @param from its first lane
     * @param to behind its last lane
     * @param most in 1/ms
     */
    record Watch(String population, int group, int from, int to, double most) {}
}
