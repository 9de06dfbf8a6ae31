package dev.gyrus.plot.internal;

import dev.gyrus.plot.internal.Scene.Area;
import dev.gyrus.plot.internal.Scene.Clip;
import dev.gyrus.plot.internal.Scene.Dots;
import dev.gyrus.plot.internal.Scene.Line;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.Scene.Raster;
import dev.gyrus.plot.internal.Scene.Text;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes a scene as SVG 1.1: the same text for the same scene on every machine.
 *
 * <p>Text stays text, in the first of a list of families; rasters are embedded PNG images. Not thread-safe.
 */
public final class SvgWriter {
    /** The largest side of a pixel of a raster, in points. */
    private static final double PIXEL = 0.3;

    private final StringBuilder out = new StringBuilder();

    private SvgWriter() {}

    /** The scene as a document; coordinates are points, with two decimals. */
    public static String write(Scene scene) {
        SvgWriter writer = new SvgWriter();
        String width = number(scene.width());
        String height = number(scene.height());
        writer.line("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
                + width + "pt\" height=\"" + height + "pt\" viewBox=\"0 0 " + width + " " + height
                + "\" xml:space=\"preserve\" font-family=\"" + families() + "\">");
        writer.line("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        writer.marks(scene.marks());
        writer.line("</svg>");
        return writer.out.toString();
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                write(line);
            } else if (mark instanceof Area area) {
                write(area);
            } else if (mark instanceof Dots dots) {
                write(dots);
            } else if (mark instanceof Text text) {
                write(text);
            } else if (mark instanceof Raster raster) {
                write(raster);
            } else if (mark instanceof Clip clip) {
                write(clip);
            }
        }
    }

    private void write(Line line) {
        String path = path(line.x(), line.y());
        if (!path.isEmpty()) {
            line("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + color(line.color()) + "\" stroke-width=\""
                    + number(line.width()) + "\" stroke-linejoin=\"round\""
                    + (line.dashed() ? " stroke-dasharray=\"2.5 2\"" : "") + opacity("stroke-opacity", line.opacity())
                    + "/>");
        }
    }

    private void write(Area area) {
        String path = path(area.x(), area.y());
        if (!path.isEmpty()) {
            line("<path d=\"" + path + "Z\" fill=\"" + color(area.color()) + "\""
                    + opacity("fill-opacity", area.opacity()) + "/>");
        }
    }

    /** A disc is the round cap of a line without length: a third of the bytes of a circle element. */
    private void write(Dots dots) {
        line("<g stroke=\"" + color(dots.color()) + "\" stroke-width=\"" + number(dots.diameter())
                + "\" stroke-linecap=\"round\"" + opacity("stroke-opacity", dots.opacity()) + ">");
        for (int i = 0; i < dots.x().length; i++) {
            if (Double.isFinite(dots.x()[i]) && Double.isFinite(dots.y()[i])) {
                line("<path d=\"M" + number(dots.x()[i]) + " " + number(dots.y()[i]) + "h0\"/>");
            }
        }
        line("</g>");
    }

    private void write(Text text) {
        String x = number(text.x());
        String y = number(text.y());
        String anchor = text.anchor().name().toLowerCase(Locale.ROOT);
        out.append("<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + number(text.size()) + "\" fill=\""
                + color(text.color()) + "\"");
        out.append(anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"");
        out.append(text.bold() ? " font-weight=\"bold\"" : "");
        out.append(text.upright() ? " transform=\"rotate(-90 " + x + " " + y + ")\"" : "")
                .append('>');
        double raise = TextMetrics.RAISE * text.size();
        boolean wasRaised = false;
        for (TextMetrics.Run run : TextMetrics.runs(text.text())) {
            if (run.raised()) {
                out.append("<tspan dy=\"" + number(-raise) + "\" font-size=\""
                        + number(TextMetrics.RAISED_SIZE * text.size()) + "\">" + escape(run.text()) + "</tspan>");
            } else if (wasRaised) {
                out.append("<tspan dy=\"" + number(raise) + "\">" + escape(run.text()) + "</tspan>");
            } else {
                out.append(escape(run.text()));
            }
            wasRaised = run.raised();
        }
        line("</text>");
    }

    /**
     * Programs that ignore {@code image-rendering} blur the borders of cells by a pixel of the image: so a cell gets
     * several.
     */
    private void write(Raster raster) {
        int across = pixels(raster.width(), raster.columns());
        int down = pixels(raster.height(), raster.rows());
        int width = raster.columns() * across;
        byte[] pixels = new byte[width * raster.rows() * down];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = raster.cells()[i / width / down * raster.columns() + i % width / across];
        }
        byte[] png = PngEncoder.indexed(width, raster.rows() * down, pixels, raster.palette());
        line("<image" + box(raster.x(), raster.y(), raster.width(), raster.height())
                + " preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\""
                + " xlink:href=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "\"/>");
    }

    private static int pixels(double length, int cells) {
        return (int) Math.max(1, Math.ceil(length / cells / PIXEL));
    }

    /** The identifier follows from the rectangle, so that several figures may stand in one page. */
    private void write(Clip clip) {
        String box = box(clip.x(), clip.y(), clip.width(), clip.height());
        String id = "clip" + box.replaceAll("[^0-9.]+", "-").replaceAll("-$", "");
        line("<clipPath id=\"" + id + "\"><rect" + box + "/></clipPath>");
        line("<g clip-path=\"url(#" + id + ")\">");
        marks(clip.marks());
        line("</g>");
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < x.length; i++) {
            boolean drawn = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            if (drawn) {
                path.append(pen ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
            }
            pen = drawn;
        }
        return path.toString();
    }

    private static String box(double x, double y, double width, double height) {
        return " x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\"";
    }

    private static String families() {
        StringBuilder list = new StringBuilder();
        for (String family : TextMetrics.FAMILIES) {
            list.append(family.contains(" ") ? "'" + family + "'" : family).append(", ");
        }
        return list + "sans-serif";
    }

    private static String opacity(String name, double value) {
        return value < 1 ? " " + name + "=\"" + number(value) + "\"" : "";
    }

    private static String color(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** Two decimals, without trailing zeros. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String whole = (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100);
        if (rest == 0) {
            return whole;
        }
        return whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /** Text as character data; characters XML cannot hold become U+FFFD. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean forbidden =
                            (c < ' ' && c != '\t') || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
                    escaped.appendCodePoint(forbidden ? 0xFFFD : c);
                }
            }
        });
        return escaped.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
