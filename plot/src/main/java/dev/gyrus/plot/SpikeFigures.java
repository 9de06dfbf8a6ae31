package dev.gyrus.plot;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.plot.internal.Ticks;
import java.util.Arrays;
import java.util.List;

/** The figures of spiking networks: rasters, decisions, and mean fields beside their networks. Thread-safe. */
public final class SpikeFigures {
    private static final double SHORTEST_RASTER = 34;
    private static final double LONGEST_RASTER = 150;
    private static final double ALL_RASTERS = 260;
    private static final double TRACES = 62;
    private static final double PLANE = 150;
    private static final double DOT = 0.9;

    private SpikeFigures() {}

    /**
     * Who fired when, population by population, with their rates and what drove them below.
     *
     * @param populations one panel each, higher for larger ones
     * @param from the time that the figure begins with, in ms
     * @param to the time that it ends with, in ms
     * @param rates population rates, each of one column, in the order of the populations; none for no such panel
     * @param inputs signals of one column each; those of one unit share a panel
     */
    public static Figure raster(
            List<Raster> populations, double from, double to, List<Series> rates, List<Series> inputs) {
        if (populations.isEmpty() || !(from < to)) {
            throw GyrusException.input("raster", "a population, and a time that is not empty", from + " to " + to);
        }
        Axis time = Axis.of("Time", "ms").range(from, to);
        int largest = populations.stream().mapToInt(Raster::size).max().orElse(1);
        double share = Math.min(LONGEST_RASTER, ALL_RASTERS / populations.size());
        boolean last = rates.isEmpty() && inputs.isEmpty();
        Figure figure = null;
        for (int i = 0; i < populations.size(); i++) {
            Raster raster = populations.get(i);
            Axis below = last && i == populations.size() - 1 ? time : time.hide();
            Panel panel = Panel.of(below, neurons(raster.size()))
                    .title(title(raster))
                    .spikes(
                            raster.times(),
                            raster.rows(),
                            Style.of(Palette.color(i)).width(DOT));
            double height = Math.max(SHORTEST_RASTER, share * Math.sqrt(raster.size() / (double) largest));
            figure = figure == null ? Figure.of(height, panel) : figure.row(height, panel);
        }
        if (!rates.isEmpty()) {
            Axis rate = Axis.of("Rate", rates.get(0).unit()).range(0, Double.NaN);
            figure = figure.row(
                    TRACES,
                    traces(inputs.isEmpty() ? time : time.hide(), rate, rates).title("Rates"));
        }
        List<String> units = inputs.stream().map(Series::unit).distinct().toList();
        for (int i = 0; i < units.size(); i++) {
            String unit = units.get(i);
            List<Series> shown =
                    inputs.stream().filter(series -> series.unit().equals(unit)).toList();
            Axis below = i == units.size() - 1 ? time : time.hide();
            figure = figure.row(
                    TRACES, traces(below, Axis.of("Input", unit), shown).title("Inputs"));
        }
        return figure;
    }

    /** Marked at the first and the last: how many there are stands in the title. */
    private static Axis neurons(int size) {
        Axis axis = Axis.of("Neuron", "").range(-0.5, Math.max(1, size) - 0.5);
        Axis.Mark first = new Axis.Mark(0, "0");
        return axis.marks(
                size > 1 ? List.of(first, new Axis.Mark(size - 1, String.valueOf(size - 1))) : List.of(first));
    }

    private static String title(Raster raster) {
        String neurons = raster.size() == 1 ? "1 neuron" : raster.size() + " neurons";
        return raster.population().isEmpty() ? neurons : raster.population() + ", " + neurons;
    }

    /** Lines over time in ms, named where there are several. */
    private static Panel traces(Axis time, Axis value, List<Series> series) {
        Panel panel = Panel.of(time, value);
        for (int i = 0; i < series.size(); i++) {
            Style style = Style.of(Palette.color(i))
                    .width(0.8)
                    .label(series.size() > 1 ? series.get(i).name() : "");
            panel = panel.line(series.get(i).times(), series.get(i).column(0), style);
        }
        return panel;
    }

