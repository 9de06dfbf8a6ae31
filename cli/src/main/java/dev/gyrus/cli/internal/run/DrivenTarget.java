package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Stimulus;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.RecordingWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one input or parameter of a group gets from all that drives it, node by node. */
final class DrivenTarget {
    /** Steps at once. */
    private static final int CHUNK = 1024;

    private static final long LARGEST_CSV = 50_000_000;
    private static final int CHARACTERS = 20;

    private final Group group;
    private final String target;
    private final List<Stimulus> signals;
    private final List<Column> columns;

    /** Nodes with the same signals, by their indices among those of the target, and what their sum is. */
    record Column(List<Integer> signals, List<String> nodes, InputTrace trace) {}

    /** @param drives of this target, at least one */
    DrivenTarget(Group group, String target, List<Drive> drives, long steps, double dt) {
        this.group = group;
        this.target = target;
        signals =
                drives.stream().map(drive -> drive.stimulus().over(steps * dt)).toList();
        Map<Integer, List<Integer>> byNode = new TreeMap<>();
        for (int d = 0; d < drives.size(); d++) {
            for (int node : drives.get(d).nodes().orElseGet(() -> allNodes(group))) {
                byNode.computeIfAbsent(node, one -> new ArrayList<>()).add(d);
            }
        }
        Map<List<Integer>, List<String>> nodes = new LinkedHashMap<>();
        List<String> labels = group.labels().orElseThrow();
        byNode.forEach((node, own) ->
                nodes.computeIfAbsent(own, one -> new ArrayList<>()).add(labels.get(node)));
        columns = nodes.entrySet().stream()
                .map(entry -> new Column(entry.getKey(), entry.getValue(), new InputTrace(steps, dt)))
                .toList();
    }

    private static List<Integer> allNodes(Group group) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** As the experiment names it. */
    String name() {
        return group.qualified(target);
    }

    String unit() {
        return Declared.target(group.node().orElseThrow(), target);
    }

    List<Column> columns() {
        return columns;
    }

    /** The nodes of a column in words: a name, or how many there are. */
    String who(Column column) {
        int n = column.nodes().size();
        if (n == group.size()) {
            return n == 1 ? "1 node" : "all " + n + " nodes";
        }
        return n <= 3 ? column.nodes().stream().map(this::named).collect(Collectors.joining(", ")) : n + " nodes";
    }

    private String named(String label) {
        return label.matches("[0-9]+") ? "node " + label : label;
    }

    /**
     * Samples all signals, one value per step as a run uses them.
     *
     * @param folder for {@code <target>.csv}, if it is to be written
     * @return so many steps are from row to row of the file
     */
    long sample(long steps, double dt, Optional<Path> folder) {
        long rowLength = CHARACTERS * (columns.size() + 1L);
        long every = Math.max(1, (steps * rowLength + LARGEST_CSV - 1) / LARGEST_CSV);
        List<String> labels = columns.stream().map(this::label).toList();
        Optional<RecordingWriter> csv = folder.map(
                path -> CsvFiles.recording(path, List.of(new RecordingWriter.Variable(name(), unit(), labels))));
        double[][] values = new double[signals.size()][CHUNK];
        double[][] sums = new double[columns.size()][CHUNK];
        double[] row = new double[columns.size()];
        for (long from = 0; from < steps; from += CHUNK) {
            int count = (int) Math.min(CHUNK, steps - from);
            for (int s = 0; s < values.length; s++) {
                signals.get(s).fill(from, dt, count, values[s]);
            }
            for (int c = 0; c < sums.length; c++) {
                add(columns.get(c).signals(), values, sums[c]);
                columns.get(c).trace().add(sums[c], count);
            }
            for (int k = 0; k < count && csv.isPresent(); k++) {
                if ((from + k) % every == 0) {
                    for (int c = 0; c < row.length; c++) {
                        row[c] = sums[c][k];
                    }
                    csv.get().append((from + k) * dt, row);
                }
            }
        }
        csv.ifPresent(RecordingWriter::close);
        return every;
    }

    private static void add(List<Integer> own, double[][] values, double[] sum) {
        Arrays.fill(sum, 0);
        for (int s : own) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += values[s][k];
            }
        }
    }

    /** The nodes of a column as the header of a file names them. */
    private String label(Column column) {
        return column.nodes().size() > 1 && column.nodes().size() == group.size()
                ? "all"
                : String.join("+", column.nodes());
    }
}
