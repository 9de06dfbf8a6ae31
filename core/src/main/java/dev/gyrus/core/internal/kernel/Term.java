package dev.gyrus.core.internal.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A node of the expression graph of one mass: equal terms are one object.
 *
 * <p>A term is <em>varying</em> when it depends on anything that changes during a run; one that isn't is computed once
 * when the plan is made, as a scalar or, if a parameter has one value per lane, as a lane array.
 */
final class Term {

    /** What a term computes; the kinds from {@link #EXP} on act on whole arrays. */
    enum Kind {
        LITERAL,
        PARAMETER,
        LEAF,
        ADD,
        SUB,
        MUL,
        DIV,
        NEGATE,
        SQRT,
        ABS,
        FLOOR,
        SIGN,
        MIN,
        MAX,
        SELECT,
        LT,
        LE,
        GT,
        GE,
        EQ,
        NE,
        AND,
        OR,
        NOT,
        EXP,
        LOG,
        TANH,
        SIN,
        COS,
        SIGMOID,
        ATAN,
        ERF,
        ERFC,
        POW,
        LOOKUP,
        LOOKUP_DX,
        LOOKUP_DY;

        boolean isArrayOperation() {
            return compareTo(EXP) >= 0;
        }

        /** True for a quantity of a table or its slope along an axis. */
        boolean isLookup() {
            return compareTo(LOOKUP) >= 0;
        }

        /** True for operations on one lane that the JIT compiler has no vector instructions for. */
        boolean isChoice() {
            return this == SELECT || this == SIGN;
        }

        boolean isCondition() {
            return compareTo(LT) >= 0 && compareTo(NOT) <= 0;
        }

        boolean isSource() {
            return this == LITERAL || this == PARAMETER || this == LEAF;
        }
    }

    private final int id;
    private final Kind kind;
    private final List<Term> arguments;
    private final double value;
    private final String name;
    private final boolean varying;
    private final boolean perLane;
    private final int level;

    Term(int id, Kind kind, List<Term> arguments, double value, String name, boolean perLane) {
        this.id = id;
        this.kind = kind;
        this.arguments = arguments;
        this.value = value;
        this.name = name;
        this.varying = kind == Kind.LEAF || arguments.stream().anyMatch(Term::varying);
        this.perLane = perLane || arguments.stream().anyMatch(Term::perLane);
        int deepest = arguments.stream().mapToInt(Term::level).max().orElse(0);
        this.level = isPhase() ? deepest + 1 : deepest;
    }

    int id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    List<Term> arguments() {
        return arguments;
    }

    Term argument(int k) {
        return arguments.get(k);
    }

    double value() {
        return value;
    }

    /** A leaf's or parameter's name; for a look-up {@code table.quantity}. */
    String name() {
        return name;
    }

    boolean varying() {
        return varying;
    }

    /** True for a constant with one value per lane. */
    boolean perLane() {
        return perLane;
    }

    /** How many phases of their own lie below: a term can be computed once all of them up to its level are. */
    int level() {
        return level;
    }

    /** True for what changes during a run and isn't given. */
    boolean isComputed() {
        return varying && !kind.isSource();
    }

    /** True for what no loop of arithmetic computes: whole-array operations, and choices, which stay scalar. */
    boolean isPhase() {
        return varying && (kind.isArrayOperation() || kind.isChoice());
    }

    /** The values a term is computed from: its arguments, and those of conditions, which are computed along with it. */
    List<Term> operands() {
        List<Term> operands = new ArrayList<>();
        for (Term argument : arguments) {
            if (argument.varying() && argument.kind().isCondition()) {
                operands.addAll(argument.operands());
            } else {
                operands.add(argument);
            }
        }
        return operands;
    }

    /** True for a value that is the same on every lane. */
    boolean isUniform() {
        return kind == Kind.LEAF ? name.equals("t") : !varying && !perLane;
    }

    /** True for a constant that is more than a literal: computed once per plan. */
    boolean isHoisted() {
        return !varying && kind != Kind.LITERAL;
    }
}
