package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.language.Expr;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which expressions are zero because parameters are: a model may offer noise and be run without it at no cost.
 *
 * <p>A product with zero counts as zero, whatever the other factor.
 *
 * @param definitions what names stand for
 * @param zeros parameters that are zero on every lane
 */
record Vanishing(Map<String, Expr> definitions, Set<String> zeros) {

    boolean is(Expr e) {
        if (e instanceof Expr.Num n) {
            return n.value() == 0;
        } else if (e instanceof Expr.Name n) {
            Expr definition = definitions.get(n.name());
            return definition == null ? zeros.contains(n.name()) : is(definition);
        } else if (e instanceof Expr.Negate n) {
            return is(n.operand());
        } else if (e instanceof Expr.Binary b) {
            return switch (b.op()) {
                case MUL -> is(b.left()) || is(b.right());
                case DIV -> is(b.left());
                case ADD, SUB -> is(b.left()) && is(b.right());
                case POW -> is(b.left()) && b.right() instanceof Expr.Num n && n.value() > 0;
            };
        } else if (e instanceof Expr.Call c) {
            List<Expr> a = c.arguments();
            return switch (c.function()) {
                case SQRT, ABS, SIGN -> is(a.get(0));
                case WHERE -> is(a.get(1)) && is(a.get(2));
                default -> false;
            };
        }
        return false;
    }
}
