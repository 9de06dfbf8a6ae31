package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Sparse;

/**
 * MATLAB 5 to 7 files; 7.3 files are HDF5 and go there.
 *
 * <p>The library that decodes them trusts the sizes it reads and takes an end in the middle of a tag for the end of the
 * file. So the root elements are walked first (that finds truncation), every array's declared shape is checked before its
 * content is read, and all its memory comes from an allocator with a budget.
 */
final class MatFormat {
    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 8;

    private MatFormat() {}

    static NamedArrays read(Path path) {
        dev.gyrus.io.Source file = dev.gyrus.io.Source.of(path);
        byte[] bytes = bytes(file, path);
        String header = new String(bytes, 0, Math.min(HEADER_BYTES, bytes.length), StandardCharsets.ISO_8859_1);
        if (header.startsWith("MATLAB 7.3")) {
            return Hdf5Format.read(path, true);
        }
        checkComplete(file.name(), ByteBuffer.wrap(bytes));
        long budget = Limits.inflated(bytes.length);
        try (Source source = Sources.wrap(bytes);
                Mat5File mat = Mat5.newReader(source)
                        .disableSubsystemProcessing()
                        .setBufferAllocator(new Budget(file.name(), budget))
                        .setEntryFilter(entry -> {
                            checkShape(file.name(), entry.getName(), entry.getDimensions(), budget);
                            return true;
                        })
                        .readMat()) {
            NamedArrays.Builder into = NamedArrays.builder(file.name());
            for (MatFile.Entry entry : mat.getEntries()) {
                add(into, file.name(), entry.getName(), entry.getValue());
            }
            return into.build();
        } catch (IOException | RuntimeException e) {
            throw damaged(file.name(), e);
        } catch (OutOfMemoryError e) {
            // A damaged tag makes the library ask for up to 2 GiB at once; nothing of that size is held here.
            throw damaged(file.name(), e);
        }
    }

