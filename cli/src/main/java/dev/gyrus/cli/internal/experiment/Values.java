package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a parameter or an initial value is set to: one number, one per node, or an expression of maps.
 *
 * @param items one, or one per node; none for an expression
 * @param perNode true where a list was written, also of one element
 * @param expression of maps, in the declared unit; empty for numbers
 */
public record Values(List<Quantity> items, boolean perNode, Optional<String> expression) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Values {
        items = List.copyOf(items);
    }

    public Values(List<Quantity> items, boolean perNode) {
        this(items, perNode, Optional.empty());
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
        return readAll(section, false);
    }

    /** Likewise; where there are {@code maps}, a text with names is an expression of them. */
    static Map<String, Values> readAll(Section section, boolean maps) {
        Map<String, Values> out = new LinkedHashMap<>();
        for (String key : section.keys()) {
            section.value(key)
                    .flatMap(value -> maps && isExpression(value)
                            ? Optional.of(new Values(List.of(), true, Optional.of(((Value.Scalar) value).text())))
                            : read(section, value, section.path(key)))
                    .ifPresent(values -> out.put(key, values));
        }
        return out;
    }

    /** Whether a text is neither a number nor one with a unit: no unit begins with an operator. */
    private static boolean isExpression(Value value) {
        if (!(value instanceof Value.Scalar scalar) || value.isNothing()) {
            return false;
        }
        boolean number = Quantity.parse(scalar.text())
                .filter(quantity -> quantity.unit().isEmpty()
                        || "+-*/^".indexOf(quantity.unit().charAt(0)) < 0)
                .isPresent();
        return !number && NAME.matcher(scalar.text()).find();
    }

    Object written() {
        if (expression.isPresent()) {
            return expression.get();
        }
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
