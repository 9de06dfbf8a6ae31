package dev.gyrus.studies;

import dev.gyrus.fitting.Probe;
import dev.gyrus.plot.Axis;
import dev.gyrus.plot.ColorMap;
import dev.gyrus.plot.ColorScale;
import dev.gyrus.plot.Palette;
import dev.gyrus.plot.Panel;
import dev.gyrus.plot.Style;
import java.util.Arrays;

/** A map as the study shows it: the highest rate in colour, lines around cycles and bistability. */
final class MapPicture {
    private MapPicture() {}

    /**
     * The map with the study's axes, in nA.
     *
     * @param left whether it stands in the first column of a figure
     * @param bottom whether it stands in the last row
     */
    static Panel panel(RegimeMap map, boolean bar, boolean left, boolean bottom) {
        double[] x = nanoampere(map.grid().mue());
        double[] y = nanoampere(map.grid().mui());
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
                .heatMap(map.values(Probe::highest), acrossX, acrossY, bar ? colors : colors.withoutBar())
                .line(cycles[0], cycles[1], Style.of(0xFFFFFF).width(1.1))
                .line(bistable[0], bistable[1], Style.of(0x7CFFB2).width(1.1).dash());
    }

    private static double[] nanoampere(double[] drive) {
        return Arrays.stream(drive).map(mu -> mu * Point.PICOAMPERE / 1000).toArray();
    }

    /** A point's name beside its dot, away from the borders next to it. */
    static Panel mark(Panel panel, Point... points) {
        Panel marked = panel;
        for (Point point : points) {
            double[] at = nanoampere(new double[] {point.mue, point.mui});
            double size = point.adapts ? 0.8 : 0.6;
            double[] shift = switch (point) {
                case A1, A2, B1, B4 -> new double[] {-0.065, 0};
                case A3 -> new double[] {-0.02, 0.045};
                case B3 -> new double[] {-0.02, -0.045};
                default -> new double[] {0.022, 0};
            };
            marked = marked.dots(
                            new double[] {at[0]},
                            new double[] {at[1]},
                            Style.of(Palette.VERMILION).width(4))
                    .note(at[0] + size * shift[0], at[1] + size * shift[1], point.name(), 0xFFFFFF);
        }
        return marked;
    }
}
