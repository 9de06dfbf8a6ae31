package dev.gyrus.core;

import java.util.List;

/**
 * The connections from one population to another (or to itself).
 *
 * @param source name of the sending population
 * @param target name of the receiving population
 * @param weights {@code [to][from]}
 * @param delays {@code [to][from]}, in ms
 * @param syncs which outputs feed which inputs
 */
public record Projection(String source, String target, double[][] weights, double[][] delays, List<Sync> syncs) {

    public Projection {
        syncs = List.copyOf(syncs);
    }
}
