package dev.gyrus.core;

import java.util.List;

/**
 * Nodes of one kind in a network.
 *
 * @param name the group's name; "" for the only group of a homogeneous network
 * @param node the kind
 * @param labels one per node: region names, or 0…N−1
 */
public record Population(String name, Node node, List<String> labels) {

    public Population {
        if (node == null) {
            throw GyrusException.input(name.isEmpty() ? "network" : "groups." + name, "a node", "null");
        }
        labels = List.copyOf(labels);
    }

    /** The number of nodes. */
    public int size() {
        return labels.size();
    }
}
