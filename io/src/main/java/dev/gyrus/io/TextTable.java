package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gathers the lines of a text table and tells labels from numbers.
 *
 * <p>Labels are a whole first line or a whole first column of text; everything else must be a number. The field where a
 * line and a column of labels meet may be text, empty or left out. Numbers are labels only as 0 … N − 1 beside such a
 * field, which is how regions without names are written; a first column that repeats them is one of labels. Missing
 * values ({@code NaN}, {@code NA}) are read as NaN.
 */
final class TextTable {
    private final String file;
    private List<String> first = List.of();
    private long firstLine;
    private boolean started;
    private List<String> header = List.of();
    private boolean labelled;
    private int width;
    private int rows;
    private double[] values = new double[1024];
    private final List<String> labels = new ArrayList<>();

    TextTable(String file) {
        this.file = file;
    }

    void line(long line, List<String> fields) {
        if (fields.size() == 1 && fields.get(0).isBlank()) {
            return;
        }
        if (started) {
            row(line, fields);
        } else if (first.isEmpty()) {
            first = List.copyOf(fields);
            firstLine = line;
        } else {
            start(fields);
            row(line, fields);
        }
    }

    /** With two lines at hand, decides what the first one is. */
    private void start(List<String> second) {
        started = true;
        boolean headed = isHeader(second);
        labelled = isText(second.get(0)) && (headed || isText(first.get(0)));
        width = first.size() - (labelled ? 1 : 0);
        if (!headed) {
            row(firstLine, first);
        } else if (labelled && second.size() == first.size() + 1) {
            // Some programs leave out the field above the row labels.
            width = first.size();
            header = first;
        } else {
            header = first.subList(labelled ? 1 : 0, first.size());
        }
    }

    private boolean isHeader(List<String> second) {
        String corner = first.get(0);
        if (first.size() == 1) {
            return isText(corner) && isNumber(second.get(0));
        }
        List<String> others = first.subList(1, first.size());
        boolean numbered = IntStream.range(0, others.size())
                .allMatch(k -> others.get(k).strip().equals(String.valueOf(k)));
        return !isNumber(corner) && (numbered || others.stream().allMatch(TextTable::isText));
    }

    private void row(long line, List<String> fields) {
        int skip = labelled ? 1 : 0;
        if (fields.size() - skip != width) {
            throw BadFile.content(
                    file,
                    line,
                    "",
                    count(width) + (labelled ? " beside the label" : "") + ", as line " + firstLine + " has",
                    count(fields.size() - skip));
        }
        if (labelled && !isText(fields.get(0))) {
            throw BadFile.content(file, line, "", "a label in column 1, as in the lines above", shown(fields.get(0)));
        }
        if (labelled || labels.size() < width) {
            labels.add(fields.get(0));
        }
        int at = rows * width;
        if (at + width > values.length) {
            if (at + (long) width > Limits.BYTES / Double.BYTES) {
                throw BadFile.content(
                        file, line, "", "at most " + Limits.BYTES / Double.BYTES + " values", "more than that");
            }
            values = Arrays.copyOf(values, Math.max(at + width, 2 * values.length));
        }
        for (int j = 0; j < width; j++) {
            String field = fields.get(j + skip).strip();
            try {
                values[at + j] = number(field);
            } catch (NumberFormatException e) {
                throw GyrusException.input(Problem.of("", "a number in column " + (j + skip + 1), shown(field))
                        .at(file, (int) line)
                        .hint(advice(field, line)));
            }
        }
        rows++;
    }

    private static String count(int values) {
        return values == 1 ? "1 value" : values + " values";
    }

    /** A field as errors show it: on one line, and not too long. */
    private static String shown(String field) {
        String plain = field.strip().replaceAll("\\p{Cntrl}", "?");
        return plain.isEmpty() ? "nothing" : "'" + (plain.length() > 40 ? plain.substring(0, 40) + "…" : plain) + "'";
    }

    private String advice(String field, long line) {
        if (field.matches("[+-]?\\d*,\\d+([eE][+-]?\\d+)?")) {
            return "write decimals with a point";
        }
        if (field.matches("[^\\s]*\\d\\s+[+-.\\d].*")) {
            return "separate all columns alike: by commas, semicolons, tabs or spaces";
        }
        return line == firstLine && isText(field)
                ? "labels must fill the whole first line or the whole first column"
                : "";
    }

    NamedArrays finish() {
        if (first.isEmpty()) {
            throw BadFile.content(file, "a table of numbers", "an empty one");
        }
        if (!started) {
            start(first);
            if (rows == 0) {
                throw BadFile.content(file, "a table of numbers", "one line of text");
            }
        }
        NamedArrays.Builder out = NamedArrays.builder(file);
        boolean numbered =
                !labelled && rows == width - 1 && header.size() == width && labels.equals(header.subList(1, width));
        if (numbered) {
            out.array("values", NumericArray.of(new int[] {rows, rows}, withoutFirstColumn()));
        } else if (width > 0) {
            out.array("values", NumericArray.of(new int[] {rows, width}, Arrays.copyOf(values, rows * width)));
        }
        if (!header.isEmpty()) {
            out.text("columns", numbered ? header.subList(1, width) : header);
        }
        if (labelled || numbered) {
            out.text("rows", labels);
        }
        return out.build();
    }

    private double[] withoutFirstColumn() {
        return IntStream.range(0, rows * width)
                .filter(k -> k % width != 0)
                .mapToDouble(k -> values[k])
                .toArray();
    }

    private static boolean isText(String field) {
        return !field.isBlank() && !isNumber(field);
    }

    private static boolean isNumber(String field) {
        try {
            number(field.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Stricter than {@link Double#parseDouble}, which also takes {@code 1d} and {@code 0x1p3}. */
    private static double number(String text) {
        return switch (text) {
            case "NaN", "nan", "NA" -> Double.NaN;
            case "inf", "Inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                for (int k = 0; k < text.length(); k++) {
                    char c = text.charAt(k);
                    if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                        throw new NumberFormatException(text);
                    }
                }
                yield Double.parseDouble(text);
            }
        };
    }
}
