package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import java.util.List;

/**
 * A scatter plot; where there are more dots than an eye can tell apart, the density of the dots.
 *
 * <p>The density is a histogram over square cells of {@value #CELL} points, shaded by the square root of the count, so
 * that the figure's size doesn't grow with the data.
 */
record Dots(double[] x, double[] y, Style style) implements Layer {
    private static final int MOST = 6000;
    private static final double CELL = 1.6;
    private static final int SHADES = 255;

    @Override
    public void extend(Extent toX, Extent toY) {
        toX.add(x);
        toY.add(y);
    }

    @Override
    public void draw(Frame frame, List<Mark> out) {
        if (x.length <= MOST) {
            out.add(new Scene.Dots(frame.x(x), frame.y(y), style.width(), style.color(), style.opacity()));
        } else {
            out.add(density(frame));
        }
    }

    private Mark density(Frame frame) {
        int columns = Math.max(1, (int) (frame.width() / CELL));
        int rows = Math.max(1, (int) (frame.height() / CELL));
        int[] counts = new int[columns * rows];
        int most = 1;
        for (int i = 0; i < x.length; i++) {
            double across = (frame.x(x[i]) - frame.left()) / frame.width();
            double down = (frame.y(y[i]) - frame.top()) / frame.height();
            if (across >= 0 && across <= 1 && down >= 0 && down <= 1) {
                int column = Math.min(columns - 1, (int) (across * columns));
                int row = Math.min(rows - 1, (int) (down * rows));
                most = Math.max(most, ++counts[row * columns + column]);
            }
        }
        byte[] cells = new byte[counts.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (byte) Math.round(SHADES * Math.sqrt(counts[i] / (double) most));
        }
        int[] palette = new int[SHADES + 1];
        for (int i = 0; i <= SHADES; i++) {
            // One dot must show: shades start at a sixth.
            double part = i == 0 ? 0 : 1.0 / 6 + 5.0 / 6 * i / SHADES;
            palette[i] = ColorMap.blend(0xFFFFFF, style.color(), part);
        }
        return new Scene.Raster(
                frame.left(), frame.top(), frame.width(), frame.height(), columns, rows, cells, palette);
    }
}
