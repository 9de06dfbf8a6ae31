package dev.gyrus.fitting.internal.metric;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.fitting.internal.metric.Expression.Call;
import dev.gyrus.fitting.internal.metric.Expression.Option;
import dev.gyrus.fitting.internal.metric.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Reads expressions of metrics.
 *
 * <pre>
 * sum     = product {("+" | "-") product}
 * product = sign {("*" | "/") sign}
 * sign    = ["-"] sign | power
 * power   = atom ["^" sign]
 * atom    = number | "(" sum ")" | function "(" sum ")" | metric ["(" [argument {("," | ";") argument}] ")"]
 * argument = signal | option "=" value
 * </pre>
 */
public final class ExpressionReader {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "abs", Math::abs,
            "sqrt", StrictMath::sqrt,
            "exp", StrictMath::exp,
            "log", StrictMath::log);

    private final String text;
    private int at;

    private ExpressionReader(String text) {
        this.text = text;
    }

    /**
     * The expression of a text.
     *
     * @throws GyrusException with the place of the first thing that is no part of an expression
     */
    public static Expression read(String text) {
        ExpressionReader reader = new ExpressionReader(text);
        Expression expression = reader.sum();
        if (!reader.atEnd()) {
            throw reader.unexpected("an operator (+ - * / ^) or the end");
        }
        return expression;
    }

    /** A problem that ends with the text and a caret below a part of it. */
    public static Problem problem(String text, int start, int end, String expected, String given, String hint) {
        String excerpt = "\n    " + text.replaceAll("\\p{Cntrl}", " ") + "\n    " + " ".repeat(start)
                + "^".repeat(Math.max(1, end - start));
        return hint.isEmpty()
                ? Problem.of("", expected, given + excerpt)
                : Problem.of("", expected, given).hint(hint + excerpt);
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (taken('+')) {
                left = new Expression.Binary(Double::sum, left, product());
            } else if (taken('-')) {
                left = new Expression.Binary((a, b) -> a - b, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = sign();
        while (true) {
            if (taken('*')) {
                left = new Expression.Binary((a, b) -> a * b, left, sign());
            } else if (taken('/')) {
                left = new Expression.Binary((a, b) -> a / b, left, sign());
            } else {
                return left;
            }
        }
    }

    private Expression sign() {
        return taken('-') ? new Expression.Unary(x -> -x, sign()) : power();
    }

    private Expression power() {
        Expression base = atom();
        return taken('^') ? new Expression.Binary(StrictMath::pow, base, sign()) : base;
    }

    private Expression atom() {
        if (taken('(')) {
            return closed(sum());
        }
        char next = peek();
        if (Character.isDigit(next) || next == '.') {
            return new Expression.Number(number(word(ExpressionReader::isInNumber)));
        }
        if (!isLetter(next)) {
            throw unexpected("a metric, a number or '('");
        }
        Word name = word(c -> isLetter(c) || Character.isDigit(c) || c == '.');
        DoubleUnaryOperator function = FUNCTIONS.get(name.text());
        if (function == null) {
            return call(name);
        }
        require('(');
        return new Expression.Unary(function, closed(sum()));
    }

    private Expression closed(Expression inner) {
        require(')');
        return inner;
    }

    private Call call(Word metric) {
        Optional<Word> signal = Optional.empty();
        List<Option> options = new ArrayList<>();
        if (taken('(') && !taken(')')) {
            do {
                Word word = argument("a signal or an option");
                if (taken('=')) {
                    options.add(new Option(word, argument("a value")));
                } else if (signal.isEmpty() && options.isEmpty()) {
                    signal = Optional.of(word);
                } else {
                    throw GyrusException.input(problem(
                            text,
                            word.start(),
                            word.end(),
                            "one signal, then options",
                            quoted(word),
                            "write an option as name=value"));
                }
            } while (taken(',') || taken(';'));
            require(')');
        }
        return new Call(metric, signal, options);
    }

    private Word argument(String expected) {
        peek();
        Word word = word(c -> isLetter(c) || Character.isDigit(c) || ".-+[]".indexOf(c) >= 0);
        if (word.text().isEmpty()) {
            throw unexpected(expected);
        }
        return word;
    }

    private double number(Word word) {
        try {
            return Double.parseDouble(word.text());
        } catch (NumberFormatException e) {
            throw GyrusException.input(problem(text, word.start(), word.end(), "a number", quoted(word), ""));
        }
    }

    private static boolean isInNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || c == '_';
    }

    /** Which characters a word is made of. */
    private interface Kind {
        boolean has(char c);
    }

    private Word word(Kind kind) {
        int start = at;
        while (at < text.length() && (kind.has(text.charAt(at)) || isInExponent(start))) {
            at++;
        }
        return new Word(text.substring(start, at), start);
    }

    /** Whether this is the sign in a number such as 1e-3. */
    private boolean isInExponent(int start) {
        return at > start + 1
                && Character.isDigit(text.charAt(start))
                && (text.charAt(at - 1) | 32) == 'e'
                && "+-".indexOf(text.charAt(at)) >= 0;
    }

    private void require(char symbol) {
        if (!taken(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    private boolean taken(char symbol) {
        if (peek() == symbol) {
            at++;
            return true;
        }
        return false;
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean atEnd() {
        return peek() == 0;
    }

    private GyrusException unexpected(String expected) {
        boolean open = atEnd() && text.indexOf('(') >= 0;
        String given = atEnd() ? "the end" : "'" + text.charAt(at) + "'";
        String hint = open ? "in a list in [ ], quote an expression with a comma or write ';' instead" : "";
        return GyrusException.input(problem(text, at, at + 1, expected, given, hint));
    }

    private static String quoted(Word word) {
        return "'" + word.text() + "'";
    }
}
