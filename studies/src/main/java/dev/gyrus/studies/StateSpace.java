package dev.gyrus.studies;

import dev.gyrus.plot.Axis;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Part.Table;
import dev.gyrus.studies.Published.Border;
import dev.gyrus.studies.Published.Letters;
import dev.gyrus.studies.RegimeMap.Stretch;
import dev.gyrus.studies.Workshop.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Figure 2: regimes over the inputs to both populations, without and with adaptation, and the two kinds of cycles in time. */
final class StateSpace {
    private static final String GROUP = "Fig. 2";

    /** Cells of each row in which borders are looked for: those of the published grids. */
    private static final int FINE = 251;

    /** Part of the reference cells in which the regime must be the same. */
    private static final double AGREEMENT = 0.97;

    /** Borders may be off by so many cells. */
    private static final double CELLS = 2;

    /** One of the two maps. */
    enum Kind {
        A("without adaptation", 0, 0, 0, 3, 0, 3, Published.A, Published.A_STEP, Published.A_BORDERS),
        B(
                "with adaptation",
                Point.ADAPTATION,
                Point.INCREMENT,
                Published.B_START,
                5,
                0,
                4,
                Published.B,
                Published.B_STEP,
                Published.B_BORDERS);

        private final String title;
        private final double a;
        private final double b;
        private final double mueFrom;
        private final double mueTo;
        private final double muiFrom;
        private final double muiTo;
        private final List<Letters> letters;
        private final double step;
        private final List<Border> borders;

        Kind(
                String title,
                double a,
                double b,
                double mueFrom,
                double mueTo,
                double muiFrom,
                double muiTo,
                List<Letters> letters,
                double step,
                List<Border> borders) {
            this.title = title;
            this.a = a;
            this.b = b;
            this.mueFrom = mueFrom;
            this.mueTo = mueTo;
            this.muiFrom = muiFrom;
            this.muiTo = muiTo;
            this.letters = letters;
            this.step = step;
            this.borders = borders;
        }

        double[] mue(int cells) {
            return RegimeMap.axis(mueFrom, mueTo, cells);
        }

        double[] mui(int cells) {
            return RegimeMap.axis(muiFrom, muiTo, cells);
        }
    }

    private StateSpace() {}

    /** Runs of {@link Probe#DURATION}. */
    static int runs(int grid) {
        return 2 * grid * grid + FINE * (Published.A_BORDERS.size() + Published.B_BORDERS.size());
    }

