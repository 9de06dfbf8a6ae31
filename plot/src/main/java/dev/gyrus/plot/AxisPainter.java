package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Anchor;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.TextMetrics;
import java.util.List;

/** Draws spines, ticks and labels around a frame. Not thread-safe. */
final class AxisPainter {
    private final List<Mark> out;
    private final boolean spines;

    /** @param spines whether axes have a line; matrices have their own edge */
    AxisPainter(List<Mark> out, boolean spines) {
        this.out = out;
        this.spines = spines;
    }

    void below(Frame frame) {
        Ruler ruler = frame.horizontal();
        double base = frame.bottom();
        if (spines) {
            stroke(frame.left() - Theme.SPINE / 2, base, frame.right(), base);
        }
        double baseline = base + Theme.TICK + Theme.GAP - 1 + Theme.CAPITAL * Theme.TICK_SIZE;
        for (int i = 0; i < ruler.ticks().values().length; i++) {
            double x = frame.x(ruler.ticks().values()[i]);
            stroke(x, base, x, base + Theme.TICK);
            text(x, baseline, ruler.ticks().labels().get(i), Theme.TICK_SIZE, Anchor.MIDDLE);
        }
        for (double minor : ruler.ticks().minor()) {
            stroke(frame.x(minor), base, frame.x(minor), base + Theme.MINOR_TICK);
        }
        double label = base + Theme.TICK + Theme.GAP + Theme.TICK_SIZE + Theme.GAP + Theme.CAPITAL * Theme.LABEL_SIZE;
        text(frame.left() + frame.width() / 2, label, ruler.text(), Theme.LABEL_SIZE, Anchor.MIDDLE);
    }

    void leftOf(Frame frame, double room) {
        Ruler ruler = frame.vertical();
        double base = frame.left();
        if (spines) {
            stroke(base, frame.top(), base, frame.bottom() + Theme.SPINE / 2);
        }
        for (int i = 0; i < ruler.ticks().values().length; i++) {
            double y = frame.y(ruler.ticks().values()[i]);
            stroke(base - Theme.TICK, y, base, y);
            double baseline = y + Theme.HALF_CAPITAL * Theme.TICK_SIZE;
            String label = ruler.ticks().labels().get(i);
            text(base - Theme.TICK - Theme.GAP + 1, baseline, label, Theme.TICK_SIZE, Anchor.END);
        }
        for (double minor : ruler.ticks().minor()) {
            stroke(base - Theme.MINOR_TICK, frame.y(minor), base, frame.y(minor));
        }
        double label = base - room + Theme.CAPITAL * Theme.LABEL_SIZE;
        upright(label, frame.top(), frame.height(), ruler.text());
    }

    /** The axis of a colour bar. */
    void rightOf(double base, double top, double height, Ruler ruler) {
        for (int i = 0; i < ruler.ticks().values().length; i++) {
            double y = top + height * (1 - ruler.fraction(ruler.ticks().values()[i]));
            stroke(base, y, base + Theme.TICK, y);
            double baseline = y + Theme.HALF_CAPITAL * Theme.TICK_SIZE;
            String label = ruler.ticks().labels().get(i);
            text(base + Theme.TICK + Theme.GAP - 1, baseline, label, Theme.TICK_SIZE, Anchor.START);
        }
        double label = base + Theme.TICK + Theme.GAP - 1 + ruler.labelRoom() + Theme.BAR_LABEL_GAP;
        upright(label + Theme.CAPITAL * Theme.LABEL_SIZE, top, height, ruler.text());
    }

    private void stroke(double x1, double y1, double x2, double y2) {
        out.add(new Scene.Line(new double[] {x1, x2}, new double[] {y1, y2}, Theme.TEXT, Theme.SPINE, 1, false));
    }

    private void text(double x, double y, String text, double size, Anchor anchor) {
        if (!text.isEmpty()) {
            out.add(new Scene.Text(x, y, text, size, false, anchor, false, Theme.TEXT));
        }
    }

    private void upright(double x, double top, double height, String text) {
        String fitted = TextMetrics.fit(text, Theme.LABEL_SIZE, false, height + 2 * Theme.ROW_GAP);
        if (!fitted.isEmpty()) {
            double middle = top + height / 2;
            out.add(new Scene.Text(x, middle, fitted, Theme.LABEL_SIZE, false, Anchor.MIDDLE, true, Theme.TEXT));
        }
    }
}
