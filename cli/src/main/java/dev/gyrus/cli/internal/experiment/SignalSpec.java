package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An input signal: its kind and what that kind is told, by name.
 *
 * <p>{@code constant: 0.2} is short for {@code constant: {value: 0.2}}, and a bare list for {@code {values: …}}.
 */
public record SignalSpec(String kind, Map<String, Argument> arguments) {

    /** What a signal may be told. */
    public sealed interface Argument {
        /** As an error message quotes it. */
        String shown();
    }

    public record One(Quantity value) implements Argument {
        @Override
        public String shown() {
            return "'" + value.shown() + "'";
        }
    }

    /** One row for all nodes, or a row per node. */
    public record Many(List<List<Quantity>> rows) implements Argument {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** A choice or a file. */
    public record Text(String text) implements Argument {
        @Override
        public String shown() {
            return "'" + Value.line(text, Value.LONGEST) + "'";
        }
    }

    /** Reads the signal of a kind that takes these names; true where one must be given. */
    static SignalSpec read(Section section, String kind, Map<String, Boolean> known) {
        Value value = section.value(kind).orElseThrow();
        Map<String, Argument> arguments = new LinkedHashMap<>();
        if (value instanceof Value.Mapping || value.isNothing()) {
            Section inner = section.section(kind);
            known.forEach((key, required) -> inner.value(key)
                    .flatMap(v -> argument(inner, v, inner.path(key)))
                    .ifPresent(argument -> arguments.put(key, argument)));
            boolean named = inner.unknown().isEmpty();
            known.forEach((key, required) -> {
                if (required && named && !inner.has(key)) {
                    inner.missing(key, "a finite number");
                }
            });
            inner.done();
        } else {
            String key = value instanceof Value.Items ? "values" : "value";
            if (!known.containsKey(key)) {
                section.wrong(value, section.path(kind), "a mapping with " + String.join(", ", known.keySet()));
                return new SignalSpec(kind, arguments);
            }
            argument(section, value, section.path(kind)).ifPresent(argument -> arguments.put(key, argument));
        }
        return new SignalSpec(kind, arguments);
    }

    private static Optional<Argument> argument(Section section, Value value, String at) {
        if (value instanceof Value.Items items) {
            boolean nested = items.values().stream().anyMatch(Value.Items.class::isInstance);
            return Optional.of(new Many(
                    nested
                            ? section.list(
                                    value, at, (row, rowAt) -> Optional.of(section.list(row, rowAt, section::quantity)))
                            : List.of(section.list(value, at, section::quantity))));
        }
        if (value instanceof Value.Scalar scalar
                && Quantity.parse(scalar.text()).isEmpty()
                && !value.isNothing()) {
            return Optional.of(new Text(scalar.text()));
        }
        return section.quantity(value, at).map(One::new);
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        arguments.forEach((name, argument) -> out.put(name, written(argument)));
        return out;
    }

    private static Object written(Argument argument) {
        if (argument instanceof One one) {
            return one.value().written();
        }
        if (argument instanceof Many many) {
            List<List<Object>> rows = many.rows().stream()
                    .map(row -> row.stream().map(Quantity::written).toList())
                    .toList();
            return rows.size() == 1 ? rows.get(0) : rows;
        }
        return ((Text) argument).text();
    }
}
