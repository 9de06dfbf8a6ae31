package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.InputSpec;
import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.SignalSpec;
import dev.gyrus.core.Catalogue;
import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
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
import java.util.Set;
import java.util.stream.IntStream;

/** Makes what drives the nodes of a population out of the elements of {@code inputs}. */
final class Drives {
    private static final Set<String> SAMPLED_KEYS = Set.of("values", "file", "interval");

    private final Catalogue<StimulusProvider> signals;
    private final Population population;
    private final Datafiles files;
    private final double dt;

    Drives(Catalogue<StimulusProvider> signals, Population population, Datafiles files, double dt) {
        this.signals = signals;
        this.population = population;
        this.files = files;
        this.dt = dt;
    }

    /** One drive, or one per node where each has samples of its own. */
    List<Drive> of(InputSpec input) {
        List<Integer> nodes = nodes(input.nodes());
        String unit = Declared.target(population.node(), input.target());
        SignalSpec signal = input.signal();
        if (!signal.kind().equals(Names.SAMPLED)) {
            return List.of(drive(input, provided(signal, unit), nodes));
        }
        double[][] rows = samples(signal, unit);
        double interval = interval(signal);
        if (rows.length == 1) {
            return List.of(drive(input, Sampled.of(rows[0], interval), nodes));
        }
        List<Integer> each =
                nodes.isEmpty() ? IntStream.range(0, population.size()).boxed().toList() : nodes;
        if (rows.length != each.size()) {
            throw GyrusException.input(
                    Names.SAMPLED, "one series, or one for each of " + each.size() + " nodes", rows.length + " series");
        }
        List<Drive> drives = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            drives.add(drive(input, Sampled.of(rows[i], interval), List.of(each.get(i))));
        }
        return drives;
    }

    private Drive drive(InputSpec input, Stimulus stimulus, List<Integer> nodes) {
        Stimulus windowed = input.start() == 0 && input.end().isEmpty()
                ? stimulus
                : stimulus.between(input.start(), input.end().orElse(Double.POSITIVE_INFINITY));
        return nodes.isEmpty()
                ? Drive.everywhere(population.name(), input.target(), windowed)
                : Drive.at(population.name(), input.target(), windowed, nodes);
    }

    private Stimulus provided(SignalSpec signal, String unit) {
        StimulusProvider provider = signals.get(signal.kind());
        Map<String, Double> values = new LinkedHashMap<>();
        Problems problems = new Problems();
        signal.arguments().forEach((name, argument) -> {
            String key = signal.kind() + "." + name;
            String declared = provider.parameters().stream()
                    .filter(parameter ->
                            parameter.name().equals(name) && !parameter.unit().isEmpty())
                    .map(StimulusProvider.Parameter::unit)
                    .findFirst()
                    .orElse(unit);
            if (argument instanceof SignalSpec.One one) {
                problems.collect(() -> values.put(name, converted(key, declared, one.value())));
            } else {
                problems.add(Problem.of(key, "a number", "something else"));
            }
        });
        problems.throwIfAny();
        return provider.create(provider.complete(values));
    }

    private double[][] samples(SignalSpec signal, String unit) {
        for (String key : signal.arguments().keySet()) {
            if (!SAMPLED_KEYS.contains(key)) {
                throw GyrusException.input(Problem.unknown(Names.SAMPLED + "." + key, "key", key, SAMPLED_KEYS));
            }
        }
        SignalSpec.Argument values = signal.arguments().get("values");
        SignalSpec.Argument file = signal.arguments().get("file");
        if (values instanceof SignalSpec.Many many && file == null) {
            return many.rows().stream()
                    .map(row -> row.stream()
                            .mapToDouble(q -> converted(Names.SAMPLED + ".values", unit, q))
                            .toArray())
                    .toArray(double[][]::new);
        }
        if (file instanceof SignalSpec.Text text && values == null) {
            return columns(files.find(Names.SAMPLED + ".file", text.text()));
        }
        throw GyrusException.input(
                Names.SAMPLED,
                "either values: [...] or file: name",
                "keys " + signal.arguments().keySet());
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

    private double interval(SignalSpec signal) {
        return signal.arguments().get("interval") instanceof SignalSpec.One one
                ? converted(Names.SAMPLED + ".interval", "ms", one.value())
                : dt;
    }

    private static double converted(String key, String unit, Quantity quantity) {
        try {
            return Conversion.to(unit, quantity);
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under(key));
        }
    }

    /** Indices of nodes given by index or by region name. */
    private List<Integer> nodes(List<String> names) {
        List<Integer> nodes = new ArrayList<>();
        Problems problems = new Problems();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int index = name.matches("[0-9]{1,9}")
                    ? Integer.parseInt(name)
                    : population.labels().indexOf(name);
            if (index >= 0 && index < population.size()) {
                nodes.add(index);
            } else if (name.matches("-?[0-9]+")) {
                problems.add(Problem.of("nodes[" + i + "]", "an index from 0 to " + (population.size() - 1), name));
            } else {
                problems.add(Problem.unknown("nodes[" + i + "]", "region", name, population.labels()));
            }
        }
        problems.throwIfAny();
        return nodes;
    }
}
