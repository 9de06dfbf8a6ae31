package dev.gyrus.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What the observers of a run kept. Immutable.
 *
 * @param series in the order of the observers
 * @param complete false when the run was stopped before its end
 * @param steps steps made
 * @param time simulated, in ms
 */
public record Recording(List<Series> series, boolean complete, long steps, double time) {

    public Recording {
        series = List.copyOf(series);
    }

    /** The series of that name, or an error that lists what there is. */
    public Series get(String name) {
        return series.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> {
            List<String> names = new ArrayList<>();
            series.forEach(s -> names.add(s.name()));
            return GyrusException.input(Problem.unknown("recording", "series", name, names));
        });
    }
}
