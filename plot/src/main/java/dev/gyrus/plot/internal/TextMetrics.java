package dev.gyrus.plot.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Text widths that are the same on every machine, so that a layout never depends on the fonts at hand.
 *
 * <p>Widths are those of Helvetica (Adobe Font Metrics of the PostScript core fonts), which Arial and Liberation Sans
 * share. Superscript digits in a text ({@code 10⁻³}, {@code Hz²}) are drawn as small raised digits, because not every
 * font has them all. Thread-safe.
 */
public final class TextMetrics {
    /** The families a text is set in, the first that exists. */
    static final List<String> FAMILIES =
            List.of("Helvetica", "Arial", "Liberation Sans", "Nimbus Sans", "DejaVu Sans Condensed");

    /** Size of a superscript relative to its text. */
    static final double RAISED_SIZE = 0.7;

    /** Rise of a superscript's baseline relative to the size of its text. */
    static final double RAISE = 0.36;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String NORMAL = "0123456789−";

    /** Widths of U+0020 to U+007E in thousandths of the size. */
    private static final int[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private TextMetrics() {}

    /** A stretch of text that is either on the baseline or raised. */
    record Run(String text, boolean raised) {}

    /** Width of a text in the unit of its size. */
    public static double width(String text, double size, boolean bold) {
        double width = 0;
        for (Run run : runs(text)) {
            double factor = run.raised ? RAISED_SIZE : 1;
            width += factor
                    * run.text.codePoints().mapToDouble(TextMetrics::advance).sum();
        }
        return width * size * (bold ? 1.06 : 1);
    }

    /** The text cut to a width, with an ellipsis where something was lost. */
    public static String fit(String text, double size, boolean bold, double width) {
        if (width(text, size, bold) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size, bold) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The text broken between words into lines no wider than given, where its words allow. */
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && width(line + " " + word, size, false) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            int superscript = SUPERSCRIPTS.indexOf(text.charAt(i));
            if (superscript >= 0 != raised && !run.isEmpty()) {
                runs.add(new Run(run.toString(), raised));
                run.setLength(0);
            }
            raised = superscript >= 0;
            run.append(raised ? NORMAL.charAt(superscript) : text.charAt(i));
        }
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), raised));
        }
        return runs;
    }

    private static double advance(int character) {
        if (character >= ' ' && character <= '~') {
            return ASCII[character - ' '] / 1000.0;
        }
        return switch (character) {
            case '·', '’', '‘' -> 0.278;
            case '−', '×', '±', '≤', '≥', '≠', '≈' -> 0.584;
            case '…', '—', '→' -> 1.0;
            default -> character < 0x2E80 ? 0.58 : 1.0;
        };
    }
}
