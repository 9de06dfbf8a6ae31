package dev.gyrus.analysis;

import dev.gyrus.core.Problems;

/**
 * Sliding windows over a signal. Thread-safe.
 *
 * @param length of a window, in s
 * @param step from the start of one window to the start of the next, in s
 */
public record Windows(double length, double step) {

    public Windows {
        Problems problems = new Problems();
        problems.require(
                length > 0 && Double.isFinite(length), "windows.length", "a positive number of seconds", length);
        problems.require(step > 0 && Double.isFinite(step), "windows.step", "a positive number of seconds", step);
        problems.throwIfAny();
    }

    /** 60 s every 20 s. */
    public static Windows standard() {
        return new Windows(60, 20);
    }
}
