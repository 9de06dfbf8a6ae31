package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import java.util.List;

/**
 * Spikes as dots, one row of them for each neuron; where they are many, as the shades of a fine grid.
 *
 * <p>A cell of the grid is {@value #CELL} points wide and shows how many spikes it holds up to {@value #SHADES}, so that
 * neither the time it takes nor the file grows with more spikes than can be told apart.
 */
record Spikes(double[] times, double[] neurons, Style style) implements Layer {
    private static final int MOST = 10_000;
    private static final double CELL = 0.6;
    private static final int SHADES = 4;

    /** How much of its colour a cell with one spike has. */
    private static final double FAINTEST = 0.7;

    @Override
    public void extend(Extent x, Extent y) {
        x.add(times);
        y.add(neurons);
    }

    @Override
    public void draw(Frame frame, List<Mark> out) {
        if (times.length <= MOST) {
            out.add(new Scene.Dots(frame.x(times), frame.y(neurons), style.width(), style.color(), style.opacity()));
        } else {
            out.add(grid(frame));
        }
    }

    private Mark grid(Frame frame) {
        int columns = Math.max(1, (int) Math.ceil(frame.width() / CELL));
        int rows = Math.max(1, (int) Math.ceil(frame.height() / CELL));
        byte[] cells = new byte[columns * rows];
        for (int i = 0; i < times.length; i++) {
            int column = (int) Math.floor((frame.x(times[i]) - frame.left()) / frame.width() * columns);
            int row = (int) Math.floor((frame.y(neurons[i]) - frame.top()) / frame.height() * rows);
            if (column >= 0 && column < columns && row >= 0 && row < rows) {
                int cell = row * columns + column;
                cells[cell] = (byte) Math.min(SHADES, cells[cell] + 1);
            }
        }
        int[] palette = new int[SHADES + 1];
        palette[0] = 0xFFFFFF;
        for (int i = 1; i <= SHADES; i++) {
            double part = FAINTEST + (1 - FAINTEST) * (i - 1) / (SHADES - 1);
            palette[i] = ColorMap.blend(0xFFFFFF, style.color(), part);
        }
        return new Scene.Raster(
                frame.left(), frame.top(), frame.width(), frame.height(), columns, rows, cells, palette);
    }
}
