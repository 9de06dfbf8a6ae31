package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.GroupPlan;
import dev.gyrus.core.internal.kernel.CompiledMass;
import dev.gyrus.core.internal.kernel.Equations;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Jacobian;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    /** Where the group's kernel keeps what is read here; −1 for what is not read. */
    private final int[] values;

    /** What a quantity is that gets differentiated. */
    enum Row {
        DRIFT,
        HOLD,
        CHANNEL
    }

    /** @param columns what to differentiate by: states, holds and sums that arrive, as the equations call them */
    Partials(GroupPlan plan, List<String> columns) {
        Equations equations = plan.equations();
        Map<String, Expr> rows = new LinkedHashMap<>();
        equations.drift().forEach((name, value) -> rows.put(key(Row.DRIFT, name), value));
        equations.holds().forEach((name, value) -> rows.put(key(Row.HOLD, name), value));
        equations.outputs().forEach((name, value) -> rows.put(key(Row.CHANNEL, name), value));
        Jacobian jacobian = Slopes.jacobian(rows, equations.definitions(), columns);
        List<String> names = jacobian.rows();
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
        values = compiled.slots().arrays().stream()
                .mapToInt(slot ->
                        slot.role() == Role.VALUE ? plan.compiled().slots().find(Role.VALUE, slot.name()) : -1)
                .toArray();
    }

    private static String key(Row kind, String name) {
        return kind + " " + name;
    }

    /** Computes all derivatives where the group stands. */
    void evaluate(Group group) {
        for (int slot = 0; slot < arrays.length; slot++) {
            if (values[slot] >= 0) {
                arrays[slot] = group.array(values[slot]);
            }
        }
        compiled.kernel().outputs(arrays, scalars, tables, 0, lanes);
    }

    /** A derivative on every lane, in coherent units; null where it is zero everywhere. */
    double[] of(Row kind, String name, String column) {
        int slot = compiled.slots().find(Role.OUTPUT, key(kind, name) + " by " + column);
        return slot < 0 ? null : arrays[slot];
    }
}
