package dev.gyrus.core.internal.language;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.language.Expr.Op;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the dimensions of equations.
 *
 * <p>Equations are coherent: every name stands for its value in ms, mV, pA, mm, mM, so only dimensions can disagree, and
 * a hold declared in Hz fits an expression in 1/ms. {@code t} is a time, white noise is in 1/√ms, the right-hand side of
 * {@code dx/dt} has the unit of x per ms. The literal 0 fits any unit; a literal may carry one ({@code 20[ms]}).
 *
 * <p>Other bare literals are plain numbers, {@link Mode#STRICT strictly}. Published equations, though, are full of
 * numbers with a hidden unit, as in {@code exp(-(V + 59)/6.2)}. In the {@link Mode#LENIENT lenient} mode a bare literal,
 * and any product or quotient with one (other than the literal 1), takes whatever unit is asked of it.
 */
public final class Units {
    /** How bare literals are read. */
    public enum Mode {
        STRICT,
        LENIENT
    }

    private static final Unit TIME = Unit.of("ms");
    private static final Unit NOISE = Unit.of("1/√ms");

    /** The type of what fits anything: the literal 0, and what was reported already. */
    private static final Type ANY = new Type(Unit.ONE, true, true);

    /**
     * The type of an expression.
     *
     * @param any fits any unit, also after multiplication
     * @param loose holds a literal whose unit is unknown, so that {@code unit} binds nobody
     */
    private record Type(Unit unit, boolean any, boolean loose) {
        static Type of(Unit unit) {
            return new Type(unit, false, false);
        }

        boolean fits(Unit wanted) {
            return loose || unit.isCompatible(wanted);
        }
    }

    private final Script script;
    private final Declarations declared;
    private final Mode mode;
    private final Problems problems;
    private final Map<String, Type> types = new HashMap<>();

    private Units(Script script, Declarations declared, Mode mode, Problems problems) {
        this.script = script;
        this.declared = declared;
        this.mode = mode;
        this.problems = problems;
    }

    /**
     * Adds a problem for every place where dimensions disagree.
     *
     * @param ordered the intermediates and outputs as {@link Names#order} gives them
     * @return the coherent units of the intermediates and outputs, where they are known
     */
    public static Map<String, Unit> check(
            Script script, List<Statement> ordered, Declarations declared, Mode mode, Problems problems) {
        Units units = new Units(script, declared, mode, problems);
        declared.variables().forEach((name, unit) -> units.types.put(name, Type.of(unit.coherent())));
        units.types.put("t", Type.of(TIME));
        Map<String, Unit> found = new LinkedHashMap<>();
        for (Statement definition : ordered) {
            Type type = units.definition(definition);
            units.types.put(definition.name(), type);
            if (!type.loose()) {
                found.put(definition.name(), type.unit().coherent());
            }
        }
        declared.variables().forEach((name, unit) -> {
            Unit output = declared.outputs().getOrDefault(name, unit);
            if (!output.isCompatible(unit)) {
                problems.add(Problem.of(name, "an output in " + unit + ", as the variable", output.toString())
                        .at(script.source().origin(), 0));
            }
        });
        for (Statement statement : script.statements()) {
            if (statement instanceof Statement.Differential) {
                units.demand(statement, declared.states(), "d" + statement.name() + "/dt", TIME);
            } else if (statement instanceof Statement.Hold) {
                units.demand(statement, declared.holds(), "a value", Unit.ONE);
            }
        }
        return found;
    }

    private void demand(Statement statement, Map<String, Unit> declarations, String left, Unit per) {
        Type type = of(statement.value());
        Unit unit = declarations.get(statement.name());
        if (unit != null) {
            demand(statement, left, type, unit.coherent().over(per), unit);
        }
    }

    /** An intermediate has the unit of its expression, an output or an intermediate declared as output also its own. */
    private Type definition(Statement definition) {
        Type type = of(definition.value());
        Unit wanted = declared.outputs().get(definition.name());
        if (wanted == null) {
            return type;
        }
        demand(definition, "a value", type, wanted, wanted);
        return Type.of(wanted.coherent());
    }

    private void demand(Statement statement, String left, Type type, Unit wanted, Unit declared) {
        if (!type.fits(wanted)) {
            String expected = "%s in %s, as '%s' is in %s";
            report(statement, expected.formatted(left, wanted.coherent(), statement.name(), declared), shown(type), "");
        }
    }

    private Type of(Expr e) {
        if (e instanceof Expr.Num n) {
            return literal(n);
        } else if (e instanceof Expr.Name n) {
            return Names.isNoise(n.name()) ? Type.of(NOISE) : types.getOrDefault(n.name(), ANY);
        } else if (e instanceof Expr.Negate n) {
            return of(n.operand());
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Call c) {
            return call(c);
        } else if (e instanceof Expr.Lookup l) {
            return lookup(l);
        }
        condition(e);
        return Type.of(Unit.ONE);
    }

    private Type literal(Expr.Num n) {
        Unit written = script.source().unit(n).orElse(null);
        if (written != null) {
            return Type.of(written.coherent());
        }
        return n.value() == 0 ? ANY : new Type(Unit.ONE, false, mode == Mode.LENIENT);
    }

    private void condition(Expr e) {
        if (e instanceof Expr.Compare c) {
            same(c, "comparison", List.of(c.left(), c.right()));
        } else {
            for (Expr child : Trees.children(e)) {
                condition(child);
            }
        }
    }

    private Type binary(Expr.Binary b) {
        if (b.op() == Op.ADD || b.op() == Op.SUB) {
            return same(b, b.op() == Op.ADD ? "sum" : "difference", List.of(b.left(), b.right()));
        }
        Type left = factor(b.left());
        if (b.op() == Op.POW) {
            return power(b, left);
        }
        Type right = factor(b.right());
        if (left.any() || right.any()) {
            return ANY;
        }
        try {
            Unit unit = b.op() == Op.MUL
                    ? left.unit().times(right.unit())
                    : left.unit().over(right.unit());
            return new Type(unit, false, left.loose() || right.loose());
        } catch (GyrusException ex) {
            return unrepresentable(b, ex);
        }
    }

    /** In a product the literal 1 has no hidden unit: 1/tau is a rate. */
    private Type factor(Expr e) {
        boolean one = Algebra.is(e, 1) && script.source().unit((Expr.Num) e).isEmpty();
        return one ? Type.of(Unit.ONE) : of(e);
    }

    private Type power(Expr.Binary b, Type base) {
        plain(b.right(), "an exponent");
        if (base.any() || base.unit().isDimensionless()) {
            return base;
        }
        if (Simplify.of(b.right()) instanceof Expr.Num exponent) {
            try {
                return new Type(base.unit().pow(exponent.value()), false, base.loose());
            } catch (GyrusException ex) {
                return unrepresentable(b, ex);
            }
        }
        if (!base.loose()) {
            report(b, "a literal exponent of a base in " + base.unit(), Printer.clipped(b.right()), "");
        }
        return ANY;
    }

    private Type call(Expr.Call c) {
        List<Expr> a = c.arguments();
        String name = Printer.name(c.function());
        switch (c.function()) {
            case EXP, LOG, TANH, SIN, COS, SIGMOID, ATAN, ERF, ERFC, FLOOR -> {
                plain(a.get(0), "an argument of " + name);
                return Type.of(Unit.ONE);
            }
            case SIGN -> {
                of(a.get(0));
                return Type.of(Unit.ONE);
            }
            case SQRT -> {
                Type type = of(a.get(0));
                try {
                    return type.any() ? ANY : new Type(type.unit().pow(0.5), false, type.loose());
                } catch (GyrusException ex) {
                    return unrepresentable(c, ex);
                }
            }
            case WHERE -> {
                condition(a.get(0));
                return same(c, "choice", a.subList(1, 3));
            }
            default -> {
                return same(c, name, a);
            }
        }
    }

    private Type lookup(Expr.Lookup l) {
        Table table = declared.table(l.table()).orElse(null);
        if (table == null) {
            return ANY;
        }
        Unit x = axis(l.x(), table.x());
        Unit y = axis(l.y(), table.y());
        return table.quantities().stream()
                .filter(quantity -> quantity.name().equals(l.quantity()))
                .findFirst()
                .map(quantity -> Type.of(
                        Unit.of(quantity.unit()).coherent().over(x.pow(l.dx())).over(y.pow(l.dy()))))
                .orElse(ANY);
    }

    private Unit axis(Expr coordinate, Table.Axis axis) {
        Unit unit = Unit.of(axis.unit()).coherent();
        Type type = of(coordinate);
        if (!type.fits(unit)) {
            report(coordinate, "axis '" + axis.name() + "' in " + unit, shown(type), "");
        }
        return unit;
    }

    private void plain(Expr e, String role) {
        Type type = of(e);
        if (!type.fits(Unit.ONE)) {
            report(e, role + " that is a plain number", Printer.clipped(e) + " in " + shown(type), "");
        }
    }

    /** All operands in one unit, which is the result's. */
    private Type same(Expr e, String role, List<Expr> operands) {
        Type common = ANY;
        Expr witness = null;
        for (Expr operand : operands) {
            Type type = of(operand);
            if (common.loose() && !type.any()) {
                common = type;
                witness = operand;
            } else if (!type.fits(common.unit())) {
                boolean literal = isLiteral(operand) || isLiteral(witness);
                report(
                        e,
                        "a " + role + " in one unit",
                        Printer.clipped(witness) + " in " + shown(common) + " and " + Printer.clipped(operand) + " in "
                                + shown(type),
                        literal ? "a literal may carry its unit, as in 20[ms]" : "");
                return ANY;
            }
        }
        return common;
    }

    private boolean isLiteral(Expr e) {
        return Simplify.of(e) instanceof Expr.Num
                && !(e instanceof Expr.Num n && script.source().unit(n).isPresent());
    }

    private Type unrepresentable(Expr e, GyrusException refusal) {
        Problem reason = refusal.problems().get(0);
        report(e, reason.expected(), reason.given(), "");
        return ANY;
    }

    private static String shown(Type type) {
        Unit unit = type.unit().coherent();
        return unit.isDimensionless() ? "1 (a plain number)" : unit + " (" + unit.dimensionText() + ")";
    }

    private void report(Object node, String expected, String given, String hint) {
        problems.add(script.source().problem(node, expected, given, hint));
    }
}
