package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Anchor;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.TextMetrics;
import java.util.ArrayList;
import java.util.List;

/** A panel fitted to the size of its frame: how much room its texts need around it, and its marks. */
final class PanelPainter {
    /** The room around a frame, in points. */
    record Insets(double left, double right, double top, double bottom) {}

    /** A label further from its axis than this stands by its own axis, not under those of other panels. */
    private static final double FAR = 12;

    private final Panel panel;
    private final String letter;
    private final double width;
    private final double height;
    private final Ruler horizontal;
    private final Ruler vertical;
    private final List<Layer.Line> named = new ArrayList<>();
    private final Key key;
    private final boolean keyBelowTitle;
    private HeatMap map;
    private Ruler bar;

    /** @param letter by which a caption names the panel, or "" */
    PanelPainter(Panel panel, String letter, double width, double height) {
        this.panel = panel;
        this.letter = letter;
        this.width = width;
        this.height = height;
        Extent x = new Extent();
        Extent y = new Extent();
        for (Layer layer : panel.layers()) {
            layer.extend(x, y);
            if (layer instanceof HeatMap heatMap) {
                map = heatMap;
                bar = heatMap.scale().bar() ? heatMap.ruler(height) : null;
            } else if (layer instanceof Layer.Line line
                    && !panel.hasKey()
                    && !line.style().label().isEmpty()) {
                named.add(line);
            }
        }
        horizontal = Ruler.level(panel.x(), x, width);
        vertical = Ruler.upright(panel.y(), y, height);
        key = new Key(panel.hasKey() ? panel.layers() : List.of());
        keyBelowTitle = key.width() > 0 && titleIndent(0) + titleWidth() + 2 * Theme.BAR_GAP + key.width() > width;
    }

    Insets insets() {
        double left = panel.y().bare() ? 0 : vertical.labelRoom() + Theme.TICK + Theme.GAP - 1;
        double right = 0;
        double bottom = panel.x().bare() ? 0 : Theme.TICK + Theme.GAP + Theme.TICK_SIZE;
        if (!panel.x().bare()) {
            left = Math.max(left, horizontal.overhang(0, width));
            right = horizontal.overhang(1, width);
        }
        left += panel.y().bare() || vertical.text().isEmpty() ? 0 : Theme.GAP + Theme.LABEL_SIZE;
        bottom += panel.x().bare() || horizontal.text().isEmpty() ? 0 : Theme.GAP + Theme.LABEL_SIZE;
        for (Layer.Line line : named) {
            right = Math.max(right, Theme.GAP + TextMetrics.width(line.style().label(), Theme.TICK_SIZE, false));
        }
        if (bar != null) {
            double labels = Theme.TICK + Theme.GAP - 1 + bar.labelRoom();
            double text = bar.text().isEmpty() ? 0 : Theme.BAR_LABEL_GAP + Theme.LABEL_SIZE;
            right = Math.max(right, Theme.BAR_GAP + Theme.BAR_WIDTH + labels + text);
        }
        boolean header = !letter.isEmpty() || !panel.title().isEmpty() || key.width() > 0;
        double top = header ? Theme.LETTER_SIZE + 2 * Theme.GAP : Theme.TICK_SIZE / 2;
        return new Insets(left, right, top + (keyBelowTitle ? Theme.LETTER_SIZE + Theme.GAP : 0), bottom);
    }

    /**
     * Draws the panel.
     *
     * @param room the space reserved to the left of the frame, shared by all panels of a column
     */
    void draw(double left, double top, double room, List<Mark> out) {
        Frame frame = new Frame(left, top, width, height, horizontal, vertical);
        for (Layer layer : panel.layers()) {
            List<Mark> inside = new ArrayList<>();
            layer.draw(frame, inside);
            double edge = layer.overlap();
            if (Double.isFinite(edge)) {
                out.add(new Scene.Clip(left - edge, top - edge, width + 2 * edge, height + 2 * edge, inside));
            } else {
                out.addAll(inside);
            }
        }
        AxisPainter axes = new AxisPainter(out, map == null);
        if (!panel.x().bare()) {
            axes.below(frame);
        }
        if (!panel.y().bare()) {
            axes.leftOf(frame, room - insets().left() > FAR ? insets().left() : room);
        }
        if (bar != null) {
            double at = frame.right() + Theme.BAR_GAP;
            out.add(HeatMap.bar(map.scale().map(), at, top, Theme.BAR_WIDTH, height));
            axes.rightOf(at + Theme.BAR_WIDTH, top, height, bar);
        }
        header(frame, room, out);
        ends(frame, out);
    }

    private void header(Frame frame, double room, List<Mark> out) {
        double baseline = frame.top() - 2 * Theme.GAP + 0.5;
        if (keyBelowTitle) {
            key.draw(frame.left(), baseline, out);
            baseline -= Theme.LETTER_SIZE + Theme.GAP;
        } else {
            key.draw(frame.right() - key.width(), baseline, out);
        }
        if (!letter.isEmpty()) {
            out.add(text(frame.left() - room, baseline, letter, Theme.LETTER_SIZE, true, Anchor.START));
        }
        if (!panel.title().isEmpty()) {
            double indent = titleIndent(room);
            double space = width - indent - (keyBelowTitle || key.width() == 0 ? 0 : key.width() + Theme.BAR_GAP);
            String title = TextMetrics.fit(panel.title(), Theme.TITLE_SIZE, false, space);
            out.add(text(frame.left() + indent, baseline, title, Theme.TITLE_SIZE, false, Anchor.START));
        }
    }

    /** The names of lines at their right ends, moved apart where they would touch. */
    private void ends(Frame frame, List<Mark> out) {
        List<Layer.Line> lines = new ArrayList<>(named);
        lines.removeIf(line -> Double.isNaN(line.end(frame)));
        lines.sort((a, b) -> Double.compare(a.end(frame), b.end(frame)));
        double[] heights = lines.stream().mapToDouble(line -> line.end(frame)).toArray();
        double apart = 1.15 * Theme.TICK_SIZE;
        for (int i = 1; i < heights.length; i++) {
            heights[i] = Math.max(heights[i], heights[i - 1] + apart);
        }
        double limit = frame.bottom();
        for (int i = heights.length - 1; i >= 0; i--) {
            heights[i] = Math.min(heights[i], limit);
            limit = heights[i] - apart;
        }
        for (int i = 0; i < heights.length; i++) {
            Style style = lines.get(i).style();
            double baseline = heights[i] + Theme.HALF_CAPITAL * Theme.TICK_SIZE;
            out.add(new Scene.Text(
                    frame.right() + Theme.GAP,
                    baseline,
                    style.label(),
                    Theme.TICK_SIZE,
                    false,
                    Anchor.START,
                    false,
                    style.color()));
        }
    }

    private double titleWidth() {
        return TextMetrics.width(panel.title(), Theme.TITLE_SIZE, false);
    }

    /** The title starts with the frame, or after the letter where that reaches into it. */
    private double titleIndent(double room) {
        double letterWidth = TextMetrics.width(letter, Theme.LETTER_SIZE, true);
        return letter.isEmpty() ? 0 : Math.max(0, letterWidth + 2 * Theme.GAP - room);
    }

    private static Mark text(double x, double y, String text, double size, boolean bold, Anchor anchor) {
        return new Scene.Text(x, y, text, size, bold, anchor, false, Theme.TEXT);
    }
}
