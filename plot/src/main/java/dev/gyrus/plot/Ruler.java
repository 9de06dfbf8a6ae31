package dev.gyrus.plot;

import dev.gyrus.plot.internal.TextMetrics;
import dev.gyrus.plot.internal.Ticks;
import java.util.List;

/**
 * An axis fitted to its data and to a length on the page: its range, ticks and texts.
 *
 * @param min the least value shown
 * @param max the greatest value shown
 */
record Ruler(Axis axis, double min, double max, Ticks ticks) {

    /** Fits an axis that runs upwards along so many points. */
    static Ruler upright(Axis axis, Extent data, double length) {
        return fit(axis, data, steps(length / Theme.TICK_SPACING_Y, Theme.MOST_STEPS_Y));
    }

    /** Fits an axis that runs across so many points: as many ticks as their labels leave room for. */
    static Ruler level(Axis axis, Extent data, double length) {
        int most = steps(length / Theme.TICK_SPACING_X, Theme.MOST_STEPS_X);
        Ruler ruler = fit(axis, data, most);
        while (most > 1 && ruler.crowded(length)) {
            most--;
            ruler = fit(axis, data, most);
        }
        return ruler;
    }

    private static Ruler fit(Axis axis, Extent data, int atMost) {
        boolean openLow = Double.isNaN(axis.min());
        boolean openHigh = Double.isNaN(axis.max());
        double low = openLow ? (axis.logarithmic() ? data.leastPositive() : data.min()) : axis.min();
        double high = openHigh ? data.max() : axis.max();
        boolean logarithmic = axis.logarithmic() && low <= high;
        Axis used = logarithmic == axis.logarithmic() ? axis : linear(axis);
        double[] range = Ticks.drawable(low, high);
        int most = axis.whole() ? (int) Math.max(1, Math.min(atMost, range[1] - range[0])) : atMost;
        if (!axis.tight() && logarithmic) {
            double[] decades = decades(range[0], range[1]);
            range[0] = openLow ? decades[0] : range[0];
            range[1] = openHigh ? decades[1] : range[1];
        } else if (!axis.tight()) {
            Ticks enclosing = Ticks.enclosing(range[0], range[1], most);
            range[0] = openLow ? enclosing.first() : range[0];
            range[1] = openHigh ? enclosing.last() : range[1];
            if (axis.marks().isEmpty() && enclosing.first() >= range[0] && enclosing.last() <= range[1]) {
                return new Ruler(used, range[0], range[1], enclosing);
            }
        }
        return new Ruler(used, range[0], range[1], ticks(used, range[0], range[1], most));
    }

    /** The label with its unit and, where the ticks are scaled, the power of ten: {@code Power (10⁻³ Hz)}. */
    String text() {
        String factor = ticks.exponent() == 0 ? "" : "10" + Ticks.superscript(ticks.exponent());
        String unit = factor.isEmpty() || axis.unit().isEmpty() ? factor + axis.unit() : factor + " " + axis.unit();
        return unit.isEmpty() || axis.label().isEmpty() ? axis.label() + unit : axis.label() + " (" + unit + ")";
    }

    /** The part of the range below a value. */
    double fraction(double value) {
        double part = axis.logarithmic() ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
        return axis.reversed() ? 1 - part : part;
    }

    /** The width of the widest tick label. */
    double labelRoom() {
        return ticks.labels().stream().mapToDouble(Ruler::width).max().orElse(0);
    }

    /** How far the tick labels below a frame of this width stick out of it to the left (0) or the right (1). */
    double overhang(int side, double width) {
        double most = 0;
        for (int i = 0; i < ticks.values().length; i++) {
            double inside = width * Math.abs(side - fraction(ticks.values()[i]));
            most = Math.max(most, width(ticks.labels().get(i)) / 2 - inside);
        }
        return most;
    }

    private static int steps(double room, int most) {
        return Math.max(1, (int) Math.min(room, most));
    }

    private boolean crowded(double length) {
        for (int i = 1; i < ticks.values().length; i++) {
            double apart = length * Math.abs(fraction(ticks.values()[i]) - fraction(ticks.values()[i - 1]));
            double needed = (width(ticks.labels().get(i)) + width(ticks.labels().get(i - 1))) / 2;
            if (apart < needed + 2 * Theme.GAP) {
                return true;
            }
        }
        return false;
    }

    private static double width(String label) {
        return TextMetrics.width(label, Theme.TICK_SIZE, false);
    }

    private static Ticks ticks(Axis axis, double min, double max, int most) {
        if (!axis.marks().isEmpty()) {
            List<Axis.Mark> shown = axis.marks().stream()
                    .filter(mark -> mark.at() >= min && mark.at() <= max)
                    .toList();
            double[] values = shown.stream().mapToDouble(Axis.Mark::at).toArray();
            return new Ticks(values, shown.stream().map(Axis.Mark::label).toList(), new double[0], 0);
        }
        Ticks ticks = axis.logarithmic() ? Ticks.logarithmic(min, max, most) : Ticks.linear(min, max, most);
        for (int more = most + 1; !axis.whole() && ticks.values().length < 2 && more < most + 6; more++) {
            ticks = Ticks.linear(min, max, more);
        }
        return ticks;
    }

    private static double[] decades(double min, double max) {
        double low = Math.pow(10, Math.floor(Math.log10(min) + 1e-9));
        double high = Math.pow(10, Math.ceil(Math.log10(max) - 1e-9));
        // A decade that the data hardly enter would be mostly white.
        return new double[] {min < 3 * low ? low : 3 * low, max > 0.3 * high ? high : 0.3 * high};
    }

    private static Axis linear(Axis axis) {
        return new Axis(
                axis.label(),
                axis.unit(),
                axis.min(),
                axis.max(),
                false,
                axis.reversed(),
                axis.tight(),
                axis.whole(),
                axis.marks(),
                axis.bare());
    }
}
