package dev.gyrus.core;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Regions, the weights of the fibres between them, and the lengths of the fibres (or their delays).
 *
 * <p>Matrices are {@code [to][from]}: row = target, column = source. They are copied in and validated: square, finite,
 * not negative. The arrays that the accessors return are the object's own: treat them as read-only. Thread-safe.
 *
 * @param name where it comes from, such as {@code synthetic80}
 * @param labels one name per region
 * @param weights N × N, dimensionless
 * @param lengths fibre lengths, N × N, in mm; empty where delays are given or there are none
 * @param delays N × N, in ms; empty where lengths are given or there are none
 * @param centres region centres, N × 3, in mm, if known
 */
public record Connectome(
        String name,
        List<String> labels,
        double[][] weights,
        Optional<double[][]> lengths,
        Optional<double[][]> delays,
        Optional<double[][]> centres) {

    public Connectome {
        labels = List.copyOf(labels);
        int n = labels.size();
        Problems problems = new Problems();
        weights = copy(problems, "weights", weights, n, n, false);
        lengths = lengths.map(m -> copy(problems, "lengths", m, n, n, false));
        delays = delays.map(m -> copy(problems, "delays", m, n, n, false));
        centres = centres.map(m -> copy(problems, "centres", m, n, 3, true));
        if (lengths.isPresent() && delays.isPresent()) {
            problems.add(Problem.of("connectome", "either lengths or delays", "both"));
        }
        problems.throwIfAny();
    }

    /** Regions named 0…N−1 with fibre lengths in mm. */
    public static Connectome of(double[][] weights, double[][] lengths) {
        return new Connectome(
                "connectome",
                numbered(weights.length),
                weights,
                Optional.of(lengths),
                Optional.empty(),
                Optional.empty());
    }

    /** Regions named 0…N−1 without delays. */
    public static Connectome of(double[][] weights) {
        return new Connectome(
                "connectome", numbered(weights.length), weights, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The number of regions. */
    public int size() {
        return labels.size();
    }

    /**
     * The delays in ms: as given, or length/speed.
     *
     * @param speed of conduction along the fibres, in mm/ms; 0 for no delays; without meaning where delays are given
     */
    public double[][] delays(double speed) {
        if (delays.isPresent()) {
            return delays.get();
        }
        if (lengths.isPresent() && !(speed >= 0)) {
            throw GyrusException.input("network.speed", "mm/ms, or 0 for no delays", String.valueOf(speed));
        }
        double[][] out = new double[size()][size()];
        for (int i = 0; lengths.isPresent() && speed > 0 && i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[i][j] = lengths.get()[i][j] / speed;
            }
        }
        return out;
    }

    /** The same connectome with other weights. */
    public Connectome withWeights(double[][] weights) {
        return new Connectome(name, labels, weights, lengths, delays, centres);
    }

    private static List<String> numbered(int n) {
        return IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }

    private static double[][] copy(
            Problems problems, String what, double[][] matrix, int rows, int columns, boolean negative) {
        double[][] out = new double[rows][columns];
        if (!problems.require(
                matrix.length == rows, what, rows + " × " + columns + " values", matrix.length + " rows")) {
            return out;
        }
        for (int i = 0; i < rows; i++) {
            String key = what + "[" + i + "]";
            if (!problems.require(matrix[i].length == columns, key, columns + " values", matrix[i].length)) {
                continue;
            }
            for (int j = 0; j < columns; j++) {
                double value = matrix[i][j];
                boolean fine = Double.isFinite(value) && (negative || value >= 0);
                if (!fine) {
                    problems.add(Problem.of(
                            key + "[" + j + "]",
                            negative ? "a finite number" : "a finite number that is not negative",
                            String.valueOf(value)));
                    return out;
                }
                out[i][j] = value;
            }
        }
        return out;
    }
}
