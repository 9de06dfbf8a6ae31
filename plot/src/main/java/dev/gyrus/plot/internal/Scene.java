package dev.gyrus.plot.internal;

import java.util.List;

/**
 * A finished drawing: marks in painting order on a white page, in points (1/72 inch) from the top left corner.
 *
 * <p>Both writers draw exactly this, so the SVG and the PNG of a figure agree. Colours are {@code 0xRRGGBB}. The arrays
 * are handed over, not copied. Thread-safe: immutable by convention.
 */
public record Scene(double width, double height, List<Mark> marks) {

    public Scene {
        marks = List.copyOf(marks);
    }

    /** Where a text stands relative to its point. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Anything that can be drawn. */
    public sealed interface Mark permits Line, Area, Dots, Text, Raster, Clip {}

    /** A polyline; a NaN coordinate interrupts it. */
    public record Line(double[] x, double[] y, int color, double width, double opacity, boolean dashed)
            implements Mark {}

    /** A filled polygon without an outline. */
    public record Area(double[] x, double[] y, int color, double opacity) implements Mark {}

    /** Discs, each with its own opacity, so that overlaps darken. */
    public record Dots(double[] x, double[] y, double diameter, int color, double opacity) implements Mark {}

    /**
     * One line of text.
     *
     * @param y the baseline
     * @param upright whether it reads from bottom to top
     */
    public record Text(
            double x, double y, String text, double size, boolean bold, Anchor anchor, boolean upright, int color)
            implements Mark {}

    /**
     * A grid of uniformly coloured cells, drawn without smoothing.
     *
     * @param cells indices into the palette, row by row from the top
     */
    public record Raster(
            double x, double y, double width, double height, int columns, int rows, byte[] cells, int[] palette)
            implements Mark {}

    /** Marks of which only the part within a rectangle shows. */
    public record Clip(double x, double y, double width, double height, List<Mark> marks) implements Mark {
        public Clip {
            marks = List.copyOf(marks);
        }
    }
}
