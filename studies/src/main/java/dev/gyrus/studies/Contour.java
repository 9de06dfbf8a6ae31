package dev.gyrus.studies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a function on a grid crosses a level, by marching squares: in each cell of the grid a piece, its ends interpolated
 * linearly on the cell's edges, and the pieces joined to lines. In a saddle the two corners above the level are kept apart.
 *
 * <p>W. E. Lorensen, H. E. Cline, Marching cubes, ACM SIGGRAPH Computer Graphics 21, 1987, doi:10.1145/37402.37422.
 */
final class Contour {
    private final double[][] z;
    private final double[] x;
    private final double[] y;
    private final double level;
    private final Map<List<Double>, Deque<List<Double>>> pieces = new LinkedHashMap<>();

    private Contour(double[][] z, double[] x, double[] y, double level) {
        this.z = z;
        this.x = x;
        this.y = y;
        this.level = level;
    }

    /**
     * The lines, with NaN between them.
     *
     * @param z {@code [row][column]}
     * @param x of each column
     * @param y of each row
     * @return abscissas and ordinates
     */
    static double[][] of(double[][] z, double[] x, double[] y, double level) {
        Contour contour = new Contour(z, x, y, level);
        for (int i = 0; i + 1 < y.length; i++) {
            for (int j = 0; j + 1 < x.length; j++) {
                contour.cell(i, j);
            }
        }
        List<List<Double>> points = contour.lines();
        double[][] out = new double[2][points.size()];
        for (int k = 0; k < out[0].length; k++) {
            out[0][k] = points.get(k).get(0);
            out[1][k] = points.get(k).get(1);
        }
        return out;
    }

    private boolean isAbove(int i, int j) {
        return z[i][j] >= level;
    }

    /** Joins the crossings of a cell's edges; with four of them, around each corner above the level. */
    private void cell(int i, int j) {
        List<Double> bottom = crossing(i, j, i, j + 1);
        List<Double> right = crossing(i, j + 1, i + 1, j + 1);
        List<Double> top = crossing(i + 1, j, i + 1, j + 1);
        List<Double> left = crossing(i, j, i + 1, j);
        if (bottom != null && right != null && top != null && left != null) {
            boolean corner = isAbove(i, j);
            line(bottom, corner ? left : right);
            line(top, corner ? right : left);
            return;
        }
        List<List<Double>> ends =
                Stream.of(bottom, right, top, left).filter(Objects::nonNull).toList();
        if (ends.size() == 2) {
            line(ends.get(0), ends.get(1));
        }
    }

    private List<Double> crossing(int i, int j, int k, int l) {
        if (isAbove(i, j) == isAbove(k, l)) {
            return null;
        }
        double part = (level - z[i][j]) / (z[k][l] - z[i][j]);
        return List.of(x[j] + part * (x[l] - x[j]), y[i] + part * (y[k] - y[i]));
    }

    private void line(List<Double> from, List<Double> to) {
        pieces.computeIfAbsent(from, p -> new ArrayDeque<>()).add(to);
        pieces.computeIfAbsent(to, p -> new ArrayDeque<>()).add(from);
    }

    /** Follows the pieces, those that end at the border of the grid first, with NaN behind each line. */
    private List<List<Double>> lines() {
        List<List<Double>> starts = new ArrayList<>(pieces.keySet());
        starts.sort(Comparator.comparingInt(point -> pieces.get(point).size()));
        List<List<Double>> points = new ArrayList<>();
        for (List<Double> start : starts) {
            List<Double> at = start;
            while (!pieces.get(at).isEmpty()) {
                if (at == start) {
                    points.add(at);
                }
                List<Double> next = pieces.get(at).poll();
                pieces.get(next).remove(at);
                points.add(next);
                at = next;
            }
            if (at != start) {
                points.add(List.of(Double.NaN, Double.NaN));
            }
        }
        return points;
    }
}
