package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.language.Expr;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * An expression to be evaluated value by value outside the loops: weights, local delays, initial values. Immutable and
 * thread-safe.
 */
public final class Formula {
    private final Term term;

    private Formula(Term term) {
        this.term = term;
    }

    public static Formula of(Expr expression) {
        return new Formula(new TermGraph(name -> null, Set.of(), Set.of()).of(expression));
    }

    /** The value where names have these values, in coherent units. */
    public double value(ToDoubleFunction<String> names) {
        return value(term, names);
    }

    private static double value(Term term, ToDoubleFunction<String> names) {
        return switch (term.kind()) {
            case LITERAL -> term.value();
            case LEAF, PARAMETER -> names.applyAsDouble(term.name());
            default -> {
                double[] values = new double[term.arguments().size()];
                for (int k = 0; k < values.length; k++) {
                    values[k] = value(term.argument(k), names);
                }
                yield Constants.apply(term.kind(), values);
            }
        };
    }
}
