package dev.gyrus.core;

import java.util.List;
import java.util.Optional;

/**
 * The root of every error Gyrus reports: one or more {@link Problem}s, all found before giving up.
 *
 * <p>{@link #kind()} tells bad input (nothing was run) from a run that failed. Thread-safe: immutable.
 */
public class GyrusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong in broad terms; the command line maps it to its exit status. */
    public enum Kind {
        /** The description is wrong: nothing was run. */
        INPUT,
        /** The description was fine and the run failed. */
        RUN
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    public GyrusException(Kind kind, List<Problem> problems, Throwable cause) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()), cause);
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    /** Bad input with a single problem. */
    public static GyrusException input(Problem problem) {
        return new GyrusException(Kind.INPUT, List.of(problem), null);
    }

    /** Bad input that concerns {@code key}: what was expected and what was given. */
    public static GyrusException input(String key, String expected, String given) {
        return input(Problem.of(key, expected, given));
    }

    /** A run that failed; {@code message} is a whole sentence without a full stop. */
    public static GyrusException run(String message) {
        return new GyrusException(Kind.RUN, List.of(Problem.of(message)), null);
    }

    public Kind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The first problem, for callers that expect only one. */
    public Optional<Problem> first() {
        return problems.stream().findFirst();
    }
}
