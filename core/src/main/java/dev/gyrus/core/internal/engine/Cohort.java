package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Populations that advance as one, their nodes side by side as lanes: those whose nodes are equal in all but the values of
 * parameters and where variables start. So a network of many small populations takes no more kernels, groups and wires than
 * one of a few large ones; names, labels and noise stay those of the populations.
 *
 * <p>A population that receives through a coupling whose {@code post} is not linear in its sums stays alone: there
 * post(0), which nodes without such a connection would get, need not be 0, and sums must not be joined before it.
 *
 * @param parts the populations in the order of the description, which is that of the lanes
 * @param firstGroup the number of its first group; there is one for each mass of the node, in the node's order
 */
record Cohort(List<Part> parts, int firstGroup) {

    /**
     * A population among those of its cohort.
     *
     * @param drafts its masses by themselves
     * @param cohort the number of the cohort
     * @param first the lane of its first node
     */
    record Part(Population population, List<GroupDraft> drafts, int cohort, int first) {}

    /** All on which the equations of a node and the wiring in it depend. */
    private record Kind(List<Integer> masses, List<String> parameters, List<?> locals, Optional<String> alone) {}

    /**
     * Finds the populations that belong together.
     *
     * @param drafts the masses of each population
     * @param alone the names of populations that are to stay by themselves
     */
    static List<Cohort> of(List<Population> populations, List<List<GroupDraft>> drafts, Set<String> alone) {
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int p = 0; p < populations.size(); p++) {
            Population population = populations.get(p);
            Node node = population.node();
            List<String> parameters = new ArrayList<>();
            for (Parameter parameter : node.parameters()) {
                parameters.add(parameter.name());
                parameters.add(parameter.unit());
            }
            Kind kind = new Kind(
                    drafts.get(p).stream().map(GroupDraft::equations).toList(),
                    parameters,
                    node.locals(),
                    Optional.of(population.name()).filter(alone::contains));
            kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(p);
        }
        List<Cohort> cohorts = new ArrayList<>();
        int group = 0;
        for (List<Integer> members : kinds.values()) {
            List<Part> parts = new ArrayList<>();
            int lane = 0;
            for (int p : members) {
                parts.add(new Part(populations.get(p), drafts.get(p), cohorts.size(), lane));
                lane += populations.get(p).size();
            }
            cohorts.add(new Cohort(parts, group));
            group += drafts.get(members.get(0)).size();
        }
        return cohorts;
    }

    /** The number of nodes. */
    int size() {
        Part last = parts.get(parts.size() - 1);
        return last.first + last.population.size();
    }

    /** The numbers of the groups. */
    IntStream groups() {
        return IntStream.range(firstGroup, firstGroup + masses().size());
    }

    List<Mass> masses() {
        return parts.get(0).population.node().masses();
    }

    /** One group for each mass. */
    List<GroupDraft> drafts() {
        if (parts.size() == 1) {
            return parts.get(0).drafts;
        }
        return IntStream.range(0, masses().size())
                .mapToObj(mass -> GroupDraft.joined(
                        parts.stream().map(part -> part.drafts.get(mass)).toList()))
                .toList();
    }
}
