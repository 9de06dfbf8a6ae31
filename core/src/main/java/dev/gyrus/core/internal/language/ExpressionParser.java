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
 * <p>After V. R. Pratt, Top down operator precedence, POPL 1973, doi:10.1145/512927.512931. Every infix operator has a
 * binding power; {@link #expression} reads an operand and then, as long as the next operator binds at least as tightly
 * as asked, that operator and its right operand, itself read with the power next above (the same power for {@code ^},
 * which thereby groups to the right).
 *
 * <p>Nesting and the height of the tree are limited, so that neither this parser nor any recursive walk over its trees
 * can exhaust the stack. A misplaced token ends the statement; an unknown function, a wrong number of arguments, or a
 * condition in the place of a number is noted and reading goes on.
 */
final class ExpressionParser {
    private static final int TALLEST = 200;

    /** A printed tree needs at most two levels of brackets and operands for each level of its height. */
    private static final int DEEPEST = 2 * TALLEST + 2;

    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int SIGN = 7;

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

    /** Stands for a call that was reported already. */
    private static final Expr UNKNOWN = new Expr.Num(0);

    private final Cursor cursor;
    private final Source source;
    private final List<Problem> problems;
    private int nesting;

    /** Height of the tree that was read last. */
    private int height;

    ExpressionParser(List<Token> tokens, int from, Source source, List<Problem> problems) {
        this.cursor = new Cursor(tokens, from, source, problems);
        this.source = source;
        this.problems = problems;
    }

    /** The expression that fills the rest of the tokens, or null after adding what is wrong with it. */
    Expr whole() {
        int known = problems.size();
        try {
            Expr value = number(expression(0));
            if (cursor.peek().kind() != Kind.END) {
                throw cursor.wrongAfterOperand("an operator or the end of the line");
            }
            return problems.size() == known ? value : null;
        } catch (Cursor.Abandoned e) {
            return null;
        }
    }

    private Expr expression(int weakest) {
        if (++nesting > DEEPEST) {
            throw cursor.wrong(cursor.peek(), "fewer nested brackets", "use intermediates");
        }
        Expr left = operand();
        int tallest = height;
        while (true) {
            Token operator = cursor.peek();
            int power = operator.kind() == Kind.SYMBOL ? POWERS.getOrDefault(operator.text(), -1) : -1;
            if (power < Math.max(weakest, 0)) {
                break;
            }
            if (power == COMPARE && left instanceof Expr.Compare) {
                throw cursor.wrong(operator, "one comparison", "write a < b and b < c");
            }
            cursor.next();
            Expr right = expression(operator.is("^") ? power : power + 1);
            tallest = limited(1 + Math.max(tallest, height), operator);
            left = marked(infix(operator.text(), left, right), operator);
        }
        height = tallest;
        nesting--;
        return left;
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

    private Expr operand() {
        Token token = cursor.peek();
        height = 1;
        if (token.kind() == Kind.NUMBER) {
            return literal(token, 1);
        } else if (token.kind() == Kind.NAME) {
            return name(cursor.next());
        } else if (cursor.takes("(")) {
            Expr inner = expression(0);
            cursor.close(token);
            return inner;
        } else if (cursor.takes("-") || cursor.takes("+")) {
            return signed(token);
        } else if (cursor.takes("not")) {
            Expr negated = condition(expression(NOT));
            height++;
            return marked(new Expr.Not(negated), token);
        }
        throw cursor.wrongOperand("a number, a name or '('");
    }

    /** A sign before a literal belongs to it, unless the literal is raised to a power: −x² is −(x²), also for numbers. */
    private Expr signed(Token sign) {
        boolean minus = sign.is("-");
        boolean literal = cursor.peek().kind() == Kind.NUMBER;
        if (literal && !cursor.peek(cursor.peek(1).kind() == Kind.UNIT ? 2 : 1).is("^")) {
            return literal(sign, minus ? -1 : 1);
        }
        Expr operand = number(expression(SIGN));
        if (!minus) {
            return operand;
        }
        height++;
        return marked(new Expr.Negate(operand), sign);
    }

    /** A number, perhaps with a unit; {@code first} is its sign or the number itself. */
    private Expr literal(Token first, double sign) {
        Token token = cursor.next();
        Unit unit = cursor.peek().kind() == Kind.UNIT ? unit(cursor.next()) : null;
        double value = sign * (unit == null ? token.value() : unit.toCoherent(token.value()));
        if (!Double.isFinite(value)) {
            throw cursor.wrong(token, "a number below 1.8e308", "");
        }
        Expr.Num literal = source.mark(new Expr.Num(value), first.start(), token.end());
        if (unit != null) {
            source.mark(literal, unit);
        }
        return literal;
    }

    private Unit unit(Token token) {
        try {
            return Unit.of(token.text());
        } catch (GyrusException e) {
            Problem problem = e.problems().get(0);
            report(token, problem.expected(), problem.given(), problem.hint());
            return Unit.ONE;
        }
    }

    private Expr name(Token name) {
        if (cursor.peek().is("(")) {
            return call(name);
        } else if (cursor.takes(".")) {
            return lookup(name);
        }
        return marked(name.text().equals("pi") ? new Expr.Num(Math.PI) : new Expr.Name(name.text()), name);
    }

    private Expr call(Token name) {
        List<Expr> arguments = arguments();
        Functions function = Functions.named(name.text());
        if (function == null) {
            String near = Problem.nearest(name.text(), Functions.names());
            String hint = near.isEmpty() ? "a product is written a*(…)" : "did you mean '" + near + "'?";
            report(name, "a function (" + String.join(", ", Functions.names()) + ")", name.shown(), hint);
            return UNKNOWN;
        }
        int count = arguments.size();
        if (!function.takes(count)) {
            report(name, function.signature(), count + (count == 1 ? " argument" : " arguments"), "");
            return UNKNOWN;
        }
        for (int i = 0; i < count; i++) {
            if (i == 0 && function.function() == Function.WHERE) {
                condition(arguments.get(0));
            } else {
                number(arguments.get(i));
            }
        }
        height = limited(height + function.height(count), name);
        return function.apply(arguments, node -> marked(node, name));
    }

    /** What follows the dot of {@code table.quantity(x, y)} or, differentiated, {@code table.quantity.dxy(x, y)}. */
    private Expr lookup(Token table) {
        Token quantity = cursor.name("the name of a quantity of table '" + table.text() + "'");
        String form = "write " + table.text() + "." + quantity.text() + "(x, y)";
        String axes = "d";
        if (cursor.takes(".")) {
            axes = cursor.name("dx, dy, dxx, dxy or dyy").text();
            if (!axes.matches("dx{0,8}y{0,8}")) {
                throw cursor.wrong(cursor.last(), "dx, dy, dxx, dxy or dyy", "");
            }
        }
        int end = cursor.last().end();
        if (!cursor.peek().is("(")) {
            throw cursor.wrong(cursor.peek(), "'(' and the point to look up", form);
        }
        List<Expr> point = arguments();
        if (point.size() != 2) {
            throw cursor.wrong(table, "two coordinates", form);
        }
        height = limited(height + 1, table);
        int dx = Math.max(0, axes.lastIndexOf('x'));
        int dy = axes.length() - 1 - dx;
        Expr x = number(point.get(0));
        Expr y = number(point.get(1));
        return source.mark(new Expr.Lookup(table.text(), quantity.text(), x, y, dx, dy), table.start(), end);
    }

    private List<Expr> arguments() {
        Token open = cursor.next();
        List<Expr> arguments = new ArrayList<>();
        int tallest = 0;
        if (!cursor.peek().is(")")) {
            do {
                arguments.add(expression(0));
                tallest = Math.max(tallest, height);
            } while (cursor.takes(","));
        }
        cursor.close(open);
        height = tallest;
        return arguments;
    }

    private int limited(int height, Token token) {
        if (height > TALLEST) {
            throw cursor.wrong(token, "at most " + TALLEST + " operations on one another", "use intermediates");
        }
        return height;
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

    private Expr marked(Expr node, Token token) {
        return source.mark(node, token.start(), token.end());
    }

    private void report(Token token, String expected, String given, String hint) {
        problems.add(source.problem(token.start(), token.end(), expected, given, hint));
    }
}
