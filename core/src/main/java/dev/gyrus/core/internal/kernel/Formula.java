package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Printer;
import dev.gyrus.core.internal.language.Trees;
import java.util.Arrays;
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

    /**
     * Prepares an expression.
     *
     * @throws GyrusException if it looks a table up: there is none outside the equations
     */
    public static Formula of(Expr expression) {
        Trees.walk(expression, node -> {
            if (node instanceof Expr.Lookup lookup) {
                String key = "expression " + Printer.clipped(expression);
                String given = "a look-up in table '" + lookup.table() + "'";
                throw GyrusException.input(key, "numbers, names and functions: tables are for equations", given);
            }
        });
        return new Formula(new TermGraph(name -> null, Set.of(), Set.of()).of(expression));
    }

    /** The value where names have these values, in coherent units. */
    public double value(ToDoubleFunction<String> names) {
        return value(term, names);
    }

    /**
     * The values where every name has the values of an array, one after the other.
     *
     * @param out receives them, unless they are {@code values} themselves
     * @return where they are
     */
    public double[] map(double[] values, double[] out) {
        return map(term, values, out);
    }

    private static double[] map(Term term, double[] values, double[] out) {
        if (!term.kind().isSource()) {
            double[][] operands = new double[term.arguments().size()][];
            for (int k = 0; k < operands.length; k++) {
                boolean leaf = term.argument(k).kind() == Term.Kind.LEAF;
                operands[k] = leaf ? values : map(term.argument(k), values, new double[values.length]);
            }
            double[] arguments = new double[operands.length];
            if (term.kind() == Term.Kind.MUL) {
                multiply(operands[0], operands[1], out);
                return out;
            }
            for (int i = 0; i < out.length; i++) {
                for (int k = 0; k < arguments.length; k++) {
                    arguments[k] = operands[k][i];
                }
                out[i] = Constants.apply(term.kind(), arguments);
            }
            return out;
        }
        if (term.kind() != Term.Kind.LITERAL) {
            return values;
        }
        Arrays.fill(out, term.value());
        return out;
    }

    /** Powers of weights are products, and a million of them are common: this loop compiles sooner than the general one. */
    private static void multiply(double[] a, double[] b, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] * b[i];
        }
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