    /**
     * Decisions: the rates of two populations against each other, and their difference over time.
     *
     * @param first rates of one population, one column for each trial
     * @param second rates of the other at the same times
     * @param names of the two
     */
    public static Figure decisions(Series first, Series second, List<String> names) {
        if (first.columns() != second.columns() || first.samples() != second.samples()) {
            throw GyrusException.input(
                    "decisions",
                    first.samples() + " samples of " + first.columns() + " trials",
                    second.samples() + " of " + second.columns());
        }
        double most = new Extent().add(first.values()).add(second.values()).max();
        String unit = first.unit();
        Panel plane = Panel.of(Axis.of("Rate of " + names.get(0), unit), Axis.of("Rate of " + names.get(1), unit))
                .title("Trajectories");
        Panel course = Panel.of(Axis.of("Time", "ms").tighten(), Axis.of(names.get(0) + " − " + names.get(1), unit))
                .title("Decision variable");
        if (most > 0) {
            double[] diagonal = {0, most};
            plane = plane.line(
                    diagonal, diagonal, Style.of(Palette.GREY).width(0.6).dash());
        }
        for (int trial = 0; trial < first.columns(); trial++) {
            double[] a = first.column(trial);
            double[] b = second.column(trial);
            double[] difference = new double[a.length];
            Arrays.setAll(difference, k -> a[k] - b[k]);
            double outcome = Statistics.mean(Arrays.copyOfRange(difference, a.length - a.length / 4, a.length));
            Style style = Style.of(outcome >= 0 ? Palette.BLUE : Palette.VERMILION)
                    .width(0.7)
                    .opacity(0.7);
            plane = plane.line(a, b, style);
            course = course.line(first.times(), difference, style);
        }
        return Figure.of(PLANE, plane, course);
    }

    /**
     * The part of trials that were decided for the favoured choice, over the strength of the evidence.
     *
     * @param evidence such as motion coherence, in %
     * @param correct the part of trials, from 0 to 1
     * @param trials how many there were at each strength; bars span 68 % of what such a part may come from (Wilson 1927)
     */
    public static Figure psychometric(double[] evidence, double[] correct, int trials) {
        double strongest = Arrays.stream(evidence).max().orElse(1);
        double[] ends = {Math.min(0, Arrays.stream(evidence).min().orElse(0)), strongest};
        double margin = Math.max(1e-9, (ends[1] - ends[0]) / 25);
        Panel panel = Panel.of(
                Axis.of("Coherence", "%").range(ends[0] - margin, ends[1] + margin),
                Axis.of("Decided for the favoured", "%").range(0, 100));
        double[] part = new double[correct.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = 100 * correct[i];
            double spread = trials * correct[i] * (1 - correct[i]);
            double middle = (correct[i] + 0.5 / trials) / (1 + 1.0 / trials);
            double half = Math.sqrt(spread + 0.25) / trials / (1 + 1.0 / trials);
            double[] at = {evidence[i], evidence[i]};
            double[] range = {100 * (middle - half), 100 * (middle + half)};
            panel = panel.line(at, range, Style.of(Palette.BLUE).width(0.7));
        }
        panel = panel.line(
                        ends,
                        new double[] {50, 50},
                        Style.of(Palette.GREY).width(0.6).dash())
                .line(evidence, part, Style.of(Palette.BLUE))
                .dots(evidence, part, Style.of(Palette.BLUE).width(4));
        return Figure.of(PLANE, panel.title(trials + " trials each")).width(89);
    }

    /**
     * A mean field's traces beside those of the network that it stands for, quantity by quantity.
     *
     * @param meanField one column each
     * @param network as many, in the same order and units
     */
    public static Figure meanField(List<Series> meanField, List<Series> network) {
        if (meanField.isEmpty() || meanField.size() != network.size()) {
            throw GyrusException.input(
                    "network", meanField.size() + " series, at least one", String.valueOf(network.size()));
        }
        Figure figure = null;
        for (int i = 0; i < meanField.size(); i++) {
            Series field = meanField.get(i);
            Series other = network.get(i);
            boolean last = i == meanField.size() - 1;
            Axis time = Axis.of(last ? "Time" : "", "ms").tighten();
            Panel panel = Panel.of(time, Axis.of(field.name(), field.unit()))
                    .key()
                    .line(
                            other.times(),
                            other.column(0),
                            Style.of(Palette.SKY).width(0.7).label("network"))
                    .line(
                            field.times(),
                            field.column(0),
                            Style.of(Palette.INK).width(1).label("mean field"));
            double difference = Statistics.mean(field.column(0)) - Statistics.mean(other.column(0));
            String unit = field.unit().equals("1") ? "" : " " + field.unit();
            panel = panel.title("Means differ by " + Ticks.rounded(difference, 3) + unit);
            figure = figure == null ? Figure.of(TRACES, panel) : figure.row(TRACES, panel);
        }
        return figure;
    }
}
