package dev.gyrus.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A comma-separated file being written: a header, then rows of numbers, each the shortest decimal that reads back. */
final class Csv implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private byte[] buffer = new byte[2 * BUFFER];
    private int at;

    Csv(Path file) {
        this.file = file;
        try {
            out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw BadFile.unwritable(file.toString(), e);
        }
    }

    void header(String first, List<String> labels) {
        text(first);
        for (String label : labels) {
            buffer[at++] = ',';
            text(label);
        }
        endLine();
    }

    void row(double first, double[] values) {
        reserve(ShortestDecimal.LONGEST);
        at = ShortestDecimal.write(first, buffer, at);
        numbers(values);
    }

    void row(String first, double[] values) {
        text(first);
        numbers(values);
    }

    void row(double first, String name, int number) {
        reserve(ShortestDecimal.LONGEST + 2);
        at = ShortestDecimal.write(first, buffer, at);
        buffer[at++] = ',';
        text(name);
        reserve(2);
        buffer[at++] = ',';
        text(Integer.toString(number));
        reserve(1);
        endLine();
    }

    /** A row of numbers, texts and nulls. */
    void row(List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (i > 0) {
                reserve(1);
                buffer[at++] = ',';
            }
            if (cell instanceof Double number) {
                reserve(ShortestDecimal.LONGEST);
                at = number.isNaN() ? at : ShortestDecimal.write(number, buffer, at);
            } else if (cell != null) {
                text(cell.toString());
            }
        }
        reserve(1);
        endLine();
    }

    private void numbers(double[] values) {
        reserve((values.length + 1) * (ShortestDecimal.LONGEST + 1));
        for (double value : values) {
            buffer[at++] = ',';
            at = ShortestDecimal.write(value, buffer, at);
        }
        endLine();
    }

    /** A field of text, quoted where it has to be. */
    private void text(String field) {
        boolean quote = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        byte[] bytes = (quote ? '"' + field.replace("\"", "\"\"") + '"' : field).getBytes(StandardCharsets.UTF_8);
        reserve(bytes.length + 2);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    private void reserve(int bytes) {
        if (at + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, at + bytes + BUFFER);
        }
    }

    private void endLine() {
        buffer[at++] = '\n';
        if (at >= BUFFER) {
            flush();
        }
    }

    private void flush() {
        try {
            out.write(buffer, 0, at);
            at = 0;
        } catch (IOException e) {
            throw BadFile.unwritable(file.toString(), e);
        }
    }

    @Override
    public void close() {
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw BadFile.unwritable(file.toString(), e);
        }
    }
}
