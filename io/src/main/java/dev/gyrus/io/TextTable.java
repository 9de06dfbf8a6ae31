package dev.gyrus.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gathers the lines of a text table and tells labels from numbers.
 *
 * <p>The first line is a header if its first field is empty, if any other field is not a number, or if its first field
 * is text where the next line starts with a number. The first column holds labels if it is text, or if it repeats the
 * header (a labelled matrix whose regions are numbered). Missing values ({@code NaN}, {@code NA}) are read as NaN.
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
        boolean header = first.get(0).isBlank()
                || first.stream().skip(1).anyMatch(field -> !isNumber(field))
                || (!isNumber(first.get(0)) && isNumber(second.get(0)));
        labelled = !second.isEmpty() && !isNumber(second.get(0));
        width = second.size() - (labelled ? 1 : 0);
        if (header) {
            // Some programs leave out the field above the row labels.
            this.header = first.size() == width && labelled ? first : first.subList(labelled ? 1 : 0, first.size());
            if (this.header.size() != width) {
                throw BadFile.content(
                        file, firstLine, "", width + " labels, one per column", this.header.size() + " labels");
            }
        } else {
            row(firstLine, first);
        }
    }

    private void row(long line, List<String> fields) {
        int skip = labelled ? 1 : 0;
        if (fields.size() - skip != width) {
            throw BadFile.content(
                    file, line, "", width + " values, as in the lines above", (fields.size() - skip) + " values");
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
                throw BadFile.content(
                        file,
                        line,
                        "",
                        "a number in column " + (j + skip + 1),
                        field.isEmpty() ? "nothing" : "'" + field + "'");
            }
        }
        rows++;
    }

    NamedArrays finish() {
        if (!started && !first.isEmpty()) {
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
