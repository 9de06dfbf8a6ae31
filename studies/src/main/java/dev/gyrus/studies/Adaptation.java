package dev.gyrus.studies;

import dev.gyrus.fitting.Probe;
import dev.gyrus.plot.Figure;
import dev.gyrus.plot.Panel;
import dev.gyrus.studies.Part.Picture;
import dev.gyrus.studies.Published.Shift;
import dev.gyrus.studies.Published.Slow;
import dev.gyrus.studies.RegimeMap.Grid;
import dev.gyrus.studies.RegimeMap.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Figure 3: how the two parameters of adaptation move the regimes. */
final class Adaptation {
    private static final String GROUP = "Fig. 3";
    private static final double MOST = 7;

    /** Cells along each axis, as published: steps of 0.1 mV/ms. */
    static final int FINE = 71;

    /** Panels in a row of the figure. */
    private static final int COLUMNS = 4;

    private static final double TOLERANCE = 0.1;
    private static final double FAST_ROW = 0.5;
    private static final double MIDDLE_ROW = 3;
    private static final double HIGH_ROW = 5;
    private static final double[] ROWS = {FAST_ROW, MIDDLE_ROW, HIGH_ROW};

    private Adaptation() {}

    /** Runs of {@link ProbeObserver#DURATION}. */
    static int runs(int grid) {
        int maps = Published.SHIFTS.size();
        return maps * grid * grid + (grid == FINE ? 0 : maps * ROWS.length * FINE);
    }

    static void make(int cells, Workshop workshop, Part.Draft draft) {
        double[] axis = RegimeMap.axis(0, MOST, cells);
        List<RegimeMap> maps = maps(axis, axis, GROUP, workshop);
        List<RegimeMap> rows =
                cells == FINE ? maps : maps(RegimeMap.axis(0, MOST, FINE), ROWS, GROUP + ", borders", workshop);
        List<Panel> panels = new ArrayList<>();
        for (int m = 0; m < maps.size(); m++) {
            Shift shift = Published.SHIFTS.get(m);
            String title = "a = " + Check.number(shift.a()) + " nS, b = " + Check.number(shift.b()) + " pA";
            check(title, shift, rows.get(m), draft.checks);
            boolean right = m % COLUMNS == COLUMNS - 1;
            boolean bottom = m >= maps.size() - COLUMNS;
            panels.add(MapPicture.panel(maps.get(m), right, m % COLUMNS == 0, bottom)
                    .title(title));
        }
        draft.tables.add(RegimeMap.table("figure3", maps));
        Figure figure = null;
        for (int m = 0; m < panels.size(); m += COLUMNS) {
            Panel[] row = panels.subList(m, m + COLUMNS).toArray(Panel[]::new);
            figure = figure == null ? Figure.ofSquares(row) : figure.squares(row);
        }
        draft.pictures.add(
                new Picture(
                        "figure3",
                        figure.title("Regimes with adaptation")
                                .subtitle("Cakan, Obermayer 2020, figure 3: 16 maps of " + cells + " × " + cells
                                        + " points"),
                        "As figure 2, for four values of each parameter of adaptation. Published: a moves everything to the right by about "
                                + "0.09 mV/ms per nS, b widens the fast cycle, and strong b turns the bistable wedge into slow cycles."));
    }

    private static List<RegimeMap> maps(double[] mue, double[] mui, String what, Workshop workshop) {
        List<Grid> grids = Published.SHIFTS.stream()
                .map(shift -> new Grid(shift.a(), shift.b(), mue, mui))
                .toList();
        return RegimeMap.of(grids, what, workshop);
    }

    private static void check(String title, Shift shift, RegimeMap map, List<Check> checks) {
        add(title + ": fast cycle at µ_I = 0.5", shift.fast(), map, FAST_ROW, Probe::isFast, checks);
        slow(title, shift.middle(), map, MIDDLE_ROW, checks);
        slow(title, shift.high(), map, HIGH_ROW, checks);
    }

    private static void slow(String title, Slow expected, RegimeMap map, double mui, List<Check> checks) {
        String at = " at µ_I = " + Check.number(mui);
        switch (expected.kind()) {
            case 's' -> add(title + ": slow cycle" + at, expected.stretch(), map, mui, Probe::isSlow, checks);
            case 'b' -> add(title + ": bistability" + at, expected.stretch(), map, mui, Probe::isBistable, checks);
            default -> {
                List<Stretch> found = map.stretches(mui, cell -> cell.isSlow() || cell.isBistable());
                boolean narrow = found.stream().allMatch(s -> s.to() - s.from() <= TOLERANCE + 1e-9);
                checks.add(new Check(
                        GROUP,
                        title + ": slow cycle or bistability" + at + ", µ_E in mV/ms",
                        "none",
                        "± 0.1",
                        MapChecks.text(found),
                        narrow));
            }
        }
    }

    /** The whole extent counts: a row may leave a regime for a cell. */
    private static void add(
            String what, Stretch expected, RegimeMap map, double mui, Predicate<Probe> property, List<Check> checks) {
        List<Stretch> found = map.stretches(mui, property);
        boolean passed = !found.isEmpty()
                && new Stretch(found.get(0).from(), found.get(found.size() - 1).to()).isNear(expected, TOLERANCE);
        checks.add(
                new Check(GROUP, what + ", µ_E in mV/ms", expected.toString(), "± 0.1", MapChecks.text(found), passed));
    }
}
