package dev.gyrus.core.internal.language;

/** One line of a mass's equations. */
public sealed interface Statement {
    /** The variable it defines. */
    String name();

    /** The right-hand side. */
    Expr value();

    /** The line it starts on, counted from 1. */
    int line();

    /** {@code name = value}: an intermediate, valid within the step. */
    record Let(String name, Expr value, int line) implements Statement {}

    /** {@code dname/dt = value}. */
    record Differential(String name, Expr value, int line) implements Statement {}

    /** {@code hold name = value}: assigned at the end of a step from values at its start. */
    record Hold(String name, Expr value, int line) implements Statement {}

    /** {@code output name = value}: a function of the state at the same sample. */
    record Output(String name, Expr value, int line) implements Statement {}
}
