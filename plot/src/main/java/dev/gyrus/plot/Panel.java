package dev.gyrus.plot;

import dev.gyrus.core.GyrusException;
import dev.gyrus.plot.internal.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pair of axes and what is drawn between them, the first layer lowest.
 *
 * <pre>{@code
 * Panel panel = Panel.of(Axis.of("Time", "s").tighten(), Axis.of("Rate", "Hz"))
 *         .line(time, rate, Style.of(Palette.BLUE).label("cortex"));
 * }</pre>
 *
 * <p>NaN interrupts a line and leaves a dot out. Arrays are copied. Immutable and thread-safe.
 */
public final class Panel {
    private final Axis x;
    private final Axis y;
    private final String title;
    private final boolean key;
    private final List<Layer> layers;

    private Panel(Axis x, Axis y, String title, boolean key, List<Layer> layers) {
        this.x = x;
        this.y = y;
        this.title = title;
        this.key = key;
        this.layers = List.copyOf(layers);
    }

    /** An empty panel. */
    public static Panel of(Axis x, Axis y) {
        return new Panel(x, y, "", false, List.of());
    }

    /** A title above the panel. */
    public Panel title(String title) {
        return new Panel(x, y, title, key, layers);
    }

    /** Names the labelled layers in a row above the panel, instead of at the right end of each line. */
    public Panel key() {
        return new Panel(x, y, title, true, layers);
    }

    /** A line through the points. */
    public Panel line(double[] x, double[] y, Style style) {
        same("line", x.length, y.length);
        return with(new Layer.Line(x.clone(), y.clone(), style));
    }

    /** The space between two lines, filled at a quarter of the style's opacity. */
    public Panel band(double[] x, double[] lower, double[] upper, Style style) {
        same("band", x.length, lower.length);
        same("band", x.length, upper.length);
        Style pale = style.opacity(0.25 * style.opacity());
        return with(new Layer.Band(x.clone(), lower.clone(), upper.clone(), pale));
    }

    /** A dot at each point; thousands of dots become shades of their density. */
    public Panel dots(double[] x, double[] y, Style style) {
        same("dots", x.length, y.length);
        return with(new Dots(x.clone(), y.clone(), style));
    }

    /** A dot at the time of each spike in the row of its neuron; a raster stays small however many there are. */
    public Panel spikes(double[] times, double[] neurons, Style style) {
        same("spikes", times.length, neurons.length);
        return with(new Spikes(times.clone(), neurons.clone(), style));
    }

    /**
     * Bars that stand on zero.
     *
     * @param edges one more than there are heights, ascending
     */
    public Panel bars(double[] edges, double[] heights, Style style) {
        same("bars: edges", heights.length + 1, edges.length);
        return with(new Layer.Bars(edges.clone(), heights.clone(), style));
    }

    /** Counts of the finite values in at most so many bins: of round widths, or about whole numbers if all are whole. */
    public Panel histogram(double[] values, int bins, Style style) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        boolean whole = Arrays.stream(finite).allMatch(value -> value == Math.rint(value));
        Extent extent = new Extent().add(finite);
        double[] range = Ticks.drawable(extent.min(), extent.max());
        double step = Ticks.step(range[1] - range[0], Math.max(1, bins));
        step = whole ? Math.max(1, step) : step;
        double shift = whole ? 0.5 : 0;
        long first = binOf(range[0], shift, step);
        double[] heights = new double[(int) (binOf(range[1], shift, step) - first) + 1];
        for (double value : finite) {
            heights[(int) (binOf(value, shift, step) - first)]++;
        }
        double[] edges = new double[heights.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (first + i) * step - shift;
        }
        return bars(edges, heights, style);
    }

    private static long binOf(double value, double shift, double step) {
        return (long) Math.floor((value + shift) / step + 1e-9);
    }

    /**
     * A matrix as coloured cells.
     *
     * @param values rows × columns
     * @param x the left edge of the first column and the right edge of the last
     * @param y the outer edges of the first and the last row
     */
    public Panel heatMap(double[][] values, double[] x, double[] y, ColorScale scale) {
        same("heat map: x", 2, x.length);
        same("heat map: y", 2, y.length);
        double[][] copy = new double[values.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i].clone();
            same("heat map: row " + i, values[0].length, values[i].length);
        }
        return with(new HeatMap(copy, x.clone(), y.clone(), scale));
    }

    /** A matrix whose cells are centred at whole numbers from 0: reverse the vertical axis to see row 0 on top. */
    public Panel matrix(double[][] values, ColorScale scale) {
        double columns = values.length == 0 ? 1 : values[0].length;
        double rows = Math.max(1, values.length);
        return heatMap(values, new double[] {-0.5, columns - 0.5}, new double[] {-0.5, rows - 0.5}, scale);
    }

    /** A text that starts at a point of the axes. */
    public Panel note(double x, double y, String text) {
        return note(x, y, text, Theme.TEXT);
    }

    /** The same in a colour, {@code 0xRRGGBB}, that can be read on what lies below. */
    public Panel note(double x, double y, String text, int color) {
        return with(new Layer.Note(x, y, text, color));
    }

    Axis x() {
        return x;
    }

    Axis y() {
        return y;
    }

    String title() {
        return title;
    }

    boolean hasKey() {
        return key;
    }

    List<Layer> layers() {
        return layers;
    }

    private Panel with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new Panel(x, y, title, key, more);
    }

    private static void same(String what, int expected, int given) {
        if (expected != given) {
            throw GyrusException.input(what, expected + " values", given + " values");
        }
    }
}
