package dev.gyrus.templates.internal;

import java.util.List;
import java.util.function.Consumer;

/** The right-hand side of a template's equation. */
public sealed interface Expr {

    /** A real literal. */
    record Num(double value) implements Expr {}

    /** An imaginary literal, {@code 2j}. */
    record Imaginary(double value) implements Expr {}

    /** A variable, {@code t}, {@code pi}, or white noise {@code xi_…}. */
    record Name(String name) implements Expr {}

    /** −operand. */
    record Negate(Expr operand) implements Expr {}

    /** Arithmetic ({@code + - * / ^}) or a comparison. */
    record Binary(String op, Expr left, Expr right) implements Expr {
        boolean isComparison() {
            return "+-*/^".indexOf(op.charAt(0)) < 0;
        }
    }

    /** A function under Gyrus' name. */
    record Call(String function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code name(t - delay)}. */
    record Past(String name, Expr delay) implements Expr {}

    Expr ZERO = new Num(0);

    /** Visits the names that an expression reads. */
    static void names(Expr e, Consumer<String> visitor) {
        if (e instanceof Name n) {
            visitor.accept(n.name());
        } else if (e instanceof Negate n) {
            names(n.operand(), visitor);
        } else if (e instanceof Binary b) {
            names(b.left(), visitor);
            names(b.right(), visitor);
        } else if (e instanceof Call c) {
            c.arguments().forEach(a -> names(a, visitor));
        } else if (e instanceof Past p) {
            visitor.accept(p.name());
            names(p.delay(), visitor);
        }
    }
}
