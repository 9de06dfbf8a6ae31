package dev.gyrus.io;

import static dev.gyrus.io.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetcdfFilesTest {
    private static final List<String> LABELS = List.of("Précuneus_L", "A");

    @TempDir
    Path folder;

    @Test
    void theBytesAreThoseThatScipyWrites() throws IOException {
        Path file = folder.resolve("recording.nc");
        List<RecordingWriter.Variable> variables = List.of(new RecordingWriter.Variable("rates_exc", "Hz", LABELS));
        try (RecordingWriter writer =
                NetcdfFiles.recording(file, variables, Map.of("title", "a test", "sigma_ou", 0.25))) {
            writer.append(1, new double[] {0.5, -1});
            writer.append(2, new double[] {1e300, 0.1});
            writer.append(3, new double[] {3, 4});
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(file("recording.nc")));
    }

    /** As {@code scipy.io.netcdf_file} reads them: variables of type 5 (float), two columns after eight bytes of time. */
    @Test
    void singlePrecisionStoresFloatsAndFullTimes() throws IOException {
        Path file = folder.resolve("single.nc");
        List<RecordingWriter.Variable> variables = List.of(new RecordingWriter.Variable("rates_exc", "Hz", LABELS));
        long header;
        try (RecordingWriter writer = NetcdfFiles.recording(file, variables, Map.of(), Precision.SINGLE)) {
            header = Files.size(file);
            writer.append(0.1, new double[] {Math.PI, -1});
            writer.append(0.2, new double[] {1e300, 0.1});
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        assertThat(bytes.capacity() - header).isEqualTo(2 * (8 + 2 * 4));
        bytes.position((int) header);
        assertThat(bytes.getDouble()).isEqualTo(0.1);
        assertThat(bytes.getFloat()).isEqualTo((float) Math.PI);
        assertThat(bytes.getFloat()).isEqualTo(-1);
        assertThat(bytes.getDouble()).isEqualTo(0.2);
        assertThat(bytes.getFloat()).isInfinite();
        assertThat(bytes.getFloat()).isEqualTo(0.1f);
    }

    @Test
    void theNumberOfRecordsIsRightWhileTheFileGrows() throws IOException {
        Path file = folder.resolve("long.nc");
        List<RecordingWriter.Variable> variables = List.of(
                new RecordingWriter.Variable("rates_exc", "Hz", LABELS),
                new RecordingWriter.Variable("IA", "pA", List.of("A")));
        int recordBytes = 4 * Double.BYTES;
        try (RecordingWriter writer = NetcdfFiles.recording(file, variables, Map.of())) {
            long header = Files.size(file);
            for (int k = 0; k < 100_000; k++) {
                writer.append(k, new double[] {k, 1}, new double[] {2});
            }
            assertThat(records(file)).isPositive().isEqualTo((Files.size(file) - header) / recordBytes);
        }
        assertThat(records(file)).isEqualTo(100_000);
    }

    private static long records(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).getInt(4);
    }
}
