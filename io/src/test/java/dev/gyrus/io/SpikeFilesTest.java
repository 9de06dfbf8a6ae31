package dev.gyrus.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gyrus.core.GyrusException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpikeFilesTest {
    @TempDir
    private Path folder;

    @Test
    void sonataHasTimesAndNeuronsOfEachPopulation() {
        Path file = folder.resolve("spikes.h5");
        // More chunks than a leaf of their tree holds.
        int steps = 70 * Hdf5Appender.CHUNK / 2;
        try (SpikeWriter writer = SpikeFiles.sonata(file, List.of("E", "I", "silent"))) {
            for (int k = 0; k < steps; k++) {
                writer.append(0, 0.1 * k, new int[] {k % 100, 100 + k % 7});
            }
            writer.append(1, 3.5, new int[] {4});
        }
        try (HdfFile hdf = new HdfFile(file)) {
            assertThat((double[]) hdf.getDatasetByPath("/spikes/E/timestamps").getData())
                    .containsExactly(IntStream.range(0, 2 * steps)
                            .mapToDouble(k -> 0.1 * (k / 2))
                            .toArray());
            assertThat(neurons(hdf, "E"))
                    .containsExactly(LongStream.range(0, 2L * steps)
                            .map(k -> k % 2 == 0 ? k / 2 % 100 : 100 + k / 2 % 7)
                            .toArray());
            assertThat(neurons(hdf, "I")).containsExactly(4);
            assertThat(hdf.getDatasetByPath("/spikes/silent/timestamps").getDimensions())
                    .containsExactly(0);
        }
    }

    @Test
    void sonataSaysWhatItIs() {
        Path file = folder.resolve("spikes.h5");
        SpikeFiles.sonata(file, List.of("E")).close();
        try (HdfFile hdf = new HdfFile(file)) {
            assertThat(hdf.getAttribute("magic").getData()).isEqualTo(0x0A7AL);
            assertThat((long[]) hdf.getAttribute("version").getData()).containsExactly(0, 1);
            assertThat(hdf.getByPath("/spikes/E").getAttribute("sorting").getData())
                    .isEqualTo("by_time");
            assertThat(hdf.getByPath("/spikes/E/timestamps")
                            .getAttribute("units")
                            .getData())
                    .isEqualTo("milliseconds");
        }
    }

    @Test
    void checksumIsLookup3() {
        // The two of the author's driver5 with this initial value: https://burtleburtle.net/bob/c/lookup3.c
        assertThat(checksum("")).isEqualTo(0xDEADBEEF);
        assertThat(checksum("Four score and seven years ago")).isEqualTo(0x17770551);
    }

    @Test
    void csvHasOneRowPerSpike() {
        Path file = folder.resolve("spikes.csv");
        try (SpikeWriter writer = SpikeFiles.csv(file, List.of("E", "I"))) {
            writer.append(0, 0.1, new int[] {3, 17});
            writer.append(1, 0.1, new int[] {0});
            writer.append(0, 0.30000000000000004, new int[] {5});
        }
        assertThat(file).hasContent("t_ms,population,neuron\n0.1,E,3\n0.1,E,17\n0.1,I,0\n0.30000000000000004,E,5\n");
    }

    @Test
    void aFolderInItsPlaceIsAFailedRun() {
        assertThatThrownBy(() -> SpikeFiles.sonata(folder, List.of("E")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("a file that can be written");
    }

    private static int checksum(String text) {
        byte[] sealed = new Hdf5Bytes()
                .bytes(text.getBytes(StandardCharsets.US_ASCII))
                .sealed()
                .toArray();
        return ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getInt(text.length());
    }

    private static long[] neurons(HdfFile hdf, String population) {
        Dataset dataset = hdf.getDatasetByPath("/spikes/" + population + "/node_ids");
        Object[] flat = dataset.getDataFlat() instanceof Object[] boxed ? boxed : new Object[0];
        return Arrays.stream(flat)
                .mapToLong(number -> ((Number) number).longValue())
                .toArray();
    }
}
