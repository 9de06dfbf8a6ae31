package dev.gyrus.datasets;

import static dev.gyrus.datasets.TestFiles.arrays;
import static dev.gyrus.datasets.TestFiles.assertRefused;
import static dev.gyrus.datasets.TestFiles.csv;
import static dev.gyrus.datasets.TestFiles.labelledCsv;
import static dev.gyrus.datasets.TestFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.GyrusException;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectomesTest {
    private static final double[][] SYMMETRIC = {{9, 2}, {2, 0}};
    private static final double[][] DIRECTED = {{0, 2}, {0.5, 0}};
    private static final double[][] LENGTHS = {{0, 25}, {25, 0}};
    private static final Map<String, String> TVB = Map.of(
            "connectivity/weights.txt", "2 1\n3 0\n",
            "connectivity/tract_lengths.txt", "0 4e1\n41 0\n",
            "connectivity/centres.txt", "rA1 -1 2 3\nlA1 1.5 2 3\n",
            "connectivity/info.txt", "weights_unit = \"au\"\n",
            "__MACOSX/connectivity/._weights.txt", "\0\0");

    @TempDir
    Path folder;

    @Test
    void aTvbZipHasLabelsCentresAndRowsAsTargets() throws IOException {
        Connectome c = Connectomes.read(zip(folder.resolve("c.zip"), TVB));
        assertThat(c.labels()).containsExactly("rA1", "lA1");
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 1}, {3, 0}});
        assertThat(c.lengths().orElseThrow()).isDeepEqualTo(new double[][] {{0, 40}, {41, 0}});
        assertThat(c.centres().orElseThrow()).isDeepEqualTo(new double[][] {{-1, 2, 3}, {1.5, 2, 3}});
    }

    @Test
    void withoutTractLengthsATvbZipTakesDistances() throws IOException {
        Map<String, String> members = new TreeMap<>(TVB);
        members.remove("connectivity/tract_lengths.txt");
        Connectome c = Connectomes.read(zip(folder.resolve("c.zip"), members));
        assertThat(c.lengths().orElseThrow()).isDeepEqualTo(new double[][] {{0, 2.5}, {2.5, 0}});
    }

    @Test
    void tvbsDefaultConnectivityIsRead() {
        Connectome c = Connectomes.read(TestFiles.shared("data/tvb/connectivity_76.zip"));
        assertThat(c.size()).isEqualTo(76);
        assertThat(c.labels()).startsWith("rA1", "rA2", "rAMYG").doesNotHaveDuplicates();
        // The figures are NumPy's, on the members of the archive; the diagonal of the weights is left out.
        assertThat(mean(c.weights())).isEqualTo(0.49391372266559896, within(1e-15));
        assertThat(mean(c.lengths().orElseThrow())).isEqualTo(69.83981042378808, within(1e-12));
        assertThat(c.centres().orElseThrow()[0]).containsExactly(-9.885591, -47.084818, -3.139360);
    }

    @Test
    void whatIsMissingOrPackedInATvbZipIsNamed() throws IOException {
        Map<String, String> members = new TreeMap<>(TVB);
        members.remove("connectivity/centres.txt");
        Path noCentres = zip(folder.resolve("a.zip"), members);
        assertRefused(
                folder,
                () -> Connectomes.read(noCentres),
                "<dir>/a.zip: centres: expected a member centres.txt: label x y z per region, given none");
        members.remove("connectivity/weights.txt");
        Path noWeights = zip(folder.resolve("b.zip"), members);
        assertRefused(
                folder,
                () -> Connectomes.read(noWeights),
                "<dir>/b.zip: weights: expected an array named weights or sc or cm or cmat or connectivity or c, given"
                        + " info, tract_lengths; name it with keys: {weights: …}");
        members.put("weights.txt.bz2", "BZh9");
        Path packed = zip(folder.resolve("c.zip"), members);
        assertRefused(
                folder,
                () -> Connectomes.read(packed),
                "<dir>/c.zip: weights.txt.bz2: expected plain text, given a bzip2 file; unpack it (bunzip2) and zip it"
                        + " again");
    }

    @Test
    void aZipBombAndATruncatedZipAreRefused() throws IOException {
        Path bomb = zip(folder.resolve("bomb.zip"), Map.of("weights.txt", "0 ".repeat(16 << 20)));
        assertThatThrownBy(() -> Connectomes.read(bomb))
                .isInstanceOf(GyrusException.class)
                .hasMessageStartingWith(
                        bomb + ": weights.txt: expected an entry of plausible size, given 33554432 bytes")
                .hasMessageEndingWith("(a zip bomb?)");
        byte[] bytes = Files.readAllBytes(zip(folder.resolve("c.zip"), TVB));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(
                folder,
                () -> Connectomes.read(cut),
                "<dir>/cut.zip: expected a complete zip archive, given zip END header not found");
    }

    @Test
    void aPairOfTablesInAFolderIsAConnectome() throws IOException {
        labelledCsv(folder.resolve("weights.csv"), List.of("A", "B"), SYMMETRIC);
        csv(folder.resolve("lengths.csv"), LENGTHS);
        Connectome c = Connectomes.read(folder);
        assertThat(c.labels()).containsExactly("A", "B");
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 2}, {2, 0}});
        assertThat(c.lengths().orElseThrow()).isDeepEqualTo(LENGTHS);
        ReadOptions named = ReadOptions.defaults()
                .selfConnections(true)
                .labels(List.of("left", "right"))
                .keys(Map.of("delays", "lengths.csv"));
        assertThat(Connectomes.read(folder, named).labels()).containsExactly("left", "right");
        assertThat(Connectomes.read(folder, named).weights()).isDeepEqualTo(SYMMETRIC);
        assertThat(Connectomes.read(folder, named).delays().orElseThrow()).isDeepEqualTo(LENGTHS);
        assertThat(Connectomes.read(folder, named).lengths()).isEmpty();
    }

    @Test
    void labelsMayLieInAFileOfTheirOwn() throws IOException {
        csv(folder.resolve("weights.csv"), SYMMETRIC);
        Files.writeString(folder.resolve("labels.txt"), "A\nB\n");
        assertThat(Connectomes.read(folder).labels()).containsExactly("A", "B");
        assertThat(Connectomes.readLabels(folder.resolve("labels.txt"))).containsExactly("A", "B");
        assertRefused(
                folder,
                () -> Connectomes.readLabels(folder.resolve("weights.csv")),
                "<dir>/weights.csv: labels: expected names of regions, one per line, given numbers");
        Files.writeString(folder.resolve("labels.txt"), "A\nB\nC\n");
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>: labels: expected 2 names, one per region, given 3 names");
        Files.writeString(folder.resolve("labels.txt"), "A\nA\n");
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>: labels: expected a name of its own for each region, given 'A' twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c.npz", "c.mat", "c.h5"})
    void arraysOfAnyNameAreReadByTheirKeys(String name) throws IOException {
        Path file = folder.resolve(name);
        NamedArrays arrays = NamedArrays.builder(name)
                .array("SC_mean", NumericArray.matrix(DIRECTED))
                .array("fibres", NumericArray.matrix(LENGTHS))
                .array("other", NumericArray.vector(1, 2, 3))
                .text("areas", List.of("A", "B"))
                .build();
        ArrayFiles.write(file, arrays);
        ReadOptions options = ReadOptions.defaults()
                .keys(Map.of("weights", "SC_mean", "lengths", "fibres", "labels", "areas"))
                .normalize(Normalization.MAX);
        assertRefused(
                folder,
                () -> Connectomes.read(file, options),
                "orientation: expected to-from (row = target) or from-to (row = source), since the matrices of '<dir>/"
                        + name + "' are not symmetric, given neither");
        Connectome c = Connectomes.read(file, options.orientation(Orientation.TO_FROM));
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 1}, {0.25, 0}});
        assertThat(c.labels()).containsExactly("A", "B");
        Connectome turned = Connectomes.read(file, options.orientation(Orientation.FROM_TO));
        assertThat(turned.weights()).isDeepEqualTo(new double[][] {{0, 0.25}, {1, 0}});
        assertRefused(
                folder,
                () -> Connectomes.read(file, options.keys(Map.of("weights", "SCmean"))),
                "keys.weights: expected one of SC_mean, areas, fibres, other, given 'SCmean'; did you mean 'SC_mean'?");
    }

    @Test
    void oneMatrixAloneIsWeights() throws IOException {
        Path file = folder.resolve("w.npy");
        ArrayFiles.write(
                file,
                NamedArrays.builder("w")
                        .array("w", NumericArray.matrix(SYMMETRIC))
                        .build());
        Connectome c = Connectomes.read(file, ReadOptions.defaults().normalize(Normalization.REGION));
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
        assertThat(c.lengths()).isEmpty();
        assertThat(c.labels()).containsExactly("0", "1");
    }

    @Test
    void whatIsWrongWithMatricesIsToldAtOnce() throws IOException {
        Path file = arrays(
                folder.resolve("c.npz"),
                Map.of(
                        "weights", new double[][] {{0, Double.NaN}, {1, 0}},
                        "lengths", new double[][] {{0, 1}, {-1, 0}},
                        "delays", new double[3][3]));
        assertRefused(
                folder,
                () -> Connectomes.read(file),
                "<dir>/c.npz: weights[0][1]: expected a finite number that is not negative, given NaN",
                "<dir>/c.npz: lengths[1][0]: expected a finite number that is not negative, given -1.0",
                "<dir>/c.npz: delays: expected 2 × 2 values, given 3 × 3",
                "<dir>/c.npz: delays: expected either lengths or delays, given both; name one with keys: {…}");
        Path oblong = arrays(folder.resolve("o.npz"), Map.of("weights", new double[2][3]));
        assertRefused(
                folder, () -> Connectomes.read(oblong), "<dir>/o.npz: weights: expected a square matrix, given 2 × 3");
    }

    @Test
    void textWhereNumbersShouldBeIsNamedByItsLine() throws IOException {
        Files.writeString(folder.resolve("weights.csv"), "0,1\n1,x\n");
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>/weights.csv:2: expected a number in column 2, given 'x'");
    }

    @Test
    void emptyMissingAndUnreadablePlacesAreNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String expected =
                ": expected a folder of subjects (subjects/<name>/structural/DTI_CM*, DTI_LEN*) or of matrices"
                        + " (weights.csv, lengths.csv, …), given ";
        assertRefused(folder, () -> Connectomes.read(empty), "<dir>/empty" + expected + "an empty folder");
        Files.writeString(empty.resolve("readme.md"), "");
        assertRefused(folder, () -> Connectomes.read(empty), "<dir>/empty" + expected + "readme.md");
        assertRefused(
                folder,
                () -> Connectomes.read(folder.resolve("none")),
                "<dir>/none: expected a file that can be read, given no such file");
        Path markdown = empty.resolve("readme.md");
        assertRefused(
                folder,
                () -> Connectomes.read(markdown),
                "<dir>/empty/readme.md: expected a file name ending in one of .mat .npy .npz .h5 .hdf5 .csv .tsv .txt"
                        + " .dat, given '.md'");
        Files.createDirectory(empty.resolve("weights.csv"));
        assertRefused(folder, () -> Connectomes.read(empty), "<dir>/empty" + expected + "readme.md, weights.csv");
    }

    @Test
    void countsAreNeededForTheirNormalisations() throws IOException {
        Path file = arrays(folder.resolve("c.npz"), Map.of("weights", SYMMETRIC));
        ReadOptions options = ReadOptions.defaults().normalize(Normalization.WAYTOTAL);
        assertRefused(
                folder,
                () -> Connectomes.read(file, options),
                "normalize: expected none, max or region where there are no counts per region, given waytotal; waytotal"
                        + " needs a folder of subjects with files waytotal*.txt beside the matrices, or an array 'waytotal'"
                        + " beside the weights");
        arrays(file, Map.of("weights", SYMMETRIC, "waytotal", new double[][] {{4, 1}}));
        assertThat(Connectomes.read(file, options).weights()).isDeepEqualTo(new double[][] {{0, 2}, {0.5, 0}});
    }

    @Test
    void theDiagonalCountsInEveryNormalisationOnlyIfItIsKept() {
        double[][] matrix = {{6, 2}, {4, 0}};
        for (boolean kept : new boolean[] {false, true}) {
            ReadOptions options = ReadOptions.defaults().selfConnections(kept);
            ReadOptions max = options.normalize(Normalization.MAX);
            assertThat(Connectomes.of(matrix, Optional.empty(), Optional.empty(), max)
                            .weights())
                    .isDeepEqualTo(
                            kept ? new double[][] {{1, 2 / 6.0}, {4 / 6.0, 0}} : new double[][] {{0, 0.5}, {1, 0}});
            ReadOptions region = options.normalize(Normalization.REGION);
            assertThat(Connectomes.of(matrix, Optional.empty(), Optional.empty(), region)
                            .weights())
                    .isDeepEqualTo(kept ? new double[][] {{0.75, 0.25}, {1, 0}} : new double[][] {{0, 1}, {1, 0}});
        }
    }

    @Test
    void aZipInsideAZipIsNamedWithARemedy() throws IOException {
        Path outer = zip(folder.resolve("outer.zip"), Map.of("a/connectivity.zip", "PK"));
        assertRefused(
                folder,
                () -> Connectomes.read(outer),
                "<dir>/outer.zip: expected members weights.txt, tract_lengths.txt and centres.txt, given"
                        + " a/connectivity.zip; unpack the archive inside");
    }

    @Test
    void matricesAtHandAreNormalisedAndChecked() {
        ReadOptions options = ReadOptions.defaults().normalize(Normalization.MAX);
        Connectome c = Connectomes.of(DIRECTED, Optional.of(LENGTHS), Optional.empty(), options);
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 1}, {0.25, 0}});
        assertThat(DIRECTED).isDeepEqualTo(new double[][] {{0, 2}, {0.5, 0}});
        assertRefused(
                folder,
                () -> Connectomes.of(DIRECTED, Optional.of(new double[3][3]), Optional.empty(), options),
                "lengths: expected 2 × 2 values, given 3 rows");
        assertRefused(
                folder,
                () -> Connectomes.of(
                        DIRECTED, Optional.empty(), Optional.empty(), options.normalize(Normalization.NVOXEL)),
                "normalize: expected none, max or region where there are no counts per region, given nvoxel; nvoxel needs a"
                        + " folder of subjects with files nvoxel*.txt beside the matrices, or an array 'nvoxel' beside the"
                        + " weights");
    }

    @Test
    void optionsAreChecked() {
        assertRefused(
                folder,
                () -> ReadOptions.defaults().keys(Map.of("weight", "sc")),
                "keys.weight: expected one of bold, centres, delays, fc, labels, lengths, nvoxel, waytotal, weights, given"
                        + " 'weight'; did you mean 'weights'?");
        assertRefused(
                folder,
                () -> ReadOptions.defaults().repetitionTime(-1),
                "repetition_time: expected a positive number of ms, given -1.0");
        assertRefused(
                folder,
                () -> Normalization.of("maximum"),
                "normalize: expected one of max, none, nvoxel, region, waytotal, given 'maximum'");
        assertRefused(
                folder,
                () -> Orientation.of("from to"),
                "orientation: expected one of from-to, to-from, given 'from to'; did you mean 'from-to'?");
    }

    private static double mean(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).average().orElseThrow();
    }

    @Test
    void columnsAndLengthsComeInTheOrderOfTheRowsOfTheWeights() throws IOException {
        Files.writeString(folder.resolve("weights.csv"), ",A,B,C\nB,1,0,2\nC,3,4,0\nA,0,5,6\n");
        Files.writeString(folder.resolve("lengths.csv"), ",A,B,C\nA,0,10,20\nB,10,0,30\nC,20,30,0\n");
        Connectome c = Connectomes.read(folder, ReadOptions.defaults().orientation(Orientation.TO_FROM));
        assertThat(c.labels()).containsExactly("B", "C", "A");
        assertThat(c.weights()).isDeepEqualTo(new double[][] {{0, 2, 1}, {4, 0, 3}, {5, 6, 0}});
        assertThat(c.lengths().orElseThrow()).isDeepEqualTo(new double[][] {{0, 30, 10}, {30, 0, 20}, {10, 20, 0}});
    }

    @Test
    void rowsAndColumnsOfDifferentRegionsAreRefused() throws IOException {
        Path file = folder.resolve("w.csv");
        Files.writeString(file, ",A,B\nX,0,1\nY,1,0\n");
        assertRefused(
                folder,
                () -> Connectomes.read(file),
                "<dir>/w.csv: weights: expected the labels X, Y in any order, given A, B");
    }

    @Test
    void lengthsAloneAreNoWeights() throws IOException {
        Path lengths = Files.createDirectories(folder.resolve("only"));
        csv(lengths.resolve("lengths.csv"), new double[][] {{0, 1}, {1, 0}});
        assertRefused(
                folder,
                () -> Connectomes.read(lengths),
                "<dir>/only: weights: expected an array named weights or sc or cm or cmat or connectivity or c, given"
                        + " lengths; name it with keys: {weights: …}");
    }
}
