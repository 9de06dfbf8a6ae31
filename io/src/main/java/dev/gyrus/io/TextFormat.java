package dev.gyrus.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables of numbers as text: separated by commas, semicolons, tabs or spaces, with or without a header and row labels.
 *
 * <p>The separator is the first of tab, semicolon and comma in the first line that is neither empty nor a comment
 * ({@code #}), else white space. The array is named {@code values}, the labels {@code columns} and {@code rows}.
 */
final class TextFormat {
    private static final int PROBE = 1 << 13;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFormat() {}

    static NamedArrays read(Source source) {
        if (source.size() > Limits.BYTES) {
            throw BadFile.content(source.name(), "at most " + Limits.BYTES + " bytes", source.size() + " bytes");
        }
        try {
            checkText(source);
            char separator = separator(source);
            TextTable table = new TextTable(source.name());
            if (separator == ' ') {
                splitAtSpaces(source, table);
            } else {
                splitAt(separator, source, table);
            }
            return table.finish();
        } catch (CsvParseException e) {
            throw BadFile.content(source.name(), "a table of numbers", e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw BadFile.unreadable(source.name(), e.getCause());
        } catch (IOException e) {
            throw BadFile.unreadable(source.name(), e);
        }
    }

    /** Refuses what has bytes that text in UTF-8 never has. */
    private static void checkText(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(PROBE);
            int mark = start.length < 2 ? 0 : (start[0] & 0xff) << 8 | (start[1] & 0xff);
            if (mark == 0xfeff || mark == 0xfffe) {
                throw BadFile.content(source.name(), "a table of numbers as text in UTF-8", "text in UTF-16");
            }
            for (byte b : start) {
                if (b == 0) {
                    throw BadFile.content(source.name(), "a table of numbers as text", "binary data");
                }
            }
        }
    }

    private static char separator(Source source) throws IOException {
        try (BufferedReader lines = lines(source)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    return line.indexOf('\t') >= 0
                            ? '\t'
                            : line.indexOf(';') >= 0 ? ';' : line.indexOf(',') >= 0 ? ',' : ' ';
                }
            }
            return ' ';
        }
    }

    private static void splitAt(char separator, Source source, TextTable table) throws IOException {
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
        try (InputStream in = source.open();
                CsvReader<CsvRecord> records = builder.ofCsvRecord(in, StandardCharsets.UTF_8)) {
            for (CsvRecord record : records) {
                table.line(record.getStartingLineNumber(), record.getFields());
            }
        }
    }

    private static void splitAtSpaces(Source source, TextTable table) throws IOException {
        try (BufferedReader lines = lines(source)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && text.charAt(0) != '#') {
                    table.line(number, List.of(text.split("\\s+")));
                }
            }
        }
    }

    private static BufferedReader lines(Source source) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8));
        lines.mark(1);
        if (lines.read() != BYTE_ORDER_MARK) {
            lines.reset();
        }
        return lines;
    }
}
