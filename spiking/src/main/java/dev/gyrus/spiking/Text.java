package dev.gyrus.spiking;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the text of equations: which there are, and the same text under other names. */
final class Text {
    /** A unit, a comment, a number (whose exponent is no name), or a name. */
    private static final Pattern TOKEN =
            Pattern.compile("\\[[^\\]\\n]*\\]|#[^\\n]*|\\d[\\d.]*(?:[eE][+-]?\\d+)?|[\\p{L}_][\\p{L}\\p{Nd}_]*");

    private Text() {}

    private static boolean isName(String token) {
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
    }

    /** All names in a text, functions and {@code dx} of {@code dx/dt} among them. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        TOKEN.matcher(text).results().map(r -> r.group()).filter(Text::isName).forEach(names::add);
        return names;
    }

    /** What the statements of a text define: the names on the left of {@code =}, {@code +=}, …. */
    static Set<String> defined(String text) {
        Set<String> names = new LinkedHashSet<>();
        Pattern left = Pattern.compile("(?m)^\\s*(?:output\\s+|hold\\s+)?([\\p{L}_][\\p{L}\\p{Nd}_]*)\\s*[-+*]?=(?!=)");
        left.matcher(text).results().map(r -> r.group(1)).forEach(names::add);
        return names;
    }

    /** The text with some names replaced; x → y makes {@code dx/dt} into {@code dy/dt}. */
    static String renamed(String text, Map<String, String> names) {
        Matcher matcher = TOKEN.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String token = matcher.group();
            String name = token;
            boolean slope = token.startsWith("d")
                    && names.containsKey(token.substring(1))
                    && text.startsWith("/dt", matcher.end());
            if (isName(token)) {
                name = slope ? "d" + names.get(token.substring(1)) : names.getOrDefault(token, token);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(name));
        }
        return matcher.appendTail(out).toString();
    }
}
