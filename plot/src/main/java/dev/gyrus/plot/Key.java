package dev.gyrus.plot;

import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.TextMetrics;
import java.util.List;

/** A row that names the labelled layers of a panel beside a sample of each. */
final class Key {
    private static final double SAMPLE = 11;
    private static final double BETWEEN = 9;

    private final List<Layer> entries;

    Key(List<Layer> layers) {
        entries = layers.stream()
                .filter(layer -> !layer.style().label().isEmpty())
                .toList();
    }

    double width() {
        double texts = entries.stream().mapToDouble(Key::textWidth).sum();
        return texts + entries.size() * (SAMPLE + Theme.GAP) + Math.max(0, entries.size() - 1) * BETWEEN;
    }

    void draw(double left, double baseline, List<Mark> out) {
        double x = left;
        for (Layer layer : entries) {
            Style style = layer.style();
            out.add(sample(layer, x, baseline - Theme.HALF_CAPITAL * Theme.TICK_SIZE));
            x += SAMPLE + Theme.GAP;
            out.add(new Scene.Text(
                    x, baseline, style.label(), Theme.TICK_SIZE, false, Scene.Anchor.START, false, Theme.TEXT));
            x += textWidth(layer) + BETWEEN;
        }
    }

    private static Mark sample(Layer layer, double x, double y) {
        Style style = layer.style();
        double[] ends = {x, x + SAMPLE};
        if (layer instanceof Layer.Line) {
            double[] level = {y, y};
            return new Scene.Line(
                    ends, level, style.color(), Math.max(1, style.width()), style.opacity(), style.dashed());
        }
        if (layer instanceof Dots) {
            double[] middle = {x + SAMPLE / 2};
            return new Scene.Dots(middle, new double[] {y}, Math.max(2.5, style.width()), style.color(), 1);
        }
        double half = Theme.HALF_CAPITAL * Theme.TICK_SIZE;
        return new Scene.Area(
                new double[] {x, x + SAMPLE, x + SAMPLE, x},
                new double[] {y - half, y - half, y + half, y + half},
                style.color(),
                style.opacity());
    }

    private static double textWidth(Layer layer) {
        return TextMetrics.width(layer.style().label(), Theme.TICK_SIZE, false);
    }
}
