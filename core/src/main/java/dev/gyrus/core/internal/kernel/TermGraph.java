package dev.gyrus.core.internal.kernel;

import dev.gyrus.core.internal.kernel.Term.Kind;
import dev.gyrus.core.internal.language.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns expressions into terms, sharing equal ones.
 *
 * <p>Only rewrites that leave every result's bits alone, or that are applied to every form of a model alike, are made:
 * literals are folded with the arithmetic of the run, a division by a constant becomes a multiplication by its
 * reciprocal, and small integer powers become products.
 */
final class TermGraph {
    private static final int LARGEST_PRODUCT = 16;

    private final Map<List<Object>, Term> terms = new HashMap<>();
    private final Map<String, Term> resolved = new HashMap<>();
    private final Function<String, Expr> definitions;
    private final Set<String> parameters;
    private final Set<String> laneParameters;

    /**
     * @param definitions the expression a name stands for, or null for a leaf or a parameter
     * @param parameters names of constants
     * @param laneParameters those of them with one value per lane
     */
    TermGraph(Function<String, Expr> definitions, Set<String> parameters, Set<String> laneParameters) {
        this.definitions = definitions;
        this.parameters = parameters;
        this.laneParameters = laneParameters;
    }

    Term named(String name) {
        Term known = resolved.get(name);
        if (known != null) {
            return known;
        }
        Expr definition = definitions.apply(name);
        Term term;
        if (definition != null) {
            term = of(definition);
        } else if (parameters.contains(name)) {
            term = make(Kind.PARAMETER, List.of(), 0, name, laneParameters.contains(name));
        } else {
            term = make(Kind.LEAF, List.of(), 0, name, false);
        }
        resolved.put(name, term);
        return term;
    }

    Term of(Expr expr) {
        if (expr instanceof Expr.Num num) {
            return literal(num.value());
        } else if (expr instanceof Expr.Name name) {
            return named(name.name());
        } else if (expr instanceof Expr.Negate negate) {
            return negate(of(negate.operand()));
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        } else if (expr instanceof Expr.Compare compare) {
            Kind kind = Kind.valueOf(compare.rel().name());
            return make(kind, of(compare.left()), of(compare.right()));
        } else if (expr instanceof Expr.Logic logic) {
            return make(logic.and() ? Kind.AND : Kind.OR, of(logic.left()), of(logic.right()));
        } else if (expr instanceof Expr.Not not) {
            return make(Kind.NOT, of(not.operand()));
        } else if (expr instanceof Expr.Call call) {
            return call(call);
        }
        Expr.Lookup lookup = (Expr.Lookup) expr;
        return lookup(lookup);
    }

    /** Inside a cell the interpolant is linear along each axis. */
    private Term lookup(Expr.Lookup lookup) {
        if (lookup.dx() > 1 || lookup.dy() > 1) {
            return literal(0);
        } else if (lookup.dx() + lookup.dy() == 2) {
            throw new IllegalArgumentException("mixed slopes of tables are not compiled");
        }
        Kind kind = lookup.dx() == 1 ? Kind.LOOKUP_DX : lookup.dy() == 1 ? Kind.LOOKUP_DY : Kind.LOOKUP;
        List<Term> at = List.of(of(lookup.x()), of(lookup.y()));
        return make(kind, at, 0, lookup.table() + "." + lookup.quantity(), false);
    }

    private Term binary(Expr.Binary binary) {
        Term left = of(binary.left());
        Term right = of(binary.right());
        return switch (binary.op()) {
            case ADD -> isLiteral(left, 0) ? right : isLiteral(right, 0) ? left : fold(Kind.ADD, left, right);
            case SUB -> isLiteral(right, 0) ? left : isLiteral(left, 0) ? negate(right) : fold(Kind.SUB, left, right);
            case MUL -> multiply(left, right);
            case DIV -> divide(left, right);
            case POW -> power(left, right);
        };
    }

    private Term multiply(Term left, Term right) {
        if (isLiteral(left, 0) || isLiteral(right, 0)) {
            return literal(0);
        }
        return isLiteral(left, 1) ? right : isLiteral(right, 1) ? left : fold(Kind.MUL, left, right);
    }

