package dev.gyrus.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing wrong with an input, as {@code file:line: key: expected …, given …; did you mean …?}.
 *
 * @param file the file it stands in, or "" when the input is not a file
 * @param line the line, counted from 1, or 0 when unknown
 * @param key the path of the key or the name of the quantity, or ""
 * @param expected what would have been right; a whole sentence when {@code given} is empty
 * @param given what was found instead, or ""
 * @param hint a near miss or a remedy, or ""
 */
public record Problem(String file, int line, String key, String expected, String given, String hint) {
    /** So many names are listed, not more. */
    private static final int LISTED = 12;

    /** So many characters of what was given are quoted, not more. */
    private static final int LONGEST = 60;

    /** A problem stated as one sentence. */
    public static Problem of(String sentence) {
        return new Problem("", 0, "", sentence, "", "");
    }

    /** A problem of {@code key}: what was expected, what was given. */
    public static Problem of(String key, String expected, String given) {
        return new Problem("", 0, key, expected, given, "");
    }

    /** The same problem, placed in a file. */
    public Problem at(String file, int line) {
        return new Problem(file, line, key, expected, given, hint);
    }

    /** The same problem with a remedy. */
    public Problem hint(String hint) {
        return new Problem(file, line, key, expected, given, hint);
    }

    /** The same problem under another key. */
    public Problem under(String key) {
        return new Problem(file, line, key, expected, given, hint);
    }

    /** An unknown name among the known ones: lists them, or the nearest of many, and asks whether a close one was meant. */
    public static Problem unknown(String key, String what, String given, Collection<String> known) {
        return unknown(key, what, given, known, "");
    }

    /** The same; where the names are too many to list, it says that {@code command} lists them. */
    public static Problem unknown(String key, String what, String given, Collection<String> known, String command) {
        Problem problem =
                of(key, known.isEmpty() ? "no " + what + " here" : listed(given, known, command), quoted(given));
        String near = nearest(given, known);
        return near.isEmpty() ? problem : problem.hint("did you mean '" + near + "'?");
    }

    private static String listed(String given, Collection<String> known, String command) {
        if (known.size() <= LISTED) {
            return "one of " + known.stream().sorted().collect(Collectors.joining(", "));
        }
        String first = known.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LISTED - 2)
                .sorted()
                .collect(Collectors.joining(", "));
        String all = command.isEmpty() ? "" : "; '" + command + "' lists them";
        return "one of " + first + ", … (" + known.size() + " in all" + all + ")";
    }

    private static String quoted(String given) {
        return "'" + (given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given) + "'";
    }

    /** The known name within a third of its length in edits of the given one, or "". */
    public static String nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(given, name) <= Math.max(1, name.length() / 3))
                .filter(name -> distance(given, name) < Math.max(given.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int distance(String a, String b) {
        String s = a.toLowerCase(Locale.ROOT).substring(0, Math.min(a.length(), LONGEST));
        String t = b.toLowerCase(Locale.ROOT).substring(0, Math.min(b.length(), LONGEST));
        int[][] d = new int[s.length() + 1][t.length() + 1];
        for (int i = 0; i <= s.length(); i++) {
            for (int j = 0; j <= t.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && s.charAt(i - 1) == t.charAt(j - 2) && s.charAt(i - 2) == t.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[s.length()][t.length()];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!file.isEmpty()) {
            text.append(file).append(line > 0 ? ":" + line : "").append(": ");
        }
        if (!key.isEmpty()) {
            text.append(key).append(": ");
        }
        text.append(given.isEmpty() ? expected : "expected " + expected + ", given " + given);
        return hint.isEmpty() ? text.toString() : text.append("; ").append(hint).toString();
    }
}
