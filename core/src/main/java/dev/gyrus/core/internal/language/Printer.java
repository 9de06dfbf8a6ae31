package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Expressions as text with no more parentheses than needed.
 *
 * <p>Reading the text gives the same tree again, for every tree with finite literals whose names and functions are those
 * of the language.
 */
public final class Printer {
    /** Leaves room for what follows an operand on its line. */
    private static final int WIDTH = 96;

    // How tightly forms bind; those of the parser.
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARE = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private final int width;

    private Printer(int width) {
        this.width = width;
    }

    /** An expression on one line. */
    public static String text(Expr e) {
        return new Printer(Integer.MAX_VALUE).print(e, 0, 0);
    }

    /** A statement on one line. */
    public static String text(Statement statement) {
        return head(statement) + text(statement.value());
    }

    /** Statements one below the other, equations aligned, lines broken after operators where they are long. */
    public static String listing(List<? extends Statement> statements) {
        int widest = statements.stream().mapToInt(s -> head(s).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            String head = head(statement);
            text.append(head, 0, head.length() - 2)
                    .append(" ".repeat(widest - head.length()))
                    .append("= ")
                    .append(new Printer(WIDTH).print(statement.value(), 0, widest))
                    .append('\n');
        }
        return text.toString();
    }

    /** The name users call a function by. */
    static String name(Expr.Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    /** A quoted short form for error messages. */
    public static String clipped(Expr e) {
        String text = text(e);
        return "'" + (text.length() > 40 ? text.substring(0, 39) + "…" : text) + "'";
    }

    private static String head(Statement statement) {
        String name = statement.name();
        if (statement instanceof Statement.Differential) {
            return "d" + name + "/dt = ";
        } else if (statement instanceof Statement.Hold) {
            return "hold " + name + " = ";
        }
        return (statement instanceof Statement.Output ? "output " : "") + name + " = ";
    }

    /** The expression, in parentheses if it binds less tightly than {@code weakest}, at a column of its line. */
    private String print(Expr e, int weakest, int column) {
        boolean bracket = power(e) < weakest;
        int inner = column + (bracket ? 1 : 0);
        String line = oneLine(e);
        String text = inner + (long) line.length() <= width ? line : broken(e, inner);
        return bracket ? "(" + text + ")" : text;
    }

    private static int power(Expr e) {
        if (e instanceof Expr.Num n) {
            return isNegative(n) ? SIGN : ATOM;
        } else if (e instanceof Expr.Negate) {
            return SIGN;
        } else if (e instanceof Expr.Binary b) {
            return switch (b.op()) {
                case ADD, SUB -> SUM;
                case MUL, DIV -> PRODUCT;
                case POW -> POWER;
            };
        } else if (e instanceof Expr.Compare) {
            return COMPARE;
        } else if (e instanceof Expr.Not) {
            return NOT;
        } else if (e instanceof Expr.Logic l) {
            return l.and() ? AND : OR;
        }
        return ATOM;
    }

    private static boolean isNegative(Expr.Num n) {
        return Math.copySign(1, n.value()) < 0;
    }

    private static String oneLine(Expr e) {
        StringBuilder out = new StringBuilder();
        write(e, 0, out);
        return out.toString();
    }

    private static void write(Expr e, int weakest, StringBuilder out) {
        boolean bracket = power(e) < weakest;
        if (bracket) {
            out.append('(');
        }
        if (e instanceof Expr.Num n) {
            out.append(number(n.value()));
        } else if (e instanceof Expr.Name n) {
            out.append(n.name());
        } else if (e instanceof Expr.Negate n) {
            write(n.operand(), operandPower(n), out.append('-'));
        } else if (e instanceof Expr.Not n) {
            out.append("not ");
            write(n.operand(), NOT, out);
        } else if (e instanceof Expr.Call c) {
            out.append(name(c.function()));
            writeAll(c.arguments(), out);
        } else if (e instanceof Expr.Lookup l) {
            out.append(quantity(l));
            writeAll(List.of(l.x(), l.y()), out);
        } else {
            List<Expr> sides = Trees.children(e);
            write(sides.get(0), leftPower(e), out);
            out.append(infix(e));
            write(sides.get(1), rightPower(e), out);
        }
        if (bracket) {
            out.append(')');
        }
    }

    /** The parser reads −2 as a literal: the negation of a literal needs parentheses. */
    private static int operandPower(Expr.Negate n) {
        return n.operand() instanceof Expr.Num x && !isNegative(x) ? ATOM + 1 : SIGN;
    }

    private static int leftPower(Expr e) {
        int power = power(e);
        return power == COMPARE || power == POWER ? power + 1 : power;
    }

    /** An exponent may be a power or have a sign without parentheses. */
    private static int rightPower(Expr e) {
        int power = power(e);
        return power == POWER ? SIGN : power + 1;
    }

    private static String infix(Expr e) {
        if (e instanceof Expr.Binary b) {
            return b.op() == Op.ADD || b.op() == Op.SUB ? " " + b.op().symbol() + " " : b.op().symbol();
        } else if (e instanceof Expr.Compare c) {
            return " " + c.rel().symbol() + " ";
        }
        return ((Expr.Logic) e).and() ? " and " : " or ";
    }

    private static void writeAll(List<Expr> arguments, StringBuilder out) {
        String separator = "(";
        for (Expr argument : arguments) {
            write(argument, 0, out.append(separator));
            separator = ", ";
        }
        out.append(')');
    }

    private static String quantity(Expr.Lookup l) {
        String name = l.table() + "." + l.quantity();
        return l.dx() + l.dy() == 0 ? name : name + ".d" + "x".repeat(l.dx()) + "y".repeat(l.dy());
    }

    /** The shortest text that reads back as the same number. */
    static String number(double value) {
        if (value == Math.PI) {
            return "pi";
        } else if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return (isNegative(new Expr.Num(value)) ? "-" : "") + (long) Math.abs(value);
        }
        return Double.toString(value).replace(".0E", "e").replace("E", "e");
    }

    /** Over several lines: broken after the operator that binds least, and after commas. */
    private String broken(Expr e, int column) {
        if (e instanceof Expr.Call c) {
            return brokenAll(name(c.function()), c.arguments(), column);
        } else if (e instanceof Expr.Lookup l) {
            return brokenAll(quantity(l), List.of(l.x(), l.y()), column);
        } else if (e instanceof Expr.Negate n) {
            return "-" + print(n.operand(), operandPower(n), column + 1);
        } else if (e instanceof Expr.Not n) {
            return "not " + print(n.operand(), NOT, column + 4);
        } else if (e instanceof Expr.Num || e instanceof Expr.Name) {
            return oneLine(e);
        }
        List<Expr> sides = Trees.children(e);
        String left = print(sides.get(0), leftPower(e), column);
        return left + infix(e).stripTrailing() + newLine(column) + print(sides.get(1), rightPower(e), column);
    }

    private String brokenAll(String name, List<Expr> arguments, int column) {
        int inside = column + name.length() + 1;
        List<String> texts = new ArrayList<>();
        for (Expr argument : arguments) {
            texts.add(print(argument, 0, inside));
        }
        return name + "(" + String.join("," + newLine(inside), texts) + ")";
    }

    private static String newLine(int column) {
        return "\n" + " ".repeat(column);
    }
}
