package dev.gyrus.stimulus;

import dev.gyrus.core.Problems;

/** What the parameters of signals have to be. */
final class Check {
    private Check() {}

    static void finite(Problems problems, String key, double value) {
        problems.require(Double.isFinite(value), key, "a finite number", value);
    }

    static void notNegative(Problems problems, String key, double value) {
        problems.require(Double.isFinite(value) && value >= 0, key, "a number that is not negative", value);
    }

    static void frequency(Problems problems, String key, double value) {
        problems.require(Double.isFinite(value) && value >= 0, key, "a frequency in Hz, not negative", value);
    }

    static void time(Problems problems, String key, double value) {
        problems.require(Double.isFinite(value), key, "a finite number of ms", value);
    }

    static void length(Problems problems, String key, double value) {
        problems.require(Double.isFinite(value) && value > 0, key, "a positive number of ms", value);
    }
}
