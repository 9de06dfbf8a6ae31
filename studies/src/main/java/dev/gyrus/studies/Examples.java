package dev.gyrus.studies;

import dev.gyrus.core.Stimulus;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.stimulus.Constant;
import dev.gyrus.stimulus.Exponential;
import dev.gyrus.stimulus.Protocol;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Figure 4: what currents do at five points of state space. */
final class Examples {
    private static final String GROUP = "Fig. 4";
    private static final double DURATION = 3000;
    private static final double SHOWN_FROM = 400;

    /** A state that varies less than this, in Hz, is said to rest: beside the borders of the cycle it is never quite still. */
    private static final double STILL = 1;

    /** Above this rate, in Hz, excitation is in a burst. */
    private static final double BURST = 10;

    private Examples() {}

    static void make(Part.Draft draft) {
        List<Trace> traces = List.of(
                onset(draft.checks),
                quenched(draft.checks),
                switched(draft.checks),
                locked(draft.checks),
                driven(draft.checks));
        List<String> titles = List.of(
                "A1, +60 pA: an oscillation begins",
                "A2, +40 pA: an oscillation ends",
                "A3, ±100 pA: up and down",
                "B3, 40 pA at 3 Hz: frequency",
                "B4, 40 pA at 4 Hz: bursts");
        Figure figure = null;
        for (int k = 0; k < traces.size(); k++) {
            Panel[] row = panels(traces.get(k), titles.get(k), k == traces.size() - 1);
            figure = figure == null ? Figure.of(64, row) : figure.row(64, row);
        }
        draft.pictures.add(new Picture(
                "figure4",
                figure.title("Currents at five points of state space")
                        .subtitle("Cakan, Obermayer 2020, figure 4, mean field: rates and the current on excitation"),
                "Published: a constant current starts the fast cycle at A1 and stops it at A2; pulses switch the bistable A3 up and "
                        + "down, and it stays without them; a weak oscillation sets the frequency of the slow cycle at B3 and calls "
                        + "forth one burst per cycle at B4."));
        draft.tables.add(table(traces));
    }

    private static Trace onset(List<Check> checks) {
        Trace trace = Trace.of(Point.A1, Constant.of(0.3).between(1000, 2000), DURATION);
        double[] during = trace.exc(1300, 2000);
        checks.add(Check.near(GROUP, "A1, +60 pA: frequency, Hz", 18.90, 0.05, Trace.frequency(during)));
        checks.add(Check.near(GROUP, "A1, +60 pA: highest E, Hz", 7.475, 0.02, Trace.max(during)));
        checks.add(Check.between(GROUP, "A1: E before, Hz", 0.29, 0.315, trace.exc(990, 1000)[0]));
        checks.add(Check.near(GROUP, "A1: E 100 ms after the current, Hz", 0.31, 0.01, trace.exc(2100, 2101)[0]));
        checks.add(still("A1, +28 pA", Point.A1, 0.14, true));
        checks.add(still("A1, +32 pA", Point.A1, 0.16, false));
        return trace;
    }

    private static Trace quenched(List<Check> checks) {
        Trace trace = Trace.of(Point.A2, Constant.of(0.2).between(1000, 2000), DURATION);
        double[] after = trace.exc(2400, 3000);
        checks.add(Check.near(GROUP, "A2, +40 pA: E, Hz", 14.48, 0.02, trace.exc(1999, 2000)[0]));
        checks.add(Check.near(GROUP, "A2, +40 pA: I, Hz", 22.87, 0.02, trace.inh(1999, 2000)[0]));
        checks.add(Check.nearly(
                GROUP,
                "A2, +40 pA: E farthest from rest after 0.3 s, Hz",
                14.48,
                0.02,
                farthest(trace.exc(1300, 2000), 14.48)));
        checks.add(Check.near(GROUP, "A2: frequency after the current, Hz", 22.307, 0.05, Trace.frequency(after)));
        checks.add(Check.nearly(GROUP, "A2: highest E after the current, Hz", 39.136, 0.005, Trace.max(after)));
        checks.add(still("A2, +20 pA", Point.A2, 0.10, false));
        checks.add(still("A2, +24 pA", Point.A2, 0.12, true));
        return trace;
    }

    private static double farthest(double[] x, double from) {
        double farthest = from;
        for (double value : x) {
            farthest = Math.abs(value - from) > Math.abs(farthest - from) ? value : farthest;
        }
        return farthest;
    }

    /** Whether the node rests two seconds after a constant current has begun. */
    private static Check still(String what, Point point, double drive, boolean expected) {
        double[] late =
                Trace.of(point, Constant.of(drive).between(1000, 4000), 4000).exc(3000, 4000);
        boolean rests = Trace.range(late) < STILL;
        String measured = "%s between %s and %s Hz"
                .formatted(
                        rests ? "rests" : "oscillates", Check.number(Trace.min(late)), Check.number(Trace.max(late)));
        String tolerance = "rests: varies by less than " + Check.number(STILL) + " Hz";
        return new Check(GROUP, what, expected ? "rests" : "oscillates", tolerance, measured, rests == expected);
    }

