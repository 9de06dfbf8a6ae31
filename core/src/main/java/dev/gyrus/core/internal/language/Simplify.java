package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Binary;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Num;
import dev.gyrus.core.internal.language.Expr.Op;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Folds what is known before a run, without changing what the run computes.
 *
 * <p>Folded are operations on literals, computed as the run would; {@code x·1}, {@code x/1}, {@code x − 0}, {@code −(−x)};
 * and {@code where} under a condition on literals. Every value stays the same bit for bit, the sign of a zero included:
 * so {@code x + 0} stays (−0 + 0 is +0), as do {@code x·0} (x may be infinite) and what folds to no finite number. Sums
 * and products are not regrouped.
 */
public final class Simplify {
    /** What an absent name becomes; known by identity. */
    private static final Num ABSENT = new Num(-0.0);

    private Simplify() {}

    /** Folds arithmetic and the functions that are the same anywhere; powers and transcendental functions stay. */
    public static Expr of(Expr e) {
        return fold(e);
    }

    /**
     * Removes names that are absent, such as inputs nothing is connected to: they are zero, and so are their products and
     * what divides them, whatever the other factor.
     */
    public static Expr without(Expr e, Predicate<String> absent) {
        Expr left = remove(e, absent);
        return of(left == ABSENT ? Algebra.ZERO : left);
    }

    private static Expr remove(Expr e, Predicate<String> absent) {
        if (e instanceof Expr.Name name && absent.test(name.name())) {
            return ABSENT;
        }
        Expr reduced = Trees.map(e, child -> remove(child, absent));
        if (reduced instanceof Expr.Negate n && n.operand() == ABSENT) {
            return ABSENT;
        }
        if (reduced instanceof Binary b) {
            boolean left = b.left() == ABSENT;
            boolean right = b.right() == ABSENT;
            boolean sum = b.op() == Op.ADD || b.op() == Op.SUB;
            boolean product = b.op() == Op.MUL || (b.op() == Op.DIV && left);
            if ((product && (left || right)) || (sum && left && right)) {
                return ABSENT;
            } else if (right && sum) {
                return b.left();
            } else if (left && b.op() == Op.ADD) {
                return b.right();
            } else if (left && b.op() == Op.SUB) {
                return new Expr.Negate(b.right());
            }
        }
        return Trees.map(reduced, child -> child == ABSENT ? Algebra.ZERO : child);
    }

    private static Expr fold(Expr e) {
        Expr folded = Trees.map(e, Simplify::fold);
        if (folded instanceof Expr.Negate n) {
            if (n.operand() instanceof Num x) {
                return new Num(-x.value());
            }
            return n.operand() instanceof Expr.Negate inner ? inner.operand() : folded;
        } else if (folded instanceof Binary b) {
            return binary(b);
        } else if (folded instanceof Expr.Logic l) {
            return logic(l);
        } else if (folded instanceof Expr.Call c) {
            return call(c);
        }
        return folded;
    }

    private static Expr binary(Binary b) {
        if (b.left() instanceof Num x && b.right() instanceof Num y) {
            return b.op() == Op.POW ? b : finite(Algebra.arithmetic(b.op(), x.value(), y.value()), b);
        }
        return switch (b.op()) {
            case SUB -> b.right().equals(Algebra.ZERO) ? b.left() : b;
            case MUL -> Algebra.is(b.right(), 1) ? b.left() : Algebra.is(b.left(), 1) ? b.right() : b;
            case DIV -> Algebra.is(b.right(), 1) ? b.left() : b;
            case ADD, POW -> b;
        };
    }

    private static Expr call(Expr.Call c) {
        List<Expr> arguments = c.arguments();
        if (c.function() == Function.WHERE) {
            return truth(arguments.get(0))
                    .map(holds -> arguments.get(holds ? 1 : 2))
                    .orElse(c);
        }
        double[] values = new double[arguments.size()];
        for (int k = 0; k < values.length; k++) {
            if (!(arguments.get(k) instanceof Num n)) {
                return c;
            }
            values[k] = n.value();
        }
        return switch (c.function()) {
            case SQRT -> finite(Math.sqrt(values[0]), c);
            case ABS -> finite(Math.abs(values[0]), c);
            case FLOOR -> finite(Math.floor(values[0]), c);
            case SIGN -> finite(Math.signum(values[0]), c);
            case MIN -> finite(Math.min(values[0], values[1]), c);
            case MAX -> finite(Math.max(values[0], values[1]), c);
            case CLIP -> finite(Math.min(Math.max(values[0], values[1]), values[2]), c);
            default -> c;
        };
    }

    /** A condition of which one side is known: the other side, if that one decides. */
    private static Expr logic(Expr.Logic l) {
        Optional<Boolean> left = truth(l.left());
        Optional<Boolean> right = truth(l.right());
        if (left.isPresent()) {
            return left.get() == l.and() ? l.right() : l.left();
        } else if (right.isPresent()) {
            return right.get() == l.and() ? l.left() : l.right();
        }
        return l;
    }

    /** The truth of a folded condition, where it is known. */
    private static Optional<Boolean> truth(Expr condition) {
        if (condition instanceof Expr.Compare c && c.left() instanceof Num x && c.right() instanceof Num y) {
            return Optional.of(Algebra.compare(c.rel(), x.value(), y.value()));
        }
        return condition instanceof Expr.Not n ? truth(n.operand()).map(holds -> !holds) : Optional.empty();
    }

    private static Expr finite(double value, Expr otherwise) {
        return Double.isFinite(value) ? new Num(value) : otherwise;
    }
}
