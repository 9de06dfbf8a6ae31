package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.language.Expr.Rel;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Computes expressions directly from their trees, one number at a time: the reference for compiled kernels.
 *
 * <p>Operands are computed from left to right in double arithmetic, without contraction; {@code where} computes only the
 * branch it takes; {@code min} and {@code max} return NaN for NaN, as {@link Math#min}. Thread-safe.
 *
 * @param elementary the functions that IEEE 754 does not fix
 * @param tables look-ups
 */
public record Evaluate(Elementary elementary, Tables tables) {

    /** Looks tables up. */
    public interface Tables {
        /** A quantity, or its dx-th derivative along x and dy-th along y, at a point. */
        double at(String table, String quantity, double x, double y, int dx, int dy);

        /** For expressions without look-ups. */
        static Tables none() {
            return (table, quantity, x, y, dx, dy) -> {
                throw new IllegalArgumentException("no table '" + table + "'");
            };
        }
    }

    /** With {@link StrictMath} and no tables. */
    public static Evaluate strict() {
        return new Evaluate(Elementary.STRICT, Tables.none());
    }

    /** The value of an expression; {@code names} gives those of its names. */
    public double value(Expr e, ToDoubleFunction<String> names) {
        if (e instanceof Expr.Num n) {
            return n.value();
        } else if (e instanceof Expr.Name n) {
            return names.applyAsDouble(n.name());
        } else if (e instanceof Expr.Negate n) {
            return -value(n.operand(), names);
        } else if (e instanceof Expr.Binary b) {
            double left = value(b.left(), names);
            double right = value(b.right(), names);
            return b.op() == Op.POW ? elementary.pow(left, right) : Algebra.arithmetic(b.op(), left, right);
        } else if (e instanceof Expr.Call c) {
            return call(c, names);
        } else if (e instanceof Expr.Lookup l) {
            double x = value(l.x(), names);
            return tables.at(l.table(), l.quantity(), x, value(l.y(), names), l.dx(), l.dy());
        }
        throw new IllegalArgumentException("a condition has no value: " + Printer.text(e));
    }

    /** The truth of a condition. */
    public boolean holds(Expr e, ToDoubleFunction<String> names) {
        if (e instanceof Expr.Compare c) {
            return compare(c.rel(), value(c.left(), names), value(c.right(), names));
        } else if (e instanceof Expr.Logic l) {
            return l.and()
                    ? holds(l.left(), names) && holds(l.right(), names)
                    : holds(l.left(), names) || holds(l.right(), names);
        } else if (e instanceof Expr.Not n) {
            return !holds(n.operand(), names);
        }
        throw new IllegalArgumentException("not a condition: " + Printer.text(e));
    }

    static boolean compare(Rel rel, double x, double y) {
        return switch (rel) {
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            case GE -> x >= y;
            case EQ -> x == y;
            case NE -> x != y;
        };
    }

    private double call(Expr.Call c, ToDoubleFunction<String> names) {
        List<Expr> a = c.arguments();
        if (c.function() == Expr.Function.WHERE) {
            return value(a.get(holds(a.get(0), names) ? 1 : 2), names);
        }
        double x = value(a.get(0), names);
        double y = a.size() > 1 ? value(a.get(1), names) : 0;
        return switch (c.function()) {
            case EXP -> elementary.exp(x);
            case LOG -> elementary.log(x);
            case TANH -> elementary.tanh(x);
            case SIN -> elementary.sin(x);
            case COS -> elementary.cos(x);
            case SIGMOID -> elementary.sigmoid(x);
            case MOD -> elementary.mod(x, y);
            case CLIP -> Math.min(Math.max(x, y), value(a.get(2), names));
            case SQRT, ABS, FLOOR, SIGN, MIN, MAX -> exact(c.function(), x, y);
            case WHERE -> throw new AssertionError();
        };
    }

    /** The functions whose result is the same anywhere. */
    static double exact(Expr.Function function, double x, double y) {
        return switch (function) {
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case FLOOR -> Math.floor(x);
            case SIGN -> Math.signum(x);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            default -> throw new AssertionError(function);
        };
    }
}
