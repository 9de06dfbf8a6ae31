package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes expressions as text of a language; brackets only where the tree would be read differently without. */
abstract class Printer {
    private static final int COMPARE = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int SIGN = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    /** What a name is written as. */
    abstract String name(String name);

    /** A power; {@code base} is in brackets where it needs them. */
    abstract String power(String base, String exponent);

    /** A call; arguments are written out. */
    abstract String call(String function, List<String> arguments);

    /** A number. */
    String literal(double value) {
        return number(value);
    }

    /** A condition that stands for the numbers 1 and 0. */
    abstract String truth(String condition);

    final String print(Expr e) {
        return isCondition(e) ? truth(print(e, COMPARE)) : print(e, COMPARE);
    }

    /** The right-hand side of a quotient or product. */
    final String factor(Expr e) {
        return print(e, PRODUCT + 1);
    }

    private static boolean isCondition(Expr e) {
        return e instanceof Expr.Binary b && b.isComparison();
    }

    private String print(Expr e, int weakest) {
        String text = plain(e);
        return strength(e) < weakest ? "(" + text + ")" : text;
    }

    private String operand(Expr e, int weakest) {
        return isCondition(e) ? truth(plain(e)) : print(e, weakest);
    }

    private static int strength(Expr e) {
        if (e instanceof Expr.Binary b) {
            return switch (b.op()) {
                case "+", "-" -> SUM;
                case "*", "/" -> PRODUCT;
                case "^" -> POWER;
                default -> COMPARE;
            };
        } else if (e instanceof Expr.Negate || (e instanceof Expr.Num n && n.value() < 0)) {
            return SIGN;
        }
        return ATOM;
    }

    private String plain(Expr e) {
        if (e instanceof Expr.Num n) {
            return literal(n.value());
        } else if (e instanceof Expr.Name n) {
            return name(n.name());
        } else if (e instanceof Expr.Negate n) {
            return "-" + operand(n.operand(), POWER);
        } else if (e instanceof Expr.Call c) {
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < c.arguments().size(); i++) {
                Expr argument = c.arguments().get(i);
                boolean condition = i == 0 && c.function().equals("where");
                arguments.add(condition && isCondition(argument) ? plain(argument) : print(argument));
            }
            return call(c.function(), arguments);
        }
        Expr.Binary b = (Expr.Binary) e;
        return switch (b.op()) {
            case "+", "-" -> operand(b.left(), SUM) + " " + b.op() + " " + operand(b.right(), PRODUCT);
            case "*", "/" -> operand(b.left(), PRODUCT) + b.op() + operand(b.right(), SIGN);
            case "^" -> power(operand(b.left(), ATOM), operand(b.right(), ATOM));
            default -> operand(b.left(), SUM) + " " + b.op() + " " + operand(b.right(), SUM);
        };
    }

    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** Gyrus' own language, as {@link dev.gyrus.core.Mass} reads it. */
    static Printer gyrus(UnaryOperator<String> names) {
        return new Printer() {
            @Override
            String name(String name) {
                return names.apply(name);
            }

            @Override
            String power(String base, String exponent) {
                return base + "^" + exponent;
            }

            @Override
            String call(String function, List<String> arguments) {
                return function.equals("round")
                        ? "floor(" + arguments.get(0) + " + 0.5)"
                        : function + "(" + String.join(", ", arguments) + ")";
            }

            @Override
            String truth(String condition) {
                return "where(" + condition + ", 1, 0)";
            }
        };
    }
}
