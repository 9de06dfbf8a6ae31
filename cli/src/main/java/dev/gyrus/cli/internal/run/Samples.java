package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Quantity;
import dev.gyrus.cli.internal.experiment.SignalSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Stimulus;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import dev.gyrus.stimulus.Recorded;
import dev.gyrus.stimulus.Sampled;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The series of a sampled signal: rows of numbers in the experiment, or columns of a file.
 *
 * @param series [series][sample], in the unit of the input
 * @param names of the series; empty where they have none
 * @param times of the samples in ms; empty where they stand at equal intervals from 0
 */
record Samples(double[][] series, List<String> names, Optional<double[]> times) {
    /** What a sampled signal is told. */
    static final List<String> KEYS = List.of("values", "file", "interval", "unit");

    /** Columns of times, with the size of their unit in ms. */
    private static final Map<String, Double> TIMES = Map.of("t_ms", 1.0, "t_s", 1e3);

    /**
     * Reads what a signal says.
     *
     * @param convert makes numbers of the input's unit
     * @throws GyrusException below the signal's key
     */
    static Samples of(SignalSpec signal, Datafiles files, ToDoubleFunction<Quantity> convert) {
        SignalSpec.Argument values = signal.arguments().get("values");
        SignalSpec.Argument file = signal.arguments().get("file");
        Optional<String> unit = unit(signal.arguments().get("unit"));
        if (values instanceof SignalSpec.Many many && file == null) {
            double[][] rows = many.rows().stream()
                    .map(row -> row.stream()
                            .mapToDouble(number -> converted("values", convert, inUnit(number, unit)))
                            .toArray())
                    .toArray(double[][]::new);
            return new Samples(rows, List.of(), Optional.empty());
        }
        if (file instanceof SignalSpec.Text text && values == null) {
            double factor = unit.map(written -> converted("unit", convert, new Quantity(1, written)))
                    .orElse(1.0);
            return columns(files.arrays("file", text.text())).times(factor);
        }
        String given = signal.arguments().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().shown())
                .collect(Collectors.joining(", "));
        throw GyrusException.input("", "either values: [...] or file: name", given.isEmpty() ? "neither" : given);
    }

    private static Optional<String> unit(SignalSpec.Argument argument) {
        if (argument == null || argument instanceof SignalSpec.Text) {
            return Optional.ofNullable((SignalSpec.Text) argument).map(SignalSpec.Text::text);
        }
        throw GyrusException.input("unit", "a unit", argument.shown());
    }

    private static Quantity inUnit(Quantity number, Optional<String> unit) {
        return number.unit().isEmpty() && unit.isPresent() ? new Quantity(number.value(), unit.get()) : number;
    }

    private static double converted(String key, ToDoubleFunction<Quantity> convert, Quantity quantity) {
        try {
            return convert.applyAsDouble(quantity);
        } catch (GyrusException e) {
            throw GyrusException.input(e.problems().get(0).under(key));
        }
    }

    private static Samples columns(NamedArrays file) {
        NumericArray array = file.only();
        if (array.rank() == 1) {
            return new Samples(new double[][] {array.values()}, List.of(), Optional.empty());
        }
        if (array.rank() != 2) {
            throw GyrusException.input("file", "an array of samples × series", array.shapeText());
        }
        double[][] columns = array.reversed().rows();
        List<String> names = file.texts().getOrDefault("columns", List.of());
        Double size = names.isEmpty() ? null : TIMES.get(names.get(0));
        if (size == null) {
            return new Samples(columns, names, Optional.empty());
        }
        double[] times = Arrays.stream(columns[0]).map(t -> t * size).toArray();
        double[][] series = Arrays.copyOfRange(columns, 1, columns.length);
        if (series.length == 0) {
            throw GyrusException.input("file", "a column of samples beside that of times", "none");
        }
        return new Samples(series, names.subList(1, names.size()), Optional.of(times));
    }

    private Samples times(double factor) {
        double[][] scaled = Arrays.stream(series)
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
        return new Samples(scaled, names, times);
    }

    /**
     * Checks times against an interval that is given beside them.
     *
     * @throws GyrusException where they have another
     */
    void requireInterval(double interval) {
        double[] given = times.orElse(new double[0]);
        for (int k = 1; k < given.length; k++) {
            double apart = given[k] - given[k - 1];
            if (Math.abs(apart - interval) > Stimulus.SAME_TIME) {
                throw GyrusException.input(
                        "interval", "the file's own times, such as " + apart + " ms", interval + " ms");
            }
        }
    }

    /** The signals, each sample held for the interval, or until the time of the next. */
    List<Stimulus> signals(double interval) {
        return Arrays.stream(series)
                .map(row -> times.map(t -> (Stimulus) Recorded.of(t, row)).orElseGet(() -> Sampled.of(row, interval)))
                .toList();
    }

    /**
     * The series of these nodes: those of their names, if series have names of nodes; else all, in their order.
     *
     * @throws GyrusException where only some nodes have one
     */
    Samples of(Group group, List<Integer> nodes) {
        if (names.isEmpty() || series.length == 1) {
            return this;
        }
        OptionalInt[] columns = nodes.stream().map(node -> column(group, node)).toArray(OptionalInt[]::new);
        if (Arrays.stream(columns).allMatch(OptionalInt::isEmpty)) {
            return this;
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isEmpty()) {
                String label = group.labels().orElseThrow().get(nodes.get(i));
                throw GyrusException.input("file", "a column for each node", "none for '" + label + "'");
            }
        }
        double[][] chosen =
                Arrays.stream(columns).map(column -> series[column.getAsInt()]).toArray(double[][]::new);
        return new Samples(chosen, List.of(), times);
    }

    private OptionalInt column(Group group, int node) {
        String label = group.labels().orElseThrow().get(node);
        return IntStream.of(names.indexOf(label), names.indexOf(group.name() + "/" + label))
                .filter(column -> column >= 0)
                .findFirst();
    }
}
