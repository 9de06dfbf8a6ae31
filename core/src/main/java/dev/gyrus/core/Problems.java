package dev.gyrus.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects problems so that all of them are reported at once.
 *
 * <pre>{@code
 * var problems = new Problems();
 * problems.require(dt > 0, "simulation.dt", "a positive number of ms", dt);
 * problems.throwIfAny();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Problems {
    private final List<Problem> problems = new ArrayList<>();

    public Problems() {}

    /** Adds a problem unless it is known already. */
    public void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Adds a problem unless the condition holds; returns the condition. */
    public boolean require(boolean condition, String key, String expected, Object given) {
        if (!condition) {
            add(Problem.of(key, expected, String.valueOf(given)));
        }
        return condition;
    }

    /** Runs the action; the problems of a bad-input exception join these instead of being thrown. */
    public void collect(Runnable action) {
        try {
            action.run();
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.INPUT) {
                throw e;
            }
            e.problems().forEach(this::add);
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }

    /** Throws what was collected, if anything, as bad input. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new GyrusException(GyrusException.Kind.INPUT, problems, null);
        }
    }
}
