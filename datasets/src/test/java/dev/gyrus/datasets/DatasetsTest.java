package dev.gyrus.datasets;

import static dev.gyrus.datasets.TestFiles.assertRefused;
import static dev.gyrus.datasets.TestFiles.csv;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import dev.gyrus.core.spi.DatasetProvider;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final double[][] FC = {{1, 0.5}, {0.5, 1}};

    @TempDir
    Path folder;

    @Test
    void datasetsAreFoundByName() {
        assertThat(Datasets.available()).extracting(DatasetProvider::name).contains("synthetic80");
        Dataset dataset = Datasets.load("synthetic80");
        assertThat(dataset.name()).isEqualTo("synthetic80");
        assertThat(dataset.connectome().size()).isEqualTo(80);
    }

    @Test
    void anUnknownNameListsWhatExists() {
        assertRefused(
                folder,
                () -> Datasets.load("synthetic8O"),
                "dataset: expected one of synthetic80, given 'synthetic8O'; did you mean 'synthetic80'?");
    }

    @Test
    void aNamedDatasetIsNormalisedOnRequest() {
        ReadOptions options = ReadOptions.defaults().normalize(Normalization.REGION);
        for (double[] row : Datasets.load("synthetic80", options).connectome().weights()) {
            assertThat(java.util.Arrays.stream(row).sum()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    @Test
    void theClassPathFindsWhatTheModulePathFinds() throws IOException {
        ModuleDescriptor module;
        try (InputStream in = Datasets.class.getResourceAsStream("/module-info.class")) {
            module = ModuleDescriptor.read(in);
        }
        String service = DatasetProvider.class.getName();
        try (InputStream in = Datasets.class.getResourceAsStream("/META-INF/services/" + service)) {
            List<String> listed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(module.provides())
                    .filteredOn(provides -> provides.service().equals(service))
                    .singleElement()
                    .satisfies(provides -> assertThat(provides.providers()).isEqualTo(listed));
        }
    }

    @Test
    void aFolderOfCorrelationsIsOneSubjectPerFile() throws IOException {
        csv(folder.resolve("b.csv"), FC);
        csv(folder.resolve("a.csv"), new double[][] {{1, -1}, {-1, 1}});
        List<Subject> subjects = Datasets.subjects(folder, ReadOptions.defaults());
        assertThat(subjects).extracting(Subject::id).containsExactly("a", "b");
        assertThat(subjects.get(1).functionalConnectivity()).isDeepEqualTo(FC);
        assertThat(subjects.get(1).bold()).isEmpty();
    }

    @Test
    void aFileHoldsOneSubjectPerMatrixOrSlice() throws IOException {
        Path file = folder.resolve("fc.npz");
        TestFiles.arrays(file, Map.of("s1", FC));
        assertThat(Datasets.subjects(file, ReadOptions.defaults()))
                .extracting(Subject::id)
                .containsExactly("fc");
        NumericArray stack = NumericArray.of(new int[] {2, 2, 2}, new double[] {1, 0, 0, 1, 1, 0.5, 0.5, 1});
        ArrayFiles.write(
                file,
                NamedArrays.builder("")
                        .array("FC", stack)
                        .array("means", NumericArray.vector(1))
                        .build());
        List<Subject> subjects = Datasets.subjects(file, ReadOptions.defaults().keys(Map.of("fc", "FC")));
        assertThat(subjects).extracting(Subject::id).containsExactly("fc-1", "fc-2");
        assertThat(subjects.get(1).functionalConnectivity()).isDeepEqualTo(FC);
    }

    @Test
    void whatIsNotACorrelationIsNamed() throws IOException {
        csv(folder.resolve("a.csv"), new double[][] {{1, 0.5}, {0.4, 1}});
        csv(folder.resolve("b.csv"), new double[][] {{1, 1.5}, {1.5, 1}});
        csv(folder.resolve("c.csv"), new double[][] {{1, Double.NaN}, {0, 1}});
        csv(folder.resolve("d.csv"), new double[][] {{1, 0, 0}, {0, 1, 0}});
        String correlation = "expected a correlation from -1 to 1, the same on both sides of the diagonal, given ";
        assertRefused(
                folder,
                () -> Datasets.subjects(folder, ReadOptions.defaults()),
                "<dir>/a.csv: fc[0][1]: " + correlation + "0.5",
                "<dir>/b.csv: fc[0][1]: " + correlation + "1.5",
                "<dir>/c.csv: fc[0][1]: expected a finite number, given NaN",
                "<dir>/d.csv: fc: expected a square matrix, given 2 × 3");
    }

    @Test
    void anEmptyFolderHasNoSubjects() {
        assertRefused(
                folder,
                () -> Datasets.subjects(folder, ReadOptions.defaults()),
                "<dir>: expected matrices of correlations, one per subject, given none");
    }
}
