package dev.gyrus.cli.internal.run;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The inputs of an experiment over time, a panel for each target: a line per signal, or a row per node where they are many. */
final class InputFigure {
    private static final double ROW = 75;
    private static final int MOST_LINES = 6;
    private static final int MOST_NAMES = 12;

    private final List<DrivenTarget> targets;
    private final double duration;
    private final double unit;

    /** @param duration in ms */
    InputFigure(List<DrivenTarget> targets, double duration) {
        this.targets = targets;
        this.duration = duration;
        unit = duration < 2000 ? 1 : 1000;
    }

    Figure make() {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            panels.add(panel(targets.get(i), i == targets.size() - 1));
        }
        Figure figure = Figure.of(ROW, panels.get(0));
        for (Panel panel : panels.subList(1, panels.size())) {
            figure = figure.row(ROW, panel);
        }
        return figure.title("Inputs");
    }

    private Panel panel(DrivenTarget target, boolean lowest) {
        Axis time = Axis.of(lowest ? "Time" : "", lowest ? unit == 1 ? "ms" : "s" : "")
                .range(0, duration / unit);
        return target.columns().size() > MOST_LINES ? rows(target, time) : lines(target, time);
    }

    private Panel lines(DrivenTarget target, Axis time) {
        List<DrivenTarget.Column> columns = target.columns();
        String title = target.name() + (columns.size() == 1 ? ", " + target.who(columns.get(0)) : "");
        Panel panel = Panel.of(time, Axis.of("Input", target.unit())).title(title);
        for (int i = 0; i < columns.size(); i++) {
            double[][] outline = columns.get(i).trace().outline();
            double[] times = Arrays.stream(outline[0]).map(t -> t / unit).toArray();
            Style style = Style.of(Palette.color(i)).width(0.8);
            panel = panel.line(
                    times, outline[1], columns.size() == 1 ? style : style.label(target.who(columns.get(i))));
        }
        return panel;
    }

    private Panel rows(DrivenTarget target, Axis time) {
        List<DrivenTarget.Column> columns = target.columns();
        double[][] means =
                columns.stream().map(column -> column.trace().means()).toArray(double[][]::new);
        Axis nodes = Axis.of("Node", "").wholeNumbers().tighten().reverse();
        if (columns.size() <= MOST_NAMES) {
            List<Axis.Mark> marks = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                marks.add(new Axis.Mark(i, target.who(columns.get(i))));
            }
            nodes = nodes.label("").marks(marks);
        }
        return Panel.of(time, nodes)
                .title(target.name() + ", " + columns.size() + " signals")
                .heatMap(
                        means,
                        new double[] {0, duration / unit},
                        new double[] {-0.5, columns.size() - 0.5},
                        ColorScale.of(
                                ColorMap.VIRIDIS,
                                Axis.of("Input", target.unit()).tighten()));
    }
}
