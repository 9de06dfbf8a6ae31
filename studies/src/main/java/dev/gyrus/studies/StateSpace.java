package dev.gyrus.studies;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.studies.Part.Picture;
import java.util.Arrays;
import java.util.List;

/** Figure 2: regimes over the inputs to both populations, without and with adaptation, and the two kinds of cycles in time. */
final class StateSpace {
    private static final String GROUP = "Fig. 2";

    /** Cells of each row in which borders are looked for: those of the published grids. */
    private static final int FINE = 251;

    private StateSpace() {}

    /** Runs of {@link ProbeObserver#DURATION}. */
    static int runs(int grid) {
        int rows = Published.A_BORDERS.size() + Published.B_BORDERS.size();
        return 2 * grid * grid + FINE * rows;
    }

    static void make(int cells, Workshop workshop, Part.Draft draft) {
        Panel without = MapPicture.mark(map(ParameterSet.A, cells, workshop, draft), Point.A1, Point.A2, Point.A3);
        Panel with =
                MapPicture.mark(map(ParameterSet.B, cells, workshop, draft), Point.B1, Point.B2, Point.B3, Point.B4);
        Figure figure = Figure.ofSquares(without.title("Without adaptation"), with.title("With adaptation"))
                .row(85, cycle(Point.A2, draft.checks), cycle(Point.B3, draft.checks))
                .title("State space of the mean field, and its two cycles")
                .subtitle("Cakan, Obermayer 2020, figure 2 a, c, e: " + cells + " × " + cells
                        + " points of 6 s, probed for bistability");
        draft.pictures.add(new Picture(
                "figure2",
                figure,
                "Highest rate of excitation in the up state over the mean inputs to both populations. White: oscillates while "
                        + "down; dashed green: bistable (up − down ≥ 10 Hz). Published: without adaptation a wedge of fast cycles "
                        + "(8–28 Hz) between down and up state that ends where a bistable wedge opens; with adaptation everything "
                        + "moves right and slow cycles take the place of bistability."));
    }

    private static Panel map(ParameterSet set, int cells, Workshop workshop, Part.Draft draft) {
        RegimeMap map = regimes(set, cells, workshop);
        RegimeMap rows = RegimeMap.of(List.of(set.rows(FINE)), GROUP + " " + set + ", borders", workshop)
                .get(0);
        draft.checks.add(MapChecks.letters(set, map));
        MapChecks.borders(set, rows, "", draft.checks);
        if (cells >= FINE) {
            MapChecks.borders(set, map, " on the map", draft.checks);
        }
        draft.tables.add(RegimeMap.table("figure2" + (set == ParameterSet.A ? "a" : "c"), List.of(map)));
        return MapPicture.panel(map, true, true, true);
    }

    static RegimeMap regimes(ParameterSet set, int cells, Workshop workshop) {
        return RegimeMap.of(List.of(set.grid(cells)), GROUP + " " + set, workshop)
                .get(0);
    }

    /** The last second of 2 s, and the numbers of a longer run. */
    private static Panel cycle(Point point, List<Check> checks) {
        boolean fast = point == Point.A2;
        double duration = fast ? 12_000 : 20_000;
        double from = fast ? 2_000 : 6_000;
        Trace trace = Trace.of(point, t -> 0, duration);
        double[] exc = trace.exc(from, duration);
        double[] inh = trace.inh(from, duration);
        String at = point + ": ";
        if (fast) {
            checks.add(Check.near(GROUP, at + "frequency, Hz", 22.307, 0.02, Trace.frequency(exc)));
            checks.add(Check.nearly(GROUP, at + "lowest E, Hz", 2.539, 0.005, Trace.min(exc)));
            checks.add(Check.nearly(GROUP, at + "highest E, Hz", 39.135, 0.005, Trace.max(exc)));
            checks.add(Check.near(GROUP, at + "mean E, Hz", 12.65, 0.05, Trace.mean(exc)));
            checks.add(Check.nearly(GROUP, at + "lowest I, Hz", 3.716, 0.005, Trace.min(inh)));
            checks.add(Check.nearly(GROUP, at + "highest I, Hz", 35.173, 0.005, Trace.max(inh)));
        } else {
            double[] adaptation = trace.adaptation(from, duration);
            checks.add(Check.near(GROUP, at + "frequency, Hz", 2.7275, 0.005, Trace.frequency(exc)));
            checks.add(Check.near(GROUP, at + "lowest E, Hz", 0.058, 0.0006, Trace.min(exc)));
            checks.add(Check.nearly(GROUP, at + "highest E, Hz", 33.206, 0.005, Trace.max(exc)));
            checks.add(Check.nearly(GROUP, at + "lowest I, Hz", 9.430, 0.005, Trace.min(inh)));
            checks.add(Check.nearly(GROUP, at + "highest I, Hz", 73.567, 0.005, Trace.max(inh)));
            checks.add(Check.near(GROUP, at + "lowest adaptation, pA", 343.1, 0.1, Trace.min(adaptation)));
            checks.add(Check.near(GROUP, at + "highest adaptation, pA", 425.0, 0.1, Trace.max(adaptation)));
        }
        double[] t = Arrays.stream(trace.t(), Trace.samples(1000), Trace.samples(2000))
                .map(ms -> ms / 1000)
                .toArray();
        return Panel.of(Axis.of("Time", "s").tighten(), Axis.of("Rate", "Hz").range(0, Double.NaN))
                .title(point + (fast ? ", fast cycle" : ", slow cycle"))
                .line(t, trace.exc(1000, 2000), Style.of(Palette.VERMILION).label("E"))
                .line(t, trace.inh(1000, 2000), Style.of(Palette.BLUE).label("I"))
                .key();
    }
}
