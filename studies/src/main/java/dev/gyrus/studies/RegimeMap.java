package dev.gyrus.studies;

import dev.gyrus.studies.Workshop.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The probe's findings over a grid of inputs.
 *
 * @param mue input to excitation of each column, in mV/ms
 * @param mui input to inhibition of each row, in mV/ms
 * @param cells {@code [row][column]}
 */
record RegimeMap(double[] mue, double[] mui, Cell[][] cells) {

    /** An interval of a row, from the first to the last of its cells. */
    record Stretch(double from, double to) {}

    /** {@code count} values from one to another. */
    static double[] axis(double from, double to, int count) {
        double[] axis = new double[count];
        Arrays.setAll(axis, k -> from + (to - from) * k / (count - 1));
        return axis;
    }

    static List<Place> places(double[] mue, double[] mui, double a, double b) {
        List<Place> places = new ArrayList<>();
        for (double inhibition : mui) {
            for (double excitation : mue) {
                places.add(new Place(excitation, inhibition, a, b));
            }
        }
        return places;
    }

    /** A map of some of the cells of {@link #places}. */
    static RegimeMap of(double[] mue, double[] mui, Cell[] all, int first) {
        Cell[][] cells = new Cell[mui.length][];
        Arrays.setAll(cells, row -> {
            int at = first + row * mue.length;
            return Arrays.copyOfRange(all, at, at + mue.length);
        });
        return new RegimeMap(mue, mui, cells);
    }

    double step() {
        return mue[1] - mue[0];
    }

    Cell at(double excitation, double inhibition) {
        return row(inhibition)[nearest(mue, excitation)];
    }

    Cell[] row(double inhibition) {
        return cells[nearest(mui, inhibition)];
    }

    /** The number of the value that is nearest to another. */
    static int nearest(double[] axis, double value) {
        int nearest = 0;
        for (int k = 1; k < axis.length; k++) {
            nearest = Math.abs(axis[k] - value) < Math.abs(axis[nearest] - value) ? k : nearest;
        }
        return nearest;
    }

    /** Where a row has a property. */
    List<Stretch> stretches(double inhibition, Predicate<Cell> property) {
        Cell[] row = row(inhibition);
        List<Stretch> found = new ArrayList<>();
        int first = -1;
        for (int k = 0; k <= row.length; k++) {
            boolean holds = k < row.length && property.test(row[k]);
            if (holds && first < 0) {
                first = k;
            } else if (!holds && first >= 0) {
                found.add(new Stretch(mue[first], mue[k - 1]));
                first = -1;
            }
        }
        return found;
    }

    double[][] values(ToDoubleFunction<Cell> value) {
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row).mapToDouble(value).toArray())
                .toArray(double[][]::new);
    }
}
