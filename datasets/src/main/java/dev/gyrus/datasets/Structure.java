package dev.gyrus.datasets;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * The structural matrices of one subject or one file: checked, and turned so that rows are targets.
 *
 * @param weights N × N, as stored
 * @param lengths N × N, in mm
 * @param delays N × N, in ms
 * @param centres N × 3, in mm
 * @param labels N names
 * @param counts per source region, where the normalisation needs them
 */
record Structure(
        double[][] weights,
        Optional<double[][]> lengths,
        Optional<double[][]> delays,
        Optional<double[][]> centres,
        List<String> labels,
        double[] counts) {

    /** What a layout says beside its arrays. */
    enum Layout {
        /** Nothing. */
        FREE,
        /** Rows are targets. */
        SUBJECT,
        /** Rows are targets; centres carry the labels, and stand in for lengths that are missing. */
        TVB
    }

    static Structure read(Store store, ReadOptions options, Layout layout, Normalization normalization) {
        Map<String, String> keys = options.keys();
        Item weights = store.require(Part.WEIGHTS, keys).aligned();
        int n = weights.regions();
        Problems problems = new Problems();
        Parts parts = new Parts(store, keys, problems, n);
        Optional<Item> lengths = parts.find(Part.LENGTHS, Part.DELAYS);
        Optional<Item> delays = parts.find(Part.DELAYS, Part.LENGTHS);
        Optional<Item> centres = parts.find(Part.CENTRES, Part.CENTRES);
        if (lengths.isPresent() && delays.isPresent()) {
            problems.add(Problem.of("delays", "either lengths or delays", "both")
                    .at(delays.get().file(), 0)
                    .hint("name one with keys: {…}"));
        }
        if (layout == Layout.TVB && centres.isEmpty() && options.labels().isEmpty()) {
            problems.add(Problem.of("centres", "a member centres.txt: label x y z per region", "none")
                    .at(store.file(), 0));
        }
        Optional<double[][]> w = parts.matrix(Optional.of(weights), n, false);
        Optional<double[][]> l = parts.matrix(parts.ordered(lengths, weights.labels()), n, false);
        Optional<double[][]> d = parts.matrix(parts.ordered(delays, weights.labels()), n, false);
        Optional<double[][]> c = parts.matrix(centres, 3, true);
        problems.throwIfAny();
        if (layout == Layout.TVB && l.isEmpty() && d.isEmpty()) {
            l = c.map(Structure::distances);
        }
        boolean turn = turn(store, options, layout, w.orElseThrow(), l, d);
        List<String> labels = options.labels().isEmpty() ? labels(store, keys, weights, centres) : options.labels();
        checkLabels(options.labels().isEmpty() ? store.file() : "", labels, n);
        return new Structure(
                w.map(m -> turn ? transposed(m) : m).orElseThrow(),
                l.map(m -> turn ? transposed(m) : m),
                d.map(m -> turn ? transposed(m) : m),
                c,
                labels.isEmpty() ? numbered(n) : labels,
                counts(store, keys, n, normalization));
    }

    /** Finds and checks arrays, collecting what is wrong with all of them. */
    private record Parts(Store store, Map<String, String> keys, Problems problems, int regions) {
        /** Leaves a part out where the keys name only the other one of an alternative. */
        Optional<Item> find(Part part, Part alternative) {
            if (keys.containsKey(alternative.toString()) && !keys.containsKey(part.toString())) {
                return Optional.empty();
            }
            AtomicReference<Optional<Item>> found = new AtomicReference<>(Optional.empty());
            problems.collect(() -> found.set(store.find(part, keys)));
            return found.get();
        }

        /** The regions of a square matrix in the order of the weights. */
        Optional<Item> ordered(Optional<Item> item, List<String> order) {
            AtomicReference<Item> ordered = new AtomicReference<>();
            item.ifPresent(i -> problems.collect(() -> ordered.set(i.aligned().ordered(order))));
            return Optional.ofNullable(ordered.get());
        }

        Optional<double[][]> matrix(Optional<Item> item, int columns, boolean negative) {
            AtomicReference<double[][]> matrix = new AtomicReference<>();
            item.ifPresent(i -> problems.collect(() -> matrix.set(i.matrix(regions, columns, negative))));
            return Optional.ofNullable(matrix.get());
        }
    }

    private static boolean turn(
            Store store,
            ReadOptions options,
            Layout layout,
            double[][] weights,
            Optional<double[][]> lengths,
            Optional<double[][]> delays) {
        if (options.orientation().isPresent()) {
            return options.orientation().get() == Orientation.FROM_TO;
        }
        boolean symmetric = isSymmetric(weights)
                && lengths.map(Structure::isSymmetric).orElse(true)
                && delays.map(Structure::isSymmetric).orElse(true);
        if (layout == Layout.FREE && !symmetric) {
            throw GyrusException.input(
                    "orientation",
                    "to-from (row = target) or from-to (row = source), since the matrices of '" + store.file()
                            + "' are not symmetric",
                    "neither");
        }
        return false;
    }

    private static List<String> labels(Store store, Map<String, String> keys, Item weights, Optional<Item> centres) {
        Optional<Item> labels = store.find(Part.LABELS, keys);
        if (labels.isPresent()) {
            Item item = labels.get();
            if (item.numbers().isEmpty()) {
                return item.labels();
            }
            throw item.bad("", "text", "numbers");
        }
        List<String> beside = centres.map(Item::labels).orElse(List.of());
        return beside.isEmpty() ? weights.labels() : beside;
    }

    static void checkLabels(String file, List<String> labels, int n) {
        Problems problems = new Problems();
        if (!labels.isEmpty() && labels.size() != n) {
            problems.add(Problem.of("labels", n + " names, one per region", labels.size() + " names")
                    .at(file, 0));
        }
        if (Set.copyOf(labels).size() < labels.size()) {
            String twice = labels.stream()
                    .filter(label -> labels.indexOf(label) != labels.lastIndexOf(label))
                    .findFirst()
                    .orElseThrow();
            problems.add(Problem.of("labels", "a name of its own for each region", "'" + twice + "' twice")
                    .at(file, 0));
        }
        problems.throwIfAny();
    }

    private static double[] counts(Store store, Map<String, String> keys, int n, Normalization normalization) {
        if (!normalization.needsCounts()) {
            return new double[0];
        }
        Part part = normalization == Normalization.WAYTOTAL ? Part.WAYTOTAL : Part.NVOXEL;
        return store.find(part, keys).orElseThrow(() -> noCounts(normalization)).column(n);
    }

    /** No fault of the file with the weights, so it isn't named. */
    static GyrusException noCounts(Normalization normalization) {
        return GyrusException.input(Problem.of(
                        "normalize",
                        "none, max or region where there are no counts per region",
                        normalization.toString())
                .hint(normalization + " needs a folder of subjects with files " + normalization
                        + "*.txt beside the matrices, or an array '" + normalization + "' beside the weights"));
    }

    /** The same regions, some of them only, in the given order. */
    Structure select(int[] regions, List<String> names) {
        return new Structure(
                select(weights, regions),
                lengths.map(m -> select(m, regions)),
                delays.map(m -> select(m, regions)),
                centres.map(m -> Arrays.stream(regions).mapToObj(i -> m[i]).toArray(double[][]::new)),
                names,
                counts.length == 0
                        ? counts
                        : Arrays.stream(regions).mapToDouble(i -> counts[i]).toArray());
    }

    private static double[][] select(double[][] matrix, int[] regions) {
        return Arrays.stream(regions)
                .mapToObj(i ->
                        Arrays.stream(regions).mapToDouble(j -> matrix[i][j]).toArray())
                .toArray(double[][]::new);
    }

    Connectome connectome(String name, Normalization normalization, boolean selfConnections) {
        double[][] normalized = normalized(weights, counts, normalization, selfConnections);
        return new Connectome(name, labels, normalized, lengths, delays, centres);
    }

    /** A normalised copy; the diagonal is zeroed first, unless it is to be kept: then it counts like any entry. */
    static double[][] normalized(
            double[][] weights, double[] counts, Normalization normalization, boolean selfConnections) {
        double[][] copy = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < copy.length && !selfConnections; i++) {
            copy[i][i] = 0;
        }
        normalization.apply(copy, counts);
        return copy;
    }

    static List<String> numbered(int n) {
        return IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }

    /** Up to what rounding in text or single precision may do. */
    private static boolean isSymmetric(double[][] matrix) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                largest = Math.max(largest, Math.max(Math.abs(matrix[i][j]), Math.abs(matrix[j][i])));
                difference = Math.max(difference, Math.abs(matrix[i][j] - matrix[j][i]));
            }
        }
        return difference <= 1e-6 * largest;
    }

    private static double[][] transposed(double[][] matrix) {
        int n = matrix.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                out[j][i] = matrix[i][j];
            }
        }
        return out;
    }

    private static double[][] distances(double[][] centres) {
        int n = centres.length;
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double difference = centres[i][axis] - centres[j][axis];
                    sum += difference * difference;
                }
                out[i][j] = Math.sqrt(sum);
            }
        }
        return out;
    }
}
