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

    /** Fits an axis to what it has to show, with at most so many ticks apart. */
    static Ruler fit(Axis axis, Extent data, int most) {
        boolean logarithmic = axis.logarithmic() && (data.leastPositive() <= data.max() || axis.min() > 0);
        double low = Double.isNaN(axis.min()) ? (logarithmic ? data.leastPositive() : data.min()) : axis.min();
        double high = Double.isNaN(axis.max()) ? data.max() : axis.max();
        double[] range = Ticks.drawable(low, high);
        if (!axis.tight()) {
            double[] nice = logarithmic ? decades(range[0], range[1]) : Ticks.enclosing(range[0], range[1], most);
            range[0] = Double.isNaN(axis.min()) ? nice[0] : range[0];
            range[1] = Double.isNaN(axis.max()) ? nice[1] : range[1];
        }
        Axis used = logarithmic == axis.logarithmic() ? axis : linear(axis);
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
        return axis.logarithmic() ? Ticks.logarithmic(min, max, most) : Ticks.linear(min, max, most);
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
                axis.marks(),
                axis.bare());
    }
}
