package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.SignalSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Sequence;
import dev.gyrus.core.Stimulus;
import dev.gyrus.core.spi.StimulusProvider;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import dev.gyrus.stimulus.Sampled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what drives the nodes of a network out of the elements of {@code inputs}. */
final class Drives {
    /** What a sampled signal is told. */
    static final List<String> SAMPLED_KEYS = List.of("values", "file", "interval");

    private final Catalogue<StimulusProvider> signals;
    private final List<Group> groups;
    private final Datafiles files;
    private final double dt;
    private final Findings findings;

    /** Drives of groups, as far as is known what they are and how many nodes they have. */
    Drives(Catalogue<StimulusProvider> signals, List<Group> groups, Datafiles files, double dt, Findings findings) {
        this.signals = signals;
        this.groups = groups;
        this.files = files;
        this.dt = dt;
        this.findings = findings;
    }

    /** One drive for each group, or one per node where each has samples of its own; none where something is wrong. */
    List<Drive> of(String key, InputSpec input) {
        List<Group> targets = targets(key, input);
        if (targets.isEmpty()) {
            // The rest is checked all the same.
            stimuli(key + "." + input.signal().kind(), input.signal(), Optional.empty());
        }
        List<Drive> drives = new ArrayList<>();
        for (Group group : targets) {
            drives.addAll(of(key, input, group, targets));
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
                    .filter(group -> input.nodes().stream().anyMatch(name -> isOf(group, name)))
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

    /** Whether the name of a node names this group before it. */
    private static boolean isOf(Group group, String node) {
        return !group.name().isEmpty() && node.startsWith(group.name() + "/");
    }

    private List<Drive> of(String key, InputSpec input, Group group, List<Group> targets) {
        String target = group.local(input.target());
        Optional<String> unit = group.node().map(known -> Declared.target(known, target));
        Optional<List<Integer>> nodes = group.labels()
                .filter(known -> findings.sound(key + ".nodes"))
                .flatMap(known -> findings.at(key + ".nodes", () -> nodes(input.nodes(), group, targets)));
        String at = key + "." + input.signal().kind();
        Optional<List<Stimulus>> stimuli = stimuli(at, input.signal(), unit);
        if (unit.isEmpty() || nodes.isEmpty() || stimuli.isEmpty()) {
            return List.of();
        }
        return findings.at(at, () -> drives(input, group, nodes.get(), stimuli.get()))
                .orElse(List.of());
    }

    private Optional<List<Stimulus>> stimuli(String at, SignalSpec signal, Optional<String> unit) {
        return switch (signal.kind()) {
            case "" -> Optional.empty();
            case Names.SAMPLED -> sampled(at, signal, unit);
            case SignalSpec.PLUS, SignalSpec.THEN -> composed(at, signal, unit);
            default -> provided(at, signal, unit);
        };
    }

    /** Signals of several, for all nodes or, where some part is, for each. */
    private Optional<List<Stimulus>> composed(String at, SignalSpec signal, Optional<String> unit) {
        List<List<Stimulus>> parts = new ArrayList<>();
        for (int i = 0; i < signal.parts().size(); i++) {
            SignalSpec part = signal.parts().get(i);
            stimuli(at + "[" + i + "]." + part.kind(), part, unit).ifPresent(parts::add);
        }
        if (parts.isEmpty() || parts.size() < signal.parts().size() || !findings.sound(at)) {
            return Optional.empty();
        }
        int count = parts.stream().mapToInt(List::size).max().orElseThrow();
        return findings.at(
                at,
                () -> IntStream.range(0, count)
                        .mapToObj(node -> composed(signal, parts.stream().map(part -> ofNode(part, node, count))))
                        .toList());
    }

    private static Stimulus ofNode(List<Stimulus> part, int node, int count) {
        if (part.size() != 1 && part.size() != count) {
            throw GyrusException.input("", "parts of as many series each", part.size() + " and " + count + " series");
        }
        return part.get(part.size() == 1 ? 0 : node);
    }

    private static Stimulus composed(SignalSpec signal, Stream<Stimulus> parts) {
        if (signal.kind().equals(SignalSpec.PLUS)) {
            return parts.reduce(Stimulus::plus).orElseThrow();
        }
        Sequence sequence = Sequence.of(parts.toArray(Stimulus[]::new));
        return signal.shares().isEmpty()
                ? sequence
                : sequence.withShares(
                        signal.shares().stream().mapToDouble(share -> share).toArray());
    }

    private static List<Drive> drives(InputSpec input, Group group, List<Integer> nodes, List<Stimulus> stimuli) {
        if (stimuli.size() == 1) {
            return List.of(drive(input, group, stimuli.get(0), nodes));
        }
        List<Integer> each =
                nodes.isEmpty() ? IntStream.range(0, group.size()).boxed().toList() : nodes;
        if (stimuli.size() != each.size()) {
            String expected = "one series, or one for each of " + each.size() + " nodes";
            throw GyrusException.input("", expected, stimuli.size() + " series");
        }
        return IntStream.range(0, each.size())
                .mapToObj(i -> drive(input, group, stimuli.get(i), List.of(each.get(i))))
                .toList();
    }

    private static Drive drive(InputSpec input, Group group, Stimulus stimulus, List<Integer> nodes) {
        Stimulus windowed = input.start() == 0 && input.end().isEmpty()
                ? stimulus
                : stimulus.between(input.start(), input.end().orElse(Double.POSITIVE_INFINITY));
        String target = group.local(input.target());
        return nodes.isEmpty()
                ? Drive.everywhere(group.name(), target, windowed)
                : Drive.at(group.name(), target, windowed, nodes);
    }

    /** The samples' signal, or one per node. */
    private Optional<List<Stimulus>> sampled(String at, SignalSpec signal, Optional<String> unit) {
        if (!findings.sound(at)) {
            return Optional.empty();
        }
        return findings.at(at, () -> {
            double interval = signal.arguments().get("interval") instanceof SignalSpec.One one
                    ? converted("interval", Optional.of("ms"), one.value())
                    : dt;
            return Arrays.stream(samples(signal, unit))
                    .map(row -> below(Names.SAMPLED, () -> (Stimulus) Sampled.of(row, interval)))
                    .toList();
        });
    }

    /** The signal of a provider; each number is checked, also where others are wrong. */
    private Optional<List<Stimulus>> provided(String at, SignalSpec signal, Optional<String> unit) {
        StimulusProvider provider = signals.get(signal.kind());
        Map<String, Double> values = new LinkedHashMap<>();
        for (StimulusProvider.Parameter parameter : provider.parameters()) {
            String name = parameter.name();
            Optional<String> declared = parameter.unit().isEmpty() ? unit : Optional.of(parameter.unit());
            Optional.ofNullable(signal.arguments().get(name))
                    .filter(argument -> findings.sound(at + "." + name))
                    .flatMap(argument -> findings.at(at, () -> number(name, declared, argument)))
                    .ifPresent(value -> values.put(name, value));
        }
        return findings.sound(at)
                ? findings.at(at, () -> List.of(below(signal.kind(), () -> provider.create(provider.complete(values)))))
                : Optional.empty();
    }

    private static double number(String name, Optional<String> unit, SignalSpec.Argument argument) {
        if (argument instanceof SignalSpec.One one) {
            return converted(name, unit, one.value());
        }
        throw GyrusException.input(name, "a finite number", argument.shown());
    }

    private double[][] samples(SignalSpec signal, Optional<String> unit) {
        SignalSpec.Argument values = signal.arguments().get("values");
        SignalSpec.Argument file = signal.arguments().get("file");
        if (values instanceof SignalSpec.Many many && file == null) {
            return many.rows().stream()
                    .map(row -> row.stream()
                            .mapToDouble(q -> converted("values", unit, q))
                            .toArray())
                    .toArray(double[][]::new);
        }
        if (file instanceof SignalSpec.Text text && values == null) {
            return columns(files.find("file", text.text()));
        }
        String given = signal.arguments().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().shown())
                .collect(Collectors.joining(", "));
        throw GyrusException.input("", "either values: [...] or file: name", given.isEmpty() ? "neither" : given);
    }

    /** The series of a file: its columns, a first one named {@code t_ms} left out. */
    private static double[][] columns(Path path) {
        NamedArrays file = ArrayFiles.read(path);
        NumericArray array = file.only();
        if (array.rank() == 1) {
            return new double[][] {array.values()};
        }
        double[][] columns = array.reversed().rows();
        List<String> names = file.texts().getOrDefault("columns", List.of());
        int first = !names.isEmpty() && names.get(0).equals("t_ms") ? 1 : 0;
        return Arrays.copyOfRange(columns, first, columns.length);
    }

    /** A number in a unit, if it is known which. */
    private static double converted(String key, Optional<String> unit, Quantity quantity) {
        try {
            return unit.isEmpty() ? quantity.value() : Conversion.to(unit.get(), quantity);
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under(key));
        }
    }

