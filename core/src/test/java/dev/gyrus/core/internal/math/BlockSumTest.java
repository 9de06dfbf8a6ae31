package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockSumTest {
    private static final int TARGETS = 7;

    private final SplittableRandom random = new SplittableRandom(1);
    private final double[] history = random.doubles(500, -1, 1).toArray();
    private final double[] start =
            random.doubles(TARGETS * BlockSum.STRIDE, -1, 1).toArray();

    static Stream<Backend> backends() {
        return Stream.concat(Stream.of(Backend.plain()), Backend.vector().stream());
    }

    /** Targets with none to twenty pairs, some of them left out at either end. */
    private BlockSum.Rows rows() {
        int[] starts = new int[TARGETS];
        int[] ends = new int[TARGETS];
        int pairs = 0;
        for (int i = 0; i < TARGETS; i++) {
            starts[i] = pairs + random.nextInt(3);
            ends[i] = starts[i] + random.nextInt(18);
            pairs = ends[i] + random.nextInt(3);
        }
        double[] weights = random.doubles(pairs, -1, 1).toArray();
        int[] offsets = random.ints(pairs, 0, 400).toArray();
        return new BlockSum.Rows(weights, offsets, starts, ends);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void pairsAreAddedInAscendingOrderForEachTargetAndStep(Backend backend) {
        BlockSum blockSum = backend.blockSum();
        for (int length = 0; length <= BlockSum.STRIDE; length++) {
            for (int from = 0; from < TARGETS; from += 2) {
                int at = random.nextInt(BlockSum.STRIDE - length + 1);
                BlockSum.Rows rows = rows();
                double[] sum = start.clone();
                double[] both = start.clone();
                double[] squares = start.clone();
                blockSum.add(rows, from, TARGETS, history, 6, sum, at, length);
                blockSum.addWithSquares(rows, from, TARGETS, history, 6, both, squares, at, length);
                assertThat(sum).isEqualTo(definition(rows, rows.weights(), from, at, length));
                assertThat(both).isEqualTo(sum);
                double[] w2 = Arrays.stream(rows.weights()).map(w -> w * w).toArray();
                assertThat(squares).isEqualTo(definition(rows, w2, from, at, length));
            }
        }
    }

    private double[] definition(BlockSum.Rows rows, double[] weights, int from, int at, int length) {
        double[] sum = start.clone();
        for (int i = from; i < TARGETS; i++) {
            for (int k = at; k < at + length; k++) {
                for (int p = rows.starts()[i]; p < rows.ends()[i]; p++) {
                    int to = i * BlockSum.STRIDE + k;
                    sum[to] = Math.fma(weights[p], history[rows.offsets()[p] + 6 + k - at], sum[to]);
                }
            }
        }
        return sum;
    }
}
