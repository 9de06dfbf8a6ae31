package dev.gyrus.core;

import java.util.List;

/**
 * A stimulus on an input or a parameter of some nodes; on a parameter it is added to its value.
 *
 * @param population the group; "" where there is only one
 * @param target flat or qualified name of an input or a parameter
 * @param stimulus in the target's declared unit
 * @param nodes indices within the population; empty for all
 */
public record Drive(String population, String target, Stimulus stimulus, List<Integer> nodes) {
    public Drive {
        nodes = List.copyOf(nodes);
    }
}
