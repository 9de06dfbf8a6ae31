package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.List;

/** What one unit of a template's time is, where its variables have no units: ms unless something else is said. */
public record Clock(String unit) {
    private static final List<String> UNITS = List.of("ms", "s", "min", "us");

    public Clock {
        if (!UNITS.contains(unit)) {
            throw GyrusException.input(Problem.unknown("time", "unit of time", unit, UNITS));
        }
    }

    /** How many ms it is. */
    public double inMilliseconds() {
        return switch (unit) {
            case "s" -> 1000;
            case "min" -> 60_000;
            case "us" -> 1e-3;
            default -> 1;
        };
    }
}
