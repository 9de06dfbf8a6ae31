package dev.gyrus.fitting.internal.search;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What an evolution has asked and found so far, in a file.
 *
 * <p>A search is a function of what it was told, so its state need not be kept: it is told all again. The file is
 * written beside and moved into place: one that exists is whole.
 */
public final class Checkpoint {
    private static final String MAGIC = "gyrus evolution 1";
    private static final int MOST = 1 << 24;

    private Checkpoint() {}

    /**
     * One generation.
     *
     * @param points {@code [axis]} in the unit cube
     * @param metrics {@code [metric]} for each point
     */
    public record Turn(List<double[]> points, List<double[]> metrics) {}

    /** Writes all generations. */
    public static void write(Path file, List<String> identity, List<Turn> turns) {
        Path beside = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(beside)))) {
                out.writeUTF(MAGIC);
                out.writeInt(identity.size());
                for (String line : identity) {
                    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                }
                out.writeInt(turns.size());
                for (Turn turn : turns) {
                    write(out, turn.points());
                    write(out, turn.metrics());
                }
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new GyrusException(
                    GyrusException.Kind.RUN,
                    List.of(Problem.of("the checkpoint cannot be written: " + e).at(file.toString(), 0)),
                    e);
        }
    }

    private static void write(DataOutputStream out, List<double[]> rows) throws IOException {
        out.writeInt(rows.size());
        for (double[] row : rows) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    /**
     * Reads the generations; none where there is no file.
     *
     * @throws GyrusException naming everything in which the file's evolution differs from the given one, and for other
     *     files
     */
    public static List<Turn> read(Path file, List<String> identity) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw damaged(file);
            }
            List<String> found = new ArrayList<>();
            int lines = count(in, file);
            for (int k = 0; k < lines; k++) {
                byte[] bytes = new byte[count(in, file)];
                in.readFully(bytes);
                found.add(new String(bytes, StandardCharsets.UTF_8));
            }
            requireSame(file, identity, found);
            List<Turn> turns = new ArrayList<>();
            int generations = count(in, file);
            for (int k = 0; k < generations; k++) {
                turns.add(new Turn(read(in, file), read(in, file)));
            }
            return turns;
        } catch (EOFException | UTFDataFormatException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new GyrusException(
                    GyrusException.Kind.INPUT,
                    List.of(Problem.of("", "a checkpoint that can be read", e.toString())
                            .at(file.toString(), 0)),
                    e);
        }
    }

    private static List<double[]> read(DataInputStream in, Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        int size = count(in, file);
        for (int k = 0; k < size; k++) {
            double[] row = new double[count(in, file)];
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readDouble();
            }
            rows.add(row);
        }
        return rows;
    }

    private static int count(DataInputStream in, Path file) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw damaged(file);
        }
        return count;
    }

    private static void requireSame(Path file, List<String> identity, List<String> found) {
        Problems problems = new Problems();
        for (int k = 0; k < Math.max(identity.size(), found.size()); k++) {
            String own = k < identity.size() ? identity.get(k) : "nothing more";
            String other = k < found.size() ? found.get(k) : "nothing more";
            if (!own.equals(other)) {
                problems.add(Problem.of("", "the evolution that it is to go on with (" + own + ")", other)
                        .at(file.toString(), 0)
                        .hint("start afresh without resuming, or in another folder"));
            }
        }
        problems.throwIfAny();
    }

    private static GyrusException damaged(Path file) {
        return GyrusException.input(Problem.of("", "a checkpoint of an evolution", "another file, or a damaged one")
                .at(file.toString(), 0));
    }
}