    private Term divide(Term left, Term right) {
        if (isLiteral(left, 0) || isLiteral(right, 1)) {
            return left;
        }
        boolean reciprocal = left.varying() && !right.varying();
        return reciprocal ? multiply(left, fold(Kind.DIV, literal(1), right)) : fold(Kind.DIV, left, right);
    }

    private Term power(Term base, Term exponent) {
        if (exponent.kind() != Kind.LITERAL) {
            return make(Kind.POW, base, exponent);
        }
        double p = exponent.value();
        if (p == 0.5) {
            return fold(Kind.SQRT, base);
        }
        if (p != Math.rint(p) || Math.abs(p) > LARGEST_PRODUCT) {
            return make(Kind.POW, base, exponent);
        }
        Term product = integerPower(base, (int) Math.abs(p));
        return p < 0 ? divide(literal(1), product) : product;
    }

    private Term integerPower(Term base, int p) {
        if (p == 0) {
            return literal(1);
        }
        if (p == 1) {
            return base;
        }
        Term half = integerPower(base, p / 2);
        Term square = multiply(half, half);
        return p % 2 == 0 ? square : multiply(square, base);
    }

    private Term call(Expr.Call call) {
        List<Term> a = call.arguments().stream().map(this::of).toList();
        return switch (call.function()) {
            case EXP -> make(Kind.EXP, a.get(0));
            case LOG -> make(Kind.LOG, a.get(0));
            case TANH -> make(Kind.TANH, a.get(0));
            case SIN -> make(Kind.SIN, a.get(0));
            case COS -> make(Kind.COS, a.get(0));
            case SIGMOID -> make(Kind.SIGMOID, a.get(0));
            case ATAN -> make(Kind.ATAN, a.get(0));
            case ERF -> make(Kind.ERF, a.get(0));
            case ERFC -> make(Kind.ERFC, a.get(0));
            case SQRT -> fold(Kind.SQRT, a.get(0));
            case ABS -> fold(Kind.ABS, a.get(0));
            case FLOOR -> fold(Kind.FLOOR, a.get(0));
            case SIGN -> fold(Kind.SIGN, a.get(0));
            case MIN -> fold(Kind.MIN, a.get(0), a.get(1));
            case MAX -> fold(Kind.MAX, a.get(0), a.get(1));
            case CLIP -> fold(Kind.MIN, fold(Kind.MAX, a.get(0), a.get(1)), a.get(2));
            case MOD ->
                fold(Kind.SUB, a.get(0), fold(Kind.MUL, a.get(1), fold(Kind.FLOOR, divide(a.get(0), a.get(1)))));
            case WHERE -> make(Kind.SELECT, a.get(0), a.get(1), a.get(2));
        };
    }

    private Term negate(Term operand) {
        return operand.kind() == Kind.NEGATE ? operand.argument(0) : fold(Kind.NEGATE, operand);
    }

    private static boolean isLiteral(Term term, double value) {
        return term.kind() == Kind.LITERAL && term.value() == value;
    }

    Term literal(double value) {
        return make(Kind.LITERAL, List.of(), value, "", false);
    }

    private Term fold(Kind kind, Term... arguments) {
        for (Term argument : arguments) {
            if (argument.kind() != Kind.LITERAL) {
                return make(kind, arguments);
            }
        }
        double[] values = new double[arguments.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = arguments[k].value();
        }
        return literal(Constants.apply(kind, values));
    }

    /** A term as it stands, with the operands of + and × in a fixed order. */
    Term make(Kind kind, Term... arguments) {
        boolean commutes = kind == Kind.ADD || kind == Kind.MUL;
        boolean swap = commutes && arguments[0].id() > arguments[1].id();
        List<Term> ordered = swap ? List.of(arguments[1], arguments[0]) : List.of(arguments);
        return make(kind, ordered, 0, "", false);
    }

    private Term make(Kind kind, List<Term> arguments, double value, String name, boolean perLane) {
        List<Object> key = new ArrayList<>();
        key.add(kind);
        key.add(name);
        key.add(Double.doubleToLongBits(value));
        arguments.forEach(argument -> key.add(argument.id()));
        return terms.computeIfAbsent(key, k -> new Term(terms.size(), kind, arguments, value, name, perLane));
    }
}
