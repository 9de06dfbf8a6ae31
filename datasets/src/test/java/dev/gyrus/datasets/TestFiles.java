package dev.gyrus.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.CsvFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Makes the small files that the tests read, and finds the large ones that not every machine has. */
final class TestFiles {
    private TestFiles() {}

    /** Data that may not be redistributed lie in a folder {@code shared} beside the checkout; tests skip without it. */
    static Path shared(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "skipped: needs shared/" + path + " beside the checkout");
        throw new AssertionError();
    }

    static Path arrays(Path file, Map<String, double[][]> arrays) throws IOException {
        Files.createDirectories(file.getParent());
        NamedArrays.Builder builder = NamedArrays.builder(file.toString());
        arrays.forEach((name, rows) -> builder.array(name, NumericArray.matrix(rows)));
        ArrayFiles.write(file, builder.build());
        return file;
    }

    static Path csv(Path file, double[][] matrix) throws IOException {
        Files.createDirectories(file.getParent());
        StringBuilder text = new StringBuilder();
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                text.append(j == 0 ? "" : ",").append(row[j]);
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }

    static Path labelledCsv(Path file, List<String> labels, double[][] matrix) {
        CsvFiles.write(file, labels, matrix);
        return file;
    }

    static Path zip(Path file, Map<String, String> members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Bad input, told in exactly these lines; {@code <dir>} stands for the folder. */
    static void assertRefused(Path folder, ThrowingCallable action, String... lines) {
        assertThatThrownBy(action).isInstanceOfSatisfying(GyrusException.class, e -> {
            assertThat(e.kind()).isEqualTo(GyrusException.Kind.INPUT);
            assertThat(e.problems().stream()
                            .map(Problem::toString)
                            .map(line ->
                                    line.replace(folder.toString(), "<dir>").replace('\\', '/')))
                    .containsExactlyInAnyOrder(lines);
        });
    }
}
