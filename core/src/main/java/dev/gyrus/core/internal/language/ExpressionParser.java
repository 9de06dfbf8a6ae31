package dev.gyrus.core.internal.language;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.language.Expr.Rel;
import dev.gyrus.core.internal.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A precedence-climbing parser of one expression.
 *
 * <p>After V. R. Pratt, Top down operator precedence, POPL 1973, doi:10.1145/512927.512931. Nesting and the height of
 * the tree are limited, so that neither this parser nor any recursive walk over its trees can exhaust the stack.
 */
final class ExpressionParser {
    private static final int TALLEST = 200;

    /** A printed tree needs at most two levels of brackets and operands for each level of its height. */
    private static final int DEEPEST = 2 * TALLEST + 2;

    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int SIGN = 7;

    /** Binding powers of the infix operators; all but {@code ^} group to the left. */
    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("<", COMPARE),
            Map.entry("<=", COMPARE),
            Map.entry(">", COMPARE),
            Map.entry(">=", COMPARE),
            Map.entry("==", COMPARE),
            Map.entry("!=", COMPARE),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("^", 8));

    private static final Map<String, String> REMEDIES = Map.of(
            "=", "a comparison is written ==",
            "%", "a remainder is written mod(a, b)",
            "&", "both conditions: and",
            "|", "either condition: or",
            "[", "a unit in brackets follows a number, as in 20[ms]",
            "²", "a square is written x^2",
            "³", "a cube is written x^3",
            "?", "a choice is written where(condition, a, b)");

    /** Stands for a call that was reported already. */
    private static final Expr UNKNOWN = new Expr.Num(0);

    private final List<Token> tokens;
    private final Source source;
    private final List<Problem> problems;
    private final int known;
    private int at;
    private int nesting;

    /** Height of the tree that was read last. */
    private int height;

    /** Gives up the expression; its problem is already noted. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    ExpressionParser(List<Token> tokens, int from, Source source, List<Problem> problems) {
        this.tokens = tokens;
        this.at = from;
        this.source = source;
        this.problems = problems;
        this.known = problems.size();
    }

    /** The expression that fills the rest of the tokens, or null after adding what is wrong with it. */
    Expr whole() {
        try {
            Expr value = number(expression(0));
            if (peek().kind() != Kind.END) {
                throw wrong(peek(), "an operator or the end of the line", remedyAfterOperand());
            }
            return problems.size() == known ? value : null;
        } catch (Abandoned e) {
            return null;
        }
    }

    private Expr expression(int weakest) {
        if (++nesting > DEEPEST) {
            throw wrong(peek(), "fewer nested brackets", "use intermediates");
        }
        Expr left = prefix();
        int tallest = height;
        while (true) {
            Token operator = peek();
            int power = operator.kind() == Kind.SYMBOL ? POWERS.getOrDefault(operator.text(), -1) : -1;
            if (power < weakest || power < 0) {
                break;
            }
            if (power == COMPARE && left instanceof Expr.Compare) {
                throw wrong(operator, "one comparison", "write a < b and b < c");
            }
            at++;
            Expr right = expression(operator.is("^") ? power : power + 1);
            tallest = limited(1 + Math.max(tallest, height), operator);
            left = source.mark(infix(operator.text(), left, right), operator.start(), operator.end());
        }
        height = tallest;
        nesting--;
        return left;
    }

    private int limited(int height, Token token) {
        if (height > TALLEST) {
            throw wrong(token, "at most " + TALLEST + " operations on one another", "use intermediates");
        }
        return height;
    }

    private Expr infix(String operator, Expr left, Expr right) {
        if (operator.equals("and") || operator.equals("or")) {
            return new Expr.Logic(operator.equals("and"), condition(left), condition(right));
        }
        number(left);
        number(right);
        for (Op op : Op.values()) {
            if (op.symbol().equals(operator)) {
                return new Expr.Binary(op, left, right);
            }
        }
        for (Rel rel : Rel.values()) {
            if (rel.symbol().equals(operator)) {
                return new Expr.Compare(rel, left, right);
            }
        }
        throw new AssertionError(operator);
    }

    private Expr prefix() {
        Token token = tokens.get(at);
        height = 1;
        if (token.kind() == Kind.NUMBER) {
            at++;
            return literal(token, 1, token.start());
        }
        if (token.kind() == Kind.NAME) {
            at++;
            return name(token);
        }
        if (token.is("(")) {
            at++;
            Expr inner = expression(0);
            close(token);
            return inner;
        }
        if (token.is("-") || token.is("+")) {
            at++;
            return sign(token);
        }
        if (token.is("not")) {
            at++;
            Expr operand = condition(expression(NOT));
            height++;
            return source.mark(new Expr.Not(operand), token.start(), token.end());
        }
        throw wrong(token, "a number, a name or '('", REMEDIES.getOrDefault(token.text(), ""));
    }

    /** A sign before a literal belongs to it, unless the literal is raised to a power: −x² is −(x²), also for numbers. */
    private Expr sign(Token sign) {
        Token next = peek();
        boolean minus = sign.is("-");
        if (next.kind() == Kind.NUMBER) {
            int after = tokens.get(at + 1).kind() == Kind.UNIT ? at + 2 : at + 1;
            if (!tokens.get(after).is("^")) {
                at++;
                return literal(next, minus ? -1 : 1, sign.start());
            }
        }
        Expr operand = number(expression(SIGN));
        if (!minus) {
            return operand;
        }
        height++;
        return source.mark(new Expr.Negate(operand), sign.start(), sign.end());
    }

    private Expr literal(Token token, double sign, int start) {
        Token next = peek();
        Unit unit = null;
        if (next.kind() == Kind.UNIT) {
            at++;
            try {
                unit = Unit.of(next.text());
            } catch (GyrusException e) {
                Problem problem = e.problems().get(0);
                problems.add(
                        source.problem(next.start(), next.end(), problem.expected(), problem.given(), problem.hint()));
                unit = Unit.ONE;
            }
        }
        double value = sign * token.value() * (unit == null ? 1 : unit.toCoherent());
        if (!Double.isFinite(value)) {
            throw wrong(token, "a number below 1.8e308", "");
        }
        Expr.Num literal = source.mark(new Expr.Num(value), start, token.end());
        if (unit != null) {
            source.mark(literal, unit);
        }
        return literal;
    }

    private Expr name(Token name) {
        if (peek().is("(")) {
            return call(name);
        }
        if (peek().is(".")) {
            return lookup(name);
        }
        Expr node = name.text().equals("pi") ? new Expr.Num(Math.PI) : new Expr.Name(name.text());
        return source.mark(node, name.start(), name.end());
    }

    private Expr call(Token name) {
        List<Expr> arguments = arguments();
        Functions function = Functions.named(name.text());
        if (function == null) {
            String near = Problem.nearest(name.text(), Functions.names());
            problems.add(source.problem(
                    name.start(),
                    name.end(),
                    "a function (" + String.join(", ", Functions.names()) + ")",
                    "'" + name.text() + "'",
                    near.isEmpty() ? "a product is written a*(…)" : "did you mean '" + near + "'?"));
            return UNKNOWN;
        }
        if (!function.takes(arguments.size())) {
            problems.add(source.problem(
                    name.start(),
                    name.end(),
                    function.signature(),
                    arguments.size() + (arguments.size() == 1 ? " argument" : " arguments"),
                    ""));
            return UNKNOWN;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (i == 0 && function.function() == Function.WHERE) {
                condition(arguments.get(0));
            } else {
                number(arguments.get(i));
            }
        }
        height = limited(height + function.height(arguments.size()), name);
        return function.apply(arguments, node -> source.mark(node, name.start(), name.end()));
    }

    /** {@code table.quantity(x, y)} or, differentiated, {@code table.quantity.dxy(x, y)}. */
    private Expr lookup(Token table) {
        at++;
        Token quantity = take(Kind.NAME, "the name of a quantity of table '" + table.text() + "'");
        String axes = "d";
        if (peek().is(".")) {
            at++;
            Token derivative = take(Kind.NAME, "dx, dy, dxx, dxy or dyy");
            axes = derivative.text();
            if (!axes.matches("dx{0,8}y{0,8}")) {
                throw wrong(derivative, "dx, dy, dxx, dxy or dyy", "");
            }
        }
        int end = tokens.get(at - 1).end();
        if (!peek().is("(")) {
            throw wrong(
                    peek(), "'(' and the point to look up", "write " + table.text() + "." + quantity.text() + "(x, y)");
        }
        List<Expr> point = arguments();
        if (point.size() != 2) {
            throw wrong(table, "two coordinates", "write " + table.text() + "." + quantity.text() + "(x, y)");
        }
        height++;
        int dx = axes.lastIndexOf('x') < 0 ? 0 : axes.lastIndexOf('x');
        Expr lookup = new Expr.Lookup(
                table.text(), quantity.text(), number(point.get(0)), number(point.get(1)), dx, axes.length() - 1 - dx);
        return source.mark(lookup, table.start(), end);
    }

    private List<Expr> arguments() {
        Token open = tokens.get(at++);
        List<Expr> arguments = new ArrayList<>();
        int tallest = 0;
        if (!peek().is(")")) {
            do {
                arguments.add(expression(0));
                tallest = Math.max(tallest, height);
            } while (takes(","));
        }
        close(open);
        height = tallest;
        return arguments;
    }

    private void close(Token open) {
        if (!takes(")")) {
            String place = peek().kind() == Kind.END ? " for the '(' in line " + source.line(open.start()) : "";
            throw wrong(peek(), "an operator or ')'" + place, remedyAfterOperand());
        }
    }

    private Expr number(Expr operand) {
        if (isCondition(operand)) {
            problems.add(source.problem(operand, "a number", "a condition", "write where(condition, 1, 0)"));
        }
        return operand;
    }

    private Expr condition(Expr operand) {
        if (!isCondition(operand) && operand != UNKNOWN) {
            problems.add(source.problem(operand, "a condition such as x > 0", "a number", ""));
        }
        return operand;
    }

    private static boolean isCondition(Expr operand) {
        return operand instanceof Expr.Compare || operand instanceof Expr.Logic || operand instanceof Expr.Not;
    }

    private String remedyAfterOperand() {
        Token here = peek();
        Token before = tokens.get(at - 1);
        if (here.kind() == Kind.NAME || here.is("(") || here.kind() == Kind.NUMBER) {
            boolean short0 = before.text().length() + here.text().length() < 40 && !before.is(")");
            return "a product is written " + (short0 ? before.text() + "*" + here.text() : "a*b");
        }
        return REMEDIES.getOrDefault(here.kind() == Kind.UNIT ? "[" : here.text(), "");
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take(Kind kind, String expected) {
        if (peek().kind() != kind) {
            throw wrong(peek(), expected, "");
        }
        return tokens.get(at++);
    }

    private boolean takes(String symbol) {
        boolean found = peek().is(symbol);
        at += found ? 1 : 0;
        return found;
    }

    private Abandoned wrong(Token token, String expected, String hint) {
        problems.add(source.problem(token.start(), token.end(), expected, token.shown(), hint));
        return new Abandoned();
    }
}
