package dev.gyrus.core.internal.language;

import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An expression as {@code rest + Σ coefficient·name}, with neither rest nor coefficients reading these names.
 *
 * <p>Found from the form: through sums, products and quotients with one such factor, and branches of {@code where}.
 * What has no such name stays untouched, so that the rest is computed with the same operations as before.
 *
 * @param coefficients by name, in order of occurrence
 */
public record Linear(Expr rest, Map<String, Expr> coefficients) {

    /** Splits an expression by some of its names; empty when it is not linear in them. */
    public static Optional<Linear> in(Expr e, Predicate<String> names) {
        List<Expr> refused = new ArrayList<>();
        Linear linear = split(
                e, name -> names.test(name) ? new Linear(Algebra.ZERO, Map.of(name, Algebra.ONE)) : null, refused);
        return refused.isEmpty() ? Optional.of(linear) : Optional.empty();
    }

    /**
     * Splits an expression.
     *
     * @param names how a name splits, or null for one that is not split by
     * @param refused collects the nodes that are not linear; these count as rest
     */
    static Linear split(Expr e, java.util.function.Function<String, Linear> names, List<Expr> refused) {
        if (e instanceof Expr.Name name) {
            Linear linear = names.apply(name.name());
            return linear == null ? new Linear(e, Map.of()) : linear;
        }
        List<Linear> parts = new ArrayList<>();
        boolean constant = true;
        for (Expr child : Trees.children(e)) {
            Linear part = split(child, names, refused);
            parts.add(part);
            constant &= part.isConstant();
        }
        if (constant) {
            return new Linear(e, Map.of());
        }
        Linear left = parts.get(0);
        Linear right = parts.get(parts.size() - 1);
        if (e instanceof Expr.Negate) {
            return left.each(Algebra::negate);
        } else if (e instanceof Expr.Binary b && b.op() == Op.ADD) {
            return left.with(right, Algebra::add);
        } else if (e instanceof Expr.Binary b && b.op() == Op.SUB) {
            return left.with(right, Algebra::sub);
        } else if (e instanceof Expr.Binary b && b.op() == Op.MUL && left.isConstant()) {
            return right.each(part -> Algebra.mul(b.left(), part));
        } else if (e instanceof Expr.Binary b && b.op() == Op.MUL && right.isConstant()) {
            return left.each(part -> Algebra.mul(part, b.right()));
        } else if (e instanceof Expr.Binary b && b.op() == Op.DIV && right.isConstant()) {
            return left.each(part -> Algebra.div(part, b.right()));
        } else if (e instanceof Expr.Call c && c.function() == Function.WHERE && left.isConstant()) {
            Expr condition = c.arguments().get(0);
            return parts.get(1).with(right, (then, otherwise) -> Algebra.where(condition, then, otherwise));
        }
        refused.add(e);
        return new Linear(e, Map.of());
    }

    boolean isConstant() {
        return coefficients.isEmpty();
    }

    private Linear each(UnaryOperator<Expr> change) {
        Map<String, Expr> changed = new LinkedHashMap<>();
        coefficients.forEach((name, value) -> changed.put(name, change.apply(value)));
        return new Linear(change.apply(rest), changed);
    }

    private Linear with(Linear other, BinaryOperator<Expr> combine) {
        Map<String, Expr> combined = new LinkedHashMap<>();
        coefficients.forEach((name, value) ->
                combined.put(name, combine.apply(value, other.coefficients.getOrDefault(name, Algebra.ZERO))));
        other.coefficients.forEach(
                (name, value) -> combined.computeIfAbsent(name, missing -> combine.apply(Algebra.ZERO, value)));
        return new Linear(combine.apply(rest, other.rest), combined);
    }
}
