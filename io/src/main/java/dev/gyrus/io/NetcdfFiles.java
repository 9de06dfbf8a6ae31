package dev.gyrus.io;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/*
 * The file: magic "CDF" 2 (the classic format with 64-bit offsets), the number of records, dimensions, global
 * attributes, variables (each with its dimensions, attributes, size and offset), then the data: first the variables of
 * fixed size, here the labels, then the records. A record holds one sample of every variable along the unlimited
 * dimension, here time; so a file grows by appending, and all it takes to finish it is the number of records.
 * Everything is big-endian and padded to four bytes.
 *
 * The format: https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html
 */
/**
 * Streams recordings into netCDF-3 files (64-bit offsets) with labels, units and attributes.
 *
 * <p>Dimensions {@code time} × {@code node}; coordinates {@code time} (ms) and {@code node} (labels). Variables with other
 * labels than the first get a dimension of their own, {@code node_<variable>}. {@code xarray.open_dataset} opens the file
 * as a labelled dataset without further packages. The number of records is kept up to date as the file grows, so that
 * even a killed run leaves a readable file.
 */
public final class NetcdfFiles {
    private NetcdfFiles() {}

    /** A file for a recording in double precision. */
    public static RecordingWriter recording(
            Path file, List<RecordingWriter.Variable> variables, Map<String, ?> attributes) {
        return recording(file, variables, attributes, Precision.DOUBLE);
    }

    /**
     * A file for a recording.
     *
     * @param attributes of the whole file, such as the model's parameters: text, numbers or {@code double[]}; anything
     *     else is written as its text
     * @param precision of the variables; times are always stored in full
     */
    public static RecordingWriter recording(
            Path file, List<RecordingWriter.Variable> variables, Map<String, ?> attributes, Precision precision) {
        return new Recording(file, new Layout(variables, attributes, precision), precision);
    }

    private record Dimension(String name, int length) {}

    private record Entry(String name, int[] dimensions, Map<String, ?> attributes, Type type, long bytes) {}

    /** External types, by their codes in the format. */
    private enum Type {
        CHAR(2, 1),
        FLOAT(5, Float.BYTES),
        DOUBLE(6, Double.BYTES);

        final int code;
        final int bytes;

        Type(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }
    }

    /** What stands where. */
    private static final class Layout {
        private static final int DIMENSIONS = 10;
        private static final int VARIABLES = 11;
        private static final int ATTRIBUTES = 12;

        private final Map<String, ?> attributes;
        private final List<Dimension> dimensions = new ArrayList<>();
        private final List<Entry> fixed = new ArrayList<>();
        private final List<Entry> records = new ArrayList<>();
        private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
        private final int recordBytes;

        Layout(List<RecordingWriter.Variable> variables, Map<String, ?> attributes, Precision precision) {
            Type type = precision == Precision.SINGLE ? Type.FLOAT : Type.DOUBLE;
            this.attributes = new TreeMap<>(attributes);
            dimensions.add(new Dimension("time", 0));
            Map<String, ?> time = Map.of("units", "ms", "long_name", "time since the start of the simulation");
            records.add(new Entry("time", new int[] {0}, time, Type.DOUBLE, Double.BYTES));
            List<List<String>> known = new ArrayList<>();
            int bytes = Double.BYTES;
            for (RecordingWriter.Variable variable : variables) {
                String name = variable.name().replace('/', '_');
                int seen = known.indexOf(variable.labels());
                if (seen < 0) {
                    seen = known.size();
                    known.add(variable.labels());
                    labels(seen == 0 ? "node" : "node_" + name, variable.labels());
                }
                int size = Math.multiplyExact(type.bytes, variable.labels().size());
                int[] axes = {0, 1 + 2 * seen};
                records.add(new Entry(name, axes, Map.of("units", variable.unit()), type, size));
                bytes = Math.addExact(bytes, size);
            }
            recordBytes = bytes;
        }

        /** A dimension and its coordinate: text as a matrix of characters. */
        private void labels(String name, List<String> texts) {
            List<byte[]> encoded = texts.stream()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .toList();
            int width =
                    Math.max(1, encoded.stream().mapToInt(b -> b.length).max().orElse(1));
            int first = dimensions.size();
            dimensions.add(new Dimension(name, texts.size()));
            dimensions.add(new Dimension(name + "_characters", width));
            for (byte[] text : encoded) {
                labels.writeBytes(text);
                labels.writeBytes(new byte[width - text.length]);
            }
            int bytes = texts.size() * width;
            labels.writeBytes(new byte[padding(bytes)]);
            Map<String, ?> coordinate = Map.of("long_name", "region", "_Encoding", "utf-8");
            fixed.add(new Entry(
                    name, new int[] {first, first + 1}, coordinate, Type.CHAR, bytes + (long) padding(bytes)));
        }

