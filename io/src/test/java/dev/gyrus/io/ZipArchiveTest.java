package dev.gyrus.io;

import static dev.gyrus.io.Fixtures.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {
    @TempDir
    Path folder;

    @Test
    void membersAreReadInPlace() throws IOException {
        Path file = zip("a.zip", "in/weights.txt", "1 2\n3 4\n".getBytes(StandardCharsets.UTF_8));
        try (ZipArchive archive = ZipArchive.open(file)) {
            assertThat(archive.names()).containsExactly("in/weights.txt");
            NamedArrays read = ArrayFiles.read(archive.member("in/weights.txt"));
            assertThat(read.only().rows()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
            assertRefused(file, () -> archive.member("centres.txt")).hasMessageContaining("in/weights.txt");
        }
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = zip("bomb.zip", "zeros.npy", new byte[32 << 20]);
        assertThat(Files.size(file)).isLessThan(40_000);
        assertRefused(file, () -> ZipArchive.open(file)).hasMessageContaining("zip bomb");
        Path npz = Files.copy(file, folder.resolve("bomb.npz"));
        assertRefused(npz, () -> ArrayFiles.read(npz)).hasMessageContaining("zip bomb");
    }

    @Test
    void aMatlabBombIsRefusedBeforeItIsUnpacked() {
        Path file = folder.resolve("bomb.mat");
        NumericArray zeros = NumericArray.of(new int[] {4096, 1024}, new double[4096 * 1024]);
        ArrayFiles.write(file, NamedArrays.builder("").array("sc", zeros).build());
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("zip bomb");
    }

    @Test
    void anEntryThatDeliversMoreThanItDeclaresIsRefused() throws IOException {
        Path file = zip("liar.zip", "weights.txt", "1 2 3\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int central = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        buffer.putInt(central + 24, 60);
        Files.write(file, bytes);
        try (ZipArchive archive = ZipArchive.open(file)) {
            Source member = archive.member("weights.txt");
            assertThat(member.size()).isEqualTo(60);
            assertRefused(file, () -> ArrayFiles.read(member)).hasMessageContaining("more data than");
        }
    }

    private Path zip(String name, String member, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }
}