    private static RuntimeException damaged(String file, Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof GyrusException e) {
                return e;
            }
        }
        return BadFile.content(file, "a complete MATLAB 5 file", "a damaged one", cause);
    }

    private static byte[] bytes(dev.gyrus.io.Source file, Path path) {
        if (file.size() > Limits.BYTES) {
            throw BadFile.content(file.name(), "at most " + Limits.BYTES + " bytes", file.size() + " bytes");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw BadFile.unreadable(file.name(), e);
        }
    }

    /** Walks the root elements: each must end inside the file. */
    private static void checkComplete(String file, ByteBuffer data) {
        int length = data.limit();
        boolean little = length >= HEADER_BYTES && data.get(126) == 'I' && data.get(127) == 'M';
        boolean big = length >= HEADER_BYTES && data.get(126) == 'M' && data.get(127) == 'I';
        if (!little && !big) {
            throw BadFile.content(file, "a MATLAB 5 file", "something else");
        }
        data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (length == HEADER_BYTES) {
            throw BadFile.content(file, "a complete MATLAB 5 file", "a truncated one: it ends after its header");
        }
        long at = HEADER_BYTES;
        while (at < length) {
            long end = at + TAG_BYTES > length
                    ? Long.MAX_VALUE
                    : at + TAG_BYTES + Integer.toUnsignedLong(data.getInt((int) at + 4));
            if (end > length) {
                throw BadFile.content(
                        file, "a complete MATLAB 5 file", "a truncated one: it ends inside the array at byte " + at);
            }
            at = end;
        }
    }

    private static void checkShape(String file, String name, int[] dimensions, long budget) {
        long[] shape = Arrays.stream(dimensions).asLongStream().toArray();
        Limits.values(file, name, shape, 1, budget);
    }

    private static void add(NamedArrays.Builder into, String file, String name, Array array) {
        if (array instanceof Matrix matrix && !matrix.isComplex() && array.getNumDimensions() <= 3) {
            checkShape(file, name, array.getDimensions(), Limits.BYTES / Double.BYTES);
            into.array(name, numbers(matrix));
        } else if (array instanceof Char text) {
            into.text(name, rows(text));
        } else if (array instanceof Cell cell && isText(cell)) {
            List<String> lines = new ArrayList<>();
            for (int k = 0; k < cell.getNumElements(); k++) {
                lines.add(((Char) cell.get(k)).getString());
            }
            into.text(name, lines);
        } else {
            other(into, name, array);
        }
    }

    private static void other(NamedArrays.Builder into, String name, Array array) {
        if (array instanceof Matrix matrix && matrix.isComplex()) {
            into.other(name, "complex numbers", "save their real part or modulus: real(x) or abs(x)");
        } else if (array instanceof Matrix) {
            into.other(name, array.getNumDimensions() + " axes", "save a part of up to three axes");
        } else {
            String type = array.getType().name().toLowerCase(Locale.ROOT);
            into.other(name, "a " + type, "save the matrix in it as a variable of its own");
        }
    }

    private static NumericArray numbers(Matrix matrix) {
        int[] dimensions = matrix.getDimensions();
        double[] values = new double[matrix.getNumElements()];
        if (matrix instanceof Sparse sparse) {
            int rows = matrix.getNumRows();
            sparse.forEach((row, column, real, imaginary) -> values[column * rows + row] = real);
        } else {
            for (int k = 0; k < values.length; k++) {
                values[k] = matrix.getDouble(k);
            }
        }
        // Stored column by column: row-major under the reversed shape.
        int[] reversed = new int[dimensions.length];
        for (int axis = 0; axis < reversed.length; axis++) {
            reversed[axis] = dimensions[dimensions.length - 1 - axis];
        }
        return NumericArray.of(reversed, values).reversed();
    }

    private static List<String> rows(Char text) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < text.getNumRows(); row++) {
            lines.add(text.getRow(row).stripTrailing());
        }
        return lines;
    }

    private static boolean isText(Cell cell) {
        for (int k = 0; k < cell.getNumElements(); k++) {
            if (!(cell.get(k) instanceof Char)) {
                return false;
            }
        }
        return true;
    }

    /** Memory for the decoder, up to a budget; the garbage collector takes it back. */
    private static final class Budget implements BufferAllocator {
        private final String file;
        private long left;

        Budget(String file, long bytes) {
            this.file = file;
            this.left = bytes;
        }

        @Override
        public synchronized ByteBuffer allocate(int bytes) {
            left -= bytes;
            if (bytes < 0 || left < 0) {
                throw BadFile.content(file, "arrays of plausible size", "more than the file can hold (a zip bomb?)");
            }
            return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
        }

        @Override
        public void release(ByteBuffer buffer) {}
    }

    static void write(Path path, NamedArrays arrays) throws IOException {
        MatFile mat = Mat5.newMatFile();
        for (Map.Entry<String, NumericArray> entry : arrays.arrays().entrySet()) {
            mat.addArray(identifier(entry.getKey()), matrix(entry.getValue()));
        }
        for (Map.Entry<String, List<String>> entry : arrays.texts().entrySet()) {
            Cell cell = Mat5.newCell(entry.getValue().size(), 1);
            for (int k = 0; k < entry.getValue().size(); k++) {
                cell.set(k, Mat5.newString(entry.getValue().get(k)));
            }
            mat.addArray(identifier(entry.getKey()), cell);
        }
        // The encoder goes back to fill in sizes, so it needs the whole file in memory; deflate may add 1/1000.
        long plain = mat.getUncompressedSerializedSize();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(plain + plain / 500 + (1 << 16)));
        mat.writeTo(Sinks.wrap(bytes));
        try (FileChannel out = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            bytes.flip();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    /** What MATLAB takes for the name of a variable: letters, digits and underscores, a letter first. */
    private static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.matches("[A-Za-z].*") ? plain : "x" + plain;
    }

    /** MATLAB has no single axis: a vector becomes a column. */
    private static Matrix matrix(NumericArray array) {
        int rank = array.rank();
        int[] dimensions = {1, 1, 1};
        for (int axis = 0; axis < rank; axis++) {
            dimensions[axis] = array.size(axis);
        }
        MatlabType type = array.precision() == Precision.SINGLE ? MatlabType.Single : MatlabType.Double;
        Matrix matrix = Mat5.newMatrix(Arrays.copyOf(dimensions, Math.max(2, rank)), type);
        double[] values = array.reversed().values();
        for (int k = 0; k < values.length; k++) {
            matrix.setDouble(k, values[k]);
        }
        return matrix;
    }
}
