package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * One mapping of an experiment file being read: what is asked for is known, and the rest is an error.
 *
 * <p>Nothing here throws: a wrong value adds a problem with its place and reads as the fallback, so that one pass finds
 * everything.
 */
final class Section {
    private final String path;
    private final Value.Mapping mapping;
    private final Findings findings;

    /** False where something else stands in its place: then nothing in it is missing. */
    private final boolean whole;

    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> unavailable = new LinkedHashSet<>();
    private final List<Missing> missing = new ArrayList<>();

    /** A problem that is told at the end, unless one of the keys is there, though misspelt. */
    private record Missing(List<String> keys, Problem problem, String doubted) {}

    private Section(String path, Value.Mapping mapping, Findings findings, boolean whole) {
        this.path = path;
        this.mapping = mapping;
        this.findings = findings;
        this.whole = whole;
    }

    /** Reads a value as a mapping; {@code key:} with nothing behind it is an empty one. */
    static Section of(String path, Value value, Findings findings) {
        if (value instanceof Value.Mapping mapping) {
            return new Section(path, mapping, findings, true);
        }
        if (!value.isNothing()) {
            findings.add(value.place().mark(Problem.of(path, "a mapping (key: value)", value.shown())));
        }
        return new Section(path, empty(value.place()), findings, value.isNothing());
    }

    private static Value.Mapping empty(Place place) {
        return new Value.Mapping(Map.of(), Map.of(), place);
    }

    Findings findings() {
        return findings;
    }

    String path() {
        return path;
    }

    String path(String key) {
        String line = Value.line(key, Value.LONGEST);
        return path.isEmpty() ? line : path + "." + line;
    }

    /** False where something else stands in its place. */
    boolean isWhole() {
        return whole;
    }

    /** All keys, in the order of the file. */
    Set<String> keys() {
        return mapping.values().keySet();
    }

