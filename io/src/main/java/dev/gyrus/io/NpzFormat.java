package dev.gyrus.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Several NumPy arrays in a zip archive: {@code name.npy} each. */
final class NpzFormat {
    /** The first time a zip entry can carry: equal data give equal files. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFormat() {}

    static NamedArrays read(Path file) {
        NamedArrays.Builder into = NamedArrays.builder(file.toString());
        try (ZipArchive archive = ZipArchive.open(file)) {
            for (String member : archive.names()) {
                if (member.endsWith(".npy")) {
                    NpyFormat.read(archive.member(member), member.substring(0, member.length() - 4), into);
                }
            }
        }
        return into.build();
    }

    static void write(Path file, NamedArrays arrays, Precision precision) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, NumericArray> entry : arrays.arrays().entrySet()) {
                zip.putNextEntry(entry(entry.getKey()));
                NpyFormat.write(zip, entry.getValue(), precision);
                zip.closeEntry();
            }
            for (Map.Entry<String, List<String>> entry : arrays.texts().entrySet()) {
                zip.putNextEntry(entry(entry.getKey()));
                NpyFormat.write(zip, entry.getValue());
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(EPOCH);
        return entry;
    }
}
