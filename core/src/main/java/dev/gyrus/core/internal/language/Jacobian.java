package dev.gyrus.core.internal.language;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derivatives of the right-hand sides of differential equations: {@code entries[i][j] = ∂(d rows[i]/dt)/∂columns[j]}.
 *
 * <p>Intermediates stay intermediates, and their own derivatives become further ones ({@code dz_dx}), so that the size
 * stays proportional to that of the equations. White noise counts as constant: split it off first ({@link Noise}).
 *
 * @param lets the intermediates (outputs among them) and their derivatives, each after those it reads
 */
public record Jacobian(List<String> rows, List<String> columns, List<Statement.Let> lets, List<List<Expr>> entries) {

    /**
     * Differentiates.
     *
     * @param ordered the intermediates and outputs as {@link Names#order} gives them
     * @param rows states
     * @param columns states, inputs or parameters
     * @throws GyrusException if a row has no differential equation
     */
    public static Jacobian of(
            List<Statement> statements, List<Statement> ordered, List<String> rows, List<String> columns) {
        Set<String> taken = new HashSet<>(columns);
        Map<String, Expr> rates = new HashMap<>();
        for (Statement statement : statements) {
            taken.add(statement.name());
            taken.addAll(Trees.names(statement.value()));
            if (statement instanceof Statement.Differential) {
                rates.put(statement.name(), statement.value());
            }
        }
        for (String row : rows) {
            if (!rates.containsKey(row)) {
                throw GyrusException.input(Problem.unknown("jacobian", "state", row, rates.keySet()));
            }
        }
        List<Statement.Let> lets = new ArrayList<>();
        Map<String, Map<String, Expr>> derivatives = new HashMap<>();
        columns.forEach(column -> derivatives.put(column, new HashMap<>(Map.of(column, Algebra.ONE))));
        for (Statement definition : ordered) {
            lets.add(new Statement.Let(definition.name(), definition.value(), definition.line()));
            for (String column : columns) {
                Expr derivative = chain(definition.value(), derivatives.get(column));
                if (!(derivative instanceof Expr.Num) && !(derivative instanceof Expr.Name)) {
                    String name = free("d" + definition.name() + "_d" + column, taken);
                    lets.add(new Statement.Let(name, derivative, definition.line()));
                    derivative = new Expr.Name(name);
                }
                derivatives.get(column).put(definition.name(), derivative);
            }
        }
        List<List<Expr>> entries = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> chain(rates.get(row), derivatives.get(column)))
                        .toList())
                .toList();
        return new Jacobian(List.copyOf(rows), List.copyOf(columns), List.copyOf(lets), entries);
    }

    private static Expr chain(Expr e, Map<String, Expr> derivatives) {
        return Derive.chain(e, name -> derivatives.getOrDefault(name, Algebra.ZERO));
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}
