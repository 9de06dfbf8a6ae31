package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An input signal: its kind and what that kind is told, by name; or signals that are added up or follow one another.
 *
 * <p>{@code constant: 0.2} is short for {@code constant: {value: 0.2}}, and a bare list for {@code {values: …}}.
 *
 * @param kind empty where none could be read
 * @param shared of a random signal: whether all nodes see one path, instead of each its own; empty for others
 * @param parts of {@link #PLUS} and {@link #THEN}; both nest
 * @param shares of the parts of {@link #THEN} in the time there is; empty for equal ones
 */
public record SignalSpec(
        String kind,
        Map<String, Argument> arguments,
        Optional<Boolean> shared,
        List<SignalSpec> parts,
        List<Double> shares) {
    /** What makes a signal a random one. */
    public static final String SEED = "seed";

    /** The kind of a sum of signals. */
    public static final String PLUS = "plus";

    /** The kind of a sequence of signals. */
    public static final String THEN = "then";

    private static final String SHARES = "shares";
    private static final String SHARED = "shared";
    private static final Unit FIELD = Unit.of("V/m");

    private static SignalSpec of(String kind, Map<String, Argument> arguments, Optional<Boolean> shared) {
        return new SignalSpec(kind, arguments, shared, List.of(), List.of());
    }

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

    /** Reads the one key that names a kind of signal; a misspelt one is left to be reported as unknown. */
    static SignalSpec read(Section section, Vocabulary vocabulary) {
        List<String> all = new ArrayList<>(vocabulary.signals());
        all.add(PLUS);
        all.add(THEN);
        List<String> kinds = all.stream().filter(section::has).toList();
        if (kinds.size() == 1) {
            String kind = kinds.get(0);
            return kind.equals(PLUS) || kind.equals(THEN)
                    ? compound(section, kind, vocabulary)
                    : simple(section, kind, vocabulary.arguments(kind));
        }
        String expected = "one signal of " + String.join(", ", all);
        String given = kinds.isEmpty() ? "none" : String.join(" and ", kinds);
        if (kinds.size() > 1 || section.unknown().isEmpty()) {
            section.missing(List.of(), Problem.of(section.path(), expected, given), section.path("signal"));
        }
        return of("", Map.of(), Optional.empty());
    }

    private static SignalSpec compound(Section section, String kind, Vocabulary vocabulary) {
        List<SignalSpec> parts = section.list(kind, (value, at) -> {
            Section part = Section.of(at, value, section.findings());
            SignalSpec signal = read(part, vocabulary);
            part.done();
            return Optional.of(signal);
        });
        Value value = section.value(kind).orElseThrow();
        if (parts.isEmpty() && (value.isNothing() || value instanceof Value.Items)) {
            section.wrong(value, section.path(kind), "a list of signals");
        }
        return new SignalSpec(
                kind, Map.of(), Optional.empty(), parts, kind.equals(THEN) ? shares(section, parts.size()) : List.of());
    }

    private static List<Double> shares(Section section, int parts) {
        Optional<Value> value = section.value(SHARES);
        List<Double> shares = section.list(
                SHARES,
                (share, at) -> section.number(share, at)
                        .filter(number -> number > 0 || section.wrong(share, at, "a positive number")));
        if (value.isPresent()
                && value.get() instanceof Value.Items items
                && items.values().size() != parts) {
            String given = items.values().size() + " numbers";
            section.wrong(value.get(), section.path(SHARES), "one for each of " + parts + " signals", given);
        }
        return shares;
    }

    /** Reads the signal of a kind that takes these names; true where one must be given. */
    private static SignalSpec simple(Section section, String kind, Map<String, Boolean> known) {
        Value value = section.value(kind).orElseThrow();
        Map<String, Argument> arguments = new LinkedHashMap<>();
        Optional<Boolean> shared = known.containsKey(SEED) ? Optional.of(false) : Optional.empty();
        if (value instanceof Value.Mapping || value.isNothing()) {
            Section inner = section.section(kind);
            known.forEach((key, required) -> inner.value(key)
                    .flatMap(v -> argument(inner, v, inner.path(key)))
                    .ifPresent(argument -> arguments.put(key, argument)));
            shared = shared.map(no -> inner.flag(SHARED, no));
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
                return of(kind, arguments, shared);
            }
            argument(section, value, section.path(kind)).ifPresent(argument -> arguments.put(key, argument));
        }
        return of(kind, arguments, shared);
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

    /** Whether some number of it is of an electric field. */
    public boolean isField() {
        return parts.stream().anyMatch(SignalSpec::isField)
                || arguments.values().stream().flatMap(SignalSpec::units).anyMatch(SignalSpec::isField);
    }

    private static boolean isField(String unit) {
        try {
            return Unit.of(unit).isCompatible(FIELD);
        } catch (GyrusException e) {
            return false;
        }
    }

    /** The units of numbers; a text may be one. */
    private static Stream<String> units(Argument argument) {
        if (argument instanceof Many many) {
            return many.rows().stream().flatMap(List::stream).map(Quantity::unit);
        }
        return Stream.of(argument instanceof One one ? one.value().unit() : ((Text) argument).text());
    }

    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        if (kind.equals(PLUS) || kind.equals(THEN)) {
            out.put(kind, parts.stream().map(SignalSpec::written).toList());
        } else {
            Map<String, Object> told = new LinkedHashMap<>();
            arguments.forEach((name, argument) -> told.put(name, written(argument)));
            shared.ifPresent(one -> told.put(SHARED, one));
            out.put(kind, told);
        }
        if (!shares.isEmpty()) {
            out.put(SHARES, shares);
        }
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
