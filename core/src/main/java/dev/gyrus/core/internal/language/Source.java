package dev.gyrus.core.internal.language;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the nodes of parsed statements stand in their text, and the units written at literals.
 *
 * <p>Nodes are known by identity: equal nodes at different places stay apart, and nodes made later (by simplifying, by
 * differentiating) have no place. Thread-safe once parsing is over.
 */
public final class Source {
    private static final int WIDTH = 96;

    private final String origin;
    private final String text;
    private final int[] newlines;
    private final IdentityHashMap<Object, Span> spans = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Unit> units = new IdentityHashMap<>();

    private record Span(int start, int end) {}

    Source(String origin, String text) {
        this.origin = origin.isBlank() ? "equations" : origin;
        this.text = text;
        this.newlines = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
    }

    /** Keeps the place that stands for a node: an operator, a name, a number. The first place of a node stays. */
    <T> T mark(T node, int start, int end) {
        spans.putIfAbsent(node, new Span(start, end));
        return node;
    }

    void mark(Expr.Num literal, Unit unit) {
        units.put(literal, unit);
    }

    /** The unit written at a literal, as in {@code 20[ms]}; its value is already coherent. */
    public Optional<Unit> unit(Expr.Num literal) {
        return Optional.ofNullable(units.get(literal));
    }

    /** What error messages call the text. */
    public String origin() {
        return origin;
    }

    /**
     * A problem at a statement or an expression, showing its line with a caret below.
     *
     * @param given what was found instead, or "" when {@code expected} is a whole sentence
     * @param hint a near miss or a remedy, or ""
     */
    public Problem problem(Object node, String expected, String given, String hint) {
        Span span = spans.get(node);
        if (span == null) {
            return Problem.of("", expected, given).hint(hint).at(origin, 0);
        }
        return problem(span.start(), span.end(), expected, given, hint);
    }

    /** A problem at a place of the text. */
    Problem problem(int start, int end, String expected, String given, String hint) {
        int place = Math.min(start, text.length());
        String excerpt = excerpt(place, Math.min(Math.max(end, place + 1), text.length()));
        // The excerpt ends whatever part of the problem is printed last.
        boolean hinted = !hint.isEmpty();
        boolean given0 = !given.isEmpty();
        return new Problem(
                origin,
                line(place),
                "",
                hinted || given0 ? expected : expected + excerpt,
                hinted || !given0 ? given : given + excerpt,
                hinted ? hint + excerpt : "");
    }

    /** The line of a position, counted from 1. */
    int line(int position) {
        int newlinesBefore = Arrays.binarySearch(newlines, position);
        return 1 + (newlinesBefore < 0 ? -1 - newlinesBefore : newlinesBefore);
    }

    private String excerpt(int start, int end) {
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int newline = text.indexOf('\n', start);
        int to = newline < 0 ? text.length() : newline;
        int first = Math.max(from, Math.min(start - WIDTH / 2, to - WIDTH));
        int last = Math.min(to, first + WIDTH);
        String before = first > from ? "…" : "";
        String shown = before + text.substring(first, last) + (last < to ? "…" : "");
        String line = shown.replaceAll("\\p{Cntrl}", " ").stripTrailing();
        int carets = Math.max(1, Math.min(end, last) - start);
        return "\n    " + line + "\n    " + " ".repeat(before.length() + start - first) + "^".repeat(carets);
    }
}
