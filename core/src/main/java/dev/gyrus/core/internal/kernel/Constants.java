package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.kernel.Term.Kind;
import dev.gyrus.core.internal.math.Elementary;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Evaluates terms one value at a time, with the arithmetic of the loops: hoisted constants and initial values. */
final class Constants {
    private final ToDoubleFunction<Term> source;
    private final Map<Term, Double> known = new HashMap<>();

    /** @param source the value of a parameter, a leaf or a look-up */
    Constants(ToDoubleFunction<Term> source) {
        this.source = source;
    }

    double value(Term term) {
        Double value = known.get(term);
        if (value == null) {
            value = compute(term);
            known.put(term, value);
        }
        return value;
    }

    private double compute(Term term) {
        if (term.kind() == Kind.LITERAL) {
            return term.value();
        }
        if (term.kind().isSource() || term.kind().isLookup()) {
            return source.applyAsDouble(term);
        }
        double[] values = new double[term.arguments().size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = value(term.argument(k));
        }
        return apply(term.kind(), values);
    }

    /** One operation; conditions are 1 or 0. */
    static double apply(Kind kind, double[] a) {
        return switch (kind) {
            case ADD -> a[0] + a[1];
            case SUB -> a[0] - a[1];
            case MUL -> a[0] * a[1];
            case DIV -> a[0] / a[1];
            case NEGATE -> -a[0];
            case SQRT -> Math.sqrt(a[0]);
            case ABS -> Math.abs(a[0]);
            case FLOOR -> Math.floor(a[0]);
            case SIGN -> Math.signum(a[0]);
            case MIN -> Math.min(a[0], a[1]);
            case MAX -> Math.max(a[0], a[1]);
            case SELECT -> a[0] != 0 ? a[1] : a[2];
            case LT -> a[0] < a[1] ? 1 : 0;
            case LE -> a[0] <= a[1] ? 1 : 0;
            case GT -> a[0] > a[1] ? 1 : 0;
            case GE -> a[0] >= a[1] ? 1 : 0;
            case EQ -> a[0] == a[1] ? 1 : 0;
            case NE -> a[0] != a[1] ? 1 : 0;
            case AND -> a[0] != 0 && a[1] != 0 ? 1 : 0;
            case OR -> a[0] != 0 || a[1] != 0 ? 1 : 0;
            case NOT -> a[0] != 0 ? 0 : 1;
            case EXP -> Elementary.exp(a[0]);
            case LOG -> Elementary.log(a[0]);
            case TANH -> Elementary.tanh(a[0]);
            case SIN -> Elementary.sin(a[0]);
            case COS -> Elementary.cos(a[0]);
            case SIGMOID -> Elementary.sigmoid(a[0]);
            case ATAN -> Elementary.atan(a[0]);
            case ERF -> Elementary.erf(a[0]);
            case ERFC -> Elementary.erfc(a[0]);
            case POW -> Elementary.pow(a[0], a[1]);
            case LITERAL, PARAMETER, LEAF, LOOKUP, LOOKUP_DX, LOOKUP_DY ->
                throw new IllegalArgumentException(kind.name());
        };
    }
}
