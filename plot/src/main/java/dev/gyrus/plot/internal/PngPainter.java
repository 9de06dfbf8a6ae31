package dev.gyrus.plot.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.plot.internal.Scene.Area;
import dev.gyrus.plot.internal.Scene.Clip;
import dev.gyrus.plot.internal.Scene.Dots;
import dev.gyrus.plot.internal.Scene.Line;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.Scene.Raster;
import dev.gyrus.plot.internal.Scene.Text;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Locale;

/**
 * Paints a scene with Java2D, which needs no display, and packs it as PNG.
 *
 * <p>Text is set in the first of the families that the machine has, or else in Java's own sans-serif, and narrowed where
 * that is wider than the layout assumed. Not thread-safe.
 */
public final class PngPainter {
    private static final double POINTS_PER_INCH = 72;
    private static final long MOST_PIXELS = 100_000_000;

    private final Graphics2D graphics;
    private final Font font;

    private PngPainter(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        this.font = font;
    }

    /** The scene as a PNG image with so many dots per inch. */
    public static byte[] paint(Scene scene, double dotsPerInch) {
        double scale = dotsPerInch / POINTS_PER_INCH;
        double pixels = scene.width() * scale * scene.height() * scale;
        if (!(dotsPerInch >= 10) || pixels > MOST_PIXELS) {
            double most = Math.floor(POINTS_PER_INCH * Math.sqrt(MOST_PIXELS / (scene.width() * scene.height())));
            throw GyrusException.input("dpi", "10 to " + (long) most + " dots per inch", String.valueOf(dotsPerInch));
        }
        int width = (int) Math.round(scene.width() * scale);
        int height = (int) Math.round(scene.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.scale(scale, scale);
        new PngPainter(graphics, font(graphics)).marks(scene.marks());
        graphics.dispose();
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return PngEncoder.trueColor(width, height, data, dotsPerInch);
    }

    /** The font of all text. Java2D reports a machine without fonts in several ways, none of which says so. */
    private static Font font(Graphics2D graphics) {
        try {
            Font font = TextMetrics.FAMILIES.stream()
                    .map(family -> new Font(family, Font.PLAIN, 1))
                    .filter(candidate -> TextMetrics.FAMILIES.contains(candidate.getFamily(Locale.ROOT)))
                    .findFirst()
                    .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1));
            font.getStringBounds("0", graphics.getFontRenderContext());
            return font;
        } catch (LinkageError | InternalError | RuntimeException e) {
            Problem problem = Problem.of("this Java cannot draw text: it finds no fonts")
                    .hint("install fontconfig and a font such as DejaVu Sans, or use the SVG");
            throw new GyrusException(GyrusException.Kind.RUN, List.of(problem), e);
        }
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Line line) {
                paint(line);
            } else if (mark instanceof Area area) {
                pen(area.color(), area.opacity());
                graphics.fill(path(area.x(), area.y()));
            } else if (mark instanceof Dots dots) {
                paint(dots);
            } else if (mark instanceof Text text) {
                paint(text);
            } else if (mark instanceof Raster raster) {
                paint(raster);
            } else if (mark instanceof Clip clip) {
                Shape before = graphics.getClip();
                graphics.clip(new Rectangle2D.Double(clip.x(), clip.y(), clip.width(), clip.height()));
                marks(clip.marks());
                graphics.setClip(before);
            }
        }
    }

    private void paint(Line line) {
        pen(line.color(), line.opacity());
        float[] dashes = line.dashed() ? new float[] {2.5f, 2} : null;
        graphics.setStroke(
                new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        graphics.draw(path(line.x(), line.y()));
    }

    private void paint(Dots dots) {
        pen(dots.color(), dots.opacity());
        double d = dots.diameter();
        for (int i = 0; i < dots.x().length; i++) {
            if (Double.isFinite(dots.x()[i]) && Double.isFinite(dots.y()[i])) {
                graphics.fill(new Ellipse2D.Double(dots.x()[i] - d / 2, dots.y()[i] - d / 2, d, d));
            }
        }
    }

    private void paint(Text text) {
        pen(text.color(), 1);
        AffineTransform before = graphics.getTransform();
        graphics.translate(text.x(), text.y());
        if (text.upright()) {
            graphics.rotate(-Math.PI / 2);
        }
        List<TextMetrics.Run> runs = TextMetrics.runs(text.text());
        double drawn = runs.stream().mapToDouble(run -> width(run, text)).sum();
        double planned = TextMetrics.width(text.text(), text.size(), text.bold());
        if (drawn > planned) {
            graphics.scale(planned / drawn, 1);
        }
        double x = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> -drawn / 2;
            case END -> -drawn;
        };
        for (TextMetrics.Run run : runs) {
            graphics.setFont(font(run, text));
            double rise = run.raised() ? TextMetrics.RAISE * text.size() : 0;
            graphics.drawString(run.text(), (float) x, (float) -rise);
            x += width(run, text);
        }
        graphics.setTransform(before);
    }

    private void paint(Raster raster) {
        BufferedImage image = new BufferedImage(raster.columns(), raster.rows(), BufferedImage.TYPE_INT_RGB);
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            data[i] = raster.palette()[raster.cells()[i] & 0xFF];
        }
        pen(0, 1);
        AffineTransform place = AffineTransform.getTranslateInstance(raster.x(), raster.y());
        place.scale(raster.width() / raster.columns(), raster.height() / raster.rows());
        graphics.drawImage(image, place, null);
    }

    private double width(TextMetrics.Run run, Text text) {
        return font(run, text)
                .getStringBounds(run.text(), graphics.getFontRenderContext())
                .getWidth();
    }

    private Font font(TextMetrics.Run run, Text text) {
        double size = text.size() * (run.raised() ? TextMetrics.RAISED_SIZE : 1);
        return font.deriveFont(text.bold() ? Font.BOLD : Font.PLAIN, (float) size);
    }

    private void pen(int rgb, double opacity) {
        graphics.setColor(new Color(rgb));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    }

    private static Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD, x.length);
        boolean pen = false;
        for (int i = 0; i < x.length; i++) {
            boolean drawn = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            if (drawn && pen) {
                path.lineTo(x[i], y[i]);
            } else if (drawn) {
                path.moveTo(x[i], y[i]);
            }
            pen = drawn;
        }
        return path;
    }
}