    /** A kick down for 20 ms; then 330 ms up, of which the second half decays, 330 ms nothing, and the same downwards. */
    static Stimulus pulses(double amplitude) {
        double tau = 0.1 / 0.0035;
        return Protocol.empty()
                .add(490, 510, Constant.of(-1))
                .add(1000, 1165, Constant.of(amplitude))
                .add(1165, 1330, Exponential.decay(amplitude, tau))
                .add(1660, 1825, Constant.of(-amplitude))
                .add(1825, 1990, Exponential.decay(-amplitude, tau));
    }

    private static Trace switched(List<Check> checks) {
        Trace trace = Trace.of(Point.A3, pulses(0.5), DURATION);
        checks.add(
                Check.nearly(GROUP, "A3: E 300 ms after it was pushed down, Hz", 0.605, 0.01, trace.exc(800, 801)[0]));
        checks.add(Check.nearly(GROUP, "A3, +100 pA: E, Hz", 50.3, 0.01, trace.exc(1160, 1161)[0]));
        checks.add(Check.nearly(GROUP, "A3: E up, without current, Hz", 28.16, 0.01, trace.exc(1655, 1656)[0]));
        checks.add(Check.near(GROUP, "A3, −100 pA: E, Hz", 0.003, 0.0005, trace.exc(1820, 1821)[0]));
        checks.add(Check.near(GROUP, "A3: E down again, without current, Hz", 0.62, 0.0112, trace.exc(2315, 2316)[0]));
        return trace;
    }

    private static Trace locked(List<Check> checks) {
        Trace trace = Trace.of(Point.B3, new WholeCycles(0.2, 3, 1280, 4), DURATION);
        int[] bursts = Trace.bursts(trace.exc(1280, 1280 + 4 * 333.3), BURST);
        checks.add(Check.that(GROUP, "B3, 40 pA at 3 Hz: bursts", "4", "" + bursts.length, bursts.length == 4));
        double[] exc = trace.exc(1280, DURATION);
        for (int k = 1; k < bursts.length; k++) {
            checks.add(Check.near(GROUP, "B3, 40 pA at 3 Hz: burst " + (k + 1) + ", Hz", 40.4, 0.1, exc[bursts[k]]));
        }
        // The first cycle, and with it the second period, depend on the phase at which the current began.
        double period =
                bursts.length < 2 ? Double.NaN : Trace.DT * (bursts[bursts.length - 1] - bursts[bursts.length - 2]);
        checks.add(Check.between(GROUP, "B3, 40 pA at 3 Hz: last period, ms", 333, 334, period));
        return trace;
    }

    private static Trace driven(List<Check> checks) {
        Trace trace = Trace.of(Point.B4, new WholeCycles(0.2, 4, 1000, 4), DURATION);
        double[] exc = trace.exc(1000, 2000);
        int[] bursts = Trace.bursts(exc, BURST);
        double[] expected = {43.8, 39.5, 39.1, 39.05};
        checks.add(Check.nearly(GROUP, "B4: E before, Hz", 0.60, 0.01, trace.exc(999, 1000)[0]));
        checks.add(Check.that(
                GROUP,
                "B4, 40 pA at 4 Hz: bursts in 4 cycles",
                "4",
                "" + bursts.length,
                bursts.length == expected.length));
        for (int k = 0; k < Math.min(bursts.length, expected.length); k++) {
            checks.add(Check.nearly(
                    GROUP, "B4, 40 pA at 4 Hz: burst " + (k + 1) + ", Hz", expected[k], 0.01, exc[bursts[k]]));
        }
        return trace;
    }

    private static Panel[] panels(Trace trace, String title, boolean last) {
        int from = Trace.samples(SHOWN_FROM);
        double[] t = Arrays.stream(trace.t(), from, trace.t().length)
                .map(ms -> ms / 1000)
                .toArray();
        double[] current = Arrays.stream(trace.drive(), from, trace.drive().length)
                .map(drive -> drive * Point.PICOAMPERE)
                .toArray();
        Axis time = Axis.of(last ? "Time" : "", last ? "s" : "").range(SHOWN_FROM / 1000, DURATION / 1000);
        Panel rates = Panel.of(time, Axis.of("Rate", "Hz").range(0, Double.NaN))
                .title(title)
                .line(t, trace.inh(SHOWN_FROM, DURATION), Style.of(Palette.BLUE).label("I"))
                .line(
                        t,
                        trace.exc(SHOWN_FROM, DURATION),
                        Style.of(Palette.VERMILION).label("E"))
                .key();
        Panel drive = Panel.of(time, Axis.of("Current on E", "pA")).line(t, current, Style.of(Palette.INK));
        return new Panel[] {rates, drive};
    }

    private static Table table(List<Trace> traces) {
        List<String> header = new ArrayList<>(List.of("t_ms"));
        for (String point : List.of("a1", "a2", "a3", "b3", "b4")) {
            header.addAll(List.of(point + "_exc_hz", point + "_inh_hz", point + "_current_pa"));
        }
        List<double[]> rows = new ArrayList<>();
        for (int k = 9; k < traces.get(0).t().length; k += 10) {
            double[] row = new double[header.size()];
            row[0] = traces.get(0).t()[k];
            for (int n = 0; n < traces.size(); n++) {
                row[3 * n + 1] = traces.get(n).exc()[k];
                row[3 * n + 2] = traces.get(n).inh()[k];
                row[3 * n + 3] = traces.get(n).drive()[k] * Point.PICOAMPERE;
            }
            rows.add(row);
        }
        return new Table("figure4", header, rows);
    }
}
