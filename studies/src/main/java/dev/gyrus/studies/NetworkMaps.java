package dev.gyrus.studies;

import dev.gyrus.core.spi.Metric.Samples;
import dev.gyrus.core.spi.Metric.Window;
import dev.gyrus.fitting.Probe;
import dev.gyrus.fitting.ProbeAnalysis;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.stimulus.Rectified;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.RegimeMap.Grid;
import dev.gyrus.studies.RegimeMap.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Figure 2 b, d and f: regimes of the network over the inputs to both populations, and its two cycles. */
final class NetworkMaps {
    private static final String GROUP = "Fig. 2";
    private static final double DURATION = ProbeObserver.DURATION;
    private static final ProbeAnalysis ANALYSIS = ProbeAnalysis.over(DURATION, Trace.DT);

    /** Rates are shown as means over so many ms. */
    static final double SMOOTHING = 5;

    /** Neurons of each population in the published maps. */
    private static final double PUBLISHED_NEURONS = 10_000;

    /** Neurons of each population in the runs of figure 2 f. */
    private static final int MANY = 25_000;

    /** Where a row of the published maps of 91 × 91 cells oscillates, in mV/ms. */
    private record Row(double mui, double from, double to) {}

    private static final List<Row> A = List.of(
            new Row(0, 0.10, 2.17),
            new Row(0.2, 0.43, 1.93),
            new Row(0.3, 0.70, 1.87),
            new Row(0.4, 0.93, 1.80),
            new Row(0.5, 1.10, 1.77),
            new Row(0.6, 1.30, 1.80),
            new Row(0.7, 1.50, 1.70),
            new Row(0.8, 1.63, 1.73));

    private static final List<Row> B = List.of(
            new Row(0, 1.36, 5.0),
            new Row(0.49, 2.64, 4.3),
            new Row(0.76, 2.91, 3.93),
            new Row(1.2, 3.58, 3.98),
            new Row(1.6, 4.02, 4.29),
            new Row(2.0, 4.29, 4.38));

    private NetworkMaps() {}

    /** Neurons × ms of all runs. */
    static double work(int cells, int neurons) {
        return 2 * DURATION * (2.0 * cells * cells * neurons + (2000 + 4000) / DURATION * MANY);
    }

    static void make(int cells, int neurons, Workshop workshop, Part.Draft draft) {
        RegimeMap without = map(ParameterSet.A, A, cells, neurons, workshop, draft);
        RegimeMap with = map(ParameterSet.B, B, cells, neurons, workshop, draft);
        List<PopulationRates> cycles = workshop.all(
                GROUP + " cycles",
                2 * 3000.0 * MANY,
                List.of(() -> rates(NetworkPoint.A2, 2000), () -> rates(NetworkPoint.B3, 4000)));
        checkFast(cycles.get(0), draft.checks);
        checkSlow(cycles.get(1), draft.checks);
        Figure figure = Figure.ofSquares(
                        MapPicture.panel(without, true, true, true).title("Without adaptation"),
                        MapPicture.panel(with, true, true, true).title("With adaptation"))
                .row(85, cycle("A2, fast cycle", cycles.get(0), 1000), cycle("B3, slow cycle", cycles.get(1), 2000))
                .title("State space of the network, and its two cycles")
                .subtitle("Cakan, Obermayer 2020, figure 2 b, d, f: " + cells + " × " + cells + " points of 6 s, "
                        + neurons + " neurons in each population");
        draft.pictures.add(new Picture(
                "figure2",
                figure,
                "Highest rate of excitation (means over 5 ms) in the up state over the mean inputs to both populations. White: "
                        + "oscillates while down; dashed green: bistable. Published: the regimes of the mean field, at other inputs "
                        + "because of the connections of the published network."));
    }

    private static PopulationRates rates(NetworkPoint point, double duration) {
        return PopulationRates.of(point.network(MANY), 1, duration, t -> 0);
    }

    private static RegimeMap map(
            ParameterSet set, List<Row> rows, int cells, int neurons, Workshop workshop, Part.Draft draft) {
        Grid grid = set.grid(cells);
        List<Supplier<Probe>> probes = new ArrayList<>();
        for (double mui : grid.mui()) {
            for (double mue : grid.mue()) {
                AdexNetwork network = NetworkPoint.network(neurons, mue, mui, set.a, set.b);
                probes.add(() -> probe(network));
            }
        }
        List<Probe> found = workshop.all(GROUP + " " + set, 2 * DURATION * neurons, probes);
        Probe[][] map = new Probe[cells][];
        Arrays.setAll(map, row -> found.subList(row * cells, (row + 1) * cells).toArray(Probe[]::new));
        RegimeMap regimes = new RegimeMap(grid, map);
        check(set, rows, regimes, draft.checks);
        draft.tables.add(RegimeMap.table("figure2" + (set == ParameterSet.A ? "b" : "d"), List.of(regimes)));
        return regimes;
    }

