package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockSumTest {
    private final SplittableRandom random = new SplittableRandom(1);
    private final double[] history = random.doubles(500, -1, 1).toArray();
    private final double[] weights = random.doubles(20, 0, 1).toArray();
    private final double[] squares = random.doubles(20, 0, 1).map(w -> w * w).toArray();
    private final int[] offsets = random.ints(20, 0, 400).toArray();

    @Test
    void pairsAreAddedInAscendingOrderForEachStep() {
        for (int length = 0; length <= 64; length++) {
            double[] sum = new double[80];
            double[] both = new double[80];
            double[] second = new double[80];
            BlockSum blockSum = Backend.plain().blockSum();
            blockSum.add(weights, offsets, 1, 19, 6, history, sum, 9, length);
            blockSum.add(weights, squares, offsets, 1, 19, 6, history, both, second, 9, length);
            assertThat(sum).isEqualTo(definition(weights, length));
            assertThat(both).isEqualTo(sum);
            assertThat(second).isEqualTo(definition(squares, length));
        }
    }

    @Test
    void sumsContinueWhatIsThere() {
        double[] whole = new double[32];
        double[] parts = new double[32];
        BlockSum blockSum = Backend.plain().blockSum();
        blockSum.add(weights, offsets, 0, 20, 0, history, whole, 0, 32);
        blockSum.add(weights, offsets, 0, 8, 0, history, parts, 0, 32);
        blockSum.add(weights, offsets, 8, 20, 0, history, parts, 0, 16);
        blockSum.add(weights, offsets, 8, 20, 16, history, parts, 16, 16);
        assertThat(parts).isEqualTo(whole);
    }

    private double[] definition(double[] w, int length) {
        double[] sum = new double[80];
        for (int k = 0; k < length; k++) {
            for (int p = 1; p < 19; p++) {
                sum[9 + k] = Math.fma(w[p], history[offsets[p] + 6 + k], sum[9 + k]);
            }
        }
        return sum;
    }
}