        /** The header and the labels, for a file of no records yet. */
        byte[] start() {
            try {
                long headerBytes = header(0).length;
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(header(headerBytes));
                labels.writeTo(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] header(long headerBytes) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeBytes("CDF");
            out.writeByte(2);
            out.writeInt(0);
            out.writeInt(DIMENSIONS);
            out.writeInt(dimensions.size());
            for (Dimension dimension : dimensions) {
                text(out, dimension.name);
                out.writeInt(dimension.length);
            }
            attributes(out, attributes);
            out.writeInt(VARIABLES);
            out.writeInt(fixed.size() + records.size());
            long offset = headerBytes;
            for (Entry entry : fixed) {
                offset = entry(out, entry, offset);
            }
            for (Entry entry : records) {
                offset = entry(out, entry, offset);
            }
            return bytes.toByteArray();
        }

        private static long entry(DataOutputStream out, Entry entry, long offset) throws IOException {
            text(out, entry.name);
            out.writeInt(entry.dimensions.length);
            for (int dimension : entry.dimensions) {
                out.writeInt(dimension);
            }
            attributes(out, entry.attributes);
            out.writeInt(entry.type.code);
            out.writeInt((int) entry.bytes);
            out.writeLong(offset);
            return offset + entry.bytes;
        }

        private static void attributes(DataOutputStream out, Map<String, ?> attributes) throws IOException {
            out.writeInt(attributes.isEmpty() ? 0 : ATTRIBUTES);
            out.writeInt(attributes.size());
            for (Map.Entry<String, ?> attribute : new TreeMap<String, Object>(attributes).entrySet()) {
                text(out, attribute.getKey().replace('/', '_'));
                if (attribute.getValue() instanceof Number number) {
                    doubles(out, number.doubleValue());
                } else if (attribute.getValue() instanceof double[] numbers) {
                    doubles(out, numbers);
                } else {
                    out.writeInt(Type.CHAR.code);
                    text(out, String.valueOf(attribute.getValue()));
                }
            }
        }

        private static void doubles(DataOutputStream out, double... values) throws IOException {
            out.writeInt(Type.DOUBLE.code);
            out.writeInt(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
        }

        private static void text(DataOutputStream out, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.write(new byte[padding(bytes.length)]);
        }

        private static int padding(int bytes) {
            return -bytes & 3;
        }
    }

    private static final class Recording implements RecordingWriter {
        private static final int BUFFER = 1 << 20;
        private static final int RECORDS_AT = 4;

        private final String name;
        private final FileChannel channel;
        private final ByteBuffer buffer;
        private final int recordBytes;
        private final boolean single;
        private int records;

        Recording(Path file, Layout layout, Precision precision) {
            single = precision == Precision.SINGLE;
            name = file.toString();
            recordBytes = layout.recordBytes;
            buffer = ByteBuffer.allocateDirect(Math.max(BUFFER, recordBytes));
            try {
                channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                write(ByteBuffer.wrap(layout.start()));
            } catch (IOException e) {
                throw BadFile.unwritable(name, e);
            }
        }

        @Override
        public void append(double time, double[]... values) {
            if (buffer.remaining() < recordBytes) {
                flush();
            }
            buffer.putDouble(time);
            for (double[] row : values) {
                if (single) {
                    putFloats(row);
                } else {
                    buffer.asDoubleBuffer().put(row);
                    buffer.position(buffer.position() + Double.BYTES * row.length);
                }
            }
            records++;
        }

        private void putFloats(double[] row) {
            for (double value : row) {
                buffer.putFloat((float) value);
            }
        }

        private void flush() {
            try {
                write(buffer.flip());
                buffer.clear();
                channel.write(ByteBuffer.allocate(4).putInt(records).flip(), RECORDS_AT);
            } catch (IOException e) {
                throw BadFile.unwritable(name, e);
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void close() {
            flush();
            try {
                channel.close();
            } catch (IOException e) {
                throw BadFile.unwritable(name, e);
            }
        }
    }
}
