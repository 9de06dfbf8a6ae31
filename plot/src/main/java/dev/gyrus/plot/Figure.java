package dev.gyrus.plot;

import dev.gyrus.core.GyrusException;
import dev.gyrus.plot.internal.PngPainter;
import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.SvgWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels in rows and columns with aligned frames, and the files made of them.
 *
 * <pre>{@code
 * Figure.of(120, rates, spectrum).title("Resting state").write(Path.of("out/rest"));
 * }</pre>
 *
 * <p>Panels are lettered a, b, c … when there are several. The same figure always gives the same SVG text; the pixels of
 * a PNG depend on the fonts of the machine. Immutable and thread-safe.
 */
public final class Figure {
    /**
     * A row of panels.
     *
     * @param height of the frames in points, or 0 for square frames
     */
    record Row(double height, List<Panel> panels) {
        Row {
            panels = List.copyOf(panels);
        }
    }

    private final double width;
    private final String title;
    private final String subtitle;
    private final List<Row> rows;

    private Figure(double width, String title, String subtitle, List<Row> rows) {
        this.width = width;
        this.title = title;
        this.subtitle = subtitle;
        this.rows = List.copyOf(rows);
    }

    /** One row of panels whose frames are so many points high, as wide as a journal page (183 mm). */
    public static Figure of(double height, Panel... panels) {
        return new Figure(Theme.PAGE_WIDTH_MM * Theme.POINTS_PER_MM, "", "", List.of()).row(height, panels);
    }

    /** One row of panels with square frames. */
    public static Figure ofSquares(Panel... panels) {
        return new Figure(Theme.PAGE_WIDTH_MM * Theme.POINTS_PER_MM, "", "", List.of()).squares(panels);
    }

    /** One more row below; in a row with fewer panels than others the last is wider. */
    public Figure row(double height, Panel... panels) {
        if (panels.length == 0 || !(height > 0 && height <= 5000)) {
            String given = panels.length + " panels, " + height + " points";
            throw GyrusException.input("figure row", "at least one panel, up to 5000 points high", given);
        }
        return with(new Row(height, List.of(panels)));
    }

    /** One more row below, with square frames. */
    public Figure squares(Panel... panels) {
        if (panels.length == 0) {
            throw GyrusException.input("figure row", "at least one panel", "none");
        }
        return with(new Row(0, List.of(panels)));
    }

    /** A heading. */
    public Figure title(String title) {
        return new Figure(width, title, subtitle, rows);
    }

    /** A quieter text under the heading: where the data come from. */
    public Figure subtitle(String subtitle) {
        return new Figure(width, title, subtitle, rows);
    }

    /** The width of the whole figure in mm: 89 for a column of most journals, 183 for the page. */
    public Figure width(double millimetres) {
        if (!(millimetres >= 30 && millimetres <= 2000)) {
            throw GyrusException.input("figure width", "30 to 2000 mm", String.valueOf(millimetres));
        }
        return new Figure(millimetres * Theme.POINTS_PER_MM, title, subtitle, rows);
    }

    /** The figure as an SVG document. */
    public String svg() {
        return SvgWriter.write(scene());
    }

    /** The figure as a PNG image with so many dots per inch: 300 for print, 150 for a page on the screen. */
    public byte[] png(double dotsPerInch) {
        return PngPainter.paint(scene(), dotsPerInch);
    }

    /**
     * Writes {@code base.svg} and {@code base.png} (300 dots per inch), each beside its place first and then moved there.
     * On a machine without fonts only the SVG is written before the error.
     *
     * @param base the path without the ending; its folders are created
     * @return the two files
     */
    public List<Path> write(Path base) {
        Scene scene = scene();
        Path svg = beside(base, ".svg");
        Path png = beside(base, ".png");
        store(svg, SvgWriter.write(scene).getBytes(StandardCharsets.UTF_8));
        store(png, PngPainter.paint(scene, Theme.DOTS_PER_INCH));
        return List.of(svg, png);
    }

    double width() {
        return width;
    }

    String title() {
        return title;
    }

    String subtitle() {
        return subtitle;
    }

    List<Row> rows() {
        return rows;
    }

    private Scene scene() {
        return new Layout(this).scene();
    }

    private Figure with(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        return new Figure(width, title, subtitle, more);
    }

    private static Path beside(Path base, String ending) {
        return base.resolveSibling(base.getFileName() + ending);
    }

    private static void store(Path file, byte[] content) {
        Path partial = beside(file, ".partial");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            try {
                Files.write(partial, content);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            throw GyrusException.input(file.toString(), "a file that can be written", reason);
        }
    }
}
