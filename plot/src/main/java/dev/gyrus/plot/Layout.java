package dev.gyrus.plot;

import dev.gyrus.plot.PanelPainter.Insets;
import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import dev.gyrus.plot.internal.TextMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the frames of a figure so that they line up: every column reserves to its left and right, and every row above
 * and below, what its neediest panel needs; the frames of a row share the rest.
 *
 * <p>The ticks of a panel depend on the size of its frame and the size on the room for the ticks' labels: a few rounds
 * settle both. Not thread-safe.
 */
final class Layout {
    private static final int ROUNDS = 4;
    /** Of a frame; a figure whose texts leave less becomes wider than asked for. */
    private static final double NARROWEST = 12;

    private final Figure figure;
    private final int columns;
    private final double[] left;
    private final double[] right;
    private final double[] top;
    private final double[] bottom;
    private double columnWidth;

    Layout(Figure figure) {
        this.figure = figure;
        this.columns = figure.rows().stream()
                .mapToInt(row -> row.panels().size())
                .max()
                .orElse(1);
        this.left = new double[columns];
        this.right = new double[columns];
        this.top = new double[figure.rows().size()];
        this.bottom = new double[figure.rows().size()];
    }

    Scene scene() {
        for (int round = 0; round < ROUNDS; round++) {
            share();
            reserve(round < ROUNDS / 2);
        }
        share();
        List<Mark> marks = new ArrayList<>();
        double y = heading(marks);
        int count = 0;
        for (int r = 0; r < top.length; r++) {
            Figure.Row row = figure.rows().get(r);
            y += top[r];
            for (int i = 0; i < row.panels().size(); i++) {
                painter(row, i, count++).draw(frameLeft(i), y, left[i], marks);
            }
            y += frameHeight(row) + bottom[r] + Theme.ROW_GAP;
        }
        double needed = frameLeft(columns - 1) + columnWidth + right[columns - 1] + Theme.MARGIN;
        return new Scene(Math.max(figure.width(), needed), y - Theme.ROW_GAP + Theme.MARGIN, marks);
    }

    /** Divides what the insets leave of the width among the columns. */
    private void share() {
        double taken = Arrays.stream(left).sum() + Arrays.stream(right).sum();
        double free = figure.width() - 2 * Theme.MARGIN - (columns - 1) * Theme.COLUMN_GAP - taken;
        columnWidth = Math.max(NARROWEST, free / columns);
    }

    /** @param afresh whether less room may be reserved than the round before: not for ever, or it might never settle */
    private void reserve(boolean afresh) {
        List<Insets> all = new ArrayList<>();
        for (Figure.Row row : figure.rows()) {
            for (int i = 0; i < row.panels().size(); i++) {
                all.add(painter(row, i, all.size()).insets());
            }
        }
        if (afresh) {
            List.of(left, right, top, bottom).forEach(insets -> Arrays.fill(insets, 0));
        }
        int count = 0;
        for (int r = 0; r < top.length; r++) {
            Figure.Row row = figure.rows().get(r);
            for (int i = 0; i < row.panels().size(); i++) {
                Insets insets = all.get(count++);
                int last = lastColumn(row, i);
                left[i] = Math.max(left[i], insets.left());
                right[last] = Math.max(right[last], insets.right());
                top[r] = Math.max(top[r], insets.top());
                bottom[r] = Math.max(bottom[r], insets.bottom());
            }
        }
    }

    private PanelPainter painter(Figure.Row row, int i, int count) {
        int panels = figure.rows().stream().mapToInt(r -> r.panels().size()).sum();
        String letter = panels > 1 && count < 26 ? String.valueOf((char) ('a' + count)) : "";
        double width = frameLeft(lastColumn(row, i)) + columnWidth - frameLeft(i);
        return new PanelPainter(row.panels().get(i), letter, width, frameHeight(row));
    }

    private double frameHeight(Figure.Row row) {
        return row.height() > 0 ? row.height() : columnWidth;
    }

    private double frameLeft(int column) {
        double x = Theme.MARGIN + left[0];
        for (int c = 0; c < column; c++) {
            x += columnWidth + right[c] + Theme.COLUMN_GAP + left[c + 1];
        }
        return x;
    }

    private int lastColumn(Figure.Row row, int i) {
        return row.height() > 0 && i == row.panels().size() - 1 ? columns - 1 : i;
    }

    /** Draws the heading; returns where the panels begin. */
    private double heading(List<Mark> out) {
        double y = Theme.MARGIN;
        double space = figure.width() - 2 * Theme.MARGIN;
        if (!figure.title().isEmpty()) {
            String title = TextMetrics.fit(figure.title(), Theme.HEADING_SIZE, true, space);
            y += Theme.HEADING_SIZE;
            out.add(text(y - Theme.DESCENT * Theme.HEADING_SIZE, title, Theme.HEADING_SIZE, true, Theme.TEXT));
            y += Theme.GAP;
        }
        for (String line : TextMetrics.wrap(figure.subtitle(), Theme.LABEL_SIZE, space)) {
            y += 1.2 * Theme.LABEL_SIZE;
            out.add(text(y - Theme.DESCENT * Theme.LABEL_SIZE, line, Theme.LABEL_SIZE, false, Theme.QUIET));
        }
        return y > Theme.MARGIN ? y + 2 * Theme.GAP : y;
    }

    private static Mark text(double baseline, String text, double size, boolean bold, int color) {
        return new Scene.Text(Theme.MARGIN, baseline, text, size, bold, Scene.Anchor.START, false, color);
    }
}
