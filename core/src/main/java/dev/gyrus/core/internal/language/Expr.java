package dev.gyrus.core.internal.language;

import java.util.List;

/** One expression tree: the kernel, the Jacobian, the unit check and the printed forms are all made from it. */
public sealed interface Expr {

    /** A literal. */
    record Num(double value) implements Expr {}

    /** A state, parameter, input, intermediate, {@code t}, or white noise ({@code xi_…}, unit 1/√ms). */
    record Name(String name) implements Expr {}

    /** −operand. */
    record Negate(Expr operand) implements Expr {}

    /** A binary operation. */
    record Binary(Op op, Expr left, Expr right) implements Expr {}

    /** A comparison; only as the condition of {@code where} or under {@link Logic} and {@link Not}. */
    record Compare(Rel rel, Expr left, Expr right) implements Expr {}

    /** Both ({@code and}) or either ({@code or}). */
    record Logic(boolean and, Expr left, Expr right) implements Expr {}

    /** Negation of a condition. */
    record Not(Expr operand) implements Expr {}

    /** A function of the language. */
    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * One quantity of a two-dimensional table at a point; {@code dx}, {@code dy} count differentiations along the axes.
     */
    record Lookup(String table, String quantity, Expr x, Expr y, int dx, int dy) implements Expr {}

    /** Arithmetic. */
    enum Op {
        ADD("+"),
        SUB("-"),
        MUL("*"),
        DIV("/"),
        POW("^");

        private final String symbol;

        Op(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Relations. */
    enum Rel {
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        EQ("=="),
        NE("!=");

        private final String symbol;

        Rel(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Functions and their number of arguments; {@code where(condition, then, else)}, {@code clip(x, low, high)}. */
    enum Function {
        EXP(1),
        LOG(1),
        TANH(1),
        SIN(1),
        COS(1),
        SIGMOID(1),
        ATAN(1),
        ERF(1),
        ERFC(1),
        SQRT(1),
        ABS(1),
        FLOOR(1),
        SIGN(1),
        MOD(2),
        MIN(2),
        MAX(2),
        CLIP(3),
        WHERE(3);

        private final int arity;

        Function(int arity) {
            this.arity = arity;
        }

        public int arity() {
            return arity;
        }
    }
}
