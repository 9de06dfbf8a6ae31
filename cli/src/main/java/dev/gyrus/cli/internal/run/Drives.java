package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.run.InputSignals.Where;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes what drives the nodes of a network out of the elements of {@code inputs}. */
final class Drives {
    private final InputSignals signals;
    private final List<Group> groups;
    private final Findings findings;

    /** Drives of groups, as far as is known what they are and how many nodes they have. */
    Drives(InputSignals signals, List<Group> groups, Findings findings) {
        this.signals = signals;
        this.groups = groups;
        this.findings = findings;
    }

    /** What drives the run of a seed. */
    synchronized List<Drive> all(List<InputSpec> inputs, long seed) {
        List<Drive> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            all.addAll(of("inputs[" + i + "]", inputs.get(i), seed));
        }
        return all;
    }

    /** One drive for each group and weight, or one per node where each has a signal of its own; none where something is wrong. */
    private List<Drive> of(String key, InputSpec input, long seed) {
        List<Group> targets = targets(key, input);
        if (targets.isEmpty()) {
            // The rest is checked all the same.
            signals.of(key + "." + input.signal().kind(), input.signal(), Where.UNKNOWN, seed);
        }
        List<Drive> drives = new ArrayList<>();
        for (Group group : targets) {
            drives.addAll(of(key, input, group, targets, seed));
        }
        return drives;
    }

    /** The groups that have the target, and of which nodes are named, if any are. */
    private List<Group> targets(String key, InputSpec input) {
        String target = input.target();
        if (!findings.sound(key + ".target", key + ".group") || target.isEmpty()) {
            return List.of();
        }
        List<Group> having =
                groups.stream().filter(group -> group.hasTarget(target)).toList();
        if (input.group().isEmpty()) {
            List<Group> named = having.stream()
                    .filter(group -> input.mask().nodes().stream().anyMatch(name -> Selection.isOf(group, name)))
                    .toList();
            return named.isEmpty() ? having : named;
        }
        String name = input.group().get();
        List<Group> only =
                having.stream().filter(group -> group.name().equals(name)).toList();
        Optional<Node> node = groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .flatMap(Group::node);
        if (only.isEmpty() && node.isPresent()) {
            findings.reject(key + ".target", Problem.unknown("", "input", target, Declared.targets(node.get())));
        }
        return only;
    }

    private List<Drive> of(String key, InputSpec input, Group group, List<Group> targets, long seed) {
        String target = group.local(input.target());
        Optional<Selection> selection = group.labels()
                .filter(known -> findings.sound(key + ".nodes", key + ".weights"))
                .flatMap(known -> findings.at(key, () -> Selection.of(input.mask(), group, targets)));
        Where where = new Where(
                group.node().map(node -> Amplitudes.ofTarget(node, target, input.cell())),
                group.labels().map(known -> group),
                selection.map(Selection::nodes).orElse(List.of()),
                before(group));
        String at = key + "." + input.signal().kind();
        Optional<List<Stimulus>> stimuli = signals.of(at, input.signal(), where, seed);
        if (group.node().isEmpty() || selection.isEmpty() || stimuli.isEmpty()) {
            return List.of();
        }
        return findings.at(at, () -> drives(input, group, selection.get(), stimuli.get()))
                .orElse(List.of());
    }

    private int before(Group group) {
        return groups.subList(0, groups.indexOf(group)).stream()
                .mapToInt(other -> other.labels().map(List::size).orElse(0))
                .sum();
    }

    private static List<Drive> drives(InputSpec input, Group group, Selection selection, List<Stimulus> stimuli) {
        List<Integer> nodes = selection.nodes();
        if (stimuli.size() == 1) {
            Map<Double, List<Integer>> byWeight = selection.byWeight();
            boolean everywhere = selection.whole() && byWeight.keySet().equals(Set.of(1.0));
            Stimulus all = windowed(input, stimuli.get(0));
            String target = group.local(input.target());
            return everywhere
                    ? List.of(Drive.everywhere(group.name(), target, all))
                    : byWeight.entrySet().stream()
                            .map(entry ->
                                    Drive.at(group.name(), target, weighted(all, entry.getKey()), entry.getValue()))
                            .toList();
        }
        if (stimuli.size() != nodes.size()) {
            String expected = "one series, or one for each of " + nodes.size() + " nodes";
            throw GyrusException.input("", expected, stimuli.size() + " series");
        }
        return IntStream.range(0, nodes.size())
                .filter(i -> selection.weights().get(i) != 0)
                .mapToObj(i -> Drive.at(
                        group.name(),
                        group.local(input.target()),
                        weighted(
                                windowed(input, stimuli.get(i)),
                                selection.weights().get(i)),
                        List.of(nodes.get(i))))
                .toList();
    }

    private static Stimulus weighted(Stimulus stimulus, double weight) {
        return weight == 1 ? stimulus : stimulus.times(weight);
    }

    private static Stimulus windowed(InputSpec input, Stimulus stimulus) {
        return input.start() == 0 && input.end().isEmpty()
                ? stimulus
                : stimulus.between(input.start(), input.end().orElse(Double.POSITIVE_INFINITY));
    }
}