    /** The probe's finding; the highest rate is that of means over some ms, one spike is a high rate in a single step. */
    static Probe probe(AdexNetwork network) {
        PopulationRates rates =
                PopulationRates.of(network, 1, DURATION, Rectified.of(1).over(DURATION));
        List<Window> windows = ANALYSIS.windows();
        Probe probe = ANALYSIS.of(samples(rates, windows.get(0)), samples(rates, windows.get(1)));
        // The power of fluctuations goes with 1/N: a line is held against what it would be with the published number of
        // neurons.
        double[] down = samples(rates, windows.get(0)).mean();
        double share = Math.sqrt(Math.min(1, network.neurons() / PUBLISHED_NEURONS));
        double[] still = Arrays.stream(down).map(rate -> rate * share).toArray();
        double frequency = ANALYSIS.of(new Samples(Trace.DT, new double[][] {still}), samples(rates, windows.get(1)))
                .frequency();
        double[] up = samples(rates, windows.get(1)).mean();
        double[] smooth = PopulationRates.smooth(up, SMOOTHING);
        return new Probe(frequency, probe.down(), probe.up(), Trace.min(smooth), Trace.max(smooth));
    }

    private static Samples samples(PopulationRates rates, Window window) {
        double[] rate = rates.exc((window.first() - 1) * Trace.DT, window.last() * Trace.DT);
        return new Samples(Trace.DT, new double[][] {rate});
    }

    /** Rows between published ones are compared with what lies between these; a border may be off as in {@link MapChecks}. */
    private static void check(ParameterSet set, List<Row> rows, RegimeMap map, List<Check> checks) {
        double tolerance = MapChecks.CELLS * map.step();
        for (double mui : map.grid().mui()) {
            for (int k = 0; k + 1 < rows.size(); k++) {
                Row below = rows.get(k);
                Row above = rows.get(k + 1);
                if (mui < below.mui || mui >= above.mui) {
                    continue;
                }
                double share = (mui - below.mui) / (above.mui - below.mui);
                Stretch expected = new Stretch(
                        below.from + share * (above.from - below.from), below.to + share * (above.to - below.to));
                List<Stretch> found = map.stretches(mui, Probe::oscillates);
                Stretch whole = found.isEmpty()
                        ? new Stretch(Double.NaN, Double.NaN)
                        : new Stretch(
                                found.get(0).from(), found.get(found.size() - 1).to());
                String what = "cycle at µ_I = " + Check.number(mui) + ", set " + set + ", µ_E in mV/ms";
                checks.add(new Check(
                        GROUP,
                        what,
                        expected.toString(),
                        "± " + Check.number(tolerance),
                        MapChecks.text(found),
                        whole.isNear(expected, tolerance)));
            }
        }
    }

    private static void checkFast(PopulationRates rates, List<Check> checks) {
        double[] exc = rates.exc(1000, 2000);
        double[] smooth = PopulationRates.smooth(exc, SMOOTHING);
        String at = "A2, " + MANY + " neurons: ";
        checks.add(Check.near(GROUP, at + "frequency, Hz", 30.055, 0.6, PopulationRates.frequency(exc)));
        checks.add(Check.near(GROUP, at + "mean E, Hz", 30.9, 1, Trace.mean(exc)));
        checks.add(Check.near(GROUP, at + "mean I, Hz", 9.5, 0.4, Trace.mean(rates.inh(1000, 2000))));
        checks.add(Check.nearly(GROUP, at + "highest E over 5 ms, Hz", 132, 0.1, Trace.max(smooth)));
    }

    private static void checkSlow(PopulationRates rates, List<Check> checks) {
        double[] exc = rates.exc(1000, 4000);
        String at = "B3, " + MANY + " neurons: ";
        checks.add(Check.between(
                GROUP, at + "bursts, Hz", 2.7, 3.4, Trace.frequency(PopulationRates.smooth(exc, 10 * SMOOTHING))));
        checks.add(Check.near(GROUP, at + "mean E, Hz", 7.3, 0.7, Trace.mean(exc)));
        checks.add(Check.near(GROUP, at + "mean I, Hz", 10.5, 0.7, Trace.mean(rates.inh(1000, 4000))));
    }

    private static Panel cycle(String title, PopulationRates rates, double length) {
        double end = 1000 + length;
        double[] t = new double[Trace.samples(length)];
        Arrays.setAll(t, k -> 1 + k * Trace.DT / 1000);
        return Panel.of(Axis.of("Time", "s").tighten(), Axis.of("Rate", "Hz").range(0, Double.NaN))
                .title(title)
                .line(
                        t,
                        PopulationRates.smooth(rates.exc(1000, end), SMOOTHING),
                        Style.of(Palette.VERMILION).label("E"))
                .line(
                        t,
                        PopulationRates.smooth(rates.inh(1000, end), SMOOTHING),
                        Style.of(Palette.BLUE).label("I"))
                .key();
    }
}
