package dev.gyrus.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Dataset;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Synthetic80Test {
    private static final Connectome GROUP = Synthetic80.connectome();
    private static final double[][] LENGTHS = GROUP.lengths().orElseThrow();

    /** {@code synthetic80.csv} comes from a second implementation, {@code synthetic80.py}. */
    @Test
    void aSecondImplementationAgrees() throws IOException {
        Connectome subject = Synthetic80.subjectConnectome(1);
        double[][] rows;
        try (InputStream in = getClass().getResourceAsStream("synthetic80.csv")) {
            rows = ArrayFiles.read(Source.of("synthetic80.csv", in.readAllBytes()))
                    .only()
                    .rows();
        }
        assertThat(rows.length).isGreaterThan(200);
        for (double[] row : rows) {
            int i = (int) row[0];
            int j = (int) row[1];
            assertThat(GROUP.weights()[i][j]).isCloseTo(row[2], within(1e-13 * row[2]));
            assertThat(LENGTHS[i][j]).isCloseTo(row[3], within(1e-13 * row[3]));
            assertThat(subject.weights()[i][j]).isCloseTo(row[4], within(1e-13 * row[4]));
        }
    }

    @Test
    void matricesAreSymmetricWithAnEmptyDiagonalAndMaximumOne() {
        for (int i = 0; i < 80; i++) {
            for (int j = 0; j < 80; j++) {
                assertThat(GROUP.weights()[i][j]).isEqualTo(GROUP.weights()[j][i]);
                assertThat(LENGTHS[i][j]).isEqualTo(LENGTHS[j][i]);
            }
            assertThat(GROUP.weights()[i][i]).isZero();
        }
        assertThat(Arrays.stream(GROUP.weights())
                        .flatMapToDouble(Arrays::stream)
                        .max())
                .hasValue(1);
    }

    /** The ranges hold the values of seven subjects' tractography between the 80 cortical AAL2 regions. */
    @Test
    void itsStatisticsAreThoseOfTractography() {
        double[] weights = pairs().mapToDouble(p -> GROUP.weights()[p[0]][p[1]]).toArray();
        double[] lengths = pairs().mapToDouble(p -> LENGTHS[p[0]][p[1]]).toArray();
        assertThat(Arrays.stream(weights).filter(w -> w > 0).count() / 3160.0).isBetween(0.66, 1.0);
        assertThat(Arrays.stream(weights).average().orElseThrow()).isBetween(0.018, 0.025);
        assertThat(Arrays.stream(lengths).average().orElseThrow()).isBetween(80.0, 130.0);
        assertThat(Arrays.stream(lengths).max().orElseThrow()).isBetween(200.0, 300.0);

        double[] strengths = Arrays.stream(GROUP.weights())
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double mean = Arrays.stream(strengths).average().orElseThrow();
        double variance = Arrays.stream(strengths)
                .map(s -> (s - mean) * (s - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(1.4, 2.0);
        assertThat(Math.sqrt(variance) / mean).isBetween(0.45, 0.6);

        int[] present =
                IntStream.range(0, weights.length).filter(p -> weights[p] > 0).toArray();
        double[] x = Arrays.stream(present).mapToDouble(p -> lengths[p]).toArray();
        double[] y =
                Arrays.stream(present).mapToDouble(p -> Math.log(weights[p])).toArray();
        assertThat(slope(x, y)).isBetween(-0.033, -0.027);
    }

    @Test
    void homotopicLinksAreStrongForTheirLength() {
        double homotopic = IntStream.range(0, 40)
                .mapToDouble(i -> GROUP.weights()[i][i + 40])
                .average()
                .orElseThrow();
        double between = pairs().filter(p -> p[0] >= 40 && p[1] < 40 && p[0] - p[1] != 40)
                .mapToDouble(p -> GROUP.weights()[p[0]][p[1]])
                .average()
                .orElseThrow();
        assertThat(homotopic).isGreaterThan(5 * between);
    }

    @Test
    void everythingSaysThatItIsSynthetic() {
        Dataset dataset = new Synthetic80().load();
        assertThat(dataset.name()).contains("synthetic");
        assertThat(dataset.description()).startsWith("Synthetic").contains("not measured");
        assertThat(dataset.connectome().labels())
                .hasSize(80)
                .doesNotHaveDuplicates()
                .allMatch(l -> l.contains("Synth"));
        assertThat(dataset.connectome().labels())
                .startsWith("L_Synth01", "L_Synth02")
                .endsWith("R_Synth40");
        assertThat(dataset.subjects()).allMatch(subject -> subject.id().startsWith("synthetic"));
    }

    @Test
    void hemispheresLieOnTheirSides() {
        double[][] centres = GROUP.centres().orElseThrow();
        assertThat(IntStream.range(0, 40)).allMatch(i -> centres[i][0] < 0 && centres[i + 40][0] > 0);
    }

    private static java.util.stream.Stream<int[]> pairs() {
        return IntStream.range(0, 80).boxed().flatMap(i -> IntStream.range(0, i).mapToObj(j -> new int[] {i, j}));
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int k = 0; k < x.length; k++) {
            covariance += (x[k] - meanX) * (y[k] - meanY);
            variance += (x[k] - meanX) * (x[k] - meanX);
        }
        return covariance / variance;
    }
}
