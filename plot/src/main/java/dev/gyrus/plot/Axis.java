package dev.gyrus.plot;

import dev.gyrus.core.GyrusException;
import java.util.List;

/**
 * What an axis shows: a quantity with its unit, over a range that is given or found from the data.
 *
 * @param label the quantity, such as {@code Time}; "" for none
 * @param unit its unit, such as {@code s}; "" or "1" for none
 * @param min where the axis starts, or NaN to find it from the data
 * @param max where the axis ends, or NaN to find it from the data
 * @param logarithmic whether equal ratios take equal space
 * @param reversed whether values grow to the left, or downwards
 * @param tight whether a range found from the data ends with them, instead of at a nice number
 * @param whole whether only whole numbers are marked
 * @param marks labelled positions instead of the usual ticks; empty for these
 * @param bare whether the axis is drawn without line, ticks and labels
 */
public record Axis(
        String label,
        String unit,
        double min,
        double max,
        boolean logarithmic,
        boolean reversed,
        boolean tight,
        boolean whole,
        List<Mark> marks,
        boolean bare) {

    /** A labelled position on an axis. */
    public record Mark(double at, String label) {}

    public Axis {
        marks = List.copyOf(marks);
        unit = unit.equals("1") ? "" : unit;
        boolean ascending = !(min >= max) && !Double.isInfinite(min) && !Double.isInfinite(max);
        boolean positive = !logarithmic || !(min <= 0 || max <= 0);
        if (!ascending || !positive) {
            String expected = logarithmic ? "two ascending positive numbers" : "two ascending finite numbers";
            throw GyrusException.input("axis '" + label + "'", expected, min + " and " + max);
        }
    }

    /** A linear axis over the data, widened to nice numbers. */
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, Double.NaN, Double.NaN, false, false, false, false, List.of(), false);
    }

    /** The same with another label. */
    public Axis label(String label) {
        return new Axis(label, label.isEmpty() ? "" : unit, min, max, logarithmic, reversed, tight, whole, marks, bare);
    }

    /** From one value to another; NaN leaves an end to the data. */
    public Axis range(double min, double max) {
        return new Axis(label, unit, min, max, logarithmic, reversed, tight, whole, marks, bare);
    }

    /** Logarithmic; what is not positive isn't drawn. */
    public Axis log() {
        return new Axis(label, unit, min, max, true, reversed, tight, whole, marks, bare);
    }

    /** The other way round: growing to the left, or downwards as the rows of a matrix do. */
    public Axis reverse() {
        return new Axis(label, unit, min, max, logarithmic, !reversed, tight, whole, marks, bare);
    }

    /** Ending where the data end. */
    public Axis tighten() {
        return new Axis(label, unit, min, max, logarithmic, reversed, true, whole, marks, bare);
    }

    /** Marked at whole numbers only, as counts are. */
    public Axis wholeNumbers() {
        return new Axis(label, unit, min, max, logarithmic, reversed, tight, true, marks, bare);
    }

    /** Marked at these positions only. */
    public Axis marks(List<Mark> marks) {
        return new Axis(label, unit, min, max, logarithmic, reversed, tight, whole, marks, bare);
    }

    /** Not drawn; the panel beside it shows the same axis. */
    public Axis hide() {
        return new Axis(label, unit, min, max, logarithmic, reversed, tight, whole, marks, true);
    }
}
