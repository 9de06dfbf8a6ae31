package dev.gyrus.datasets;

import static dev.gyrus.datasets.TestFiles.arrays;
import static dev.gyrus.datasets.TestFiles.assertRefused;
import static dev.gyrus.datasets.TestFiles.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectFolderTest {
    private static final double[][] WEIGHTS_A = {{4, 2, 0}, {1, 0, 8}, {3, 1, 0}};
    private static final double[][] WEIGHTS_B = {{0, 5, 5}, {0, 0, 10}, {0, 0, 0}};
    private static final double[][] LENGTHS_A = {{0, 10, 20}, {10, 0, 30}, {20, 30, 0}};
    private static final double[][] LENGTHS_B = {{0, 30, 40}, {30, 0, 50}, {40, 50, 0}};
    private static final double[][] BOLD = {{1, 2, 3, 4}, {4, 3, 2, 1}, {1, 0, 0, 1}};

    @TempDir
    Path folder;

    @BeforeEach
    void twoSubjectsOfThreeRegions() throws IOException {
        subject("b", WEIGHTS_B, LENGTHS_B);
        subject("a", WEIGHTS_A, LENGTHS_A);
    }

    private void subject(String name, double[][] weights, double[][] lengths) throws IOException {
        Path structural = folder.resolve("subjects").resolve(name).resolve("structural");
        arrays(structural.resolve("DTI_CM_x.mat"), Map.of("sc", weights));
        arrays(structural.resolve("DTI_LEN.mat"), Map.of("len", lengths));
        Files.writeString(structural.resolve("waytotal.txt"), "2 \n4 \n5 \n");
        Files.writeString(structural.resolve("nvoxel.txt"), "1 8.0\n2 16.0\n4 32.0\n");
        arrays(functional(name), Map.of("tc", BOLD));
    }

    private Path functional(String name) {
        return folder.resolve("subjects").resolve(name).resolve("functional/TC_rsfMRI_rest.mat");
    }

    private Path structural(String name) {
        return folder.resolve("subjects").resolve(name).resolve("structural");
    }

    @Test
    void eachSubjectIsDividedByItsMaximumThenAveragedThenTheDiagonalIsZeroed() {
        Connectome c = Datasets.read(folder).connectome();
        assertThat(c.weights()).isDeepEqualTo(new double[][] {
            {0, (2 / 8.0 + 5 / 10.0) / 2, (5 / 10.0) / 2},
            {(1 / 8.0) / 2, 0, (1 + 1) / 2.0},
            {(3 / 8.0) / 2, (1 / 8.0) / 2, 0}
        });
        assertThat(c.lengths().orElseThrow()).isDeepEqualTo(new double[][] {{0, 20, 30}, {20, 0, 40}, {30, 40, 0}});
        assertThat(c.labels()).containsExactly("0", "1", "2");
    }

    @Test
    void countsDivideColumnsAndRegionsSumToOne() {
        ReadOptions options = ReadOptions.defaults();
        assertThat(Connectomes.read(folder, options.normalize(Normalization.NONE))
                        .weights()[1])
                .containsExactly(0.5, 0, 9);
        assertThat(Connectomes.read(folder, options.normalize(Normalization.WAYTOTAL))
                        .weights()[1])
                .containsExactly((1 / 2.0) / 2, 0, (8 / 5.0 + 10 / 5.0) / 2);
        assertThat(Connectomes.read(folder, options.normalize(Normalization.NVOXEL))
                        .weights()[1])
                .containsExactly((1 / 5000.0) / 2, 0, (8 / 20000.0 + 10 / 20000.0) / 2);
        double[][] region = Connectomes.read(folder, options.normalize(Normalization.REGION))
                .weights();
        assertThat(Arrays.stream(region[0]).sum()).isEqualTo(1, within(1e-15));
        assertThat(region[2]).containsExactly(0.75 / 2, 0.25 / 2, 0);
    }

    @Test
    void selfConnectionsAreKeptOnRequest() {
        ReadOptions options = ReadOptions.defaults().selfConnections(true);
        assertThat(Connectomes.read(folder, options).weights()[0][0]).isEqualTo(4 / 8.0 / 2);
    }

    @Test
    void subjectsComeInTheOrderOfTheirNamesWithTheirCorrelations() {
        List<Subject> subjects = Datasets.read(folder).subjects();
        assertThat(subjects).extracting(Subject::id).containsExactly("a", "b");
        double[][] fc = subjects.get(0).functionalConnectivity();
        assertThat(fc[0]).containsExactly(new double[] {1, -1, 0}, within(1e-15));
        assertThat(fc[2][2]).isEqualTo(1);
    }

    @Test
    void withoutARepetitionTimeOnlyCorrelationsAreKnown() throws IOException {
        assertThat(Datasets.read(folder).repetitionTime()).isZero();
        assertThat(Datasets.read(folder).subjects().get(0).bold()).isEmpty();
        Dataset told = Datasets.read(folder, ReadOptions.defaults().repetitionTime(1500));
        assertThat(told.repetitionTime()).isEqualTo(1500);
        assertThat(told.subjects().get(0).bold().orElseThrow().times()).containsExactly(0, 1500, 3000, 4500);
        assertThat(told.subjects().get(0).bold().orElseThrow().column(1)).containsExactly(BOLD[1]);
        Files.writeString(
                folder.resolve("dataset.json"),
                "{\"description\": \"three regions\", \"repetition_time\": 800, \"labels\": [\"A\", \"B\", \"C\"]}");
        Dataset declared = Datasets.read(folder);
        assertThat(declared.repetitionTime()).isEqualTo(800);
        assertThat(declared.description()).isEqualTo("three regions");
        assertThat(declared.connectome().labels()).containsExactly("A", "B", "C");
        assertThat(declared.subjects().get(1).bold().orElseThrow().labels()).containsExactly("A", "B", "C");
    }

    @Test
    void correlationsMayStandInForBold() throws IOException {
        double[][] fc = {{1, 0.5, 0}, {0.5, 1, -0.25}, {0, -0.25, 1}};
        for (String name : List.of("a", "b")) {
            Files.delete(functional(name));
            csv(functional(name).resolveSibling("FC.csv"), fc);
        }
        Dataset dataset = Datasets.read(folder);
        assertThat(dataset.subjects().get(1).functionalConnectivity()).isDeepEqualTo(fc);
        assertThat(dataset.subjects().get(1).bold()).isEmpty();
        assertThat(Datasets.subjects(folder, ReadOptions.defaults())).hasSize(2);
    }

    @Test
    void otherKeysAreTold() throws IOException {
        arrays(structural("a").resolve("DTI_CM_x.mat"), Map.of("first", WEIGHTS_A, "second", LENGTHS_A));
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>/subjects/a/structural/DTI_CM_x.mat: weights: expected an array named weights or sc or cm or cmat"
                        + " or connectivity or c, given first, second; name it with keys: {weights: …}");
        arrays(structural("b").resolve("DTI_CM_x.mat"), Map.of("first", WEIGHTS_B, "second", LENGTHS_B));
        ReadOptions options = ReadOptions.defaults().keys(Map.of("weights", "first"));
        assertThat(Connectomes.read(folder, options).weights()[1][2]).isEqualTo(1);
    }

    @Test
    void everyMissingFileIsNamedAtOnce() throws IOException {
        Files.delete(structural("a").resolve("DTI_LEN.mat"));
        Files.delete(structural("b").resolve("DTI_CM_x.mat"));
        Files.delete(functional("b"));
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/subjects/a/structural: lengths: expected a file DTI_LEN*, given none",
                "<dir>/subjects/b/structural: weights: expected a file DTI_CM*, given none",
                "<dir>/subjects/b/functional: bold: expected a file *rsfMRI*, or *FC*, as other subjects have, given none");
    }

    @Test
    void whatIsWrongInTheMatricesIsNamedByFileAndElement() throws IOException {
        arrays(structural("a").resolve("DTI_CM_x.mat"), Map.of("sc", new double[][] {
            {0, 1, 2}, {1, 0, Double.NaN}, {-1, 1, 0}
        }));
        arrays(structural("a").resolve("DTI_LEN.mat"), Map.of("len", new double[][] {{0, 1, 2}, {1, 0, 2}, {-1, 1, 0}
        }));
        arrays(structural("b").resolve("DTI_LEN.mat"), Map.of("len", new double[][] {{0, 1}, {1, 0}}));
        arrays(functional("b"), Map.of("tc", new double[][] {{1, 2, 3}, {1, Double.POSITIVE_INFINITY, 2}, {1, 0, 0}}));
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/subjects/a/structural/DTI_CM_x.mat: sc[1][2]: expected a finite number that is not negative, given NaN",
                "<dir>/subjects/a/structural/DTI_CM_x.mat: sc[2][0]: expected a finite number that is not negative, given -1.0",
                "<dir>/subjects/a/structural/DTI_LEN.mat: len[2][0]: expected a finite number that is not negative, given -1.0",
                "<dir>/subjects/b/structural/DTI_LEN.mat: len: expected 3 × 3 values, given 2 × 2",
                "<dir>/subjects/b/functional/TC_rsfMRI_rest.mat: tc[1][1]: expected a finite number, given Infinity");
    }

    @Test
    void aTruncatedAndAFalseMatlabFileAreNamed() throws IOException {
        Path mat = structural("a").resolve("DTI_CM_x.mat");
        byte[] bytes = Files.readAllBytes(mat);
        Files.write(mat, Arrays.copyOf(bytes, bytes.length - 10));
        Files.writeString(functional("b"), "not a MATLAB file");
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/subjects/a/structural/DTI_CM_x.mat: expected a complete MATLAB 5 file, given a truncated one: it"
                        + " ends inside the array at byte 128",
                "<dir>/subjects/b/functional/TC_rsfMRI_rest.mat: expected a MATLAB 5 file, given something else");
    }

    @Test
    void subjectsOfDifferentSizesAreRefused() throws IOException {
        subject("b", new double[][] {{0, 1}, {1, 0}}, new double[][] {{0, 1}, {1, 0}});
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>/subjects/b/structural: weights: expected 3 regions, as in the first subject, given 2");
    }

    @Test
    void twoFilesForOnePartAreRefused() throws IOException {
        arrays(structural("a").resolve("DTI_LEN_2.mat"), Map.of("len", LENGTHS_A));
        assertRefused(
                folder,
                () -> Connectomes.read(folder),
                "<dir>/subjects/a/structural: DTI_LEN*: expected one such file, given DTI_LEN.mat, DTI_LEN_2.mat");
    }

    @Test
    void aSignalThatDoesNotVaryHasNoCorrelations() throws IOException {
        arrays(functional("a"), Map.of("tc", new double[][] {{1, 2, 3}, {5, 5, 5}, {1, 0, 0}}));
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/subjects/a/functional/TC_rsfMRI_rest.mat: tc[1]: expected a signal that varies, given the same"
                        + " number all along");
    }

    @Test
    void aFolderWithoutSubjectsIsRefused(@TempDir Path empty) throws IOException {
        Files.createDirectory(empty.resolve("subjects"));
        assertRefused(
                empty, () -> Datasets.read(empty), "<dir>: subjects: expected one folder per subject, given none");
    }

    @Test
    void whatIsWrongInTheDescriptionIsNamed() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), """
                {"repetition": 800, "repetition_time": -1, "labels": [1], "keys": {"weight": "sc", "bold": 2},
                 "orientation": "both"}""");
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/dataset.json: repetition: expected one of description, keys, labels, orientation, repetition_time,"
                        + " given 'repetition'; did you mean 'repetition_time'?",
                "<dir>/dataset.json: repetition_time: expected a positive number of ms, given -1.0",
                "<dir>/dataset.json: labels: expected a list of names, given [1.0]",
                "<dir>/dataset.json: keys.weight: expected one of bold, centres, delays, fc, labels, lengths, nvoxel,"
                        + " waytotal, weights, given 'weight'; did you mean 'weights'?",
                "<dir>/dataset.json: keys.bold: expected a name, given 2.0",
                "<dir>/dataset.json: orientation: expected one of from-to, to-from, given 'both'");
        Files.writeString(folder.resolve("dataset.json"), "{\n  \"repetition_time\": 720,\n}");
        assertRefused(
                folder,
                () -> Datasets.read(folder),
                "<dir>/dataset.json:3: expected a key in double quotes, given '}'");
    }
}
