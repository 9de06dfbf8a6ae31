package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NumericArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Turns a subject's functional data into a {@link Subject}: BOLD with its correlations, or correlations alone. */
final class Functional {
    /** What rounding in single precision may add to a correlation of 1. */
    private static final double ROUNDING = 1e-5;

    private Functional() {}

    /**
     * BOLD, one row per region.
     *
     * @param regions the rows to keep
     * @param repetitionTime in ms; 0 if it isn't known: then only the correlations are kept
     */
    static Subject bold(String id, Item item, int[] regions, List<String> labels, double repetitionTime) {
        NumericArray array = item.array();
        int samples = array.size(1);
        double[][] signals = new double[regions.length][samples];
        for (int i = 0; i < regions.length; i++) {
            System.arraycopy(array.values(), regions[i] * samples, signals[i], 0, samples);
            for (int k = 0; k < samples; k++) {
                if (!Double.isFinite(signals[i][k])) {
                    String index = "[" + regions[i] + "][" + k + "]";
                    throw item.bad(index, "a finite number", String.valueOf(signals[i][k]));
                }
            }
        }
        double[][] correlations = correlations(item, signals, regions);
        return new Subject(id, series(signals, labels, repetitionTime), correlations);
    }

    /** The number of regions of a BOLD recording. */
    static int regions(Item item) {
        NumericArray array = item.array();
        if (array.rank() != 2 || array.size(0) < 1 || array.size(1) < 2) {
            throw item.bad("", "regions × samples", array.shapeText());
        }
        return array.size(0);
    }

    private static Optional<Series> series(double[][] signals, List<String> labels, double repetitionTime) {
        if (repetitionTime == 0) {
            return Optional.empty();
        }
        int samples = signals[0].length;
        double[] times = new double[samples];
        double[][] values = new double[samples][signals.length];
        for (int k = 0; k < samples; k++) {
            times[k] = k * repetitionTime;
            for (int i = 0; i < signals.length; i++) {
                values[k][i] = signals[i][k];
            }
        }
        return Optional.of(new Series("bold", "1", times, labels, values));
    }

    /** Pearson's correlation of every two rows, in two passes. */
    private static double[][] correlations(Item item, double[][] signals, int[] regions) {
        int n = signals.length;
        int samples = signals[0].length;
        double[][] standard = new double[n][samples];
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (double value : signals[i]) {
                mean += value / samples;
            }
            double power = 0;
            for (int k = 0; k < samples; k++) {
                standard[i][k] = signals[i][k] - mean;
                power += standard[i][k] * standard[i][k];
            }
            double norm = Math.sqrt(power);
            if (!(norm > Math.abs(mean) * 1e-12)) {
                throw item.bad("[" + regions[i] + "]", "a signal that varies", "the same number all along");
            }
            for (int k = 0; k < samples; k++) {
                standard[i][k] /= norm;
            }
        }
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            out[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < samples; k++) {
                    sum += standard[i][k] * standard[j][k];
                }
                out[i][j] = Math.max(-1, Math.min(1, sum));
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /** One subject per file of a folder, per matrix of a file, or per slice of an array. */
    static List<Subject> correlations(Path path, ReadOptions options) {
        Problems problems = new Problems();
        List<Subject> subjects = new ArrayList<>();
        List<Path> files = Files.isDirectory(path)
                ? Store.list(path).stream().filter(ArrayFiles::isReadable).toList()
                : List.of(path);
        for (Path file : files) {
            problems.collect(() -> {
                subjects.addAll(subjects(Store.stem(file.getFileName().toString()), file, options));
            });
        }
        problems.throwIfAny();
        if (subjects.isEmpty()) {
            throw GyrusException.input(Problem.of("", "matrices of correlations, one per subject", "none")
                    .at(path.toString(), 0));
        }
        int n = subjects.get(0).functionalConnectivity().length;
        for (Subject subject : subjects) {
            int rows = subject.functionalConnectivity().length;
            if (rows != n) {
                problems.add(Problem.of(subject.id(), n + " regions, as in the first matrix", String.valueOf(rows))
                        .at(path.toString(), 0));
            }
        }
        problems.throwIfAny();
        return List.copyOf(subjects);
    }

    private static List<Subject> subjects(String name, Path file, ReadOptions options) {
        Store store = Store.of(ArrayFiles.read(file), Part.FC);
        List<Item> items = options.keys().containsKey(Part.FC.toString())
                ? List.of(store.require(Part.FC, options.keys()))
                : store.items().values().stream()
                        .map(Supplier::get)
                        .filter(item -> item.numbers().isPresent())
                        .toList();
        List<Subject> subjects = new ArrayList<>();
        for (Item item : items) {
            NumericArray array = item.array();
            String id = items.size() == 1 ? name : item.key();
            if (array.rank() == 3) {
                for (int s = 0; s < array.size(0); s++) {
                    subjects.add(correlations(id + "-" + (s + 1), slice(item, s)));
                }
            } else {
                subjects.add(correlations(id, item));
            }
        }
        return subjects;
    }

    private static Item slice(Item item, int s) {
        NumericArray array = item.array();
        int size = array.size(1) * array.size(2);
        double[] values = Arrays.copyOfRange(array.values(), s * size, (s + 1) * size);
        NumericArray slice = NumericArray.of(new int[] {array.size(1), array.size(2)}, values);
        return new Item(item.file(), item.key() + "[" + s + "]", Optional.of(slice), List.of());
    }

    private static Subject correlations(String id, Item item) {
        return correlations(id, item, IntStream.range(0, item.regions()).toArray());
    }

    /** A matrix of correlations. */
    static Subject correlations(String id, Item item, int[] regions) {
        int total = item.regions();
        double[][] matrix = item.matrix(total, total, true);
        for (int i = 0; i < total; i++) {
            for (int j = 0; j < total; j++) {
                double value = matrix[i][j];
                if (Math.abs(value) > 1 + ROUNDING || Math.abs(value - matrix[j][i]) > ROUNDING) {
                    throw notCorrelations(item, i, j, value);
                }
            }
        }
        double[][] out = new double[regions.length][regions.length];
        for (int i = 0; i < regions.length; i++) {
            for (int j = 0; j < regions.length; j++) {
                out[i][j] = matrix[regions[i]][regions[j]];
            }
        }
        return new Subject(id, Optional.empty(), out);
    }

    private static GyrusException notCorrelations(Item item, int i, int j, double value) {
        return item.bad(
                "[" + i + "][" + j + "]",
                "a correlation from -1 to 1, the same on both sides of the diagonal",
                String.valueOf(value));
    }
}
