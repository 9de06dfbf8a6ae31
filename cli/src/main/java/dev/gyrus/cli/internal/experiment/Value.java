package dev.gyrus.cli.internal.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A value of an experiment file as it was written, with its place; types are decided by whoever reads it. */
sealed interface Value {
    /** So much of a value is quoted. */
    int LONGEST = 60;

    Place place();

    /** The value as an error message quotes it. */
    String shown();

    /** A text on one line and not too long, for messages. */
    static String line(String text, int longest) {
        String line = text.length() > longest ? text.substring(0, longest) + "…" : text;
        return line.replaceAll("\\p{Cntrl}+", "…");
    }

    /** As nested maps, lists, numbers, truth values and text: what was written. */
    default Object plain() {
        if (this instanceof Mapping mapping) {
            Map<String, Object> out = new LinkedHashMap<>();
            mapping.values().forEach((key, value) -> out.put(key, value.plain()));
            return out;
        }
        if (this instanceof Items items) {
            return items.values().stream().map(Value::plain).toList();
        }
        String text = ((Scalar) this).text();
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return Quantity.parse(text).map(Quantity::written).orElse(text);
    }

    /** True for {@code key:} with nothing behind it. */
    default boolean isNothing() {
        return false;
    }

    /**
     * Text, numbers and truth values.
     *
     * @param quoted quoted or block text, which is never nothing
     */
    record Scalar(String text, boolean quoted, Place place) implements Value {
        private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

        @Override
        public String shown() {
            if (isNothing()) {
                return "nothing";
            }
            return "'" + Value.line(text.strip(), LONGEST) + "'";
        }

        @Override
        public boolean isNothing() {
            return !quoted && NOTHING.matcher(text).matches();
        }
    }

    /** A list. */
    record Items(List<Value> values, Place place) implements Value {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String shown() {
            return values.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys and values in the order of the file; {@code keys} has the place of each key. */
    record Mapping(Map<String, Value> values, Map<String, Place> keys, Place place) implements Value {
        @Override
        public String shown() {
            return values.isEmpty()
                    ? "an empty mapping"
                    : "a mapping with " + Value.line(String.join(", ", values.keySet()), LONGEST);
        }
    }
}
