package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;

/**
 * Where something stands in a file.
 *
 * @param file what messages call the file
 * @param line counted from 1; 0 for nowhere
 * @param column counted from 0
 * @param text the line itself, or the equation
 */
public record Place(String file, int line, int column, String text) {
    private static final int WIDTH = 100;

    /** The place in a text of its own, such as an equation, whose first character stands here. */
    Place within(String other, int column) {
        return new Place(file, line, column, other);
    }

    /** A problem here, which shows the text with a caret below. */
    Problem problem(String key, String expected, String given, String hint) {
        String excerpt = excerpt();
        boolean hinted = !hint.isEmpty();
        boolean found = !given.isEmpty();
        return new Problem(
                file,
                line,
                key,
                hinted || found ? expected : expected + excerpt,
                hinted || !found ? given : given + excerpt,
                hinted ? hint + excerpt : "");
    }

    GyrusException error(String key, String expected, String given, String hint) {
        return GyrusException.input(problem(key, expected, given, hint));
    }

    GyrusException error(String key, String expected, String given) {
        return error(key, expected, given, "");
    }

    private String excerpt() {
        if (line == 0) {
            return "";
        }
        int from = Math.max(0, Math.min(column - WIDTH / 2, text.length() - WIDTH));
        int to = Math.min(text.length(), from + WIDTH);
        String before = from > 0 ? "…" : "";
        String shown = before + text.substring(from, to) + (to < text.length() ? "…" : "");
        String blank = " ".repeat(before.length() + Math.max(0, column - from));
        return "\n    " + shown.replaceAll("\\p{Cntrl}", " ").stripTrailing() + "\n    " + blank + "^";
    }
}
