package dev.gyrus.core.internal.language;

import static dev.gyrus.core.internal.language.Algebra.ONE;
import static dev.gyrus.core.internal.language.Algebra.ZERO;
import static dev.gyrus.core.internal.language.Algebra.add;
import static dev.gyrus.core.internal.language.Algebra.call;
import static dev.gyrus.core.internal.language.Algebra.div;
import static dev.gyrus.core.internal.language.Algebra.is;
import static dev.gyrus.core.internal.language.Algebra.mul;
import static dev.gyrus.core.internal.language.Algebra.negate;
import static dev.gyrus.core.internal.language.Algebra.pow;
import static dev.gyrus.core.internal.language.Algebra.sub;
import static dev.gyrus.core.internal.language.Algebra.where;

import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Num;
import dev.gyrus.core.internal.language.Expr.Rel;
import java.util.List;

/**
 * Symbolic derivatives.
 *
 * <p>Functions with kinks ({@code abs}, {@code min}, {@code max}, {@code clip}, {@code where}) are differentiated branch
 * by branch, those with jumps ({@code sign}, {@code floor}) have derivative 0; look-ups raise their {@code dx} and
 * {@code dy}. Other names are independent of the one differentiated by, unless a chain says otherwise.
 */
public final class Derive {
    private static final Num TWO_BY_ROOT_PI = new Num(0x1.20dd750429b6dp0);

    /** The derivative of every name. */
    private final java.util.function.Function<String, Expr> names;

    private Derive(java.util.function.Function<String, Expr> names) {
        this.names = names;
    }

    /** The partial derivative by a name. */
    public static Expr by(Expr e, String name) {
        return chain(e, other -> other.equals(name) ? ONE : ZERO);
    }

    /** The total derivative, given the derivative of every name (0 where it does not depend). */
    public static Expr chain(Expr e, java.util.function.Function<String, Expr> names) {
        return new Derive(names).of(e);
    }

    private Expr of(Expr e) {
        if (e instanceof Expr.Name n) {
            return names.apply(n.name());
        } else if (e instanceof Expr.Negate n) {
            return negate(of(n.operand()));
        } else if (e instanceof Expr.Binary b) {
            return binary(b, of(b.left()), of(b.right()));
        } else if (e instanceof Expr.Call c) {
            return function(c);
        } else if (e instanceof Expr.Lookup l) {
            Expr alongX = new Expr.Lookup(l.table(), l.quantity(), l.x(), l.y(), l.dx() + 1, l.dy());
            Expr alongY = new Expr.Lookup(l.table(), l.quantity(), l.x(), l.y(), l.dx(), l.dy() + 1);
            return add(mul(alongX, of(l.x())), mul(alongY, of(l.y())));
        }
        return ZERO;
    }

    private static Expr binary(Expr.Binary b, Expr du, Expr dv) {
        Expr u = b.left();
        Expr v = b.right();
        return switch (b.op()) {
            case ADD -> add(du, dv);
            case SUB -> sub(du, dv);
            case MUL -> add(mul(du, v), mul(u, dv));
            // (u/v)' as u'/v − (u/v)·v'/v keeps the quotient, which the kernel has already.
            case DIV -> sub(div(du, v), mul(b, div(dv, v)));
            case POW -> power(b, u, v, du, dv);
        };
    }

    private static Expr power(Expr.Binary b, Expr u, Expr v, Expr du, Expr dv) {
        Expr lower = v instanceof Num n ? new Num(n.value() - 1) : sub(v, ONE);
        Expr base = is(du, 0) ? ZERO : mul(mul(v, pow(u, lower)), du);
        Expr exponent = is(dv, 0) ? ZERO : mul(mul(b, call(Function.LOG, u)), dv);
        return add(base, exponent);
    }

    private Expr function(Expr.Call c) {
        List<Expr> a = c.arguments();
        Expr u = a.get(0);
        if (c.function() == Function.WHERE) {
            return where(u, of(a.get(1)), of(a.get(2)));
        }
        Expr du = of(u);
        Expr dv = a.size() > 1 ? of(a.get(1)) : ZERO;
        Expr v = a.size() > 1 ? a.get(1) : ZERO;
        return switch (c.function()) {
            case EXP -> mul(c, du);
            case LOG -> div(du, u);
            case TANH -> mul(sub(ONE, mul(c, c)), du);
            case SIN -> mul(call(Function.COS, u), du);
            case COS -> negate(mul(call(Function.SIN, u), du));
            case SIGMOID -> mul(mul(c, sub(ONE, c)), du);
            case ATAN -> div(du, add(ONE, mul(u, u)));
            case ERF -> mul(mul(TWO_BY_ROOT_PI, call(Function.EXP, negate(mul(u, u)))), du);
            case ERFC -> negate(mul(mul(TWO_BY_ROOT_PI, call(Function.EXP, negate(mul(u, u)))), du));
            case SQRT -> div(du, mul(new Num(2), c));
            case ABS -> mul(call(Function.SIGN, u), du);
            case FLOOR, SIGN -> ZERO;
            case MOD -> sub(du, mul(call(Function.FLOOR, div(u, v)), dv));
            case MIN -> where(new Expr.Compare(Rel.LE, u, v), du, dv);
            case MAX -> where(new Expr.Compare(Rel.GE, u, v), du, dv);
            case CLIP -> {
                Expr high = a.get(2);
                Expr raised = where(new Expr.Compare(Rel.GE, u, v), du, dv);
                yield where(new Expr.Compare(Rel.LE, call(Function.MAX, u, v), high), raised, of(high));
            }
            case WHERE -> throw new AssertionError();
        };
    }
}
