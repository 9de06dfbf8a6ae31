package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.math.Elementary;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Computes expressions directly from their trees: the reference for compiled kernels, which shares nothing with them but
 * the parser. Functions are those of {@link StrictMath}, where it has them.
 *
 * @param tables look-ups
 */
public record Evaluate(Tables tables) {

    /** Looks tables up. */
    public interface Tables {
        /** A quantity, or its dx-th derivative along x and dy-th along y, at a point. */
        double at(String table, String quantity, double x, double y, int dx, int dy);
    }

    /** Without tables. */
    public static Evaluate withoutTables() {
        return new Evaluate((table, quantity, x, y, dx, dy) -> {
            throw new IllegalArgumentException("no table '" + table + "'");
        });
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
            return b.op() == Op.POW ? StrictMath.pow(left, right) : Algebra.arithmetic(b.op(), left, right);
        } else if (e instanceof Expr.Call c) {
            return call(c, names);
        } else if (e instanceof Expr.Lookup l) {
            double x = value(l.x(), names);
            return tables.at(l.table(), l.quantity(), x, value(l.y(), names), l.dx(), l.dy());
        }
        throw new IllegalArgumentException("a condition has no value: " + Printer.text(e));
    }

    private boolean holds(Expr e, ToDoubleFunction<String> names) {
        if (e instanceof Expr.Compare c) {
            return Algebra.compare(c.rel(), value(c.left(), names), value(c.right(), names));
        } else if (e instanceof Expr.Logic l) {
            return l.and()
                    ? holds(l.left(), names) && holds(l.right(), names)
                    : holds(l.left(), names) || holds(l.right(), names);
        }
        return !holds(((Expr.Not) e).operand(), names);
    }

    private double call(Expr.Call c, ToDoubleFunction<String> names) {
        List<Expr> a = c.arguments();
        if (c.function() == Expr.Function.WHERE) {
            return value(a.get(holds(a.get(0), names) ? 1 : 2), names);
        }
        double x = value(a.get(0), names);
        double y = a.size() > 1 ? value(a.get(1), names) : 0;
        return switch (c.function()) {
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case TANH -> StrictMath.tanh(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case ATAN -> StrictMath.atan(x);
            case ERF -> Elementary.erf(x);
            case ERFC -> Elementary.erfc(x);
            case MOD -> x - y * Math.floor(x / y);
            case CLIP -> Math.min(Math.max(x, y), value(a.get(2), names));
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case FLOOR -> Math.floor(x);
            case SIGN -> Math.signum(x);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case WHERE -> throw new AssertionError();
        };
    }
}
