package dev.gyrus.cli.internal.run;

import dev.gyrus.fitting.Candidate;
import dev.gyrus.fitting.Generation;
import dev.gyrus.fitting.Objective;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws an evolution: the score and each parameter over the generations, the last population, and the Pareto front. */
final class EvolveFigure {
    private static final int MOST_PARAMETERS = 9;
    private static final int COLUMNS = 3;
    private static final int BINS = 12;
    private static final double HEIGHT = 105;
    private static final double DOT = 1.6;

    /** Characters along the side of a panel. */
    private static final int LONGEST = 26;

    private final EvolveReport report;
    private final List<Candidate> valid;
    private final List<Generation> generations;

    EvolveFigure(EvolveReport report) {
        this.report = report;
        this.generations = report.run().generations();
        this.valid =
                report.run().candidates().stream().filter(one -> !one.failed()).toList();
    }

    void write(Path base) {
        List<Panel> panels = new ArrayList<>(List.of(score()));
        List<Objective> objectives = report.spec().objectives();
        for (int k = 0; k + 1 < objectives.size() && k < 2; k++) {
            panels.add(front(k, k + 1));
        }
        Figure figure = Figure.of(HEIGHT, panels.toArray(Panel[]::new));
        int parameters = Math.min(MOST_PARAMETERS, report.evolution().space().size());
        for (int from = 0; from < parameters; from += COLUMNS) {
            List<Panel> courses = new ArrayList<>();
            List<Panel> spreads = new ArrayList<>();
            for (int a = from; a < Math.min(parameters, from + COLUMNS); a++) {
                courses.add(course(a));
                spreads.add(spread(a));
            }
            figure = figure.row(HEIGHT, courses.toArray(Panel[]::new)).row(HEIGHT, spreads.toArray(Panel[]::new));
        }
        figure.title("Evolution").subtitle(subtitle()).write(base);
    }

    private String subtitle() {
        return report.prepared().experiment().network().title() + ", "
                + report.spec().algorithm() + ", " + report.run().candidates().size() + " candidates in "
                + generations.size() + " generations";
    }

    private double[] of(ToDoubleFunction<Candidate> value) {
        return valid.stream().mapToDouble(value).toArray();
    }

    private double[] over(ToDoubleFunction<Generation> value) {
        return generations.stream().mapToDouble(value).toArray();
    }

    private static Axis time() {
        return Axis.of("generation", "").wholeNumbers().tighten();
    }

    /**
     * Failed and far worse candidates would hide what the others do: the axis begins below the median of the first
     * generation.
     */
    private Panel score() {
        double[] index = over(Generation::index);
        double[] best = over(one -> one.best().map(Candidate::score).orElse(Double.NaN));
        double[] median = over(Generation::medianScore);
        double high = Arrays.stream(best).filter(Double::isFinite).max().orElse(1);
        double low = Arrays.stream(median).filter(Double::isFinite).min().orElse(0);
        double room = Math.max(0.1 * (high - low), 1e-12);
        return Panel.of(time(), Axis.of(scoreName(), "").range(low - room, high + room))
                .dots(
                        of(Candidate::generation),
                        of(Candidate::score),
                        Style.of(Palette.GREY).width(DOT).opacity(0.5))
                .line(index, median, Style.of(Palette.ORANGE).label("median"))
                .line(index, best, Style.of(Palette.BLUE).label("best so far"))
                .key();
    }

    private String scoreName() {
        List<Objective> objectives = report.spec().objectives();
        boolean plain = objectives.size() == 1 && objectives.get(0).weight() == 1;
        return plain
                ? (objectives.get(0).maximise() ? "" : "−")
                        + shortened(objectives.get(0).metric())
                : "score";
    }

