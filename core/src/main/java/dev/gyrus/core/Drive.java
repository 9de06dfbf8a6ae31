package dev.gyrus.core;

import java.util.List;
import java.util.Optional;

/**
 * A stimulus on an input or a parameter of some nodes; on a parameter it is added to its value.
 *
 * @param population the group; "" where there is only one
 * @param target flat or qualified name of an input or a parameter
 * @param stimulus in the target's declared unit
 * @param nodes indices within the population; absent for every node
 */
public record Drive(String population, String target, Stimulus stimulus, Optional<List<Integer>> nodes) {
    public Drive {
        nodes = nodes.map(List::copyOf);
    }

    /** A stimulus on every node of a population. */
    public static Drive everywhere(String population, String target, Stimulus stimulus) {
        return new Drive(population, target, stimulus, Optional.empty());
    }

    /** A stimulus on the nodes of these indices within a population; on none where the list is empty. */
    public static Drive at(String population, String target, Stimulus stimulus, List<Integer> nodes) {
        return new Drive(population, target, stimulus, Optional.of(nodes));
    }

    /** The same with the signal as it is played in a run of that duration, in ms. */
    Drive over(double duration) {
        return new Drive(population, target, stimulus.over(duration), nodes);
    }
}
