package dev.gyrus.studies;

import dev.gyrus.core.Stimulus;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.stimulus.Constant;
import dev.gyrus.studies.Part.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Figure 4, network side: what currents do at five points of its state space. */
final class NetworkExamples {
    private static final String GROUP = "Fig. 4";
    private static final double DURATION = 3000;
    private static final double SHOWN_FROM = 400;

    /** Neurons of each population in the published runs. */
    private static final int PUBLISHED_NEURONS = 50_000;

    /** One of the five experiments. */
    private record Example(NetworkPoint point, String title, Stimulus stimulus) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    NetworkPoint.A1,
                    "A1, +60 pA: an oscillation begins",
                    Constant.of(0.3).between(1000, 2000)),
            new Example(
                    NetworkPoint.A2,
                    "A2, +40 pA: an oscillation ends",
                    Constant.of(0.2).between(1000, 2000)),
            new Example(NetworkPoint.A3, "A3, ±100 pA: up and down", Examples.pulses(0.5)),
            new Example(NetworkPoint.B3, "B3, 40 pA at 3 Hz: frequency", new WholeCycles(0.2, 3, 1280, 4)),
            new Example(NetworkPoint.B4, "B4, 40 pA at 4 Hz: bursts", new WholeCycles(0.2, 4, 1000, 4)));

    private NetworkExamples() {}

    /** Neurons × ms of all runs. */
    static double work(int neurons) {
        return 2.0 * neurons * DURATION * EXAMPLES.size();
    }

    static void make(int neurons, Workshop workshop, Part.Draft draft) {
        List<Supplier<PopulationRates>> runs = EXAMPLES.stream()
                .<Supplier<PopulationRates>>map(example ->
                        () -> PopulationRates.of(example.point.network(neurons), 1, DURATION, example.stimulus))
                .toList();
        List<PopulationRates> rates = workshop.all(GROUP, 2.0 * neurons * DURATION, runs);
        onset(rates.get(0), draft.checks);
        quenched(rates.get(1), draft.checks);
        switched(rates.get(2), draft.checks);
        locked(rates.get(3), draft.checks);
        driven(rates.get(4), draft.checks);
        Figure figure = null;
        for (int k = 0; k < rates.size(); k++) {
            Panel[] row = panels(EXAMPLES.get(k), rates.get(k), k == rates.size() - 1);
            figure = figure == null ? Figure.of(64, row) : figure.row(64, row);
        }
        draft.pictures.add(new Picture(
                "figure4",
                figure.title("Currents at five points of the network's state space")
                        .subtitle("Cakan, Obermayer 2020, figure 4: " + neurons
                                + " neurons in each population (published: " + PUBLISHED_NEURONS
                                + "), rates over 5 ms"),
                "Published: as in the mean field, a constant current starts the fast cycle at A1 and stops it at A2, pulses switch "
                        + "A3 up and down, a weak oscillation sets the frequency of the slow cycle at B3 and calls forth one burst "
                        + "per cycle at B4."));
    }

    private static void onset(PopulationRates rates, List<Check> checks) {
        double[] during = rates.exc(1300, 2000);
        checks.add(Check.between(GROUP, "A1: E before, Hz", 0, 0.1, Trace.mean(rates.exc(500, 1000))));
        checks.add(Check.near(GROUP, "A1, +60 pA: frequency, Hz", 20, 1.5, PopulationRates.frequency(during)));
        checks.add(Check.near(GROUP, "A1, +60 pA: mean E, Hz", 8.7, 0.5, Trace.mean(during)));
    }

    private static void quenched(PopulationRates rates, List<Check> checks) {
        double[] before = rates.exc(300, 1000);
        double highest = Trace.max(PopulationRates.smooth(before, NetworkMaps.SMOOTHING));
        double[] during = PopulationRates.smooth(rates.exc(1500, 2000), NetworkMaps.SMOOTHING);
        double[] after = rates.exc(2300, 3000);
        checks.add(Check.near(GROUP, "A2: frequency, Hz", 30, 0.6, PopulationRates.frequency(before)));
        checks.add(Check.near(GROUP, "A2: mean E, Hz", 30.4, 1, Trace.mean(before)));
        checks.add(Check.near(GROUP, "A2: mean I, Hz", 9.3, 0.4, Trace.mean(rates.inh(300, 1000))));
        checks.add(Check.near(GROUP, "A2, +40 pA: mean E, Hz", 28.2, 1, Trace.mean(during)));
        checks.add(Check.between(
                GROUP, "A2, +40 pA: highest E over 5 ms as part of that before", 0, 0.6, Trace.max(during) / highest));
        checks.add(Check.near(GROUP, "A2: frequency after the current, Hz", 30, 0.6, PopulationRates.frequency(after)));
    }

    private static void switched(PopulationRates rates, List<Check> checks) {
        checks.add(Check.near(GROUP, "A3: E after it was pushed down, Hz", 0, 0.1, Trace.mean(rates.exc(700, 1000))));
        checks.add(Check.near(GROUP, "A3, +100 pA: E, Hz", 44.1, 1.3, Trace.mean(rates.exc(1100, 1165))));
        checks.add(Check.near(GROUP, "A3: E up, without current, Hz", 17.6, 0.5, Trace.mean(rates.exc(1450, 1650))));
        checks.add(Check.near(GROUP, "A3: I up, without current, Hz", 22.2, 0.7, Trace.mean(rates.inh(1450, 1650))));
        checks.add(Check.near(GROUP, "A3, −100 pA: E, Hz", 0, 0.1, Trace.mean(rates.exc(1760, 1820))));
        checks.add(Check.near(GROUP, "A3: E down again, Hz", 0, 0.1, Trace.mean(rates.exc(2100, 2400))));
    }

    private static void locked(PopulationRates rates, List<Check> checks) {
        double[] smooth = PopulationRates.smooth(rates.exc(1280, 2700), 50);
        int[] bursts = Trace.bursts(smooth, 15);
        int last = bursts.length - 1;
        checks.add(Check.that(
                GROUP, "B3, 40 pA at 3 Hz: bursts in 4 cycles", "4", "" + bursts.length, bursts.length == 4));
        // The first burst depends on the phase at which the current began.
        double period = last < 2 ? Double.NaN : (bursts[last] - bursts[1]) * Trace.DT / (last - 1);
        checks.add(Check.near(GROUP, "B3, 40 pA at 3 Hz: period, ms", 333, 10, period));
    }

    private static void driven(PopulationRates rates, List<Check> checks) {
        double[] smooth = PopulationRates.smooth(rates.exc(1000, 2000), 50);
        int[] bursts = Trace.bursts(smooth, 10);
        checks.add(Check.between(GROUP, "B4: E before, Hz", 0, 0.2, Trace.mean(rates.exc(500, 1000))));
        checks.add(Check.that(
                GROUP, "B4, 40 pA at 4 Hz: bursts in 4 cycles", "4", "" + bursts.length, bursts.length == 4));
    }

    private static Panel[] panels(Example example, PopulationRates rates, boolean last) {
        double[] t = new double[Trace.samples(DURATION - SHOWN_FROM)];
        Arrays.setAll(t, k -> (SHOWN_FROM + k * Trace.DT) / 1000);
        double[] current = new double[t.length];
        Arrays.setAll(current, k -> Point.PICOAMPERE * example.stimulus.at(SHOWN_FROM + k * Trace.DT));
        Axis time = Axis.of(last ? "Time" : "", last ? "s" : "").range(SHOWN_FROM / 1000, DURATION / 1000);
        Panel shown = Panel.of(time, Axis.of("Rate", "Hz").range(0, Double.NaN))
                .title(example.title)
                .line(
                        t,
                        PopulationRates.smooth(rates.inh(SHOWN_FROM, DURATION), NetworkMaps.SMOOTHING),
                        Style.of(Palette.BLUE).label("I"))
                .line(
                        t,
                        PopulationRates.smooth(rates.exc(SHOWN_FROM, DURATION), NetworkMaps.SMOOTHING),
                        Style.of(Palette.VERMILION).label("E"))
                .key();
        Panel drive = Panel.of(time, Axis.of("Current on E", "pA")).line(t, current, Style.of(Palette.INK));
        return new Panel[] {shown, drive};
    }
}
