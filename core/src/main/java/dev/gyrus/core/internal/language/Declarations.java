package dev.gyrus.core.internal.language;

import dev.gyrus.core.Table;
import dev.gyrus.core.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What equations may refer to besides their own intermediates, with declared units.
 *
 * <p>{@code t} and white noise ({@code xi}, {@code xi_…}) are known without being declared.
 *
 * @param states variables with a differential equation each
 * @param holds variables with an equation {@code hold r = …} each
 * @param outputs what is read from outside; a state, a hold, an intermediate, or defined by {@code output q = …}
 * @param values parameters, inputs and anything else that is only read
 */
public record Declarations(
        Map<String, Unit> states,
        Map<String, Unit> holds,
        Map<String, Unit> outputs,
        Map<String, Unit> values,
        List<Table> tables) {

    public Declarations {
        states = copy(states);
        holds = copy(holds);
        outputs = copy(outputs);
        values = copy(values);
        tables = List.copyOf(tables);
    }

    /** Keeps the order, so that problems come in a fixed one. */
    private static Map<String, Unit> copy(Map<String, Unit> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The declared variables: states, holds and values. */
    Map<String, Unit> variables() {
        Map<String, Unit> all = new LinkedHashMap<>(states);
        all.putAll(holds);
        all.putAll(values);
        return all;
    }

    Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
