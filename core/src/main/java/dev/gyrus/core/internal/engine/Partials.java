package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Jacobian;
import dev.gyrus.core.internal.language.Statement;
import dev.gyrus.core.internal.language.Trees;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The partial derivatives of a group's equations by the arrays they read: differentiated symbolically, compiled like the
 * equations themselves, and computed for all lanes at once.
 */
final class Partials {
    private final CompiledMass compiled;
    private final double[][] arrays;
    private final double[] scalars;
    private final Bilinear[] tables;
    private final int lanes;

    /** What a quantity is that gets differentiated. */
    enum Row {
        DRIFT,
        HOLD,
        CHANNEL
    }

    /** @param columns what to differentiate by: states, holds and sums that arrive, as the equations call them */
    Partials(GroupPlan plan, List<String> columns) {
        Equations equations = plan.equations();
        List<Statement> rows = new ArrayList<>();
        equations.drift().forEach((name, value) -> rows.add(row(Row.DRIFT, name, value)));
        equations.holds().forEach((name, value) -> rows.add(row(Row.HOLD, name, value)));
        equations.outputs().forEach((name, value) -> rows.add(row(Row.CHANNEL, name, value)));
        List<String> names = rows.stream().map(Statement::name).toList();
        Jacobian jacobian = Jacobian.of(rows, ordered(equations.definitions()), names, columns);
        Map<String, Expr> definitions = new LinkedHashMap<>();
        jacobian.lets().forEach(let -> definitions.put(let.name(), let.value()));
        Map<String, Expr> entries = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                Expr entry = jacobian.entries().get(i).get(j);
                if (!entry.equals(new Expr.Num(0))) {
                    entries.put(names.get(i) + " by " + columns.get(j), entry);
                }
            }
        }
        compiled = CompiledMass.of(new Equations(
                definitions,
                equations.parameters(),
                equations.laneParameters(),
                Map.of(),
                Map.of(),
                Map.of(),
                entries,
                Map.of()));
        lanes = plan.lanes();
        CompiledMass.Memory memory = compiled.memory(plan.parameters(), plan.tables(), lanes);
        arrays = memory.arrays().clone();
        scalars = memory.scalars().clone();
        tables = compiled.lookups(plan.tables());
        for (int slot = 0; slot < arrays.length; slot++) {
            if (arrays[slot] == null) {
                arrays[slot] = new double[lanes];
            }
        }
    }

    private static Statement row(Row kind, String name, Expr value) {
        return new Statement.Differential(kind + " " + name, value, 0);
    }

    /** The definitions as statements, each after those it reads. */
    private static List<Statement> ordered(Map<String, Expr> definitions) {
        List<Statement> ordered = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : new LinkedHashSet<>(definitions.keySet())) {
            visit(name, definitions, seen, ordered);
        }
        return ordered;
    }

    private static void visit(String name, Map<String, Expr> definitions, Set<String> seen, List<Statement> ordered) {
        Expr value = definitions.get(name);
        if (value != null && seen.add(name)) {
            Trees.names(value).forEach(read -> visit(read, definitions, seen, ordered));
            ordered.add(new Statement.Let(name, value, 0));
        }
    }

    /** Computes all derivatives where the group stands. */
    void evaluate(Group group) {
        for (int slot = 0; slot < arrays.length; slot++) {
            if (compiled.slots().arrays().get(slot).role() == Role.VALUE) {
                arrays[slot] = group.value(compiled.slots().arrays().get(slot).name());
            }
        }
        compiled.kernel().outputs(arrays, scalars, tables, 0, lanes);
    }

    /** A derivative on every lane, in coherent units; null where it is zero everywhere. */
    double[] of(Row kind, String name, String column) {
        int slot = compiled.slots().find(Role.OUTPUT, kind + " " + name + " by " + column);
        return slot < 0 ? null : arrays[slot];
    }
}
