package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups tokens into logical lines.
 *
 * <p>A line that starts like a statement always starts one, even inside open brackets (no expression contains {@code =}):
 * so a missing bracket is one error and not an error in everything that follows.
 */
final class Lines {
    private Lines() {}

    /** The logical lines, none of them empty but for the token of kind END that ends each. */
    static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> lines = new ArrayList<>();
        List<Token> current = new ArrayList<>();
        int open = 0;
        int at = 0;
        while (at < tokens.size()) {
            int end = at;
            while (end < tokens.size() - 1 && tokens.get(end).kind() != Kind.NEWLINE) {
                end++;
            }
            List<Token> physical = tokens.subList(at, end);
            at = end + 1;
            if (physical.isEmpty()) {
                continue;
            }
            boolean continues = !current.isEmpty()
                    && head(physical) == 0
                    && (open > 0 || isOperator(current.get(current.size() - 1)));
            if (!continues) {
                finish(current, lines);
                current = new ArrayList<>();
                open = 0;
            }
            for (Token token : physical) {
                open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            }
            current.addAll(physical);
        }
        finish(current, lines);
        return lines;
    }

    private static void finish(List<Token> line, List<List<Token>> lines) {
        if (!line.isEmpty()) {
            int end = line.get(line.size() - 1).end();
            line.add(new Token(Kind.END, "", end, end, 0));
            lines.add(line);
        }
    }

    /**
     * The number of tokens up to and including the {@code =} of a statement, or 0: 2 for {@code y =}, 3 for {@code x' =}
     * and {@code hold r =}, 4 for {@code dx/dt =}.
     */
    static int head(List<Token> line) {
        if (name(line, 0, null) && symbol(line, 1, "=")) {
            return 2;
        }
        boolean prime = name(line, 0, null) && symbol(line, 1, "'");
        boolean keyword = (name(line, 0, "hold") || name(line, 0, "output")) && name(line, 1, null);
        if ((prime || keyword) && symbol(line, 2, "=")) {
            return 3;
        }
        boolean quotient = name(line, 0, null) && symbol(line, 1, "/") && name(line, 2, "dt") && symbol(line, 3, "=");
        return quotient && line.get(0).text().matches("d.+") ? 4 : 0;
    }

    private static boolean name(List<Token> line, int i, String text) {
        return i < line.size()
                && line.get(i).kind() == Kind.NAME
                && (text == null || line.get(i).text().equals(text));
    }

    private static boolean symbol(List<Token> line, int i, String symbol) {
        return i < line.size() && line.get(i).is(symbol);
    }

    /** Whether a line that ends with this token continues on the next. */
    static boolean isOperator(Token token) {
        return token.kind() == Kind.SYMBOL && !token.is(")") && !token.is("'") && !token.is("(");
    }
}
