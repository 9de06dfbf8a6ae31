package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One array of a dataset, with the labels that came with it and where it came from.
 *
 * @param file for errors
 * @param key its name in the file, for errors
 * @param numbers empty if there is only text
 * @param labels of its rows, or the text itself; empty if there are none
 * @param columns labels of its columns; empty if there are none
 */
record Item(String file, String key, Optional<NumericArray> numbers, List<String> labels, List<String> columns) {
    private static final int MOST_TOLD = 10;

    Item(String file, String key, Optional<NumericArray> numbers, List<String> labels) {
        this(file, key, numbers, labels, List.of());
    }

    /** A whole file that holds one array. */
    static Item of(NamedArrays file, String key) {
        boolean textOnly = file.arrays().isEmpty() && !file.texts().isEmpty();
        List<String> labels = file.texts().containsKey("rows")
                ? file.texts().get("rows")
                : file.texts().values().stream().findFirst().orElse(List.of());
        List<String> columns = textOnly ? List.of() : file.texts().getOrDefault("columns", List.of());
        return new Item(file.file(), key, textOnly ? Optional.empty() : Optional.of(file.only()), labels, columns);
    }

    /** One array of a file that holds several. */
    static Item named(NamedArrays file, String key) {
        List<String> text = file.texts().get(key);
        return text == null
                ? new Item(file.file(), key, Optional.of(file.get(key)), List.of())
                : new Item(file.file(), key, Optional.empty(), text);
    }

    /** The numbers; that there is only text is an error. */
    NumericArray array() {
        return numbers.orElseThrow(() -> bad("", "numbers", "text"));
    }

    /** A square matrix whose columns come in the order of its rows, as their labels tell. */
    Item aligned() {
        int n = regions();
        if (labels.size() != n || columns.size() != n || columns.equals(Structure.numbered(n))) {
            return this;
        }
        return labels.equals(columns) ? this : select(identity(n), positions(columns, labels), labels);
    }

    /** An aligned square matrix with its regions in the given order, where both have labels. */
    Item ordered(List<String> order) {
        int n = regions();
        List<String> numbers = Structure.numbered(n);
        boolean named = labels.size() == n && !labels.equals(numbers) && !order.isEmpty() && !order.equals(numbers);
        if (!named || labels.equals(order)) {
            return this;
        }
        int[] positions = positions(labels, order);
        return select(positions, positions, order);
    }

    /** Where each label of the order stands in the given ones; that they are not the same labels is an error. */
    private int[] positions(List<String> given, List<String> order) {
        if (given.size() != order.size()
                || !Set.copyOf(given).equals(Set.copyOf(order))
                || Set.copyOf(given).size() < given.size()) {
            throw bad("", "the labels " + listed(order) + " in any order", listed(given));
        }
        return order.stream().mapToInt(given::indexOf).toArray();
    }

    private static String listed(List<String> labels) {
        String first = labels.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return labels.size() > MOST_TOLD ? first + ", … (" + labels.size() + " in all)" : first;
    }

    private static int[] identity(int n) {
        return IntStream.range(0, n).toArray();
    }

    private Item select(int[] rows, int[] across, List<String> names) {
        double[][] matrix = array().rows();
        double[][] selected = Arrays.stream(rows)
                .mapToObj(i ->
                        Arrays.stream(across).mapToDouble(j -> matrix[i][j]).toArray())
                .toArray(double[][]::new);
        return new Item(file, key, Optional.of(NumericArray.matrix(selected)), names, names);
    }

    /** A matrix of these sizes, finite and, if asked for, not negative. */
    double[][] matrix(int rows, int columns, boolean negative) {
        NumericArray array = array();
        if (array.rank() != 2 || array.size(0) != rows || array.size(1) != columns) {
            throw bad("", rows + " × " + columns + " values", array.shapeText());
        }
        double[][] matrix = array.rows();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = matrix[i][j];
                if (!Double.isFinite(value) || (value < 0 && !negative)) {
                    String expected = negative ? "a finite number" : "a finite number that is not negative";
                    problems.addAll(bad("[" + i + "][" + j + "]", expected, String.valueOf(value))
                            .problems());
                }
            }
        }
        if (problems.size() > MOST_TOLD) {
            Problem last = problems.get(MOST_TOLD - 1);
            String more = "… and " + (problems.size() - MOST_TOLD) + " more like it";
            problems.subList(MOST_TOLD - 1, problems.size()).clear();
            problems.add(last.hint(more));
        }
        if (!problems.isEmpty()) {
            throw new GyrusException(GyrusException.Kind.INPUT, problems, null);
        }
        return matrix;
    }

    /** The number of regions of a square matrix. */
    int regions() {
        NumericArray array = array();
        if (array.rank() != 2 || array.size(0) != array.size(1) || array.length() == 0) {
            throw bad("", "a square matrix", array.shapeText());
        }
        return array.size(0);
    }

    /** One number per region, not negative: the only column, the only row, or the first column of several. */
    double[] column(int regions) {
        NumericArray array = array();
        boolean row = array.rank() == 2 && array.size(0) == 1 && array.size(1) == regions;
        if (!row && (array.rank() == 0 || array.rank() > 2 || array.size(0) != regions)) {
            throw bad("", regions + " numbers, one per region", array.shapeText());
        }
        int step = row || array.rank() == 1 ? 1 : array.size(1);
        double[] column = new double[regions];
        for (int i = 0; i < regions; i++) {
            column[i] = array.values()[i * step];
            if (!Double.isFinite(column[i]) || column[i] < 0) {
                throw bad("[" + i + "]", "a finite number that is not negative", String.valueOf(column[i]));
            }
        }
        return column;
    }

    /** An error about this array, or about the element that {@code index} tells. */
    GyrusException bad(String index, String expected, String given) {
        return GyrusException.input(Problem.of(key + index, expected, given).at(file, 0));
    }
}
