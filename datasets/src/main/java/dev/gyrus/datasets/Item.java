package dev.gyrus.datasets;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.util.List;
import java.util.Optional;

/**
 * One array of a dataset, with the labels that came with it and where it came from.
 *
 * @param file for errors
 * @param key its name in the file, for errors
 * @param numbers empty if there is only text
 * @param labels of its rows, or the text itself; empty if there are none
 */
record Item(String file, String key, Optional<NumericArray> numbers, List<String> labels) {

    /** A whole file that holds one array. */
    static Item of(NamedArrays file, String key) {
        boolean textOnly = file.arrays().isEmpty() && !file.texts().isEmpty();
        List<String> labels = file.texts().containsKey("rows")
                ? file.texts().get("rows")
                : file.texts().values().stream().findFirst().orElse(List.of());
        return new Item(file.file(), key, textOnly ? Optional.empty() : Optional.of(file.only()), labels);
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

    /** A matrix of these sizes, finite and, if asked for, not negative. */
    double[][] matrix(int rows, int columns, boolean negative) {
        NumericArray array = array();
        if (array.rank() != 2 || array.size(0) != rows || array.size(1) != columns) {
            throw bad("", rows + " × " + columns + " values", array.shapeText());
        }
        double[][] matrix = array.rows();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = matrix[i][j];
                if (!Double.isFinite(value) || (value < 0 && !negative)) {
                    String expected = negative ? "a finite number" : "a finite number that is not negative";
                    throw bad("[" + i + "][" + j + "]", expected, String.valueOf(value));
                }
            }
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
