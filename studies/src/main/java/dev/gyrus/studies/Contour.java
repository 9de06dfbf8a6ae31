package dev.gyrus.studies;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a function on a grid crosses a level, by marching squares: a line per cell of the grid, its ends interpolated linearly
 * on the cell's edges. In a saddle the two corners above the level are kept apart.
 *
 * <p>W. E. Lorensen, H. E. Cline, Marching cubes, ACM SIGGRAPH Computer Graphics 21, 1987, doi:10.1145/37402.37422.
 */
final class Contour {
    private final double[][] z;
    private final double[] x;
    private final double[] y;
    private final double level;
    private final List<double[]> points = new ArrayList<>();

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
        double[][] out = new double[2][contour.points.size()];
        for (int k = 0; k < out[0].length; k++) {
            out[0][k] = contour.points.get(k)[0];
            out[1][k] = contour.points.get(k)[1];
        }
        return out;
    }

    private boolean isAbove(int i, int j) {
        return z[i][j] >= level;
    }

    /** Joins the crossings of a cell's edges; with four of them, around each corner above the level. */
    private void cell(int i, int j) {
        double[] bottom = crossing(i, j, i, j + 1);
        double[] right = crossing(i, j + 1, i + 1, j + 1);
        double[] top = crossing(i + 1, j, i + 1, j + 1);
        double[] left = crossing(i, j, i + 1, j);
        if (bottom != null && right != null && top != null && left != null) {
            boolean corner = isAbove(i, j);
            line(bottom, corner ? left : right);
            line(top, corner ? right : left);
            return;
        }
        double[] first = null;
        for (double[] crossing : new double[][] {bottom, right, top, left}) {
            if (crossing != null && first != null) {
                line(first, crossing);
            }
            first = first == null ? crossing : first;
        }
    }

    private double[] crossing(int i, int j, int k, int l) {
        if (isAbove(i, j) == isAbove(k, l)) {
            return null;
        }
        double part = (level - z[i][j]) / (z[k][l] - z[i][j]);
        return new double[] {x[j] + part * (x[l] - x[j]), y[i] + part * (y[k] - y[i])};
    }

    private void line(double[] from, double[] to) {
        points.add(from);
        points.add(to);
        points.add(new double[] {Double.NaN, Double.NaN});
    }
}
