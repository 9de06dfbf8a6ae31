package dev.gyrus.io;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of results that appears when it is finished.
 *
 * <p>Files are written into {@code DIR.partial} beside it; {@link #commit} moves them into {@code DIR}, replacing files
 * of the same names and leaving everything else there alone; {@link #close()} without it discards them. What is wrong
 * with the place (not a folder, not writable, another run at work, a folder where a file is to go) is reported by {@link
 * #open} before anything runs. A {@code DIR.partial} that a killed run left is cleared; one that Gyrus didn't make is an
 * error. Not thread-safe.
 */
public final class Staging implements AutoCloseable {
    private static final String MARK = ".gyrus-partial";

    private final Path target;
    private final Path partial;
    private final FileChannel mark;
    private final List<Path> parents;
    private boolean open = true;

    private Staging(Path target, Path partial, FileChannel mark, List<Path> parents) {
        this.target = target;
        this.partial = partial;
        this.mark = mark;
        this.parents = parents;
    }

    /** Prepares the place for a folder; its parents are made. */
    public static Staging open(Path folder) {
        return open(folder, Stream.empty());
    }

    /**
     * Prepares the place for a folder; its parents are made.
     *
     * @param names of the files that are going to be written, below the folder
     */
    public static Staging open(Path folder, Stream<String> names) {
        return open(folder, names, List.of());
    }

    /**
     * Prepares the place for a folder; its parents are made.
     *
     * @param names of the files that are going to be written, below the folder
     * @param kept names of files that a run left and this one goes on with, where they are there
     */
    public static Staging open(Path folder, Stream<String> names, Collection<String> kept) {
        if (folder.toString().isEmpty()) {
            throw GyrusException.input("", "the name of a folder", "''");
        }
        try {
            Path target = target(folder);
            Problems problems = new Problems();
            names.forEach(name -> problems.collect(() -> requireFile(target, target.resolve(name))));
            problems.throwIfAny();
            Path partial = target.resolveSibling(target.getFileName() + ".partial");
            if (Files.exists(partial, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(partial, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(partial, "no such file, or a folder that a run left", "another file");
            }
            List<Path> parents = missing(target.getParent());
            Files.createDirectories(partial);
            return new Staging(target, partial, mark(partial, kept), parents);
        } catch (IOException e) {
            throw new GyrusException(
                    GyrusException.Kind.INPUT,
                    List.of(Problem.of("", "a folder that can be written", BadFile.reason(e))
                            .at(folder.toString(), 0)),
                    e);
        }
    }

    /** The folder and those above it that are not there, the deepest first. */
    private static List<Path> missing(Path folder) {
        return Stream.iterate(folder, path -> path != null && !Files.exists(path), Path::getParent)
                .toList();
    }

    /** The folder itself where the name is a link, so that files are moved within one file system. */
    private static Path target(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw refused(folder, "a folder below the root", "the root");
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return target;
        }
        if (!Files.isDirectory(target)) {
            throw refused(folder, "a folder", Files.exists(target) ? "a file" : "a link to nothing");
        }
        if (!Files.isWritable(target)) {
            throw refused(folder, "a folder that can be written", "permission denied");
        }
        return target.toRealPath();
    }

    /** Refuses a folder where a file is to go, and a file where one of its folders is to go. */
    private static void requireFile(Path target, Path file) {
        if (Files.isDirectory(file)) {
            throw refused(file, "a file, or nothing, where one is to be written", "a folder");
        }
        Path above = file.getParent();
        while (above != null && above.startsWith(target) && !above.equals(target)) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw refused(above, "a folder, or nothing, where one is to be written", "a file");
            }
            above = above.getParent();
        }
    }

    /** Takes the folder: makes sure that it is ours alone, and empty but for what is kept. */
    private static FileChannel mark(Path partial, Collection<String> kept) throws IOException {
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
        Set<Path> spared = new HashSet<>(Set.of(file));
        kept.forEach(name -> spared.add(partial.resolve(name)));
        clear(partial, spared);
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
        commit(List.of());
    }

    /**
     * Moves everything into place.
     *
     * @param outdated files below the folder that earlier results left; those that are not replaced are deleted, and then
     *     the folders they leave empty. Names that lead elsewhere are passed over.
     */
    public void commit(Collection<String> outdated) {
        try {
            if (Files.exists(target)) {
                List<Path> written = relative(partial);
                written.forEach(file -> requireFile(target, target.resolve(file)));
                for (String name : outdated) {
                    delete(target.resolve(name).normalize());
                }
                for (Path file : written) {
                    Path to = target.resolve(file);
                    Files.createDirectories(to.getParent());
                    Files.move(partial.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
                }
                release();
                remove();
            } else {
                release();
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw BadFile.unwritable(target.toString(), e);
        }
    }

    /** The files below the folder, or below one in it, with '/' between the parts of a name, in order. */
    public static List<String> files(Path folder) {
        try {
            return relative(folder).stream()
                    .map(file -> file.toString().replace(file.getFileSystem().getSeparator(), "/"))
                    .toList();
        } catch (IOException e) {
            throw BadFile.unwritable(folder.toString(), e);
        }
    }

    private static List<Path> relative(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !file.toString().equals(MARK))
                    .sorted()
                    .toList();
        }
    }

    private void delete(Path file) throws IOException {
        if (!file.startsWith(target) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.delete(file);
        for (Path above = file.getParent(); !above.equals(target) && isEmpty(above); above = above.getParent()) {
            Files.delete(above);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** Discards what was not committed, and the parents that were made for it. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        try {
            release();
            remove();
            for (Path parent : parents) {
                if (Files.isDirectory(parent) && isEmpty(parent)) {
                    Files.delete(parent);
                }
            }
        } catch (IOException e) {
            throw BadFile.unwritable(partial.toString(), e);
        }
    }

    /** Leaves everything where it is, for a run that goes on with it: {@link #close} does nothing then. */
    public void leave() {
        try {
            open = false;
            mark.close();
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
        clear(partial, Set.of());
        Files.deleteIfExists(partial);
    }

    private static void clear(Path folder, Set<Path> kept) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!kept.contains(file)) {
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
