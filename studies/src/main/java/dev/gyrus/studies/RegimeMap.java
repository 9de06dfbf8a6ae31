package dev.gyrus.studies;

import dev.gyrus.fitting.Probe;
import dev.gyrus.studies.Workshop.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The probe's findings over a grid of inputs.
 *
 * @param cells {@code [row][column]}
 */
record RegimeMap(Grid grid, Probe[][] cells) {

    /**
     * Inputs to both populations at some adaptation.
     *
     * @param a in nS
     * @param b in pA
     * @param mue input to excitation of each column, in mV/ms
     * @param mui input to inhibition of each row, in mV/ms
     */
    record Grid(double a, double b, double[] mue, double[] mui) {}

    /** An interval of a row, from the first to the last of its cells. */
    record Stretch(double from, double to) {

        /** Whether both ends are within a distance of those of another one. */
        boolean isNear(Stretch other, double distance) {
            double most = distance + 1e-9;
            return Math.abs(from - other.from) <= most && Math.abs(to - other.to) <= most;
        }

        @Override
        public String toString() {
            return Check.number(from) + "–" + Check.number(to);
        }
    }

    /** Maps of some grids, probed in one sweep. */
    static List<RegimeMap> of(List<Grid> grids, String what, Workshop workshop) {
        List<Place> places = new ArrayList<>();
        for (Grid grid : grids) {
            for (double mui : grid.mui) {
                for (double mue : grid.mue) {
                    places.add(new Place(mue, mui, grid.a, grid.b));
                }
            }
        }
        Probe[] found = workshop.probe(what, places);
        List<RegimeMap> maps = new ArrayList<>();
        int at = 0;
        for (Grid grid : grids) {
            Probe[][] cells = new Probe[grid.mui.length][];
            for (int row = 0; row < cells.length; row++) {
                cells[row] = Arrays.copyOfRange(found, at, at + grid.mue.length);
                at += grid.mue.length;
            }
            maps.add(new RegimeMap(grid, cells));
        }
        return maps;
    }

    /** {@code count} values from one to another. */
    static double[] axis(double from, double to, int count) {
        double[] axis = new double[count];
        Arrays.setAll(axis, k -> from + (to - from) * k / (count - 1));
        return axis;
    }

    /** The number of the value that is nearest to another. */
    static int nearest(double[] axis, double value) {
        int nearest = 0;
        for (int k = 1; k < axis.length; k++) {
            nearest = Math.abs(axis[k] - value) < Math.abs(axis[nearest] - value) ? k : nearest;
        }
        return nearest;
    }

    /** Between two columns, in mV/ms. */
    double step() {
        return grid.mue[1] - grid.mue[0];
    }

    Probe at(double mue, double mui) {
        return cells[nearest(grid.mui, mui)][nearest(grid.mue, mue)];
    }

    /** Where a row has a property. */
    List<Stretch> stretches(double mui, Predicate<Probe> property) {
        Probe[] row = cells[nearest(grid.mui, mui)];
        List<Stretch> found = new ArrayList<>();
        int first = -1;
        for (int k = 0; k <= row.length; k++) {
            boolean holds = k < row.length && property.test(row[k]);
            if (holds && first < 0) {
                first = k;
            } else if (!holds && first >= 0) {
                found.add(new Stretch(grid.mue[first], grid.mue[k - 1]));
                first = -1;
            }
        }
        return found;
    }

    double[][] values(ToDoubleFunction<Probe> value) {
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row).mapToDouble(value).toArray())
                .toArray(double[][]::new);
    }

    /** All cells of some maps below each other. */
    static Part.Table table(String name, List<RegimeMap> maps) {
        List<double[]> rows = new ArrayList<>();
        for (RegimeMap map : maps) {
            Grid grid = map.grid;
            for (int i = 0; i < grid.mui.length; i++) {
                for (int j = 0; j < grid.mue.length; j++) {
                    Probe cell = map.cells[i][j];
                    rows.add(new double[] {
                        grid.a,
                        grid.b,
                        grid.mue[j],
                        grid.mui[i],
                        cell.frequency(),
                        cell.highest(),
                        cell.down(),
                        cell.up()
                    });
                }
            }
        }
        List<String> header =
                List.of("a", "b", "mue_ext_mean", "mui_ext_mean", "frequency_hz", "max_hz", "down_hz", "up_hz");
        return new Part.Table(name, header, rows);
    }
}
