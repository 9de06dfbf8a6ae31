package dev.gyrus.io;

import static dev.gyrus.io.Fixtures.assertRefused;
import static dev.gyrus.io.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFilesTest {
    private static final double[][] MATRIX = {{0, 0.125, 0.25}, {0.375, 0.5, 0.625}};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"c_order.npy", "version2.npy", "version3.npy"})
    void everyNpyVersionIsRead(String name) {
        assertThat(ArrayFiles.read(file(name)).only().rows()).isDeepEqualTo(MATRIX);
    }

    @Test
    void fortranOrderIsTurned() {
        NumericArray cube = ArrayFiles.read(file("fortran_float32_3d.npy")).only();
        assertThat(cube.shapeText()).isEqualTo("2 × 3 × 4");
        double[] counting = new double[24];
        Arrays.setAll(counting, k -> k);
        assertThat(cube.values()).containsExactly(counting);
    }

    @Test
    void integersOfAnyByteOrderAndSignAreRead() {
        assertThat(ArrayFiles.read(file("big_endian_int16.npy")).only().values())
                .containsExactly(-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6);
        assertThat(ArrayFiles.read(file("uint64.npy")).only().values()).containsExactly(0, 1, 0x1p63, 0x1p64);
        assertThat(ArrayFiles.read(file("bool.npy")).only().values()).containsExactly(1, 0);
        assertThat(ArrayFiles.read(file("scalar.npy")).only().values()).containsExactly(0.1);
    }

    @Test
    void npzHoldsArraysAndTextByName() {
        NamedArrays several = ArrayFiles.read(file("several.npz"));
        assertThat(several.get("weights").rows()).isDeepEqualTo(MATRIX);
        assertThat(several.get("counts").shapeText()).isEqualTo("2 × 3 × 4");
        assertThat(several.texts()).containsEntry("labels", List.of("Précuneus_L", "Insula_R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressed.mat", "plain.mat"})
    void matlabArraysOfEveryKindAreRead(String name) {
        NamedArrays mat = ArrayFiles.read(file(name));
        assertThat(mat.get("sc").rows()).isDeepEqualTo(MATRIX);
        assertThat(mat.get("single").rows()).isDeepEqualTo(MATRIX);
        assertThat(mat.get("counts").rows()).isDeepEqualTo(new double[][] {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}});
        assertThat(mat.get("cube").values())
                .containsExactly(
                        ArrayFiles.read(file("several.npz")).get("counts").values());
        assertThat(mat.get("sparse").rows()).isDeepEqualTo(new double[][] {{0, 2.5}, {0, 0}, {-1, 0}});
        assertThat(mat.texts())
                .containsEntry("labels", List.of("Precuneus_L", "Insula_R"))
                .containsEntry("names", List.of("Precuneus", "Insula"));
        assertRefused(file(name), () -> mat.get("info"))
                .hasMessageEndingWith(
                        "info: expected an array of numbers, given a structure; save the matrix in it as a variable of its own");
        assertRefused(file(name), () -> mat.get("waves")).hasMessageContaining("complex");
        assertRefused(file(name), () -> mat.get("scc"))
                .hasMessageContaining("one of counts, cube, sc, single, sparse")
                .hasMessageContaining("did you mean 'sc'");
    }

    @Test
    void matlab73IsReadThroughHdf5() {
        assertThat(ArrayFiles.read(file("version73.mat")).get("sc").rows()).isDeepEqualTo(MATRIX);
    }

    @Test
    void hdf5DatasetsAreNamedByTheirPath() {
        NamedArrays hdf = ArrayFiles.read(file("several.h5"));
        assertThat(hdf.get("weights").rows()).isDeepEqualTo(MATRIX);
        assertThat(hdf.get("packed").rows()).isDeepEqualTo(MATRIX);
        assertThat(hdf.get("group/counts").shapeText()).isEqualTo("2 × 3 × 4");
        assertThat(hdf.get("half").values()).containsExactly(0.5);
        assertThat(hdf.texts()).containsEntry("labels", List.of("Précuneus_L", "Insula_R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npz", "a.mat", "a.h5"})
    void whatIsWrittenReadsBack(String name) {
        NumericArray cube = NumericArray.of(new int[] {2, 1, 2}, new double[] {1, Double.NaN, -0.0, 1e-310});
        NamedArrays arrays = NamedArrays.builder(name)
                .array("weights", NumericArray.matrix(MATRIX))
                .array("cube", cube)
                .text("labels", List.of("Précuneus_L", "A"))
                .build();
        ArrayFiles.write(folder.resolve(name), arrays);
        NamedArrays read = ArrayFiles.read(folder.resolve(name));
        assertThat(read.get("weights").rows()).isDeepEqualTo(MATRIX);
        assertThat(read.get("cube").shapeText()).isEqualTo("2 × 1 × 2");
        assertThat(read.get("cube").values()).containsExactly(cube.values());
        assertThat(read.texts()).containsEntry("labels", List.of("Précuneus_L", "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npz", "a.mat", "a.h5"})
    void recordingsKeepTimesLabelsAndUnits(String name) {
        Series rates = new Series("rates_exc", "Hz", new double[] {1, 2}, List.of("A", "B", "C"), MATRIX);
        ArrayFiles.write(folder.resolve(name), NamedArrays.of(List.of(rates)));
        NamedArrays read = ArrayFiles.read(folder.resolve(name));
        assertThat(read.get("rates_exc").rows()).isDeepEqualTo(MATRIX);
        assertThat(read.get("rates_exc_t_ms").values()).containsExactly(1, 2);
        assertThat(read.texts())
                .containsEntry("rates_exc_labels", List.of("A", "B", "C"))
                .containsEntry("rates_exc_unit", List.of("Hz"));
    }

    @Test
    void namesAreMadeFitForMatlab() {
        Path file = folder.resolve("a.mat");
        NamedArrays arrays = NamedArrays.builder("a")
                .array("cortex.b", NumericArray.vector(1))
                .array("2x", NumericArray.vector(2))
                .build();
        ArrayFiles.write(file, arrays);
        assertThat(ArrayFiles.read(file).arrays()).containsOnlyKeys("cortex_b", "x2x");
    }

    @Test
    void oneArrayIsWrittenAsNpy() throws IOException {
        Path file = folder.resolve("weights.npy");
        ArrayFiles.write(
                file,
                NamedArrays.builder("a").array("x", NumericArray.matrix(MATRIX)).build());
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(file("c_order.npy")));
    }

    @Test
    void singlePrecisionTakesHalfTheSpaceAndRoundsToFloat() {
        NamedArrays arrays = NamedArrays.builder("a")
                .array("x", NumericArray.vector(0.1, Math.PI))
                .build();
        ArrayFiles.write(folder.resolve("a.npz"), arrays, Precision.SINGLE);
        assertThat(ArrayFiles.read(folder.resolve("a.npz")).get("x").values()).containsExactly(0.1f, (float) Math.PI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npz", "a.h5", "a.mat"})
    void recordingInSinglePrecisionIsStoredSo(String name) throws IOException {
        double[][] values = new double[500][8];
        float[][] rounded = new float[500][8];
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < 8; i++) {
                values[k][i] = random.nextDouble();
                rounded[k][i] = (float) values[k][i];
            }
        }
        double[] times = IntStream.range(0, 500).mapToDouble(k -> k + 0.1).toArray();
        List<String> labels = IntStream.range(0, 8).mapToObj(Integer::toString).toList();
        Series single = Series.ofFloats("x", "Hz", times, labels, rounded);
        long full = written(new Series("x", "Hz", times, labels, values), name);
        assertThat(full - written(single, name)).isGreaterThan(3 * 4000);
        NamedArrays read = ArrayFiles.read(folder.resolve(name));
        assertThat(read.get("x").rows()).isDeepEqualTo(single.values());
        assertThat(read.get("time").values()).isEqualTo(times);
    }

    private long written(Series series, String name) throws IOException {
        NamedArrays arrays = NamedArrays.builder("a")
                .array("time", NumericArray.vector(series.times()))
                .array("x", NumericArray.of(series))
                .build();
        Files.deleteIfExists(folder.resolve(name));
        ArrayFiles.write(folder.resolve(name), arrays);
        return Files.size(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compressed.mat",
                "plain.mat",
                "several.npz",
                "several.h5",
                "version73.mat",
                "c_order.npy",
                "version3.npy"
            })
    void everyTruncationIsOneClearLine(String name) throws IOException {
        byte[] whole = Files.readAllBytes(file(name));
        List<String> names = List.copyOf(ArrayFiles.read(file(name)).arrays().keySet());
        Path cut = folder.resolve(name);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 97)) {
            Files.write(cut, Arrays.copyOf(whole, length));
            Throwable refusal = catchThrowable(() -> ArrayFiles.read(cut));
            if (refusal == null) {
                // Cut between two arrays, a MATLAB 5 file is a complete one of fewer arrays.
                assertThat(name).endsWith(".mat");
                assertThat(ArrayFiles.read(cut).arrays()).hasSizeLessThan(names.size());
            } else {
                assertThat(refusal)
                        .isInstanceOf(GyrusException.class)
                        .hasMessageStartingWith(cut.toString())
                        .hasMessageContaining("expected ")
                        .hasMessageNotContaining("\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressed.mat", "plain.mat", "several.npz", "several.h5", "fortran_float32_3d.npy"})
    void damageNeverShowsAsAnythingButBadInput(String name) throws IOException {
        byte[] whole = Files.readAllBytes(file(name));
        Path damaged = folder.resolve(name);
        for (int k = 0; k < whole.length; k += Math.max(1, whole.length / 199)) {
            byte[] bytes = whole.clone();
            bytes[k] ^= (byte) 0xff;
            Files.write(damaged, bytes);
            try {
                ArrayFiles.read(damaged);
            } catch (GyrusException e) {
                assertThat(e).hasMessageStartingWith(damaged.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mat", "a.npy", "a.npz", "a.h5"})
    void anotherFormatUnderThisNameIsRefused(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "these are words, not numbers\n".repeat(20));
        assertRefused(file, () -> ArrayFiles.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mat", "a.npy", "a.npz", "a.h5", "a.csv"})
    void aMissingFileAndAFolderAreRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("no such file");
        Files.createDirectory(file);
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("a folder");
    }

    @Test
    void anUnknownEndingIsRefused() {
        Path file = folder.resolve("matrix.xyz");
        assertRefused(file, () -> ArrayFiles.write(file, NamedArrays.builder("").build()))
                .hasMessageContaining(".npz");
    }

    @Test
    void aShapeThatTheFileCannotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = folder.resolve("huge.npy");
        Files.write(file, npy("<f8", "(100000, 100000)"));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("at most");
        Files.write(file, npy("<f8", "(10000, 1000)"));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("truncated");
        Files.write(file, npy("<f8", "(4611686018427387904, 4)"));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("at most");
        Files.write(file, npy("<f8", "(2, 2, 2, 2)"));
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("three axes");
    }

    @Test
    void pythonObjectsAreNamedAsSuch() throws IOException {
        Path file = folder.resolve("object.npy");
        Files.write(file, npy("|O", "(1,)"));
        assertRefused(file, () -> ArrayFiles.read(file).get("values")).hasMessageContaining("'|O'");
    }

    @ParameterizedTest
    @CsvSource({
        "<c16,complex numbers,numpy.abs",
        "|O,Python objects,astype",
        "<f2,2 bytes,astype",
        "<M8[D],another,astype"
    })
    void numbersThatCannotBeReadAreNamedWithARemedy(String type, String what, String remedy) throws IOException {
        Path file = Files.write(folder.resolve("a.npy"), npy(type, "(2, 2)"));
        assertRefused(file, () -> ArrayFiles.read(file).only())
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    @Test
    void aPickleIsNotAnArray() throws IOException {
        Path file = Files.write(folder.resolve("a.npy"), new byte[] {(byte) 0x80, 4, 0, 0, 0, 0, 0, 0, 0});
        assertRefused(file, () -> ArrayFiles.read(file)).hasMessageContaining("a Python pickle; numpy.save");
    }

    private static byte[] npy(String descr, String shape) {
        String header = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        return ("\u0093NUMPY\u0001\u0000" + (char) header.length() + "\u0000" + header + "\0".repeat(64))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
