package dev.gyrus.templates.internal;

import dev.gyrus.templates.internal.Declared.Complex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Writes an edge without states as one expression of what its inputs read. */
final class Inlining {
    private static final int DEEPEST = 50;

    private final Cell cell;
    private final Map<String, Map<String, Complex>> values;
    private final BiFunction<String, Cell.Use, Expr> inputs;

    /** @param inputs what {@code operator/variable} stands for; null where nothing feeds it */
    Inlining(Cell cell, Map<String, Map<String, Complex>> values, BiFunction<String, Cell.Use, Expr> inputs) {
        this.cell = cell;
        this.values = values;
        this.inputs = inputs;
    }

    Expr value(Cell.Use use, String variable, int depth) {
        if (depth > DEEPEST) {
            throw cell.place().error(cell.name(), "equations that do not need themselves", variable);
        }
        Expr fed = inputs.apply(use.label() + "/" + variable, use);
        if (fed != null) {
            return fed;
        }
        Optional<Equation> equation = use.operator().equation(variable);
        if (equation.isPresent()) {
            return replaced(equation.get().value(), use, depth + 1);
        }
        Declared declared = use.operator().variables().get(variable);
        if (declared == null) {
            return new Expr.Name(variable);
        }
        if (declared.kind() == Declared.Kind.INPUT) {
            for (Cell.Use other : cell.uses()) {
                if (other.operator().output().equals(variable)) {
                    return value(other, variable, depth + 1);
                }
            }
        }
        Complex number = values.getOrDefault(use.label(), Map.of())
                .getOrDefault(variable, use.values().getOrDefault(variable, declared.value()));
        if (number.im() != 0) {
            throw declared.place().error(variable, "real numbers in an edge that reads its target", "a complex one");
        }
        return new Expr.Num(number.re());
    }

    private Expr replaced(Expr e, Cell.Use use, int depth) {
        if (e instanceof Expr.Name n) {
            return value(use, n.name(), depth);
        } else if (e instanceof Expr.Negate n) {
            return new Expr.Negate(replaced(n.operand(), use, depth));
        } else if (e instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), replaced(b.left(), use, depth), replaced(b.right(), use, depth));
        } else if (e instanceof Expr.Call c) {
            List<Expr> arguments =
                    c.arguments().stream().map(a -> replaced(a, use, depth)).toList();
            return new Expr.Call(c.function(), arguments);
        } else if (e instanceof Expr.Num) {
            return e;
        }
        throw cell.place().error(cell.name(), "real numbers of the present in an edge that reads its target", "others");
    }
}
