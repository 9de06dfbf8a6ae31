package dev.gyrus.templates.internal;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads right-hand sides: sums, products, powers ({@code ^} or {@code **}), signs, comparisons, calls, complex literals
 * ({@code 2j}) and the past, {@code x(t - d)} or {@code past(x, d)}.
 *
 * <p>Powers bind tightest and to the right, then signs, {@code * /}, {@code + -}, comparisons. Where a variable of the
 * operator has the name of a function, the variable is meant unless an argument follows.
 */
final class ExpressionReader {
    /** Longer equations are machine-made, and wrong. */
    static final int LONGEST = 100_000;

    private static final int DEEPEST = 120;
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=", "==", "!=");

    private final String text;
    private final Place place;
    private final Predicate<String> isVariable;
    private int at;
    private int depth;

    private ExpressionReader(String text, int from, Place place, Predicate<String> isVariable) {
        this.text = text;
        this.at = from;
        this.place = place;
        this.isVariable = isVariable;
    }

    /**
     * Reads what stands from a position of an equation on.
     *
     * @throws GyrusException with a caret below what does not fit
     */
    static Expr read(String text, int from, Place place, Predicate<String> isVariable) {
        ExpressionReader reader = new ExpressionReader(text, from, place, isVariable);
        Expr value = reader.comparison();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.error(
                    reader.at, "an operator or the end of the equation", "'" + text.charAt(reader.at) + "'", "");
        }
        return value;
    }

    private Expr comparison() {
        Expr left = sum();
        String op = operator();
        if (COMPARISONS.contains(op)) {
            at += op.length();
            left = new Expr.Binary(op, left, sum());
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        for (String op = operator(); op.equals("+") || op.equals("-"); op = operator()) {
            at++;
            left = new Expr.Binary(op, left, product());
        }
        return left;
    }

    private Expr product() {
        Expr left = signed();
        for (String op = operator(); op.equals("*") || op.equals("/"); op = operator()) {
            at++;
            left = new Expr.Binary(op, left, signed());
        }
        return left;
    }

    private Expr signed() {
        if (++depth > DEEPEST) {
            throw error(at, "at most " + DEEPEST + " nested brackets", "more", "use intermediates");
        }
        String op = operator();
        Expr value;
        if (op.equals("-")) {
            at++;
            Expr operand = signed();
            value = operand instanceof Expr.Num n ? new Expr.Num(-n.value()) : new Expr.Negate(operand);
        } else if (op.equals("+")) {
            at++;
            value = signed();
        } else {
            value = power();
        }
        depth--;
        return value;
    }

    private Expr power() {
        Expr base = operand();
        String op = operator();
        if (op.equals("^") || op.equals("**")) {
            at += op.length();
            return new Expr.Binary("^", base, signed());
        }
        return base;
    }

    private Expr operand() {
        space();
        int start = at;
        if (at == text.length()) {
            throw error(at, "a number, a name or '('", "the end of the equation", "");
        }
        char c = text.charAt(at);
        if (Character.isDigit(c) || c == '.') {
            return number();
        } else if (Character.isLetter(c) || c == '_') {
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            return name(text.substring(start, at), start);
        } else if (c == '(') {
            at++;
            Expr inner = comparison();
            close(start);
            return inner;
        }
        String hint = c == '[' || c == '@' ? "vectors are 'populations', their elements nodes" : "";
        throw error(at, "a number, a name or '('", "'" + c + "'", hint);
    }

    private Expr number() {
        int start = at;
        digits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 32) == 'e') {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (at + 1 + sign < text.length() && Character.isDigit(text.charAt(at + 1 + sign))) {
                at += 1 + sign;
                digits();
            }
        }
        double value;
        try {
            value = Double.parseDouble(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw error(start, "a number", "'" + text.substring(start, at) + "'", "");
        }
        if (at < text.length() && text.charAt(at) == 'j') {
            at++;
            return new Expr.Imaginary(value);
        }
        if (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '_')) {
            throw error(at, "an operator after the number", "'" + text.charAt(at) + "'", "a product is written 2*x");
        }
        return new Expr.Num(value);
    }

    private void digits() {
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Expr name(String name, int start) {
        space();
        if (at == text.length() || text.charAt(at) != '(') {
            return name.equals("pi") && !isVariable.test(name) ? new Expr.Num(Math.PI) : new Expr.Name(name);
        }
        int open = at++;
        List<Expr> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
            space();
        } while (at < text.length() && text.charAt(at) == ',' && at++ >= 0);
        close(open);
        String function = Functions.named(name);
        if (name.equals("past") && arguments.size() == 2 && arguments.get(0) instanceof Expr.Name x) {
            return new Expr.Past(x.name(), arguments.get(1));
        } else if (isVariable.test(name) && arguments.size() == 1) {
            return past(name, arguments.get(0), start);
        } else if (Functions.instead(name) != null) {
            throw error(start, "a function that Gyrus has", "'" + name + "'", Functions.instead(name));
        } else if (function == null) {
            String near = Problem.nearest(name, Functions.known());
            throw error(
                    start,
                    "a function",
                    "'" + name + "'",
                    near.isEmpty() ? "a product is written a*(…)" : "did you mean '" + near + "'?");
        }
        int arity = Functions.arity(function);
        if (arguments.size() != arity) {
            throw error(start, name + " of " + arity + " arguments", arguments.size() + " arguments", "");
        }
        return new Expr.Call(function, arguments);
    }

    /** {@code x(t)} or {@code x(t - d)}. */
    private Expr past(String name, Expr argument, int start) {
        Expr t = new Expr.Name("t");
        if (argument.equals(t)) {
            return new Expr.Name(name);
        } else if (argument instanceof Expr.Binary b
                && b.op().equals("-")
                && b.left().equals(t)) {
            return new Expr.Past(name, b.right());
        }
        throw error(start, "an operator after '" + name + "', or its past " + name + "(t - d)", "brackets", "");
    }

    private void close(int open) {
        space();
        if (at == text.length() || text.charAt(at) != ')') {
            String given = at == text.length() ? "the end of the equation" : "'" + text.charAt(at) + "'";
            throw error(open, "')' that closes this bracket", given, "");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The operator that comes next, which stays, or "". */
    private String operator() {
        space();
        if (at == text.length()) {
            return "";
        }
        String pair = at + 1 < text.length() ? text.substring(at, at + 2) : "";
        if (pair.equals("**") || COMPARISONS.contains(pair)) {
            return pair;
        }
        String single = text.substring(at, at + 1);
        return "+-*/^<>".contains(single) ? single : "";
    }

    private GyrusException error(int position, String expected, String given, String hint) {
        return place.within(text, position).error("", expected, given, hint);
    }
}
