package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleSumTest {

    static Stream<Backend> backends() {
        return BlockSumTest.backends();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void sourcesAreAddedInAscendingOrderForEachTarget(Backend backend) {
        SplittableRandom random = new SplittableRandom(1);
        for (int targets = 1; targets < 80; targets += random.nextInt(1, 9)) {
            int sources = random.nextInt(1, 20);
            int first = random.nextInt(5);
            int at = random.nextInt(5);
            int from = random.nextInt(targets);
            int to = random.nextInt(from, targets) + 1;
            double[] weights = random.doubles(sources * targets, -1, 1).toArray();
            double[] samples = random.doubles(first + sources, -1, 1).toArray();
            double[] row = random.doubles(at + targets, -1, 1).toArray();
            double[] expected = row.clone();
            for (int i = from; i < to; i++) {
                for (int j = 0; j < sources; j++) {
                    expected[at + i] = Math.fma(weights[j * targets + i], samples[first + j], expected[at + i]);
                }
            }
            backend.sampleSum().add(weights, sources, targets, samples, first, row, at, from, to);
            assertThat(row).isEqualTo(expected);
        }
    }
}
