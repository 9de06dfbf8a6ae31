package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import java.util.List;

/**
 * A matrix as coloured cells.
 *
 * <p>Cells too small for the page are averaged over their finite values; values that aren't finite, or not positive on a
 * logarithmic scale, are {@link ColorMap#MISSING}.
 *
 * @param values rows × columns
 * @param x from the left edge of the first column to the right edge of the last
 * @param y from the outer edge of the first row to that of the last
 */
record HeatMap(double[][] values, double[] x, double[] y, ColorScale scale) implements Layer {
    private static final int SHADES = 255;
    private static final double SMALLEST_CELL = 0.5;

    @Override
    public void extend(Extent toX, Extent toY) {
        toX.add(x);
        toY.add(y);
    }

    /** The colour bar's axis, fitted to the values. */
    Ruler ruler(double length) {
        Extent extent = new Extent().add(values);
        Axis axis = scale.axis();
        boolean open = Double.isNaN(axis.min()) && Double.isNaN(axis.max());
        if (scale.map() == ColorMap.BLUE_WHITE_RED && open && extent.min() <= extent.max()) {
            double limit = Math.max(Math.abs(extent.min()), Math.abs(extent.max()));
            extent.add(-limit, limit);
        }
        return Ruler.upright(axis, extent, length);
    }

    @Override
    public void draw(Frame frame, List<Mark> out) {
        int rows = coarser(values.length, frame.height());
        int columns = coarser(values.length == 0 ? 0 : values[0].length, frame.width());
        if (rows == 0 || columns == 0) {
            return;
        }
        Ruler ruler = ruler(frame.height());
        double left = Math.min(frame.x(x[0]), frame.x(x[1]));
        double right = Math.max(frame.x(x[0]), frame.x(x[1]));
        double top = Math.min(frame.y(y[0]), frame.y(y[1]));
        double bottom = Math.max(frame.y(y[0]), frame.y(y[1]));
        boolean leftwards = frame.x(x[0]) > left;
        boolean upwards = frame.y(y[0]) > top;
        byte[] cells = new byte[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int row = upwards ? rows - 1 - i : i;
                int column = leftwards ? columns - 1 - j : j;
                cells[i * columns + j] = shade(ruler.fraction(mean(row, rows, column, columns)));
            }
        }
        out.add(new Scene.Raster(left, top, right - left, bottom - top, columns, rows, cells, palette(scale.map())));
    }

    /** The bar beside the panel: the lowest colour at the bottom. */
    static Mark bar(ColorMap map, double left, double top, double width, double height) {
        byte[] cells = new byte[SHADES];
        for (int i = 0; i < SHADES; i++) {
            cells[i] = (byte) (SHADES - 1 - i);
        }
        return new Scene.Raster(left, top, width, height, 1, SHADES, cells, palette(map));
    }

    /** The shades from low to high, then that of missing values. */
    private static int[] palette(ColorMap map) {
        int[] palette = new int[SHADES + 1];
        for (int i = 0; i < SHADES; i++) {
            palette[i] = map.color(i / (SHADES - 1.0));
        }
        palette[SHADES] = ColorMap.MISSING;
        return palette;
    }

    private static byte shade(double fraction) {
        if (!Double.isFinite(fraction)) {
            return (byte) SHADES;
        }
        return (byte) Math.round((SHADES - 1) * Math.max(0, Math.min(1, fraction)));
    }

    private static int coarser(int cells, double length) {
        return Math.min(cells, Math.max(1, (int) (length / SMALLEST_CELL)));
    }

    private double mean(int row, int rows, int column, int columns) {
        double sum = 0;
        int count = 0;
        int lastRow = (int) ((row + 1L) * values.length / rows);
        for (int i = (int) ((long) row * values.length / rows); i < lastRow; i++) {
            int lastColumn = (int) ((column + 1L) * values[i].length / columns);
            for (int j = (int) ((long) column * values[i].length / columns); j < lastColumn; j++) {
                if (Double.isFinite(values[i][j])) {
                    sum += values[i][j];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
