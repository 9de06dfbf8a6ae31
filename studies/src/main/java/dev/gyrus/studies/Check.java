package dev.gyrus.studies;

import java.util.Locale;

/**
 * A published number beside the one measured here.
 *
 * @param group what it belongs to, such as {@code Fig. 4}
 * @param what is measured, in words with its unit
 * @param expected as published
 * @param tolerance how far it may be off
 * @param measured here
 * @param passed whether it is within the tolerance
 */
public record Check(String group, String what, String expected, String tolerance, String measured, boolean passed) {

    /** A number within a distance. */
    static Check near(String group, String what, double expected, double tolerance, double measured) {
        boolean passed = Math.abs(measured - expected) <= tolerance * (1 + 1e-9);
        return new Check(group, what, number(expected), "± " + number(tolerance), number(measured), passed);
    }

    /** A number within a part of its size. */
    static Check nearly(String group, String what, double expected, double part, double measured) {
        boolean passed = Math.abs(measured - expected) <= part * Math.abs(expected);
        return new Check(group, what, number(expected), "± " + number(100 * part) + " %", number(measured), passed);
    }

    /** A number between two others. */
    static Check between(String group, String what, double low, double high, double measured) {
        boolean passed = low <= measured && measured <= high;
        return new Check(group, what, number(low) + " to " + number(high), "", number(measured), passed);
    }

    /** A fact in words. */
    static Check that(String group, String what, String expected, String measured, boolean passed) {
        return new Check(group, what, expected, "", measured, passed);
    }

    /** Six digits are more than any tolerance here. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        if (text.contains("e")) {
            return text.replaceFirst("\\.?0*e", "e");
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
