package dev.gyrus.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes files of arrays, by the ending of their names.
 *
 * <table><caption>Formats</caption>
 * <tr><th>ending</th><th>format</th><th>arrays are named</th></tr>
 * <tr><td>{@code .mat}</td><td>MATLAB 5 to 7.3</td><td>as in the file</td></tr>
 * <tr><td>{@code .npy}</td><td>one NumPy array</td><td>{@code values}</td></tr>
 * <tr><td>{@code .npz}</td><td>NumPy arrays</td><td>as in the file</td></tr>
 * <tr><td>{@code .h5 .hdf5}</td><td>HDF5</td><td>by their path, such as {@code group/name}</td></tr>
 * <tr><td>{@code .csv .tsv .txt .dat}</td><td>a table of numbers, labels optional</td>
 *     <td>{@code values}; labels {@code columns} and {@code rows}</td></tr>
 * </table>
 *
 * <p>Arrays have up to three axes, the last index varying fastest whatever the file's own order. Sizes that a file
 * declares are checked before memory is spent on them: no file unfolds to more than 1 GiB. Errors are {@link
 * dev.gyrus.core.GyrusException}s of bad input that name the file. Thread-safe.
 */
public final class ArrayFiles {
    private static final List<String> ENDINGS =
            List.of(".mat", ".npy", ".npz", ".h5", ".hdf5", ".csv", ".tsv", ".txt", ".dat");

    private ArrayFiles() {}

    /** Whether {@link #read(Path)} knows the ending of the name. */
    public static boolean isReadable(Path file) {
        return ENDINGS.contains(ending(file.toString()));
    }

    /** Everything in the file. */
    public static NamedArrays read(Path file) {
        return switch (ending(file.toString())) {
            case ".mat" -> MatFormat.read(file);
            case ".npz" -> NpzFormat.read(file);
            case ".h5", ".hdf5" -> Hdf5Format.read(file, false);
            default -> read(Source.of(file));
        };
    }

    /** Everything in a member of an archive: NPY or text. */
    public static NamedArrays read(Source source) {
        return switch (ending(source.name())) {
            case ".npy" -> {
                NamedArrays.Builder into = NamedArrays.builder(source.name());
                NpyFormat.read(source, "values", into);
                yield into.build();
            }
            case ".csv", ".tsv", ".txt", ".dat" -> TextFormat.read(source);
            default -> throw unknown(source.name(), "one of " + String.join(" ", ENDINGS));
        };
    }

    /** Writes NPZ, NPY (one array), MATLAB 5 or HDF5, each array in its own precision. */
    public static void write(Path file, NamedArrays arrays) {
        write(file, arrays, Precision.DOUBLE);
    }

    /** The same with all arrays in one precision, where the format is NPZ or NPY. */
    public static void write(Path file, NamedArrays arrays, Precision precision) {
        try {
            switch (ending(file.toString())) {
                case ".npz" -> NpzFormat.write(file, arrays, precision);
                case ".npy" -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        NpyFormat.write(out, arrays.only(), precision);
                    }
                }
                case ".mat" -> MatFormat.write(file, arrays);
                case ".h5", ".hdf5" -> Hdf5Format.write(file, arrays);
                default -> throw unknown(file.toString(), "one of .npz .npy .mat .h5");
            }
        } catch (IOException e) {
            throw BadFile.unwritable(file.toString(), e);
        }
    }

    private static RuntimeException unknown(String file, String expected) {
        return BadFile.content(file, "a file name ending in " + expected, "'" + ending(file) + "'");
    }

    private static String ending(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot).toLowerCase(Locale.ROOT);
    }
}
