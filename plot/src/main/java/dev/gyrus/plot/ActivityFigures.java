package dev.gyrus.plot;

import dev.gyrus.core.Series;
import dev.gyrus.plot.internal.TextMetrics;
import dev.gyrus.plot.internal.Ticks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures of signals over time. */
final class ActivityFigures {
    private static final int MOST_STRETCHES = 600;
    private static final int TRACES = 4;
    private static final int STACKED = 7;
    static final double CLOSE_UP_MS = 2000;
    /** Traces may overlap a little: their extremes seldom meet. */
    private static final double SNUG = 0.6;

    private static final double LOW_ROW = 75;
    private static final double HIGH_ROW = 110;

    private static final Map<String, String> NAMES = Map.of(
            "rates_exc", "Excitatory rate",
            "rates_inh", "Inhibitory rate",
            "bold", "BOLD");

    private ActivityFigures() {}

    static Figure rates(Series rates, Series recent) {
        Clock clock = Clock.of(rates);
        double means = clock.interval() > 1.5 * Clock.of(recent).interval() ? clock.interval() : 0;
        double needed = clock.stretch(MOST_STRETCHES);
        Series seen = needed > 0 ? Statistics.averaged(rates, needed) : rates;
        double stretch = Math.max(needed, means);
        String averaged = stretch > 0 ? ", averages of " + clock.write(stretch) : "";
        Axis value = Axis.of(name(rates), rates.unit());
        double[] span = clock.span(seen, Math.max(stretch, clock.interval()));
        Axis time = clock.axis().range(span[0], span[1]);

        if (seen.columns() == 1) {
            Panel whole = Panel.of(time, value)
                    .title("Whole recording" + averaged)
                    .line(clock.times(seen), seen.column(0), Style.of(Palette.BLUE));
            return Figure.of(LOW_ROW, whole)
                    .row(LOW_ROW, closeUp(recent, clock, value))
                    .title(name(rates));
        }
        Panel mean = Figures.meanAndRange(Panel.of(time.label(""), value), clock.times(seen), seen.values())
                .title("Mean over regions" + averaged);
        Panel every = Panel.of(time, Figures.regions(seen.labels()))
                .title("Every region" + averaged)
                .heatMap(
                        Statistics.transpose(seen.values()),
                        span,
                        rows(seen),
                        ColorScale.of(ColorMap.VIRIDIS, value.tighten()));
        return Figure.of(LOW_ROW, mean)
                .row(HIGH_ROW, every)
                .row(LOW_ROW, closeUp(recent, clock, value))
                .title(name(rates));
    }

    private static Panel closeUp(Series rates, Clock clock, Axis value) {
        double end = rates.samples() == 0 ? 0 : rates.times()[rates.samples() - 1];
        boolean all = clock.duration() <= 1.5 * CLOSE_UP_MS;
        Series last = all ? rates : rates.from(end - CLOSE_UP_MS);
        double[] t = clock.times(last);
        String shown = rates.columns() == 1 ? "One region" : "Some regions";
        Panel panel = Panel.of(clock.axis(), value).title(all ? shown : shown + ", last " + clock.write(CLOSE_UP_MS));
        List<Integer> chosen = spread(last.columns(), TRACES);
        for (int i = 0; i < chosen.size(); i++) {
            Style style = Style.of(Palette.color(i)).width(0.7).label(label(last, chosen.get(i)));
            panel = panel.line(t, last.column(chosen.get(i)), style);
        }
        Style mean = Style.of(Palette.INK).width(1.1).label("mean");
        return rates.columns() == 1 ? panel : panel.line(t, Statistics.rowMeans(last.values()), mean);
    }

    static Figure bold(Series bold, boolean standardised) {
        Clock clock = Clock.of(bold);
        double[][] values = standardised ? Statistics.standardised(bold.values()) : bold.values();
        Series seen = new Series(bold.name(), standardised ? "s.d." : bold.unit(), bold.times(), bold.labels(), values);
        double[] span = clock.span(seen, clock.interval());
        Axis time = clock.axis().range(span[0], span[1]);
        Axis value = Axis.of(name(bold), seen.unit()).tighten();
        ColorScale scale = standardised
                ? ColorScale.of(ColorMap.BLUE_WHITE_RED, value.range(-3, 3))
                : ColorScale.of(ColorMap.VIRIDIS, value);
        Panel every = Panel.of(time.label(""), Figures.regions(seen.labels()))
                .title("Every region")
                .heatMap(Statistics.transpose(values), span, rows(seen), scale);
        return Figure.of(HIGH_ROW, every)
                .row(HIGH_ROW, stacked(seen, clock, time))
                .title(name(bold));
    }

    /** Traces one above the other, each about its own mean, named on the vertical axis. */
    private static Panel stacked(Series seen, Clock clock, Axis time) {
        List<double[]> traces = new ArrayList<>();
        List<Integer> chosen = spread(seen.columns(), STACKED);
        Extent range = new Extent().add(0);
        for (int column : chosen) {
            double[] trace = seen.column(column);
            double mean = Statistics.mean(trace);
            traces.add(Arrays.stream(trace).map(value -> value - mean).toArray());
            range.add(traces.get(traces.size() - 1));
        }
        double height = range.max() - range.min();
        double apart = Ticks.step(height > 0 ? SNUG * height : 1, 1);
        List<Axis.Mark> marks = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            marks.add(new Axis.Mark(-i * apart, label(seen, chosen.get(i))));
        }
        double lowest = -Math.max(0, chosen.size() - 1) * apart;
        Axis names =
                Axis.of("", "").range(lowest + Math.min(range.min(), -apart / 2), Math.max(range.max(), apart / 2));
        Panel panel = Panel.of(time, names.marks(marks))
                .title("Some regions, each about its mean; baselines are " + Ticks.rounded(apart, 6)
                        + (seen.unit().equals("1") ? "" : " " + seen.unit()) + " apart");
        for (int i = 0; i < chosen.size(); i++) {
            double baseline = -i * apart;
            double[] raised =
                    Arrays.stream(traces.get(i)).map(value -> value + baseline).toArray();
            panel = panel.line(clock.times(seen), raised, Style.of(Palette.BLUE).width(0.8));
        }
        return panel;
    }

    /** So many numbers below n, evenly spread from the first to the last. */
    private static List<Integer> spread(int n, int count) {
        int most = Math.min(n, count);
        return IntStream.range(0, most)
                .map(i -> most == 1 ? 0 : (int) Math.round(i * (n - 1.0) / (most - 1)))
                .boxed()
                .toList();
    }

    private static double[] rows(Series series) {
        return new double[] {-0.5, Math.max(1, series.columns()) - 0.5};
    }

    private static String name(Series series) {
        return NAMES.getOrDefault(series.name(), series.name());
    }

    private static String label(Series series, int column) {
        String label = series.labels().get(column);
        String text = label.matches("\\d+") ? "region " + label : label;
        return TextMetrics.fit(text, Theme.TICK_SIZE, false, Figures.WIDEST_NAME);
    }
}
