package dev.gyrus.templates.internal;

import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows where it stands. */
public sealed interface Tree {
    Place place();

    /** What it is, for messages. */
    String shown();

    /** A word, a number or a text; {@code quoted} where quotes say that it is a text. */
    record Scalar(String text, boolean quoted, Place place) implements Tree {
        boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }

        @Override
        public String shown() {
            return isNull() ? "nothing" : "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
        }
    }

    /** A list. */
    record Sequence(List<Tree> items, Place place) implements Tree {
        @Override
        public String shown() {
            return "a list";
        }
    }

    /** Keys and values. */
    record Mapping(Map<String, Entry> entries, Place place) implements Tree {
        @Override
        public String shown() {
            return "keys and values";
        }

        /** The value of a key, or null where it is absent or null. */
        Tree get(String key) {
            Entry entry = entries.get(key);
            return entry == null || (entry.value instanceof Scalar s && s.isNull()) ? null : entry.value;
        }
    }

    /** A value and the place of its key. */
    record Entry(Place key, Tree value) {}
}
