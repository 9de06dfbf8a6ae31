package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Linear;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions as {@code (a0 + a1·w)·x + (b0 + b1·w)}. */
final class AffineForm {
    private static final Expr NONE = new Expr.Num(0);

    private AffineForm() {}

    /** The expressions a0, a1, b0, b1, which read neither name; none where the form is another. */
    static List<Expr> of(Expr value, String x, String w) {
        boolean[] table = new boolean[1];
        Trees.walk(value, node -> table[0] |= node instanceof Expr.Lookup);
        Optional<Linear> inX = table[0] ? Optional.empty() : Linear.in(value, x::equals);
        if (inX.isEmpty()) {
            return List.of();
        }
        List<Expr> parts = new ArrayList<>();
        for (Expr part : List.of(
                inX.get().coefficients().getOrDefault(x, NONE), inX.get().rest())) {
            Optional<Linear> inW = Linear.in(part, w::equals);
            if (inW.isEmpty()) {
                return List.of();
            }
            parts.add(inW.get().rest());
            parts.add(inW.get().coefficients().getOrDefault(w, NONE));
        }
        return parts;
    }
}
