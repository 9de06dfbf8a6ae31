package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.GroupSpec;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Node;
import dev.gyrus.core.Population;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of one group on their way to a network.
 *
 * @param node empty where the model isn't known
 * @param labels empty where it isn't known how many there are
 * @param dataset that its own connectome comes from
 * @param regions their indices in the network's connectome
 */
record Group(
        GroupSpec spec,
        Optional<Node> node,
        Optional<List<String>> labels,
        Optional<Dataset> dataset,
        Optional<int[]> regions) {

    String name() {
        return spec.name();
    }

    boolean isWhole() {
        return node.isPresent() && labels.isPresent();
    }

    /** Whether its nodes are neurons. */
    boolean fires() {
        return node.filter(made ->
                        made.masses().stream().anyMatch(mass -> mass.firing().isPresent()))
                .isPresent();
    }

    /** The same with another node. */
    Group withNode(Node other) {
        return new Group(spec, Optional.of(other), labels, dataset, regions);
    }

    int size() {
        return labels.orElseThrow().size();
    }

    /** Indices of the nodes by label. */
    Map<String, Integer> indices() {
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < size(); i++) {
            indices.putIfAbsent(labels.orElseThrow().get(i), i);
        }
        return indices;
    }

    Population population() {
        return new Population(name(), node.orElseThrow(), labels.orElseThrow());
    }

    /** What a name of the whole network is called in this group, if it is of this group or of every group. */
    String local(String name) {
        String prefix = name() + ".";
        return !name().isEmpty() && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** What observers call a name of this group. */
    String qualified(String name) {
        return name().isEmpty() ? name : name() + "." + local(name);
    }

    boolean hasVariable(String name) {
        return node.filter(made -> Declared.hasVariable(made, local(name))).isPresent();
    }

    boolean hasTarget(String name) {
        return node.filter(made -> Declared.hasTarget(made, local(name))).isPresent();
    }

    /** As the columns of what is recorded are called, if it is known how many there are. */
    Optional<List<String>> columns() {
        return labels.map(all -> name().isEmpty()
                ? all
                : all.stream().map(label -> name() + "/" + label).toList());
    }
}
