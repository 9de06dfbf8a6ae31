package dev.gyrus.plot;

/**
 * How something is drawn, and the label that names it.
 *
 * @param color {@code 0xRRGGBB}
 * @param width of a line, or diameter of a dot, in points
 * @param opacity from 0, invisible, to 1
 * @param dashed whether a line is dashed
 * @param label its name in the figure, or "" for none
 */
public record Style(int color, double width, double opacity, boolean dashed, String label) {

    /** A solid line of 0.9 points. */
    public static Style of(int color) {
        return new Style(color, 0.9, 1, false, "");
    }

    public Style width(double width) {
        return new Style(color, width, opacity, dashed, label);
    }

    public Style opacity(double opacity) {
        return new Style(color, width, opacity, dashed, label);
    }

    public Style dash() {
        return new Style(color, width, opacity, true, label);
    }

    public Style label(String label) {
        return new Style(color, width, opacity, dashed, label);
    }
}
