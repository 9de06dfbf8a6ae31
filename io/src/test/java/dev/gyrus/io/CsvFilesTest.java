package dev.gyrus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFilesTest {
    @TempDir
    Path folder;

    @Test
    void aRecordingHasOneFilePerVariableAndOneRowPerSample() throws IOException {
        List<RecordingWriter.Variable> variables = List.of(
                new RecordingWriter.Variable("rates_exc", "Hz", List.of("A", "B, left")),
                new RecordingWriter.Variable("IA", "pA", List.of("A")));
        try (RecordingWriter writer = CsvFiles.recording(folder, variables)) {
            double[] reused = {0.5, -1e-9};
            writer.append(0.1, reused, new double[] {0});
            reused[0] = 1.0 / 3;
            writer.append(0.2, reused, new double[] {12});
        }
        assertThat(folder.resolve("rates_exc.csv"))
                .hasContent("t_ms,A,\"B, left\"\n0.1,0.5,-1.0E-9\n0.2,0.3333333333333333,-1.0E-9");
        assertThat(Files.readString(folder.resolve("IA.csv"))).isEqualTo("t_ms,A\n0.1,0.0\n0.2,12.0\n");
    }

    @Test
    void longRowsAndManyOfThemReadBackBitByBit() {
        String[] labels = new String[3000];
        Arrays.setAll(labels, j -> "region " + j);
        double[] times = new double[200];
        double[][] values = new double[200][3000];
        for (int k = 0; k < 200; k++) {
            times[k] = 0.1 * (k + 1);
            for (int j = 0; j < 3000; j++) {
                values[k][j] = Math.sin(k + 1e3 * j) * 1e-5;
            }
        }
        Path file = folder.resolve("x.csv");
        CsvFiles.write(file, new Series("x", "mV", times, List.of(labels), values));
        NamedArrays read = ArrayFiles.read(file);
        assertThat(read.texts().get("columns")).hasSize(3001).startsWith("t_ms", "region 0");
        double[][] rows = read.only().rows();
        for (int k = 0; k < 200; k++) {
            assertThat(rows[k][0]).isEqualTo(times[k]);
            assertThat(Arrays.copyOfRange(rows[k], 1, 3001)).containsExactly(values[k]);
        }
    }

    @Test
    void aLabelledMatrixReadsBackWithItsLabels() {
        Path file = folder.resolve("fc.csv");
        CsvFiles.write(file, List.of("A", "B"), new double[][] {{1, 0.25}, {0.25, 1}});
        assertThat(file).hasContent("region,A,B\nA,1.0,0.25\nB,0.25,1.0");
        NamedArrays read = ArrayFiles.read(file);
        assertThat(read.only().rows()).isDeepEqualTo(new double[][] {{1, 0.25}, {0.25, 1}});
        assertThat(read.texts()).containsEntry("rows", List.of("A", "B"));
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailedRunThatNamesIt() {
        Path file = folder.resolve("missing").resolve("fc.csv");
        assertThatThrownBy(() -> CsvFiles.write(file, List.of(), new double[0][]))
                .isInstanceOfSatisfying(
                        GyrusException.class, e -> assertThat(e.kind()).isEqualTo(GyrusException.Kind.RUN))
                .hasMessageStartingWith(file.toString());
    }
}
