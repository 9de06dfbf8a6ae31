package dev.gyrus.core.internal.language;

import dev.gyrus.core.Problem;
import dev.gyrus.core.internal.language.Token.Kind;
import java.util.List;
import java.util.Map;

/** A place in the tokens of one statement, and what to say when the token there is a wrong one. */
final class Cursor {
    /** What was probably meant by a token that never fits. */
    private static final Map<String, String> REMEDIES = Map.of(
            "=", "a comparison is written ==",
            "%", "a remainder is written mod(a, b)",
            "&", "both conditions: and",
            "|", "either condition: or",
            "[", "a unit in brackets follows a number, as in 20[ms]",
            "²", "a square is written x^2",
            "³", "a cube is written x^3",
            "?", "a choice is written where(condition, a, b)");

    private final List<Token> tokens;
    private final Source source;
    private final List<Problem> problems;
    private int at;

    /** Gives up the statement; its problem is already noted. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Abandoned() {
            super(null, null, false, false);
        }
    }

    /** The last token is of kind END and never passed. */
    Cursor(List<Token> tokens, int from, Source source, List<Problem> problems) {
        this.tokens = tokens;
        this.at = from;
        this.source = source;
        this.problems = problems;
    }

    /** The token that comes next. */
    Token peek() {
        return tokens.get(at);
    }

    /** The token {@code ahead} of the next one, or the last. */
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** The token passed last. */
    Token last() {
        return tokens.get(at - 1);
    }

    /** Passes the next token. */
    Token next() {
        return tokens.get(at++);
    }

    /** Passes the next token if it is this symbol. */
    boolean takes(String symbol) {
        boolean found = peek().is(symbol);
        at += found ? 1 : 0;
        return found;
    }

    /** Passes a name. */
    Token name(String expected) {
        if (peek().kind() != Kind.NAME) {
            throw wrong(peek(), expected, "");
        }
        return next();
    }

    /** Passes the bracket that closes {@code open}. */
    void close(Token open) {
        if (!takes(")")) {
            String place = peek().kind() == Kind.END ? " for the '(' in line " + source.line(open.start()) : "";
            throw wrongAfterOperand("an operator or ')'" + place);
        }
    }

    /** The next token starts no operand. */
    Abandoned wrongOperand(String expected) {
        return wrong(peek(), expected, REMEDIES.getOrDefault(peek().text(), ""));
    }

    /** The next token cannot follow an operand. */
    Abandoned wrongAfterOperand(String expected) {
        Token next = peek();
        String hint = REMEDIES.getOrDefault(next.kind() == Kind.UNIT ? "[" : next.text(), "");
        if (next.kind() == Kind.NAME || next.kind() == Kind.NUMBER || next.is("(")) {
            boolean shown =
                    !last().is(")") && last().text().length() + next.text().length() < 40;
            hint = "a product is written " + (shown ? last().text() + "*" + next.text() : "a*b");
        }
        return wrong(next, expected, hint);
    }

    Abandoned wrong(Token token, String expected, String hint) {
        problems.add(source.problem(token.start(), token.end(), expected, token.shown(), hint));
        return new Abandoned();
    }
}
