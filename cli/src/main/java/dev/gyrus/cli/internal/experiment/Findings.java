package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is wrong with an experiment, found while it is read and while it is made; all is reported at once.
 *
 * <p>{@link #sound} tells what nothing was found wrong with: what follows from a problem is not another one. Not
 * thread-safe.
 */
public final class Findings {
    private final Places places;
    private final Problems problems;
    private final List<String> broken = new ArrayList<>();

    Findings(Places places, Problems problems) {
        this.places = places;
        this.problems = problems;
        problems.list().forEach(problem -> doubt(problem.key()));
    }

    public Places places() {
        return places;
    }

    /** Adds a problem that knows its place. */
    void add(Problem problem) {
        problems.add(problem);
        broken.add(problem.key());
    }

    /** Adds a problem that casts doubt on another key than its own: one that is missing there. */
    void add(Problem problem, String doubted) {
        problems.add(problem);
        broken.add(doubted);
    }

    /** What is at the key may not be what was meant: a key was misspelt. */
    void doubt(String key) {
        broken.add(key);
    }

    /** Runs an action; what it finds wrong is said of the key, and of the file unless it names another. */
    public <T> Optional<T> at(String key, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.INPUT) {
                throw e;
            }
            e.problems().forEach(problem -> reject(key, problem));
            return Optional.empty();
        }
    }

    /** The same beside other problems of the key: what is found of a part that is known to be wrong isn't said again. */
    public <T> Optional<T> also(String key, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (GyrusException e) {
            if (e.kind() != GyrusException.Kind.INPUT) {
                throw e;
            }
            e.problems().stream()
                    .filter(problem -> problem.key().isEmpty() || sound(key + "." + problem.key()))
                    .forEach(problem -> reject(key, problem));
            return Optional.empty();
        }
    }

    /** Adds a problem of a key, or of what the problem names below it. */
    public void reject(String key, Problem problem) {
        if (!problem.file().isEmpty()) {
            add(problem);
            doubt(key);
            return;
        }
        String below = problem.key();
        String separator = key.isEmpty() || below.isEmpty() || below.startsWith("[") ? "" : ".";
        add(places.locate(problem.under(key + separator + below)));
    }

    /** True where nothing was found wrong with any of the keys, with what is below and with what they are part of. */
    public boolean sound(String... keys) {
        for (String key : keys) {
            if (broken.stream().anyMatch(found -> within(found, key) || within(key, found))) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(String inner, String outer) {
        return !outer.isEmpty()
                && inner.startsWith(outer)
                && (inner.length() == outer.length() || ".[".indexOf(inner.charAt(outer.length())) >= 0);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws what was found, if anything, as bad input, in the order of the file. */
    public void throwIfAny() {
        Problems inOrder = new Problems();
        List<String> files =
                problems.list().stream().map(Problem::file).distinct().toList();
        problems.list().stream()
                .sorted(Comparator.comparingInt((Problem problem) -> files.indexOf(problem.file()))
                        .thenComparingInt(Problem::line))
                .forEach(inOrder::add);
        inOrder.throwIfAny();
    }
}
