package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers along any number of axes, in row-major order: the last index varies fastest.
 *
 * <p>The values are handed over, not copied: treat them as read-only. Thread-safe.
 */
public final class NumericArray {
    private final int[] shape;
    private final double[] values;
    private final Precision precision;

    private NumericArray(int[] shape, double[] values) {
        this(shape, values, Precision.DOUBLE);
    }

    private NumericArray(int[] shape, double[] values, Precision precision) {
        this.shape = shape;
        this.values = values;
        this.precision = precision;
    }

    /** An array of the given shape; the empty shape is a single number. */
    public static NumericArray of(int[] shape, double[] values) {
        long count = 1;
        for (int size : shape) {
            count *= size;
        }
        if (count != values.length) {
            throw GyrusException.input(
                    "array", count + " values for the shape " + shapeText(shape), values.length + " values");
        }
        return new NumericArray(shape.clone(), values);
    }

    /** One axis. */
    public static NumericArray vector(double... values) {
        return new NumericArray(new int[] {values.length}, values);
    }

    /** Two axes; the rows are copied and must be of one length. */
    public static NumericArray matrix(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw GyrusException.input("array[" + i + "]", columns + " values", rows[i].length + " values");
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new NumericArray(new int[] {rows.length, columns}, values);
    }

    /** A recording: samples × columns, to be stored in its precision. */
    public static NumericArray of(Series series) {
        int columns = series.columns();
        double[] values = new double[Math.multiplyExact(series.samples(), columns)];
        for (int k = 0; k < series.samples(); k++) {
            System.arraycopy(series.row(k), 0, values, k * columns, columns);
        }
        Precision precision = series.isSingle() ? Precision.SINGLE : Precision.DOUBLE;
        return new NumericArray(new int[] {series.samples(), columns}, values, precision);
    }

    /** How a file should store it. */
    public Precision precision() {
        return precision;
    }

    /** The number of axes. */
    public int rank() {
        return shape.length;
    }

    /** The number of values along an axis. */
    public int size(int axis) {
        return shape[axis];
    }

    /** The number of values. */
    public int length() {
        return values.length;
    }

    /** The values, row-major; the array's own. */
    public double[] values() {
        return values;
    }

    /** A copy as rows; the array must have two axes. */
    public double[][] rows() {
        if (shape.length != 2) {
            throw GyrusException.input("array", "two axes", shapeText());
        }
        double[][] rows = new double[shape[0]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * shape[1], (i + 1) * shape[1]);
        }
        return rows;
    }

    /** The same values with the order of the axes reversed: of a matrix, its transpose. */
    public NumericArray reversed() {
        int rank = shape.length;
        int[] turned = new int[rank];
        int[] stride = new int[rank];
        int step = 1;
        for (int axis = rank - 1; axis >= 0; axis--) {
            turned[rank - 1 - axis] = shape[axis];
            stride[rank - 1 - axis] = step;
            step *= shape[axis];
        }
        double[] out = new double[values.length];
        int[] index = new int[rank];
        int from = 0;
        for (int k = 0; k < out.length; k++) {
            out[k] = values[from];
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += stride[axis];
                if (++index[axis] < turned[axis]) {
                    break;
                }
                from -= stride[axis] * turned[axis];
                index[axis] = 0;
            }
        }
        return new NumericArray(turned, out, precision);
    }

    /** Such as {@code 80 × 80}. */
    public String shapeText() {
        return shapeText(shape);
    }

    private static String shapeText(int[] shape) {
        return shape.length == 0
                ? "a single number"
                : Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
    }

    @Override
    public String toString() {
        return "NumericArray[" + shapeText() + "]";
    }
}
