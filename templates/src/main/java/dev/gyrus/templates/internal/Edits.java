package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a derived operator does to the equations of its base: {@code replace}, {@code remove}, {@code prepend}, {@code
 * append} on each of them, and {@code add}.
 *
 * <p>A term is replaced where it stands whole: where no letter, digit or underscore goes on before or after it.
 */
record Edits(Map<String, String> replace, List<String> remove, String prepend, String append, List<Text> add) {
    private static final Set<String> KEYS = Set.of("replace", "remove", "prepend", "append", "add");

    /** An equation as text. */
    record Text(String text, Place place) {}

    static Edits read(Tree.Mapping tree, String key) {
        Fields.only(tree, key, KEYS);
        Map<String, String> replace = new LinkedHashMap<>();
        Fields.entries(tree.get("replace"), key + ".replace")
                .forEach((term, by) -> replace.put(term, Fields.text(by, key + ".replace." + term)));
        List<String> remove = new ArrayList<>();
        Fields.list(tree.get("remove")).forEach(term -> remove.add(Fields.text(term, key + ".remove")));
        return new Edits(
                replace,
                remove,
                single(tree, "prepend", key),
                single(tree, "append", key),
                texts(tree.get("add"), key));
    }

    private static String single(Tree.Mapping tree, String name, String key) {
        return tree.get(name) == null ? "" : Fields.text(tree.get(name), key + "." + name);
    }

    static List<Text> texts(Tree tree, String key) {
        List<Text> out = new ArrayList<>();
        for (Tree item : Fields.list(tree)) {
            out.add(new Text(Fields.text(item, key), item.place()));
        }
        return out;
    }

    /** The base's equations after the edits. */
    List<Text> apply(List<Text> equations) {
        List<Text> out = new ArrayList<>();
        for (Text equation : equations) {
            String text = equation.text();
            for (Map.Entry<String, String> each : replace.entrySet()) {
                text = replaced(text, each.getKey(), each.getValue());
            }
            for (String term : remove) {
                text = replaced(text, term, "");
            }
            text = prepend.isEmpty() ? text : prepend + " " + text;
            text = append.isEmpty() ? text : text + " " + append;
            out.add(new Text(text, equation.place()));
        }
        out.addAll(add);
        return out;
    }

    private static String replaced(String text, String term, String by) {
        if (term.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, Math.max(done, at + 1))) {
            int end = at + term.length();
            boolean before = at > 0 && isWord(text.charAt(at - 1)) && isWord(term.charAt(0));
            boolean after = end < text.length() && isWord(text.charAt(end)) && isWord(term.charAt(term.length() - 1));
            if (at >= done && !before && !after) {
                out.append(text, done, at).append(by);
                done = end;
            }
        }
        return out.append(text.substring(done)).toString();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
