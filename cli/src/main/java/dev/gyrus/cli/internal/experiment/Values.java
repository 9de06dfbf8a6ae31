package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a parameter or an initial value is set to: one number, or one per node.
 *
 * @param items one, or one per node
 * @param perNode true where a list was written, also of one element
 */
public record Values(List<Quantity> items, boolean perNode) {

    public Values {
        items = List.copyOf(items);
    }

    public static Values of(double value) {
        return new Values(List.of(Quantity.of(value)), false);
    }

    static Optional<Values> read(Section section, Value value, String at) {
        if (!(value instanceof Value.Items items)) {
            return section.quantity(value, at).map(quantity -> new Values(List.of(quantity), false));
        }
        List<Quantity> quantities = section.list(value, at, section::quantity);
        if (items.values().isEmpty()) {
            section.wrong(value, at, "a number, or one per node");
        }
        boolean whole =
                !quantities.isEmpty() && quantities.size() == items.values().size();
        return whole ? Optional.of(new Values(quantities, true)) : Optional.empty();
    }

    /** Reads every key of a section. */
    static Map<String, Values> readAll(Section section) {
        Map<String, Values> out = new LinkedHashMap<>();
        for (String key : section.keys()) {
            section.value(key)
                    .flatMap(value -> read(section, value, section.path(key)))
                    .ifPresent(values -> out.put(key, values));
        }
        return out;
    }

    Object written() {
        return perNode
                ? items.stream().map(Quantity::written).toList()
                : items.get(0).written();
    }

    static Map<String, Object> written(Map<String, Values> all) {
        Map<String, Object> out = new LinkedHashMap<>();
        all.forEach((key, values) -> out.put(key, values.written()));
        return out;
    }
}
