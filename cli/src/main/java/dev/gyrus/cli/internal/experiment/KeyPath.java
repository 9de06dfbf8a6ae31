package dev.gyrus.cli.internal.experiment;

import java.util.Comparator;
import java.util.Optional;

/**
 * Walks dotted paths such as {@code inputs[0].start}; an index may also stand as {@code inputs.0.start}.
 *
 * <p>Keys may hold dots themselves ({@code parameters: {excitatory.tau: 10}}): the longest key that is there wins.
 */
final class KeyPath {
    private KeyPath() {}

    /**
     * One step down.
     *
     * @param key the key or index taken
     * @param rest what remains of the path
     * @param value what is there, if anything
     */
    record Step(String key, String rest, Optional<Value> value) {}

    static Step next(Value value, String path) {
        if (value instanceof Value.Mapping mapping) {
            Optional<String> known = mapping.values().keySet().stream()
                    .filter(key -> path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "["))
                    .max(Comparator.comparingInt(String::length));
            if (known.isPresent()) {
                String key = known.get();
                return new Step(
                        key,
                        rest(path, key.length()),
                        Optional.of(mapping.values().get(key)));
            }
        }
        int end = 1;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        String key = path.substring(0, end);
        String rest = rest(path, end);
        if (value instanceof Value.Items items) {
            String index = key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
            boolean there = index.matches("[0-9]{1,9}")
                    && Integer.parseInt(index) < items.values().size();
            return new Step(
                    index, rest, there ? Optional.of(items.values().get(Integer.parseInt(index))) : Optional.empty());
        }
        return new Step(key, rest, Optional.empty());
    }

    private static String rest(String path, int from) {
        return path.substring(from < path.length() && path.charAt(from) == '.' ? from + 1 : from);
    }
}
