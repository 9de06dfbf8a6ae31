package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Dataset;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which columns of a signal are which regions of a dataset's subjects.
 *
 * @param columns of the signal, ascending
 * @param regions of the subjects, one for each of these
 */
record Overlap(int[] columns, int[] regions) {
    private static final int FEWEST = 3;

    /**
     * By name where all columns are regions, or else one by one where there are as many of both; of a network of groups,
     * those that are regions by name. Empty where fewer than three are.
     */
    static Optional<Overlap> of(List<String> labels, Dataset reference) {
        if (reference.subjects().isEmpty()) {
            return Optional.of(same(labels.size()));
        }
        int size = reference.subjects().get(0).functionalConnectivity().length;
        List<String> names = reference.connectome().labels();
        Overlap named = byName(labels, names.size() == size ? names : List.of());
        if (named.columns.length == labels.size()) {
            return Optional.of(named);
        }
        if (labels.size() == size) {
            return Optional.of(same(size));
        }
        boolean groups = labels.stream().allMatch(label -> label.contains("/"));
        return Optional.of(named).filter(some -> groups && some.columns.length >= FEWEST);
    }

    private static Overlap same(int size) {
        int[] all = IntStream.range(0, size).toArray();
        return new Overlap(all, all);
    }

    private static Overlap byName(List<String> labels, List<String> names) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> regions = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            int region = names.contains(label)
                    ? names.indexOf(label)
                    : names.indexOf(label.substring(label.indexOf('/') + 1));
            if (region >= 0 && !regions.contains(region)) {
                columns.add(i);
                regions.add(region);
            }
        }
        return new Overlap(ints(columns), ints(regions));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The signal's columns that are regions of the subjects; the signal itself where all are. */
    Series columnsOf(Series signal) {
        return columns.length == signal.columns() ? signal : select(signal, columns);
    }

    /** A subject's regions that are columns of the signal, in their order; the subject itself where all are. */
    Subject regionsOf(Subject subject) {
        double[][] fc = subject.functionalConnectivity();
        if (Arrays.equals(regions, IntStream.range(0, fc.length).toArray())) {
            return subject;
        }
        double[][] some = IntStream.of(regions)
                .mapToObj(i -> IntStream.of(regions).mapToDouble(j -> fc[i][j]).toArray())
                .toArray(double[][]::new);
        return new Subject(subject.id(), subject.bold().map(bold -> select(bold, regions)), some);
    }

    private static Series select(Series series, int[] columns) {
        double[][] values = Arrays.stream(series.values())
                .map(row -> IntStream.of(columns).mapToDouble(c -> row[c]).toArray())
                .toArray(double[][]::new);
        List<String> labels =
                IntStream.of(columns).mapToObj(series.labels()::get).toList();
        return new Series(series.name(), series.unit(), series.times(), labels, values);
    }
}
