package dev.gyrus.templates.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A circuit template with everything it refers to.
 *
 * @param nodes by name
 * @param populations by name
 * @param circuits nested ones, by name
 * @param links edges and connectivity
 * @param values of variables inside, by path
 * @param time the unit of time; "" where none is said
 * @param doc one line
 */
record Circuit(
        String name,
        Map<String, Cell> nodes,
        Map<String, Many> populations,
        Map<String, Circuit> circuits,
        List<Link> links,
        Map<String, Tree> values,
        String time,
        String doc,
        Place place) {

    /** Many equal nodes. */
    record Many(Cell cell, int count, Map<String, Tree> values) {}

    /**
     * An edge, or a matrix of edges between populations.
     *
     * @param source {@code node/operator/variable}; {@code all} stands for every name at its level
     * @param cell of the edge, if it has operators
     * @param weight absent for 1
     * @param others values {@code operator/variable}, and what feeds the edge's inputs
     * @param oneToOne whether only nodes of equal number are connected
     */
    record Link(
            String source,
            String target,
            Optional<Cell> cell,
            Optional<Tree> weight,
            Optional<Tree> delay,
            Optional<Tree> spread,
            Map<String, Tree> others,
            boolean oneToOne,
            Place place) {}
}
