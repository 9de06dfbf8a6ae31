package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Series;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a file of arrays holds: arrays of numbers and lists of text, by name, in the file's order.
 *
 * <p>Immutable and thread-safe; made with a {@link Builder}.
 */
public final class NamedArrays {
    private final String file;
    private final Map<String, NumericArray> arrays;
    private final Map<String, List<String>> texts;
    private final Map<String, Problem> others;
    private final Map<String, Map<String, Object>> attributes;

    private NamedArrays(Builder builder) {
        this.file = builder.file;
        this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(builder.arrays));
        this.texts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.texts));
        this.others = Collections.unmodifiableMap(new LinkedHashMap<>(builder.others));
        Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
        builder.attributes.forEach(
                (name, own) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(own))));
        this.attributes = Collections.unmodifiableMap(copy);
    }

    /** For the contents of a file, or of a file to be written; {@code file} is the name that errors show. */
    public static Builder builder(String file) {
        return new Builder(file);
    }

    /**
     * Recordings as arrays: per variable {@code <name>} (samples × columns), {@code <name>_t_ms}, {@code <name>_labels} and
     * {@code <name>_unit}.
     */
    public static NamedArrays of(List<Series> recordings) {
        Builder builder = builder("recording");
        for (Series series : recordings) {
            builder.array(series.name(), NumericArray.of(series))
                    .array(series.name() + "_t_ms", NumericArray.vector(series.times()))
                    .text(series.name() + "_labels", series.labels())
                    .text(series.name() + "_unit", List.of(series.unit()));
        }
        return builder.build();
    }

    /** The file's name, as errors show it. */
    public String file() {
        return file;
    }

    /** The arrays of numbers, by name. */
    public Map<String, NumericArray> arrays() {
        return arrays;
    }

    /** The lists of text, by name. */
    public Map<String, List<String>> texts() {
        return texts;
    }

    /** What is to be said of an array, or ("") of the whole file; only HDF5 files store it, and it isn't read back. */
    Map<String, Object> attributes(String name) {
        return attributes.getOrDefault(name, Map.of());
    }

    /** The names of what is there and can't be read, such as complex numbers; {@link #get} says why. */
    public Set<String> others() {
        return others.keySet();
    }

    /** The array of that name, if it is there. */
    public Optional<NumericArray> find(String name) {
        return Optional.ofNullable(arrays.get(name));
    }

    /** The array of that name. An unknown name is an error that lists the arrays of the file. */
    public NumericArray get(String name) {
        NumericArray array = arrays.get(name);
        if (array != null) {
            return array;
        }
        Problem problem = others.get(name);
        if (problem == null) {
            problem = texts.containsKey(name)
                    ? Problem.of(name, "an array of numbers", "text")
                    : Problem.unknown(name, "array", name, arrays.keySet());
        }
        throw GyrusException.input(problem.at(file, 0));
    }

    /** The only array of the file; more or fewer are an error that lists them. */
    public NumericArray only() {
        if (arrays.isEmpty() && !others.isEmpty()) {
            return get(others.keySet().iterator().next());
        }
        if (arrays.size() != 1) {
            throw GyrusException.input(Problem.of(
                            "", "one array of numbers", arrays.isEmpty() ? "none" : String.join(", ", arrays.keySet()))
                    .at(file, 0));
        }
        return arrays.values().iterator().next();
    }

    /** Collects arrays and texts. Not thread-safe. */
    public static final class Builder {
        private final String file;
        private final Map<String, NumericArray> arrays = new LinkedHashMap<>();
        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private final Map<String, Problem> others = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> attributes = new LinkedHashMap<>();

        private Builder(String file) {
            this.file = file;
        }

        /** Adds an array of numbers. */
        public Builder array(String name, NumericArray array) {
            arrays.put(name, array);
            return this;
        }

        /** Adds a list of text, such as labels. */
        public Builder text(String name, List<String> lines) {
            texts.put(name, List.copyOf(lines));
            return this;
        }

        /**
         * Says something of an array, or of the whole file, such as the unit; only HDF5 files store it.
         *
         * @param array the array's name; "" for the whole file
         * @param value text, a list of text, a number or {@code double[]}
         */
        public Builder attribute(String array, String name, Object value) {
            attributes.computeIfAbsent(array, key -> new LinkedHashMap<>()).put(name, value);
            return this;
        }

        /** Notes something that is there and can't be read, such as {@code a struct}, and what to do about it. */
        Builder other(String name, String what, String hint) {
            others.put(name, Problem.of(name, "an array of numbers", what).hint(hint));
            return this;
        }

        public NamedArrays build() {
            return new NamedArrays(this);
        }
    }
}
