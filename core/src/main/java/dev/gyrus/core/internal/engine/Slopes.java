package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Jacobian;
import dev.gyrus.core.internal.language.Statement;
import dev.gyrus.core.internal.language.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Symbolic derivatives through definitions. */
final class Slopes {
    private Slopes() {}

    /** The derivatives of quantities by names, through all definitions. */
    static Jacobian jacobian(Map<String, Expr> rows, Map<String, Expr> definitions, List<String> columns) {
        List<Statement> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        definitions.keySet().forEach(name -> visit(name, definitions, seen, ordered));
        List<Statement> statements = new ArrayList<>(ordered);
        rows.forEach((name, value) -> statements.add(new Statement.Differential(name, value, 0)));
        return Jacobian.of(statements, ordered, List.copyOf(rows.keySet()), columns);
    }

    /** Puts a definition after those it reads. */
    private static void visit(String name, Map<String, Expr> definitions, Set<String> seen, List<Statement> ordered) {
        Expr value = definitions.get(name);
        if (value != null && seen.add(name)) {
            Trees.names(value).forEach(read -> visit(read, definitions, seen, ordered));
            ordered.add(new Statement.Let(name, value, 0));
        }
    }
}
