package dev.gyrus.core.internal.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Walks over expression trees and rebuilds them. */
public final class Trees {
    private Trees() {}

    /** The operands of a node, from left to right. */
    public static List<Expr> children(Expr e) {
        if (e instanceof Expr.Negate n) {
            return List.of(n.operand());
        } else if (e instanceof Expr.Binary b) {
            return List.of(b.left(), b.right());
        } else if (e instanceof Expr.Compare c) {
            return List.of(c.left(), c.right());
        } else if (e instanceof Expr.Logic l) {
            return List.of(l.left(), l.right());
        } else if (e instanceof Expr.Not n) {
            return List.of(n.operand());
        } else if (e instanceof Expr.Call c) {
            return c.arguments();
        } else if (e instanceof Expr.Lookup l) {
            return List.of(l.x(), l.y());
        }
        return List.of();
    }

    /** The node over changed operands; the node itself, with its place in the source, when none changed. */
    public static Expr map(Expr e, UnaryOperator<Expr> change) {
        List<Expr> old = children(e);
        if (old.isEmpty()) {
            return e;
        }
        List<Expr> fresh = new ArrayList<>(old.size());
        boolean same = true;
        for (Expr operand : old) {
            Expr changed = change.apply(operand);
            fresh.add(changed);
            same &= changed == operand;
        }
        return same ? e : with(e, fresh);
    }

    private static Expr with(Expr e, List<Expr> operands) {
        Expr first = operands.get(0);
        if (e instanceof Expr.Negate) {
            return new Expr.Negate(first);
        } else if (e instanceof Expr.Binary b) {
            return new Expr.Binary(b.op(), first, operands.get(1));
        } else if (e instanceof Expr.Compare c) {
            return new Expr.Compare(c.rel(), first, operands.get(1));
        } else if (e instanceof Expr.Logic l) {
            return new Expr.Logic(l.and(), first, operands.get(1));
        } else if (e instanceof Expr.Not) {
            return new Expr.Not(first);
        } else if (e instanceof Expr.Call c) {
            return new Expr.Call(c.function(), operands);
        } else if (e instanceof Expr.Lookup l) {
            return new Expr.Lookup(l.table(), l.quantity(), first, operands.get(1), l.dx(), l.dy());
        }
        throw new AssertionError(e);
    }

    /** Visits a tree: a node before its operands, operands from left to right. */
    public static void walk(Expr e, Consumer<Expr> visitor) {
        visitor.accept(e);
        for (Expr child : children(e)) {
            walk(child, visitor);
        }
    }

    /** The names an expression reads, in the order of their first occurrence. */
    public static Set<String> names(Expr e) {
        Set<String> names = new LinkedHashSet<>();
        walk(e, node -> {
            if (node instanceof Expr.Name name) {
                names.add(name.name());
            }
        });
        return names;
    }

    /** Puts expressions in the place of names; a name for which {@code by} gives null stays. */
    public static Expr substitute(Expr e, Function<String, Expr> by) {
        if (e instanceof Expr.Name name) {
            Expr replacement = by.apply(name.name());
            return replacement == null ? e : replacement;
        }
        return map(e, child -> substitute(child, by));
    }

    /** The statement with another right-hand side. */
    public static Statement with(Statement statement, Expr value) {
        if (statement.value() == value) {
            return statement;
        } else if (statement instanceof Statement.Let) {
            return new Statement.Let(statement.name(), value, statement.line());
        } else if (statement instanceof Statement.Differential) {
            return new Statement.Differential(statement.name(), value, statement.line());
        } else if (statement instanceof Statement.Hold) {
            return new Statement.Hold(statement.name(), value, statement.line());
        }
        return new Statement.Output(statement.name(), value, statement.line());
    }
}
