package dev.gyrus.plot;

import dev.gyrus.plot.internal.Decimation;
import dev.gyrus.plot.internal.Scene;
import dev.gyrus.plot.internal.Scene.Mark;
import java.util.Arrays;
import java.util.List;

/** Something drawn in a panel in the coordinates of its axes. */
sealed interface Layer permits Layer.Line, Layer.Band, Layer.Bars, Layer.Note, Dots, Spikes, HeatMap {

    /** Shows the layer's data to the axes that are fitted to them. */
    void extend(Extent x, Extent y);

    void draw(Frame frame, List<Mark> out);

    /** How far, in points, it may reach over the frame: a line along the edge shows in its full width. */
    default double overlap() {
        return style().width() / 2 + 0.1;
    }

    /** How it is named in the figure; the label is "" where it isn't. */
    default Style style() {
        return Style.of(Theme.TEXT);
    }

    /** Points joined by straight lines; long lines are thinned to what can be seen. */
    record Line(double[] x, double[] y, Style style) implements Layer {
        @Override
        public void extend(Extent toX, Extent toY) {
            toX.add(x);
            toY.add(y);
        }

        @Override
        public void draw(Frame frame, List<Mark> out) {
            double[][] thin = Decimation.thin(frame.x(x), frame.y(y), Theme.COLUMN);
            out.add(new Scene.Line(thin[0], thin[1], style.color(), style.width(), style.opacity(), style.dashed()));
        }

        /** The mean height of the line's last fiftieth, in points: where its label belongs. */
        double end(Frame frame) {
            double from = frame.right() - frame.width() / 50;
            double sum = 0;
            int count = 0;
            double last = Double.NaN;
            for (int i = 0; i < x.length; i++) {
                double at = frame.x(x[i]);
                double height = frame.y(y[i]);
                if (Double.isFinite(height) && at <= frame.right() + Theme.COLUMN) {
                    last = height;
                    sum += at >= from ? height : 0;
                    count += at >= from ? 1 : 0;
                }
            }
            return count > 0 ? sum / count : last;
        }
    }

    /** The space between two lines. */
    record Band(double[] x, double[] lower, double[] upper, Style style) implements Layer {
        @Override
        public void extend(Extent toX, Extent toY) {
            toX.add(x);
            toY.add(lower).add(upper);
        }

        @Override
        public void draw(Frame frame, List<Mark> out) {
            double[] across = frame.x(x);
            double[] low = frame.y(lower);
            double[] high = frame.y(upper);
            int start = 0;
            for (int i = 0; i <= x.length; i++) {
                boolean gap = i == x.length || !Double.isFinite(across[i] + low[i] + high[i]);
                if (gap && i > start) {
                    out.add(between(across, low, high, start, i));
                }
                start = gap ? i + 1 : start;
            }
        }

        private Mark between(double[] across, double[] low, double[] high, int start, int end) {
            double[] part = Arrays.copyOfRange(across, start, end);
            double[][] lowEdge = Decimation.thin(part, Arrays.copyOfRange(low, start, end), Theme.COLUMN);
            double[][] highEdge = Decimation.thin(part, Arrays.copyOfRange(high, start, end), Theme.COLUMN);
            int lows = lowEdge[0].length;
            int highs = highEdge[0].length;
            double[] outlineX = Arrays.copyOf(lowEdge[0], lows + highs);
            double[] outlineY = Arrays.copyOf(lowEdge[1], lows + highs);
            for (int i = 0; i < highs; i++) {
                outlineX[lows + i] = highEdge[0][highs - 1 - i];
                outlineY[lows + i] = highEdge[1][highs - 1 - i];
            }
            return new Scene.Area(outlineX, outlineY, style.color(), style.opacity());
        }
    }

    /**
     * Bars that stand on zero, as of a histogram.
     *
     * @param edges one more than there are bars, ascending
     */
    record Bars(double[] edges, double[] heights, Style style) implements Layer {
        @Override
        public void extend(Extent toX, Extent toY) {
            toX.add(edges);
            toY.add(heights).add(0);
        }

        @Override
        public void draw(Frame frame, List<Mark> out) {
            double base = frame.y(
                    frame.vertical().axis().logarithmic() ? frame.vertical().min() : 0);
            for (int i = 0; i < heights.length; i++) {
                double left = frame.x(edges[i]);
                double right = frame.x(edges[i + 1]);
                double gap = Math.min(0.4, (right - left) / 8);
                double top = frame.y(heights[i]);
                if (heights[i] != 0 && Double.isFinite(top)) {
                    out.add(new Scene.Area(
                            new double[] {left + gap, left + gap, right - gap, right - gap},
                            new double[] {base, top, top, base},
                            style.color(),
                            style.opacity()));
                }
            }
        }
    }

    /** A text that starts at a point of the axes. */
    record Note(double x, double y, String text, int color) implements Layer {
        @Override
        public double overlap() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void extend(Extent toX, Extent toY) {}

        @Override
        public void draw(Frame frame, List<Mark> out) {
            double baseline = frame.y(y) + Theme.HALF_CAPITAL * Theme.TICK_SIZE;
            if (Double.isFinite(frame.x(x) + baseline)) {
                out.add(new Scene.Text(
                        frame.x(x), baseline, text, Theme.TICK_SIZE, false, Scene.Anchor.START, false, color));
            }
        }
    }
}
