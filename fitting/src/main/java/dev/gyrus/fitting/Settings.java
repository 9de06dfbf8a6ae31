package dev.gyrus.fitting;

import dev.gyrus.core.GyrusException;

/** Checks settings of algorithms. */
final class Settings {
    private Settings() {}

    static void require(boolean condition, String key, String expected, Object given) {
        if (!condition) {
            throw GyrusException.input(key, expected, String.valueOf(given));
        }
    }
}
