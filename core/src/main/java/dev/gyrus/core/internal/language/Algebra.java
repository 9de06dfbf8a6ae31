package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Binary;
import dev.gyrus.core.internal.language.Expr.Call;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Negate;
import dev.gyrus.core.internal.language.Expr.Num;
import dev.gyrus.core.internal.language.Expr.Op;
import dev.gyrus.core.internal.language.Expr.Rel;
import java.util.List;

/**
 * Operations over real numbers that drop zeros and ones: {@code 0·x} is 0 even where x may be infinite.
 *
 * <p>For expressions made by differentiating and splitting; {@link Simplify} is for what a run computes.
 */
final class Algebra {
    static final Num ZERO = new Num(0);
    static final Num ONE = new Num(1);

    private Algebra() {}

    static boolean is(Expr e, double value) {
        return e instanceof Num n && n.value() == value;
    }

    static Expr add(Expr a, Expr b) {
        if (is(a, 0)) {
            return b;
        } else if (is(b, 0)) {
            return a;
        }
        return b instanceof Negate n ? sub(a, n.operand()) : folded(Op.ADD, a, b);
    }

    static Expr sub(Expr a, Expr b) {
        if (is(a, 0)) {
            return negate(b);
        } else if (is(b, 0)) {
            return a;
        }
        return b instanceof Negate n ? add(a, n.operand()) : folded(Op.SUB, a, b);
    }

    static Expr mul(Expr a, Expr b) {
        if (is(a, 0) || is(b, 0)) {
            return ZERO;
        } else if (is(a, 1)) {
            return b;
        } else if (is(b, 1)) {
            return a;
        } else if (is(a, -1)) {
            return negate(b);
        } else if (is(b, -1)) {
            return negate(a);
        } else if (a instanceof Negate n) {
            return negate(mul(n.operand(), b));
        } else if (b instanceof Negate n) {
            return negate(mul(a, n.operand()));
        }
        return folded(Op.MUL, a, b);
    }

    static Expr div(Expr a, Expr b) {
        if (is(a, 0)) {
            return ZERO;
        } else if (is(b, 1)) {
            return a;
        }
        return a instanceof Negate n ? negate(div(n.operand(), b)) : folded(Op.DIV, a, b);
    }

    static Expr pow(Expr a, Expr b) {
        if (is(b, 0)) {
            return ONE;
        }
        return is(b, 1) ? a : new Binary(Op.POW, a, b);
    }

    static Expr negate(Expr a) {
        if (a instanceof Num n) {
            return new Num(0 - n.value());
        }
        return a instanceof Negate n ? n.operand() : new Negate(a);
    }

    static Expr call(Function function, Expr... arguments) {
        return new Call(function, List.of(arguments));
    }

    /** A choice, unless both branches are the same. */
    static Expr where(Expr condition, Expr then, Expr otherwise) {
        return then.equals(otherwise) ? then : call(Function.WHERE, condition, then, otherwise);
    }

    private static Expr folded(Op op, Expr a, Expr b) {
        if (a instanceof Num x && b instanceof Num y) {
            double value = arithmetic(op, x.value(), y.value());
            if (Double.isFinite(value)) {
                return new Num(value);
            }
        }
        return new Binary(op, a, b);
    }

    /** The operations that IEEE 754 rounds correctly, so the same anywhere. */
    static double arithmetic(Op op, double x, double y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case POW -> throw new AssertionError(op);
        };
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
}
