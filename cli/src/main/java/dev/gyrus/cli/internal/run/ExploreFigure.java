package dev.gyrus.cli.internal.run;

import dev.gyrus.fitting.Axis;
import dev.gyrus.fitting.Outcome;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws what was measured: a map over a grid of two parameters, a line over one, dots over each parameter otherwise; means
 * over seeds.
 */
final class ExploreFigure {
    private static final int MOST_PANELS = 12;
    private static final int COLUMNS = 3;
    private static final double HEIGHT = 110;

    private final ExploreReport report;
    private final List<Axis> axes;

    ExploreFigure(ExploreReport report) {
        this.report = report;
        this.axes = report.exploration().space().axes();
    }

    void write(Path base) {
        figure().write(base);
    }

    private Figure figure() {
        boolean grid = report.spec().isGrid();
        boolean map = grid && axes.size() == 2;
        List<Panel> panels = new ArrayList<>();
        for (int m = 0; m < report.metrics().names().size(); m++) {
            double[] means = means(m);
            String name = report.metrics().names().get(m);
            if (map) {
                panels.add(map(m, name, means));
            } else if (grid && axes.size() == 1) {
                panels.add(line(name, means));
            } else {
                for (int a = 0; a < axes.size(); a++) {
                    panels.add(dots(name, a, means));
                }
            }
        }
        List<Panel> shown = panels.subList(0, Math.min(MOST_PANELS, panels.size()));
        Figure figure = null;
        for (int from = 0; from < shown.size(); from += COLUMNS) {
            Panel[] row =
                    shown.subList(from, Math.min(shown.size(), from + COLUMNS)).toArray(Panel[]::new);
            if (figure == null) {
                figure = map ? Figure.ofSquares(row) : Figure.of(HEIGHT, row);
            } else {
                figure = map ? figure.squares(row) : figure.row(HEIGHT, row);
            }
        }
        return figure.title("Exploration").subtitle(subtitle());
    }

    private String subtitle() {
        int seeds = report.exploration().replicates();
        return report.prepared().experiment().network().title() + ", "
                + report.exploration().points().size() + " points"
                + (seeds == 1 ? "" : ", means over " + seeds + " seeds");
    }

    /** The mean of a metric over the seeds of each point; NaN where no run defines it. */
    private double[] means(int metric) {
        double[] sums = new double[report.exploration().points().size()];
        int[] counts = new int[sums.length];
        for (Outcome outcome : report.outcomes()) {
            double value = outcome.metrics().get(metric);
            if (!Double.isNaN(value)) {
                sums[outcome.point()] += value;
                counts[outcome.point()]++;
            }
        }
        return IntStream.range(0, sums.length)
                .mapToDouble(p -> counts[p] == 0 ? Double.NaN : sums[p] / counts[p])
                .toArray();
    }

    /** The first parameter to the right, the second upwards. */
    private Panel map(int metric, String name, double[] means) {
        int columns = axes.get(0).levels().size();
        int rows = axes.get(1).levels().size();
        double[][] values = new double[rows][columns];
        for (int p = 0; p < means.length; p++) {
            values[p % rows][p / rows] = means[p];
        }
        ColorScale colors =
                ColorScale.of(ColorMap.VIRIDIS, dev.gyrus.plot.Axis.of("", "").marks(labels(metric, means)));
        return Panel.of(axis(0).tighten(), axis(1).tighten())
                .title(name)
                .heatMap(values, edges(axes.get(0)), edges(axes.get(1)), colors);
    }

    /** What the values are called, where they are codes; none otherwise. */
    private List<dev.gyrus.plot.Axis.Mark> labels(int metric, double[] values) {
        return Arrays.stream(values)
                .distinct()
                .sorted()
                .boxed()
                .flatMap(value -> report.metrics().label(metric, value).stream()
                        .map(label -> new dev.gyrus.plot.Axis.Mark(value, label)))
                .toList();
    }

    private Panel line(String name, double[] means) {
        return Panel.of(axis(0).tighten(), dev.gyrus.plot.Axis.of(name, ""))
                .line(positions(axes.get(0)), means, Style.of(Palette.BLUE))
                .dots(positions(axes.get(0)), means, Style.of(Palette.BLUE).width(2));
    }

    private Panel dots(String name, int axis, double[] means) {
        double[] x = report.exploration().points().stream()
                .mapToDouble(point -> point.values()[axis])
                .toArray();
        return Panel.of(axis(axis), dev.gyrus.plot.Axis.of(name, ""))
                .dots(x, means, Style.of(Palette.BLUE).width(2));
    }

    private dev.gyrus.plot.Axis axis(int a) {
        Axis axis = axes.get(a);
        dev.gyrus.plot.Axis drawn = dev.gyrus.plot.Axis.of(axis.name(), "");
        if (isEven(axis)) {
            return axis.scale() == Axis.Scale.LOG ? drawn.log() : drawn;
        }
        List<dev.gyrus.plot.Axis.Mark> marks = IntStream.range(0, axis.levels().size())
                .mapToObj(k ->
                        new dev.gyrus.plot.Axis.Mark(k, axis.text(axis.levels().get(k))))
                .toList();
        return drawn.marks(marks);
    }

    /** Where levels stand: at their values, or where these are not evenly spaced, at their numbers. */
    private double[] positions(Axis axis) {
        return isEven(axis)
                ? axis.levels().stream().mapToDouble(Double::doubleValue).toArray()
                : IntStream.range(0, axis.levels().size()).asDoubleStream().toArray();
    }

    /** Half a step beyond the first and the last level. */
    private double[] edges(Axis axis) {
        double[] at = positions(axis);
        boolean log = isEven(axis) && axis.scale() == Axis.Scale.LOG;
        double[] scaled = log ? Arrays.stream(at).map(Math::log).toArray() : at;
        int last = at.length - 1;
        double half = last == 0 ? 0.5 : (scaled[last] - scaled[0]) / last / 2;
        double[] edges = {scaled[0] - half, scaled[last] + half};
        return log ? Arrays.stream(edges).map(Math::exp).toArray() : edges;
    }

    private boolean isEven(Axis axis) {
        if (axis.isChoice()) {
            return false;
        }
        if (!report.spec().isGrid() || axis.levels().size() < 2) {
            return true;
        }
        double[] at = axis.levels().stream()
                .mapToDouble(level -> axis.scale() == Axis.Scale.LOG ? Math.log(level) : level)
                .toArray();
        double step = (at[at.length - 1] - at[0]) / (at.length - 1);
        return IntStream.range(1, at.length).allMatch(k -> Math.abs(at[k] - at[k - 1] - step) < 1e-6 * Math.abs(step));
    }
}
