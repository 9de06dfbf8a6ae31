package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.MaskSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The nodes of a group that an input acts on, and how strongly.
 *
 * @param whole whether these are all nodes of the group
 * @param nodes indices within the group
 * @param weights one per node
 */
record Selection(boolean whole, List<Integer> nodes, List<Double> weights) {

    /**
     * Nodes given by index, by region name, as {@code group/name} or by patterns of these. A node that is named has the
     * weight of its name rather than that of a pattern.
     *
     * @param targets the groups that the input acts on
     * @throws GyrusException naming, below the input, every node that is not there or stands twice
     */
    static Selection of(MaskSpec mask, Group group, List<Group> targets) {
        if (mask.nodes().isEmpty()) {
            return all(mask, group);
        }
        Problems problems = new Problems();
        Map<String, Integer> indices = group.indices();
        Map<Integer, Double> named = new LinkedHashMap<>();
        Map<Integer, Double> matched = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < mask.nodes().size(); i++) {
            String written = mask.nodes().get(i);
            double weight = mask.weights().isEmpty() ? 1 : mask.weights().get(i);
            if (targets.stream().anyMatch(other -> other != group && isOf(other, written))) {
                continue;
            }
            boolean pattern = written.contains("*");
            List<Integer> found = pattern
                    ? matching(written, mask.key(i), group, targets, problems)
                    : named(written, mask.key(i), group, targets, indices, problems);
            for (int node : found) {
                Double other = (pattern ? matched : named).putIfAbsent(node, weight);
                if (other != null && !(pattern && other == weight)) {
                    String given = "'" + (pattern ? group.labels().orElseThrow().get(node) : written) + "' again";
                    String expected = pattern ? "each node once, by one pattern or by name" : "each node once";
                    problems.add(Problem.of(mask.key(i), expected, given));
                    break;
                }
                order.add(node);
            }
        }
        problems.throwIfAny();
        List<Integer> nodes = order.stream().distinct().toList();
        return new Selection(
                false,
                nodes,
                nodes.stream()
                        .map(node -> named.getOrDefault(node, matched.get(node)))
                        .toList());
    }

    private static Selection all(MaskSpec mask, Group group) {
        int n = group.size();
        int given = mask.weights().size();
        if (given > 0 && given != n) {
            throw GyrusException.input("weights", "one for each of " + n + " nodes", given + " weights");
        }
        List<Double> weights = given > 0
                ? mask.weights()
                : IntStream.range(0, n).mapToObj(i -> 1.0).toList();
        return new Selection(true, IntStream.range(0, n).boxed().toList(), weights);
    }

    private static List<Integer> named(
            String written,
            String key,
            Group group,
            List<Group> targets,
            Map<String, Integer> indices,
            Problems problems) {
        if (targets.size() > 1 && !isOf(group, written)) {
            String expected = "group/node, or the target as group.name: the target is in several groups";
            problems.add(Problem.of(key, expected, "'" + written + "'"));
            return List.of();
        }
        String name = local(written, group);
        int index = name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : indices.getOrDefault(name, -1);
        if (index >= 0 && index < group.size()) {
            return List.of(index);
        }
        problems.add(
                name.matches("-?[0-9]+")
                        ? Problem.of(key, "an index from 0 to " + (group.size() - 1), name)
                        : Problem.unknown(key, "region", name, group.labels().orElseThrow()));
        return List.of();
    }

    /** What a pattern stands for in this group; it must stand for something in one of them. */
    private static List<Integer> matching(
            String written, String key, Group group, List<Group> targets, Problems problems) {
        List<Integer> here = matching(written, group);
        boolean anywhere =
                targets.stream().anyMatch(other -> !matching(written, other).isEmpty());
        if (!anywhere && group == targets.get(0)) {
            problems.add(Problem.of(key, "a pattern of names of regions", "'" + written + "', which matches none"));
        }
        return here;
    }

    private static List<Integer> matching(String written, Group group) {
        Pattern pattern = pattern(local(written, group));
        List<String> labels = group.labels().orElse(List.of());
        return IntStream.range(0, labels.size())
                .filter(i -> pattern.matcher(labels.get(i)).matches())
                .boxed()
                .toList();
    }

    private static Pattern pattern(String written) {
        return Pattern.compile(Pattern.quote(written).replace("*", "\\E.*\\Q"));
    }

    private static String local(String written, Group group) {
        return isOf(group, written) ? written.substring(group.name().length() + 1) : written;
    }

    /** Whether the name of a node names this group before it. */
    static boolean isOf(Group group, String node) {
        return !group.name().isEmpty() && node.startsWith(group.name() + "/");
    }

    /** The weights with the nodes that have them; without nodes that nothing acts on. */
    Map<Double, List<Integer>> byWeight() {
        Map<Double, List<Integer>> out = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            out.computeIfAbsent(weights.get(i), weight -> new ArrayList<>()).add(nodes.get(i));
        }
        out.remove(0.0);
        out.remove(-0.0);
        return out;
    }
}