    static void make(int grid, Workshop workshop, Part.Draft draft) {
        List<Panel> panels = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            RegimeMap map = map(kind, grid, workshop);
            draft.checks.add(letters(kind, map));
            borders(kind, borderRows(kind, workshop), "", draft.checks);
            if (map.step() <= kind.mue(FINE)[1] - kind.mue(FINE)[0] + 1e-9) {
                borders(kind, map, " on the map", draft.checks);
            }
            draft.tables.add(table("figure2" + (kind == Kind.A ? "a" : "b"), List.of(map), List.of(kind.title)));
            panels.add(panel(map, true, true, true).title((kind == Kind.A ? "Without" : "With") + " adaptation"));
        }
        for (Point point : new Point[] {Point.A2, Point.B3}) {
            panels.add(cycle(point, draft.checks));
        }
        Figure figure = Figure.ofSquares(
                        mark(panels.get(0), Point.A1, Point.A2, Point.A3),
                        mark(panels.get(1), Point.B1, Point.B2, Point.B3, Point.B4))
                .row(85, panels.get(2), panels.get(3))
                .title("State space of the mean field, and its two cycles")
                .subtitle("Cakan, Obermayer 2020, figure 2 a, c, e: " + grid + " × " + grid
                        + " points of 6 s, probed for bistability");
        draft.pictures.add(new Picture(
                "figure2",
                figure,
                "Highest rate of excitation in the up state over the mean inputs to both populations. White: oscillates while "
                        + "down; dashed green: bistable (up − down ≥ 10 Hz). Published: without adaptation a wedge of fast cycles "
                        + "(8–28 Hz) between down and up state that ends where a bistable wedge opens; with adaptation everything "
                        + "moves right and slow cycles take the place of bistability."));
    }

    static RegimeMap map(Kind kind, int grid, Workshop workshop) {
        double[] mue = kind.mue(grid);
        double[] mui = kind.mui(grid);
        Cell[] cells = workshop.probe(GROUP + " " + kind, RegimeMap.places(mue, mui, kind.a, kind.b));
        return RegimeMap.of(mue, mui, cells, 0);
    }

    private static RegimeMap borderRows(Kind kind, Workshop workshop) {
        double[] mue = kind.mue(FINE);
        double[] mui = kind.borders.stream().mapToDouble(Border::mui).toArray();
        List<Place> places = RegimeMap.places(mue, mui, kind.a, kind.b);
        return RegimeMap.of(mue, mui, workshop.probe(GROUP + " " + kind + ", borders", places), 0);
    }

    static Check letters(Kind kind, RegimeMap map) {
        int same = 0;
        int all = 0;
        List<String> others = new ArrayList<>();
        for (Letters row : kind.letters) {
            for (int k = 0; k < row.letters().length(); k++) {
                double mue = kind.mueFrom + k * kind.step;
                char found = map.at(mue, row.mui()).letter();
                char expected = row.letters().charAt(k);
                all++;
                if (found == expected) {
                    same++;
                } else {
                    others.add("%s at (%s, %s) is %s"
                            .formatted(expected, Check.number(mue), Check.number(row.mui()), found));
                }
            }
        }
        String measured = "%s of %d cells (%s %%)".formatted(same, all, Check.number(100.0 * same / all))
                + (others.isEmpty() ? "" : "; " + String.join(", ", others));
        return Check.that(
                GROUP,
                "regimes " + kind.title,
                "the same in at least 97 % of the cells",
                measured,
                same >= AGREEMENT * all);
    }

    private static void borders(Kind kind, RegimeMap map, String where, List<Check> checks) {
        for (Border border : kind.borders) {
            String at = " at µ_I = " + Check.number(border.mui()) + where + ", set " + kind;
            stretches("cycle" + at, border.cycles(), map, border.mui(), Cell::oscillates, checks);
            stretches("bistability" + at, border.bistable(), map, border.mui(), Cell::isBistable, checks);
        }
    }

    private static void stretches(
            String what,
            List<Stretch> expected,
            RegimeMap map,
            double mui,
            Predicate<Cell> property,
            List<Check> checks) {
        List<Stretch> found = map.stretches(mui, property);
        double tolerance = CELLS * map.step() + 1e-9;
        boolean passed = found.size() == expected.size()
                && IntStream.range(0, found.size())
                        .allMatch(k -> Math.abs(found.get(k).from()
                                                - expected.get(k).from())
                                        <= tolerance
                                && Math.abs(found.get(k).to() - expected.get(k).to()) <= tolerance);
        if (!expected.isEmpty() || !found.isEmpty()) {
            checks.add(new Check(
                    GROUP,
                    what + ", µ_E in mV/ms",
                    text(expected),
                    "± " + Check.number(CELLS * map.step()),
                    text(found),
                    passed));
        }
    }

    static String text(List<Stretch> stretches) {
        return stretches.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        stretches.stream()
                                .map(s -> Check.number(s.from()) + "–" + Check.number(s.to()))
                                .toList());
    }

    /** All cells of some maps below each other. */
    static Table table(String name, List<RegimeMap> maps, List<String> titles) {
        List<double[]> rows = new ArrayList<>();
        for (int m = 0; m < maps.size(); m++) {
            RegimeMap map = maps.get(m);
            for (int i = 0; i < map.mui().length; i++) {
                for (int j = 0; j < map.mue().length; j++) {
                    Cell cell = map.cells()[i][j];
                    rows.add(new double[] {
                        m, map.mue()[j], map.mui()[i], cell.frequency(), cell.max(), cell.down(), cell.up()
                    });
                }
            }
        }
        return new Table(
                name,
                List.of("map", "mue_ext_mean", "mui_ext_mean", "frequency_hz", "max_hz", "down_hz", "up_hz"),
                rows);
    }

    /**
     * The map with the study's axes, in nA.
     *
     * @param left whether it stands in the first column of a figure
     * @param bottom whether it stands in the last row
     */
    static Panel panel(RegimeMap map, boolean bar, boolean left, boolean bottom) {
        double[] x = nanoampere(map.mue());
        double[] y = nanoampere(map.mui());
        ColorScale colors = ColorScale.of(
                ColorMap.VIRIDIS, Axis.of("Highest E rate", "Hz").range(0, 80).tighten());
        double halfX = (x[1] - x[0]) / 2;
        double halfY = (y[1] - y[0]) / 2;
        double[] acrossX = {x[0] - halfX, x[x.length - 1] + halfX};
        double[] acrossY = {y[0] - halfY, y[y.length - 1] + halfY};
        double[][] bistable = Contour.of(map.values(cell -> cell.isBistable() ? 1 : 0), x, y, 0.5);
        double[][] cycles = Contour.of(map.values(cell -> cell.oscillates() ? 1 : 0), x, y, 0.5);
        return Panel.of(
                        Axis.of(bottom ? "Input to E" : "", bottom ? "nA" : "").range(acrossX[0], acrossX[1]),
                        Axis.of(left ? "Input to I" : "", left ? "nA" : "").range(acrossY[0], acrossY[1]))
                .heatMap(map.values(Cell::max), acrossX, acrossY, bar ? colors : colors.withoutBar())
                .line(cycles[0], cycles[1], Style.of(0xFFFFFF).width(1.1))
                .line(bistable[0], bistable[1], Style.of(0x7CFFB2).width(1.1).dash());
    }

    static double[] nanoampere(double[] drive) {
        return Arrays.stream(drive).map(mu -> mu * Point.PICOAMPERE / 1000).toArray();
    }

    /** A point's name beside its dot, away from the borders next to it. */
    private static Panel mark(Panel panel, Point... points) {
        Panel marked = panel;
        for (Point point : points) {
            double[] at = nanoampere(new double[] {point.mue, point.mui});
            double size = point.adapts ? 0.8 : 0.6;
            boolean left = point == Point.A1 || point == Point.A2 || point == Point.B1 || point == Point.B4;
            boolean above = point == Point.A3;
            marked = marked.dots(
                            new double[] {at[0]},
                            new double[] {at[1]},
                            Style.of(Palette.VERMILION).width(4))
                    .note(
                            at[0] + size * (left ? -0.065 : above ? -0.02 : 0.022),
                            at[1] + size * (above ? 0.045 : 0),
                            point.name(),
                            0xFFFFFF);
        }
        return marked;
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
