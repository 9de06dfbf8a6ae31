package dev.gyrus.templates.internal;

import dev.gyrus.core.Problem;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One equation of an operator.
 *
 * @param name what it defines
 * @param differential whether it gives the name's derivative
 * @param value the right-hand side
 * @param text as written, after the edits of derived templates
 * @param place where it stands
 */
record Equation(String name, boolean differential, Expr value, String text, Place place) {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_]*)";
    private static final Pattern LEFT = Pattern.compile("\\s*(?:d\\s*/\\s*dt\\s*\\*?\\s*" + NAME + "|" + NAME
            + "\\s*'|d" + NAME + "\\s*/\\s*dt|" + NAME + ")\\s*=(?!=)");

    /** Reads {@code d/dt * x = …}, {@code x' = …}, {@code dx/dt = …} or {@code x = …}. */
    static Equation read(String text, Place place, Predicate<String> isVariable) {
        Place whole = place.within(text.length() > 200 ? text.substring(0, 200) + "…" : text, 0);
        if (text.length() > ExpressionReader.LONGEST) {
            throw whole.error(
                    "",
                    "an equation of at most " + ExpressionReader.LONGEST + " characters",
                    text.length() + " characters");
        }
        Matcher left = LEFT.matcher(text);
        if (!left.lookingAt()) {
            throw whole.error(
                    "", "an equation: d/dt * x = …, x' = … or x = …", "what starts otherwise", secondOrder(text));
        }
        for (int form = 1; form <= 4; form++) {
            if (left.group(form) != null) {
                Expr value = ExpressionReader.read(text, left.end(), place, isVariable);
                return new Equation(left.group(form), form < 4, value, text, place);
            }
        }
        throw new AssertionError(text);
    }

    private static String secondOrder(String text) {
        return text.contains("''") || text.matches("\\s*d\\^2.*")
                ? "equations are of first order: give the derivative a name"
                : "";
    }

    /** A problem in the equation, with a caret below a column. */
    Problem problem(int column, String key, String expected, String given, String hint) {
        return place.within(text, Math.max(0, column)).problem(key, expected, given, hint);
    }

    /** The column at which a name stands on the right. */
    int column(String wanted) {
        Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(wanted) + "(?![\\p{L}\\p{N}_])")
                .matcher(text);
        return matcher.find(Math.max(0, text.indexOf('='))) ? matcher.start() : 0;
    }
}
