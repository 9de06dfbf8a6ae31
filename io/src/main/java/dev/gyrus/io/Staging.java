package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * A folder of results that appears when it is finished.
 *
 * <p>Files are written into {@code DIR.partial} beside it; {@link #commit()} moves them into {@code DIR}, replacing files
 * of the same names and leaving everything else there alone; {@link #close()} without it discards them. What is wrong
 * with the place (not a folder, not writable, another run at work) is reported by {@link #open} before anything runs. A
 * {@code DIR.partial} that a killed run left is cleared; one that Gyrus didn't make is an error. Not thread-safe.
 */
public final class Staging implements AutoCloseable {
    private static final String MARK = ".gyrus-partial";

    private final Path target;
    private final Path partial;
    private final FileChannel mark;
    private boolean open = true;

    private Staging(Path target, Path partial, FileChannel mark) {
        this.target = target;
        this.partial = partial;
        this.mark = mark;
    }

    /** Prepares the place for a folder; its parents are made. */
    public static Staging open(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw refused(folder, "a folder below the root", "the root");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw refused(folder, "a folder", "a file");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw refused(folder, "a folder that can be written", "permission denied");
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(partial);
            return new Staging(target, partial, mark(partial));
        } catch (IOException e) {
            throw new GyrusException(
                    GyrusException.Kind.INPUT,
                    List.of(Problem.of("", "a folder that can be written", BadFile.reason(e))
                            .at(folder.toString(), 0)),
                    e);
        }
    }

    /** Takes the folder: makes sure that it is ours alone, and empty. */
    private static FileChannel mark(Path partial) throws IOException {
        Path file = partial.resolve(MARK);
        try (var present = Files.newDirectoryStream(partial)) {
            if (present.iterator().hasNext() && !Files.exists(file)) {
                throw refused(partial, "no such folder, or one that a run left", "one with files of another origin");
            }
        }
        FileChannel mark = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = mark.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this process: another run, as if by another process.
        }
        if (lock == null) {
            mark.close();
            throw refused(partial, "a folder that no other run is writing", "one in use");
        }
        clear(partial, file);
        return mark;
    }

    private static GyrusException refused(Path folder, String expected, String given) {
        return GyrusException.input(Problem.of("", expected, given).at(folder.toString(), 0));
    }

    /** Where a file of that name is written until the results are complete. */
    public Path file(String name) {
        return partial.resolve(name);
    }

    /** The folder that files are written into until the results are complete. */
    public Path folder() {
        return partial;
    }

    /** Moves everything into place. */
    public void commit() {
        try {
            release();
            if (Files.exists(target)) {
                merge();
            } else {
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw BadFile.unwritable(target.toString(), e);
        }
    }

    private void merge() throws IOException {
        Files.walkFileTree(partial, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(moved(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.move(file, moved(file), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }

            private Path moved(Path path) {
                return target.resolve(partial.relativize(path));
            }
        });
        remove();
    }

    /** Discards what was not committed. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        try {
            release();
            remove();
        } catch (IOException e) {
            throw BadFile.unwritable(partial.toString(), e);
        }
    }

    private void release() throws IOException {
        open = false;
        mark.close();
        Files.deleteIfExists(partial.resolve(MARK));
    }

    private void remove() throws IOException {
        clear(partial, null);
        Files.deleteIfExists(partial);
    }

    private static void clear(Path folder, Path kept) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(kept)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!inner.equals(folder)) {
                    Files.delete(inner);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
