package dev.gyrus.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip file whose sizes are checked before anything is unpacked.
 *
 * <p>Refused: more than 10 000 entries, more than 1 GiB in total, entries that unfold suspiciously (a zip bomb), entries
 * that deliver more than they declare. Nothing is ever written to disk. Not thread-safe.
 */
public final class ZipArchive implements AutoCloseable {
    private final String name;
    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private ZipArchive(String name, ZipFile zip, List<ZipEntry> entries) {
        this.name = name;
        this.zip = zip;
        this.entries = entries;
    }

    /** Opens and checks an archive. */
    public static ZipArchive open(Path path) {
        Source file = Source.of(path);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw BadFile.content(file.name(), "a complete zip archive", BadFile.reason(e), e);
        }
        try {
            return new ZipArchive(file.name(), zip, check(file, zip));
        } catch (RuntimeException e) {
            try {
                zip.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static List<ZipEntry> check(Source file, ZipFile zip) {
        if (zip.size() > Limits.ENTRIES) {
            throw BadFile.content(file.name(), "at most " + Limits.ENTRIES + " entries", String.valueOf(zip.size()));
        }
        List<ZipEntry> entries = new ArrayList<>();
        long packed = 0;
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (entry.isDirectory()) {
                continue;
            }
            packed += entry.getCompressedSize();
            total += entry.getSize();
            boolean honest = entry.getCompressedSize() >= 0 && packed <= file.size() && entry.getSize() >= 0;
            if (!honest || total > Limits.BYTES || entry.getSize() > Limits.inflated(entry.getCompressedSize())) {
                throw BadFile.content(
                        file.name(),
                        0,
                        entry.getName(),
                        "an entry of plausible size",
                        entry.getSize() + " bytes packed into " + entry.getCompressedSize() + " (a zip bomb?)");
            }
            entries.add(entry);
        }
        return entries;
    }

    /** The archive's name, as errors show it. */
    public String name() {
        return name;
    }

    /** The paths of the members, in the archive's order. */
    public List<String> names() {
        return entries.stream().map(ZipEntry::getName).toList();
    }

    /** A member by its exact path; valid while the archive is open. */
    public Source member(String path) {
        ZipEntry entry = entries.stream()
                .filter(e -> e.getName().equals(path))
                .findFirst()
                .orElseThrow(() -> BadFile.content(name, 0, path, "a member of that name", String.join(", ", names())));
        return new Source() {
            @Override
            public String name() {
                return name + "!" + path;
            }

            @Override
            public long size() {
                return entry.getSize();
            }

            @Override
            public InputStream open() throws IOException {
                return new Bounded(zip.getInputStream(entry), entry.getSize());
            }
        };
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw BadFile.unreadable(name, e);
        }
    }

    /** Fails once more bytes come than were declared. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count(Math.max(0, n));
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new IOException("more data than the archive declares");
            }
        }
    }
}