    /** True where the key is there, also with nothing behind it. */
    boolean has(String key) {
        known.add(key);
        return mapping.values().containsKey(key);
    }

    Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.values().get(key));
    }

    /** The mapping under a key; an empty one where the key is missing. */
    Section section(String key) {
        return value(key)
                .map(value -> of(path(key), value, findings))
                .orElseGet(() -> new Section(path(key), empty(mapping.place()), findings, whole));
    }

    /** Reads the mapping under a key, if there is one. */
    <T> Optional<T> section(String key, Function<Section, T> reader) {
        return has(key) ? Optional.of(reader.apply(section(key))) : Optional.empty();
    }

    /** Reads each element of the list under a key; the reader gets the element and its path. */
    <T> List<T> list(String key, BiFunction<Value, String, Optional<T>> reader) {
        return value(key).map(value -> list(value, path(key), reader)).orElse(List.of());
    }

    /** Reads each element of a list; nothing is an empty list. */
    <T> List<T> list(Value value, String at, BiFunction<Value, String, Optional<T>> reader) {
        List<T> out = new ArrayList<>();
        if (value instanceof Value.Items items) {
            for (int i = 0; i < items.values().size(); i++) {
                reader.apply(items.values().get(i), at + "[" + i + "]").ifPresent(out::add);
            }
        } else if (!value.isNothing()) {
            wrong(value, at, "a list");
        }
        return out;
    }

    /** A number and perhaps its unit. */
    Optional<Quantity> quantity(Value value, String at) {
        Optional<Quantity> quantity =
                value instanceof Value.Scalar scalar ? Quantity.parseClose(scalar.text()) : Optional.empty();
        if (quantity.isEmpty()) {
            wrong(value, at, "a finite number");
        }
        return quantity;
    }

    /** A bare number. */
    Optional<Double> number(Value value, String at) {
        return quantity(value, at)
                .filter(quantity -> quantity.unit().isEmpty() || wrong(value, at, "a number without a unit"))
                .map(Quantity::value);
    }

    /** A finite number in a unit within a range; a bare number is in that unit. */
    Optional<Double> number(Value value, String at, String unit, String expected, DoublePredicate range) {
        return quantity(value, at).flatMap(quantity -> {
            Optional<Double> number = quantity.in(unit).filter(Double::isFinite).filter(range::test);
            if (number.isEmpty()) {
                wrong(value, at, expected);
            }
            return number;
        });
    }

    double number(String key, double fallback) {
        return value(key).flatMap(value -> number(value, path(key))).orElse(fallback);
    }

    /** A positive time in ms; a bare number is in {@code unit}. */
    Optional<Double> duration(String key, String unit) {
        return time(key, unit, "a positive time in " + unit, time -> time > 0);
    }

    /** A time from 0 on, in ms; a bare number is in {@code unit}. */
    Optional<Double> instant(String key, String unit) {
        return time(key, unit, "a time in " + unit + ", from 0", time -> time >= 0);
    }

    private Optional<Double> time(String key, String unit, String expected, DoublePredicate range) {
        return value(key)
                .flatMap(value -> quantity(value, path(key)).flatMap(quantity -> {
                    Optional<Double> time =
                            quantity.milliseconds(unit).filter(Double::isFinite).filter(range::test);
                    if (time.isEmpty()) {
                        wrong(value, path(key), expected);
                    }
                    return time;
                }));
    }

    /** A whole number from {@code smallest} to {@code largest}. */
    long integer(String key, long fallback, long smallest, long largest) {
        return value(key)
                .flatMap(value -> integer(value, path(key), smallest, largest))
                .orElse(fallback);
    }

    private Optional<Long> integer(Value value, String at, long smallest, long largest) {
        Optional<Long> number = value instanceof Value.Scalar scalar
                ? Quantity.integer(scalar.text())
                        .filter(whole -> whole.bitLength() < Long.SIZE)
                        .map(BigInteger::longValue)
                        .filter(whole -> whole >= smallest && whole <= largest)
                : Optional.empty();
        if (number.isEmpty()) {
            boolean any = smallest == Long.MIN_VALUE && largest == Long.MAX_VALUE;
            String range = any ? "a whole number of 64 bits" : "a whole number from " + smallest + " to " + largest;
            wrong(value, at, smallest == largest ? String.valueOf(smallest) : range);
        }
        return number;
    }

    boolean flag(String key, boolean fallback) {
        return value(key).flatMap(value -> flag(value, path(key))).orElse(fallback);
    }

    private Optional<Boolean> flag(Value value, String at) {
        String text = value instanceof Value.Scalar scalar ? scalar.text() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Optional.of(Boolean.valueOf(text));
        }
        wrong(value, at, "true or false");
        return Optional.empty();
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> text(value, path(key)));
    }

    Optional<String> text(Value value, String at) {
        if (value instanceof Value.Scalar scalar
                && !value.isNothing()
                && !scalar.text().isBlank()) {
            return Optional.of(scalar.text());
        }
        wrong(value, at, "a name");
        return Optional.empty();
    }

    /** One of the known names; {@code what} says of what kind. */
    Optional<String> name(String key, String what, Collection<String> names) {
        return value(key).flatMap(value -> name(value, path(key), what, names));
    }

    Optional<String> name(Value value, String at, String what, Collection<String> names) {
        return name(value, at, what, names, "");
    }

    /** One of the known names, which {@code command} lists where they are many. */
    Optional<String> name(Value value, String at, String what, Collection<String> names, String command) {
        return text(value, at).filter(name -> names.contains(name) || unknown(value, at, what, name, names, command));
    }

    private boolean unknown(
            Value value, String at, String what, String name, Collection<String> names, String command) {
        findings.add(value.place().mark(Problem.unknown(at, what, name, names, command)));
        return false;
    }

    /** Adds what a value should have been; returns false, for use in filters. */
    boolean wrong(Value value, String at, String expected) {
        return wrong(value, at, expected, value.shown());
    }

    /** The same with what was given in words. */
    boolean wrong(Value value, String at, String expected, String given) {
        findings.add(value.place().mark(Problem.of(at, expected, given)));
        return false;
    }

    /** Adds that a key must be there. */
    void missing(String key, String expected) {
        missing(List.of(key), Problem.of(path(key), expected, "nothing"));
    }

    /** Adds a problem that is there unless one of the keys is, be it misspelt. */
    void missing(List<String> keys, Problem problem) {
        missing(keys, problem, problem.key());
    }

    /** The same; the rest of what the problem names is sound, but for the doubted key. */
    void missing(List<String> keys, Problem problem, String doubted) {
        missing.add(new Missing(keys, problem.file().isEmpty() ? placed("", problem) : problem, doubted));
    }

    /** Refuses a key that another version may know: it is not suggested in place of a misspelt one. */
    void unavailable(String key, String expected) {
        unavailable.add(key);
        Optional.ofNullable(mapping.values().get(key)).ifPresent(value -> wrong(value, path(key), expected));
    }

    /** Adds the problem at a key's place, or at the section's where the key is missing. */
    void problem(String key, Problem problem) {
        findings.add(placed(key, problem));
    }

    /** The problem at a key's place, or at the section's where the key is missing. */
    Problem placed(String key, Problem problem) {
        return mapping.keys().getOrDefault(key, mapping.place()).mark(problem);
    }

    /** The keys that nobody has asked for yet. */
    List<String> unknown() {
        return keys().stream()
                .filter(key -> !known.contains(key) && !unavailable.contains(key))
                .toList();
    }

    /** Adds a problem for each key that nobody asked for, and for what is missing. */
    void done() {
        List<String> unknown = unknown();
        unknown.forEach(key -> problem(key, Problem.unknown(path(key), "key", key, known)));
        List<String> meant = unknown.stream()
                .map(key -> Problem.nearest(key, known))
                .filter(key -> !key.isEmpty())
                .toList();
        meant.forEach(key -> findings.doubt(path(key)));
        missing.stream()
                .filter(one -> whole && one.keys.stream().noneMatch(meant::contains))
                .forEach(one -> findings.add(one.problem, one.doubted));
    }
}
