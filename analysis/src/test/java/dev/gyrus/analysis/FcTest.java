package dev.gyrus.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Series;
import dev.gyrus.core.Subject;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FcTest {

    @Test
    void correlationOfKnownMixturesIsTheirCosine() {
        double[][] samples = new double[1000][3];
        for (int k = 0; k < samples.length; k++) {
            double a = Math.sin(2 * Math.PI * k / 100);
            double b = Math.cos(2 * Math.PI * k / 100);
            samples[k] = new double[] {5 + a, 3 * a + 4 * b, -7 * a};
        }
        double[][] fc = Fc.matrix(samples);
        assertThat(fc[0]).containsExactly(new double[] {1, 0.6, -1}, within(1e-14));
        assertThat(fc[1]).containsExactly(new double[] {0.6, 1, -0.6}, within(1e-14));
        assertThat(fc[2][2]).isEqualTo(1);
    }

    @Test
    void correlationStaysExactFarFromZero() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] near = new double[5000][2];
        double[][] far = new double[5000][2];
        for (int k = 0; k < near.length; k++) {
            double common = Math.rint(random.nextGaussian() * 1024) / 1024;
            near[k] = new double[] {common, common + Math.rint(random.nextGaussian() * 1024) / 1024};
            far[k] = new double[] {near[k][0] + 1e9, near[k][1] - 1e9};
        }
        assertThat(Fc.matrix(far)[0][1]).isCloseTo(Fc.matrix(near)[0][1], within(1e-9));
    }

    @Test
    void constantRegionHasNoCorrelation() {
        double[][] samples = new double[999][2];
        for (int k = 0; k < samples.length; k++) {
            samples[k] = new double[] {0.1, Math.sin(k)};
        }
        double[][] fc = Fc.matrix(samples);
        assertThat(fc[0]).containsExactly(0, 0);
        assertThat(fc[1]).containsExactly(0, 1);
    }

    @Test
    void scoresAreCorrelationsAboveTheDiagonal() {
        Fc fc = new Fc(List.of("a", "b", "c"), new double[][] {{1, 0.1, 0.2}, {0.1, 1, 0.4}, {0.2, 0.4, 1}});
        double[][] twice = {{0, 0.2, 0.4}, {9, 0, 0.8}, {9, 9, 0}};
        double[][] mirrored = {{1, -0.1, -0.2}, {-0.1, 1, -0.4}, {-0.2, -0.4, 1}};
        Scores scores = fc.correlateWith(List.of(subject("x", twice), subject("y", mirrored)));
        assertThat(scores.subjects()).containsExactly("x", "y");
        assertThat(scores.values().get(0)).isCloseTo(1, within(1e-15));
        assertThat(scores.values().get(1)).isCloseTo(-1, within(1e-15));
        assertThat(scores.mean()).isCloseTo(0, within(1e-15));
    }

    @Test
    void seriesKeepsItsLabels() {
        Series series = new Series(
                "bold", "1", new double[] {1, 2, 3}, List.of("l", "r"), new double[][] {{1, 2}, {2, 4}, {3, 6}});
        assertThat(Fc.of(series).labels()).containsExactly("l", "r");
        assertThat(Fc.of(series).matrix()[0][1]).isCloseTo(1, within(1e-15));
    }

    @Test
    void kolmogorovDistanceCountsTies() {
        // scipy.stats.ks_2samp (SciPy 1.17) gives 0.5
        double[] x = {1, 2, 2, 3, 5, 5, 8};
        double[] y = {12, 2, 4, 5, 9, 10, 11, 2};
        assertThat(Similarity.kolmogorov(x, y)).isEqualTo(0.5);
        assertThat(Similarity.kolmogorov(x, x)).isZero();
        assertThat(Similarity.kolmogorov(new double[] {1, 2, 3}, new double[] {7, 8}))
                .isEqualTo(1);
    }

    @Test
    void wrongInputIsNamed() {
        Fc fc = new Fc(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}});
        assertThatThrownBy(() -> fc.correlateWith(List.of(subject("s1", new double[3][3]))))
                .isInstanceOf(GyrusException.class)
                .hasMessage("fc of subject s1: expected 2 regions, as simulated, given 3 regions");
        assertThatThrownBy(() -> fc.correlateWith(List.of())).hasMessageContaining("at least one subject");
        assertThatThrownBy(() -> Fc.matrix(new double[][] {{1, 2}})).hasMessageContaining("at least two samples");
        assertThatThrownBy(() -> Fc.matrix(new double[][] {{1, Double.NaN}, {1, 2}}))
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> Similarity.pearson(new double[2], new double[3]))
                .hasMessageContaining("2 and 3");
        assertThatThrownBy(() -> Similarity.kolmogorov(new double[0], new double[3]))
                .hasMessageContaining("given none");
        assertThatThrownBy(() -> Similarity.upperTriangle(new double[2][3])).hasMessageContaining("square");
    }

    @Test
    void samplesThatGiveNoCorrelationAreNamed() {
        assertThatThrownBy(() -> Fc.matrix(new double[][] {{1, 2}, {3}}))
                .hasMessage("fc: expected 2 values in every sample, given 1 in sample 1");
        assertThatThrownBy(() -> Fc.matrix(new double[][] {{1, -1e200}, {2, 1e200}}))
                .hasMessageContaining("column 1");
        assertThatThrownBy(() -> new Fc(List.of("a", "b"), new double[][] {{1, 0}, {0}}))
                .hasMessageContaining("a square matrix");
    }

    @Test
    void twoSamplesCorrelateFullyOrNotAtAll() {
        double[][] fc = Fc.matrix(new double[][] {{1, 5, 2}, {2, 4, 2}});
        assertThat(fc[0]).containsExactly(new double[] {1, -1, 0}, within(1e-15));
        assertThat(fc[2]).containsOnly(0);
    }

    @Test
    void scoresNameTheSubjectAndNeedThreeRegions() {
        Fc two = new Fc(List.of("a", "b"), new double[2][2]);
        assertThatThrownBy(() -> two.correlateWith(List.of(subject("s1", new double[2][2]))))
                .hasMessage("fc of subject s1: expected matrices of at least three rows, given 2");
        Fc three = new Fc(List.of("a", "b", "c"), new double[3][3]);
        double[][] measured = {{1, Double.NaN, 0}, {0, 1, 0}, {0, 0, 1}};
        assertThatThrownBy(() -> three.correlateWith(List.of(subject("s2", measured))))
                .hasMessageStartingWith("fc of subject s2: expected finite samples");
    }

    private static Subject subject(String id, double[][] fc) {
        return new Subject(id, Optional.empty(), fc);
    }
}
