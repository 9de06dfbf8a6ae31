package dev.gyrus.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes with a name and a known length: a file, or a member of an archive. */
public interface Source {
    /** The name that errors show. */
    String name();

    /** The number of bytes. */
    long size();

    /** A stream over the bytes, from the start, that ends after {@link #size()} of them. */
    InputStream open() throws IOException;

    /** Bytes at hand, such as a resource of a jar. */
    static Source of(String name, byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** A file; that it is not there, or is a folder, is reported here. */
    static Source of(Path path) {
        if (Files.isDirectory(path)) {
            throw BadFile.content(path.toString(), "a file", "a folder");
        }
        long size;
        try {
            size = Files.size(path);
        } catch (IOException e) {
            throw BadFile.unreadable(path.toString(), e);
        }
        return new Source() {
            @Override
            public String name() {
                return path.toString();
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }
}
