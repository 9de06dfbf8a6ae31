package dev.gyrus.models.aln;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The cascade table that comes with the model, and cascade tables in files.
 *
 * <h2>File format</h2>
 *
 * <p>A gzip stream of a text header and six arrays. The header is UTF-8, the line {@code gyrus cascade table 1}, then
 * lines {@code name = value} with the settings that made the table, then an empty line. The arrays are the quantities
 * in the order of {@link CascadeTable}, over µ (slow) and σ (fast), each value as a 64-bit integer: the bits of the
 * double, except that {@code tau_mu_exp} and {@code tau_sigma_exp} are lattice indices k, for 0.001 + 0.01 k ms, or −1
 * for 0 ms. What is stored are third differences of these integers along µ (wrapping; missing predecessors are 0), with
 * the sign moved to the lowest bit ({@code (d << 1) ^ (d >> 63)}), as eight planes of bytes, the most significant
 * first. Neighbouring values share most of their leading bits, so most planes compress to little, and the values come
 * back exactly.
 *
 * <p>All methods are thread-safe.
 */
public final class CascadeTables {
    private static final String REFERENCE = "reference.cascade";

    private CascadeTables() {}

    /**
     * The table of the published neuron on the published grid, with the published quirk; it comes with the model and is
     * what {@link CascadeGenerator} makes of {@link CascadeSettings#reference()}.
     */
    public static Table reference() {
        return Reference.TABLE.table();
    }

    /**
     * Reads a table.
     *
     * @throws GyrusException when the file can't be read or isn't a cascade table
     */
    public static CascadeTable read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CascadeFormat.read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw GyrusException.input(
                    Problem.of("", "a cascade table", "no such file").at(file.toString(), 0));
        } catch (IOException e) {
            throw GyrusException.input(Problem.of("", "a readable cascade table", String.valueOf(e.getMessage()))
                    .at(file.toString(), 0));
        }
    }

    /**
     * Writes a table, beside the file first and then in its place, so that there is never half a file.
     *
     * @throws GyrusException when the file can't be written
     */
    public static void write(CascadeTable table, Path file) {
        Path absolute = file.toAbsolutePath();
        Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
        try {
            try {
                try (OutputStream out = Files.newOutputStream(partial)) {
                    CascadeFormat.write(table, out);
                }
                move(partial, absolute);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw GyrusException.input(Problem.of("", "a writable file in an existing folder", reason(e))
                    .at(file.toString(), 0));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "a folder that does not exist";
        }
        return e instanceof FileAlreadyExistsException ? "a folder" : String.valueOf(e.getMessage());
    }

    /** Loaded on first use. */
    private static final class Reference {
        static final CascadeTable TABLE = load();

        private static CascadeTable load() {
            try (InputStream in = CascadeTables.class.getResourceAsStream(REFERENCE)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + REFERENCE + " is missing");
                }
                return CascadeFormat.read(in, REFERENCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
