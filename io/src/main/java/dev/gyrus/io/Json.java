package dev.gyrus.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON (RFC 8259) from and to plain Java values: maps, lists, text, numbers, booleans and null.
 *
 * <p>Numbers are written as the shortest decimal that reads back; those that JSON has no word for (NaN, ∞) as null.
 * Thread-safe.
 */
public final class Json {
    private static final int LINE = 120;

    private Json() {}

    /**
     * Reads a file.
     *
     * @return {@code Map<String, Object>} in the file's order, {@code List<Object>}, {@code String}, {@code Double},
     *     {@code Boolean} or null
     */
    public static Object read(Path file) {
        Source source = Source.of(file);
        if (source.size() > Limits.BYTES / 16) {
            throw BadFile.content(
                    source.name(), "at most " + Limits.BYTES / 16 + " bytes of JSON", source.size() + " bytes");
        }
        try {
            return parse(source.name(), Files.readString(file));
        } catch (IOException e) {
            throw BadFile.unreadable(source.name(), e);
        }
    }

    /** Parses text; {@code file} is the name that errors show. */
    public static Object parse(String file, String text) {
        return new JsonParser(file, text).parse();
    }

    /** Writes a file: indented, short lists on one line. */
    public static void write(Path file, Object value) {
        try {
            Files.writeString(file, text(value) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BadFile.unwritable(file.toString(), e);
        }
    }

    /**
     * The text of a value: indented, short lists on one line.
     *
     * @param value a map with text as keys, an iterable, {@code double[]}, {@code int[]}, {@code double[][]}, an
     *     optional, a number, a boolean or null; anything else is written as its text
     */
    public static String text(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, "", out);
        return out.toString();
    }

    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), indent, out);
        } else if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, part) -> parts.add(quoted(String.valueOf(key)) + ": " + text(part, indent + "  ")));
            join(parts, '{', '}', indent, !map.isEmpty(), out);
        } else if (value instanceof Iterable<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(part -> parts.add(text(part, indent + "  ")));
            join(parts, '[', ']', indent, false, out);
        } else if (value instanceof double[] numbers) {
            write(Arrays.stream(numbers).boxed().toList(), indent, out);
        } else if (value instanceof int[] numbers) {
            write(Arrays.stream(numbers).boxed().toList(), indent, out);
        } else if (value instanceof Object[] list) {
            write(Arrays.asList(list), indent, out);
        } else if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            out.append(Double.isFinite(number) ? ShortestDecimal.of(number) : "null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            out.append(quoted(value.toString()));
        }
    }

    private static String text(Object value, String indent) {
        StringBuilder out = new StringBuilder();
        write(value, indent, out);
        return out.toString();
    }

    private static void join(
            List<String> parts, char open, char close, String indent, boolean lines, StringBuilder out) {
        int length = parts.stream().mapToInt(part -> part.length() + 2).sum();
        boolean nested = parts.stream().anyMatch(part -> part.indexOf('\n') >= 0);
        if (!lines && !nested && indent.length() + length < LINE) {
            out.append(open).append(String.join(", ", parts)).append(close);
            return;
        }
        String start = "\n" + indent + "  ";
        out.append(open).append(start).append(String.join("," + start, parts)).append('\n');
        out.append(indent).append(close);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
