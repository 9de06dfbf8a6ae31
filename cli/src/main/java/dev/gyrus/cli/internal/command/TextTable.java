package dev.gyrus.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns, indented by two; columns without text are left out, a long last one is wrapped. */
final class TextTable {
    private static final int WIDTH = 100;

    /** However little room there is, the last column gets this. */
    private static final int LEAST = 30;

    private final List<String[]> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    boolean isEmpty() {
        return rows.stream().allMatch(row -> String.join("", row).isEmpty());
    }

    void print(PrintStream out) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        boolean[] used = new boolean[columns];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                used[c] |= !row[c].isEmpty();
                if (c < row.length - 1) {
                    widths[c] = Math.max(widths[c], length(row[c]));
                }
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length - 1; c++) {
                if (used[c]) {
                    line.append("  ").append(row[c]).append(" ".repeat(widths[c] - length(row[c])));
                }
            }
            String last = row.length == 0 ? "" : row[row.length - 1];
            int indent = line.length() + 2;
            String next = "\n" + " ".repeat(indent);
            line.append("  ").append(String.join(next, wrap(last, Math.max(LEAST, WIDTH - indent))));
            out.println(line.toString().stripTrailing());
        }
    }

    /** Broken between words. */
    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Arrays.asList(text.split(" "))) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