    /** Providers put the signal's kind before the keys of their problems. */
    private static <T> T below(String kind, Supplier<T> action) {
        try {
            return action.get();
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> problem.key().startsWith(kind + ".")
                            ? problem.under(problem.key().substring(kind.length() + 1))
                            : problem)
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }

    /** Indices of a group's nodes given by index, by region name or as {@code group/name}. */
    private static List<Integer> nodes(List<String> names, Group group, List<Group> targets) {
        List<String> labels = group.labels().orElseThrow();
        List<Integer> nodes = new ArrayList<>();
        Problems problems = new Problems();
        for (int i = 0; i < names.size(); i++) {
            String key = "[" + i + "]";
            String written = names.get(i);
            String name = isOf(group, written) ? written.substring(group.name().length() + 1) : written;
            boolean ofAnother = targets.stream().anyMatch(other -> other != group && isOf(other, written));
            if (ofAnother) {
                continue;
            }
            if (targets.size() > 1 && !isOf(group, written)) {
                String expected = "group/node, or the target as group.name: the target is in several groups";
                problems.add(Problem.of(key, expected, "'" + written + "'"));
                continue;
            }
            int index = name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : labels.indexOf(name);
            if (nodes.contains(index)) {
                problems.add(Problem.of(key, "each node once", "'" + name + "' again"));
            } else if (index >= 0 && index < labels.size()) {
                nodes.add(index);
            } else if (name.matches("-?[0-9]+")) {
                problems.add(Problem.of(key, "an index from 0 to " + (labels.size() - 1), name));
            } else {
                problems.add(Problem.unknown(key, "region", name, labels));
            }
        }
        problems.throwIfAny();
        return nodes;
    }
}
