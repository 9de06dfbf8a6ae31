package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One NumPy array: magic, version, a header that is a Python dictionary, then the raw values.
 *
 * <p>Versions 1.0 to 3.0; integers, floats and booleans of either byte order, C or Fortran order, up to three axes; text
 * of one axis. The format: NumPy Enhancement Proposal 1 and {@code numpy.lib.format}.
 */
final class NpyFormat {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int CHUNK = 1 << 16;

    /** Stands for a list of fields, which has no code of its own. */
    private static final String STRUCTURED = "structured";

    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");
    private static final Pattern TYPE = Pattern.compile("([<>=|]?)([a-zA-Z?])(\\d{0,8})");

    private NpyFormat() {}

    /** Adds the array to {@code into} under a name. */
    static void read(Source source, String name, NamedArrays.Builder into) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(source.open(), CHUNK))) {
            Header header = header(source, in);
            if (header.type.kind == 'U' || header.type.kind == 'S') {
                into.text(name, texts(source, name, header, in));
            } else if (!header.type.readable()) {
                into.other(name, header.type.words() + " ('" + header.descr + "')", header.type.advice());
            } else {
                into.array(name, numbers(source, name, header, in));
                if (in.read() >= 0) {
                    throw BadFile.content(source.name(), "the end of the file after the array", "more bytes");
                }
            }
        } catch (EOFException e) {
            throw BadFile.content(source.name(), "a complete NPY array", "a truncated one", e);
        } catch (IOException e) {
            throw BadFile.unreadable(source.name(), e);
        }
    }

    /** An element type: its byte order, kind (as in NumPy's {@code dtype.kind}) and size in bytes. */
    private record Type(ByteOrder order, char kind, int bytes) {
        boolean readable() {
            return switch (kind) {
                case 'f' -> bytes == 4 || bytes == 8;
                case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
                case 'b' -> bytes == 1;
                default -> false;
            };
        }

        String words() {
            return switch (kind) {
                case 'c' -> "complex numbers";
                case 'O' -> "Python objects";
                case 'V' -> "records of several fields";
                case 'f' -> "floating-point numbers of " + bytes + " bytes";
                default -> "values of another type";
            };
        }

        String advice() {
            return switch (kind) {
                case 'c' -> "save their real part or modulus: x.real or numpy.abs(x)";
                case 'V' -> "save each field as an array of its own: x['name']";
                default -> "save them as numbers: x.astype(float)";
            };
        }

        double get(ByteBuffer data) {
            return switch (kind) {
                case 'f' -> bytes == 4 ? data.getFloat() : data.getDouble();
                case 'i' ->
                    switch (bytes) {
                        case 1 -> data.get();
                        case 2 -> data.getShort();
                        case 4 -> data.getInt();
                        default -> data.getLong();
                    };
                case 'u' ->
                    switch (bytes) {
                        case 1 -> Byte.toUnsignedInt(data.get());
                        case 2 -> Short.toUnsignedInt(data.getShort());
                        case 4 -> Integer.toUnsignedLong(data.getInt());
                        default -> unsigned(data.getLong());
                    };
                default -> data.get() == 0 ? 0 : 1;
            };
        }

        private static double unsigned(long value) {
            // Halve, keeping the last bit sticky, so that the sum rounds once.
            return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
        }
    }

    private record Header(String descr, Type type, boolean fortran, long[] shape, long dataBytes) {}

    private static Header header(Source source, DataInputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        boolean magic = start.length == MAGIC.length + 2;
        for (int k = 0; magic && k < MAGIC.length; k++) {
            magic = start[k] == MAGIC[k];
        }
        if (!magic) {
            throw GyrusException.input(Problem.of("", "a NumPy array file (.npy)", kind(start))
                    .at(source.name(), 0)
                    .hint("numpy.save writes one"));
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw BadFile.content(source.name(), "NPY version 1, 2 or 3", String.valueOf(version));
        }
        int widthOfLength = version == 1 ? 2 : 4;
        int length = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.reverseBytes(in.readInt());
        if (length < 0 || length > LONGEST_HEADER) {
            throw BadFile.content(source.name(), "a header of at most " + LONGEST_HEADER + " bytes", length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        long dataBytes = source.size() - start.length - widthOfLength - length;
        return parse(source, new String(bytes, charset), dataBytes);
    }

    /** What other file it is, by its first bytes. */
    private static String kind(byte[] start) {
        if (start.length == 0) {
            return "an empty file";
        }
        if (start.length >= 2 && start[0] == 'P' && start[1] == 'K') {
            return "a zip archive, as .npz files are";
        }
        return start[0] == (byte) 0x80 ? "a Python pickle" : "something else";
    }

    private static Header parse(Source source, String text, long dataBytes) {
        Matcher descr = DESCR.matcher(text);
        Matcher fortran = FORTRAN.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find() || !fortran.find()) {
            throw BadFile.content(source.name(), "a header with shape and fortran_order", text.strip());
        }
        String type = descr.find() ? descr.group(1) : STRUCTURED;
        try {
            long[] sizes = Pattern.compile(",")
                    .splitAsStream(shape.group(1))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Header(type, type(type), fortran.group(1).equals("True"), sizes, dataBytes);
        } catch (NumberFormatException e) {
            throw BadFile.content(source.name(), "whole numbers in the header", text.strip(), e);
        }
    }

    private static Type type(String descr) {
        Matcher m = TYPE.matcher(descr);
        if (!m.matches()) {
            return new Type(ByteOrder.LITTLE_ENDIAN, descr.equals(STRUCTURED) ? 'V' : 'X', 0);
        }
        ByteOrder order = m.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        char kind = m.group(2).charAt(0);
        int size = m.group(3).isEmpty() ? 1 : Integer.parseInt(m.group(3));
        return new Type(order, kind == '?' ? 'b' : kind, kind == 'U' ? 4 * size : size);
    }

    private static NumericArray numbers(Source source, String name, Header header, InputStream in) throws IOException {
        if (header.shape.length > 3) {
            throw BadFile.content(source.name(), 0, name, "at most three axes", header.shape.length + " axes");
        }
        int bytes = header.type.bytes;
        int count = Limits.values(source.name(), name, header.shape, bytes, header.dataBytes);
        double[] values = new double[count];
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(header.type.order);
        int k = 0;
        while (k < count) {
            int n = Math.min(count - k, CHUNK / bytes);
            fill(in, chunk, n * bytes);
            for (int end = k + n; k < end; k++) {
                values[k] = header.type.get(chunk);
            }
        }
        int rank = header.shape.length;
        int[] shape = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            shape[header.fortran ? rank - 1 - axis : axis] = (int) header.shape[axis];
        }
        NumericArray array = NumericArray.of(shape, values);
        return header.fortran ? array.reversed() : array;
    }

    private static List<String> texts(Source source, String name, Header header, InputStream in) throws IOException {
        int width = header.type.bytes;
        int count = Limits.values(source.name(), name, header.shape, Math.max(1, width), header.dataBytes);
        Charset charset = header.type.kind == 'S'
                ? StandardCharsets.UTF_8
                : Charset.forName(header.type.order == ByteOrder.BIG_ENDIAN ? "UTF-32BE" : "UTF-32LE");
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            byte[] bytes = in.readNBytes(width);
            if (bytes.length < width) {
                throw new EOFException();
            }
            String text = new String(bytes, charset);
            int end = text.indexOf('\0');
            lines.add(end < 0 ? text : text.substring(0, end));
        }
        return lines;
    }

    private static void fill(InputStream in, ByteBuffer chunk, int bytes) throws IOException {
        if (in.readNBytes(chunk.array(), 0, bytes) < bytes) {
            throw new EOFException();
        }
        chunk.clear().limit(bytes);
    }

    /** Writes an array as version 1.0, little-endian, C order. */
    static void write(OutputStream out, NumericArray array, Precision precision) throws IOException {
        boolean single = precision == Precision.SINGLE || array.precision() == Precision.SINGLE;
        String sizes = IntStream.range(0, array.rank())
                .mapToObj(axis -> String.valueOf(array.size(axis)))
                .collect(Collectors.joining(", "));
        String shape = array.rank() == 1 ? "(" + sizes + ",)" : "(" + sizes + ")";
        header(out, single ? "<f4" : "<f8", shape);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : array.values()) {
            if (chunk.remaining() < Double.BYTES) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            if (single) {
                chunk.putFloat((float) value);
            } else {
                chunk.putDouble(value);
            }
        }
        out.write(chunk.array(), 0, chunk.position());
    }

    /** Writes text as a one-axis array of fixed-width unicode. */
    static void write(OutputStream out, List<String> lines) throws IOException {
        int width = lines.stream()
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .max()
                .orElse(0);
        width = Math.max(1, width);
        header(out, "<U" + width, "(" + lines.size() + ",)");
        for (String line : lines) {
            byte[] bytes = line.getBytes(Charset.forName("UTF-32LE"));
            out.write(bytes);
            out.write(new byte[4 * width - bytes.length]);
        }
    }

    private static void header(OutputStream out, String descr, String shape) throws IOException {
        String text = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }";
        // The values start at a multiple of 64 bytes, after magic, version, length, text, spaces and a line feed.
        int spaces = 63 - (MAGIC.length + 4 + text.length()) % 64;
        byte[] header = (text + " ".repeat(spaces) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) header.length, (byte) (header.length >> 8)});
        out.write(header);
    }
}