    private Panel front(int k, int l) {
        List<Objective> objectives = report.spec().objectives();
        List<Candidate> front = report.run().front().stream()
                .sorted((a, b) -> Double.compare(a.metrics()[k], b.metrics()[k]))
                .toList();
        return Panel.of(
                        Axis.of(objectives.get(k).metric(), ""),
                        Axis.of(shortened(objectives.get(l).metric()), ""))
                .dots(
                        of(one -> one.metrics()[k]),
                        of(one -> one.metrics()[l]),
                        Style.of(Palette.GREY).width(DOT).opacity(0.5).label("candidates"))
                .dots(
                        front.stream().mapToDouble(one -> one.metrics()[k]).toArray(),
                        front.stream().mapToDouble(one -> one.metrics()[l]).toArray(),
                        Style.of(Palette.VERMILION).width(2.6).label("Pareto front"))
                .key();
    }

    /** An expression that a panel has room for. */
    private static String shortened(String metric) {
        return metric.length() <= LONGEST ? metric : metric.substring(0, LONGEST - 1) + "…";
    }

    private Axis parameter(int a) {
        dev.gyrus.fitting.Axis axis = axis(a);
        Axis drawn = Axis.of(axis.name(), "").range(axis.lower(), axis.upper());
        return axis.scale() == dev.gyrus.fitting.Axis.Scale.LOG ? drawn.log() : drawn;
    }

    /** Where candidates were, and the mean and standard deviation of the population, on the parameter's own scale. */
    private Panel course(int a) {
        double[] index = over(Generation::index);
        double[] low = over(one -> moment(one, a, -1));
        double[] mean = over(one -> moment(one, a, 0));
        double[] high = over(one -> moment(one, a, 1));
        return Panel.of(time(), parameter(a))
                .dots(
                        of(Candidate::generation),
                        of(one -> one.parameters()[a]),
                        Style.of(Palette.GREY).width(DOT).opacity(0.5))
                .band(index, low, high, Style.of(Palette.BLUE))
                .line(index, mean, Style.of(Palette.BLUE));
    }

    /** So many standard deviations above the mean of the population, within the bounds. */
    private double moment(Generation one, int a, int deviations) {
        dev.gyrus.fitting.Axis axis = axis(a);
        if (axis.scale() == dev.gyrus.fitting.Axis.Scale.LINEAR) {
            return within(axis, one.mean(a) + deviations * one.deviation(a));
        }
        double mean = 0;
        double square = 0;
        for (int k = 0; k < one.weights().length; k++) {
            double log = Math.log(one.population().get(k)[a]);
            mean += one.weights()[k] * log;
            square += one.weights()[k] * log * log;
        }
        return within(axis, Math.exp(mean + deviations * Math.sqrt(Math.max(0, square - mean * mean))));
    }

    private static double within(dev.gyrus.fitting.Axis axis, double value) {
        return Math.max(axis.lower(), Math.min(axis.upper(), value));
    }

    private dev.gyrus.fitting.Axis axis(int a) {
        return report.evolution().space().axes().get(a);
    }

    /** The last population by weight, and the best candidate. */
    private Panel spread(int a) {
        double best = report.run().best().orElseThrow().parameters()[a];
        Generation last = report.last().orElseThrow();
        DoubleSummaryStatistics extent =
                last.population().stream().mapToDouble(x -> x[a]).summaryStatistics();
        extent.accept(best);
        boolean point = extent.getMax() - extent.getMin() <= 1e-9 * (axis(a).upper() - axis(a).lower());
        double low = point ? axis(a).lower() : extent.getMin();
        double high = point ? axis(a).upper() : extent.getMax();
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, k -> low + (high - low) * k / BINS);
        double[] heights = new double[BINS];
        for (int k = 0; k < last.weights().length; k++) {
            double share = (last.population().get(k)[a] - low) / (high - low);
            heights[Math.min(BINS - 1, (int) (share * BINS))] += last.weights()[k];
        }
        double top = 1.1 * Arrays.stream(heights).max().orElse(1);
        Panel panel = Panel.of(
                        Axis.of(axis(a).name(), ""),
                        Axis.of("share of population", "").range(0, top))
                .bars(edges, heights, Style.of(Palette.SKY))
                .line(
                        new double[] {best, best},
                        new double[] {0, top},
                        Style.of(Palette.VERMILION).label(a == 0 ? "best" : ""));
        return a == 0 ? panel.key() : panel;
    }
}
