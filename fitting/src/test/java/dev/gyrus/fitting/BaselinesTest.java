package dev.gyrus.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.analysis.Scores;
import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Subject;
import dev.gyrus.datasets.Datasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final double[][] WEIGHTS = {{0, 3, 1, 0}, {3, 0, 0, 2}, {1, 0, 0, 1}, {0, 2, 1, 0}};

    /** Seven subjects of the Human Connectome Project; the figures are NumPy's and SciPy's. */
    @Test
    void baselinesOfTheHumanConnectomeProjectAreKnown() {
        Baselines baselines = Baselines.of(Datasets.read(shared("data/hcp")));
        assertThat(baselines.weights().mean()).isEqualTo(0.3003673101, within(1e-9));
        assertThat(baselines.logWeights().mean()).isEqualTo(0.4054790839, within(1e-9));
        assertThat(baselines.linearNetwork().mean()).isEqualTo(0.58408, within(1e-5));
        assertThat(baselines.coupling()).isEqualTo(0.99619, within(2e-4));
        Scores ceiling = baselines.ceiling().orElseThrow();
        assertThat(ceiling.mean()).isEqualTo(0.8227885261, within(1e-9));
        assertThat(ceiling.values().get(0)).isEqualTo(0.8799360607, within(1e-9));
    }

    @Test
    void aNetworkFitsItselfPerfectly() {
        double[][] fc = LinearNetwork.coupled(WEIGHTS, 0.83).correlations();
        Baselines baselines = Baselines.of(Connectome.of(WEIGHTS), List.of(subject("a", fc)));
        assertThat(baselines.linearNetwork().mean()).isEqualTo(1, within(1e-6));
        assertThat(baselines.coupling()).isEqualTo(0.83, within(1e-2));
        assertThat(baselines.ceiling()).isEmpty();
    }

    @Test
    void weightsAreCorrelatedAsTheyAre() {
        Baselines baselines = Baselines.of(Connectome.of(WEIGHTS), List.of(subject("a", WEIGHTS)));
        assertThat(baselines.weights().mean()).isEqualTo(1, within(1e-15));
        assertThat(baselines.logWeights().mean()).isBetween(0.5, 0.9);
    }

    @Test
    void withoutConnectionsNothingIsExplained() {
        Subject subject = subject("a", LinearNetwork.coupled(WEIGHTS, 0.5).correlations());
        Baselines baselines = Baselines.of(Connectome.of(new double[4][4]), List.of(subject));
        assertThat(baselines.weights().mean()).isZero();
        assertThat(baselines.logWeights().mean()).isZero();
        assertThat(baselines.linearNetwork().mean()).isZero();
    }

    @Test
    void theCeilingLeavesEachSubjectOut() {
        double[][] one = LinearNetwork.coupled(WEIGHTS, 0.3).correlations();
        double[][] other = LinearNetwork.coupled(WEIGHTS, 0.9).correlations();
        List<Double> two = Baselines.ceiling(List.of(subject("a", one), subject("b", other)))
                .orElseThrow()
                .values();
        assertThat(two.get(0)).isEqualTo(two.get(1)).isLessThan(1);
        List<Double> three = Baselines.ceiling(List.of(subject("a", one), subject("b", other), subject("c", other)))
                .orElseThrow()
                .values();
        assertThat(three.get(0)).isEqualTo(two.get(0), within(1e-15));
        assertThat(three.get(1)).isGreaterThan(two.get(1));
    }

    @Test
    void subjectsOfAnotherSizeAreRefused() {
        Dataset dataset = new Dataset(
                "d", "", Connectome.of(WEIGHTS), List.of(subject("a", new double[3][3]), subject("b", WEIGHTS)), 0);
        assertThatThrownBy(() -> Baselines.of(dataset))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("subject a")
                .hasMessageContaining("4 regions");
        assertThatThrownBy(() -> Baselines.ceiling(dataset.subjects())).isInstanceOf(GyrusException.class);
    }

    private static Subject subject(String id, double[][] fc) {
        return new Subject(id, Optional.empty(), fc);
    }

    /** Data that may not be redistributed lie in a folder {@code shared} beside the checkout; tests skip without it. */
    private static Path shared(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "skipped: needs shared/" + path + " beside the checkout");
        throw new AssertionError();
    }
}
