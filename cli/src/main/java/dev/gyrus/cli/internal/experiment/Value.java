package dev.gyrus.cli.internal.experiment;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A value of an experiment file as it was written, with its place; types are decided by whoever reads it. */
sealed interface Value {
    Place place();

    /** The value as an error message quotes it. */
    String shown();

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
        private static final int LONGEST = 60;

        @Override
        public String shown() {
            if (isNothing()) {
                return "nothing";
            }
            String line = text.strip().replaceAll("\\R.*", "…");
            return "'" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "'";
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
            return values.isEmpty() ? "an empty mapping" : "a mapping with " + String.join(", ", values.keySet());
        }
    }
}
