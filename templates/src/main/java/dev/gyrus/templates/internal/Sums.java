package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Expr.Binary;
import dev.gyrus.templates.internal.Expr.Call;
import dev.gyrus.templates.internal.Expr.Negate;
import dev.gyrus.templates.internal.Expr.Num;

/** Arithmetic on expressions that leaves out zeros and ones. */
final class Sums {
    private Sums() {}

    static boolean isZero(Expr e) {
        return e instanceof Num n && n.value() == 0;
    }

    private static boolean isOne(Expr e) {
        return e instanceof Num n && n.value() == 1;
    }

    static Expr negate(Expr x) {
        if (x instanceof Num n) {
            return n.value() == 0 ? x : new Num(-n.value());
        }
        return x instanceof Negate n ? n.operand() : new Negate(x);
    }

    static Expr add(Expr x, Expr y) {
        if (isZero(x)) {
            return y;
        } else if (isZero(y)) {
            return x;
        } else if (y instanceof Negate n) {
            return subtract(x, n.operand());
        }
        return new Binary("+", x, y);
    }

    static Expr subtract(Expr x, Expr y) {
        if (isZero(y)) {
            return x;
        } else if (isZero(x)) {
            return negate(y);
        } else if (x.equals(y)) {
            return Expr.ZERO;
        } else if (y instanceof Negate n) {
            return add(x, n.operand());
        }
        return new Binary("-", x, y);
    }

    static Expr times(Expr x, Expr y) {
        if (isZero(x) || isZero(y)) {
            return Expr.ZERO;
        } else if (isOne(x)) {
            return y;
        } else if (isOne(y)) {
            return x;
        }
        return new Binary("*", x, y);
    }

    static Expr over(Expr x, Expr y) {
        return isZero(x) || isOne(y) ? x : new Binary("/", x, y);
    }

    /** A power; of a root, what is under it. */
    static Expr power(Expr x, Expr exponent) {
        if (isZero(x)) {
            return x;
        } else if (x instanceof Call c && c.function().equals("sqrt") && exponent.equals(new Num(2))) {
            return c.arguments().get(0);
        }
        return new Binary("^", x, exponent);
    }
}
