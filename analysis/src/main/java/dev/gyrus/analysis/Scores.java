package dev.gyrus.analysis;

import dev.gyrus.core.GyrusException;
import java.util.List;

/**
 * How well a simulation agrees with each of several subjects. Thread-safe.
 *
 * @param subjects their names
 * @param values one per subject, in that order
 */
public record Scores(List<String> subjects, List<Double> values) {

    public Scores {
        subjects = List.copyOf(subjects);
        values = List.copyOf(values);
        if (subjects.isEmpty() || subjects.size() != values.size()) {
            throw GyrusException.input(
                    "scores", "one value per subject, at least one", values.size() + " of " + subjects.size());
        }
    }

    /** The mean over the subjects. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
