package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gyrus.core.Table;
import dev.gyrus.core.Table.Axis;
import dev.gyrus.core.Table.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kernel of the vector back end gives the bits of the plain one, wherever a range begins and ends. */
class VectorBackendTest {
    private static final int N = 97;
    private static final double UNTOUCHED = 123.0;

    private Backend vector;

    @BeforeEach
    void needTheVectorModule() {
        assumeTrue(Backend.vector().isPresent(), "needs --add-modules jdk.incubator.vector");
        vector = Backend.vector().orElseThrow();
    }

    enum Function {
        EXP,
        LOG,
        TANH,
        SIGMOID,
        SIN,
        COS,
        POW;

        void apply(Elementary elementary, double[] x, double[] y, double[] out, int from, int to) {
            switch (this) {
                case EXP -> elementary.exp(x, out, from, to);
                case LOG -> elementary.log(x, out, from, to);
                case TANH -> elementary.tanh(x, out, from, to);
                case SIGMOID -> elementary.sigmoid(x, out, from, to);
                case SIN -> elementary.sin(x, out, from, to);
                case COS -> elementary.cos(x, out, from, to);
                case POW -> elementary.pow(x, y, out, from, to);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsHaveTheSameBits(Function function) {
        SplittableRandom random = new SplittableRandom(1);
        for (Consumer<double[]> filling : fillings(random)) {
            for (int from = 0; from <= 17; from++) {
                double[] x = new double[N];
                double[] y = new double[N];
                filling.accept(x);
                filling.accept(y);
                int to = N - random.nextInt(18);
                double[] expected = filled(UNTOUCHED);
                double[] actual = filled(UNTOUCHED);
                function.apply(Backend.plain().elementary(), x, y, expected, from, to);
                function.apply(vector.elementary(), x, y, actual, from, to);
                assertThat(actual).isEqualTo(expected);
                double[] inPlace = x.clone();
                function.apply(vector.elementary(), inPlace, y, inPlace, from, to);
                assertThat(Arrays.copyOfRange(inPlace, from, to)).isEqualTo(Arrays.copyOfRange(expected, from, to));
            }
        }
    }

    /** Interpreted at first, compiled at the end. */
    @ParameterizedTest
    @EnumSource
    void compilationDoesNotChangeTheBits(Function function) {
        double[] x = new SplittableRandom(5).doubles(N, 0.1, 5.0).toArray();
        double[] first = new double[N];
        double[] again = new double[N];
        function.apply(vector.elementary(), x, x, first, 0, N);
        for (int repetition = 0; repetition < 5000; repetition++) {
            function.apply(vector.elementary(), x, x, again, 0, N);
        }
        assertThat(again).isEqualTo(first);
    }

    @Test
    void noiseHasTheSameBits() {
        SplittableRandom random = new SplittableRandom(2);
        for (int from = 0; from <= 17; from++) {
            int to = N - random.nextInt(18);
            long seed = random.nextLong();
            long stream = random.nextLong();
            long pair = random.nextLong() >>> 1;
            long first = random.nextLong();
            double[][] expected = {filled(UNTOUCHED), filled(UNTOUCHED)};
            double[][] actual = {filled(UNTOUCHED), filled(UNTOUCHED)};
            Backend.plain().noise().gaussians(seed, stream, pair, first, expected[0], expected[1], from, to);
            vector.noise().gaussians(seed, stream, pair, first, actual[0], actual[1], from, to);
            assertThat(actual).isDeepEqualTo(expected);
        }
    }

    @Test
    void lookUpsHaveTheSameBits() {
        SplittableRandom random = new SplittableRandom(4);
        List<Quantity> quantities = new ArrayList<>();
        for (int q = 0; q < 6; q++) {
            quantities.add(new Quantity("q" + q, "1", random.doubles(35).toArray()));
        }
        Table table = new Table("table", new Axis("x", "1", -1, 0.5, 7), new Axis("y", "1", 2, 0.25, 5), quantities);
        double[] x = random.doubles(N, -2, 3).toArray();
        double[] y = random.doubles(N, 1.5, 3.5).toArray();
        for (int count = 1; count <= 6; count++) {
            List<Integer> indices = IntStream.range(0, count).boxed().toList();
            double[][] expected = new double[count][N];
            double[][] actual = new double[count][N];
            Bilinear.of(table, indices, Backend.plain()).at(x, y, expected, 3, N - 2);
            Bilinear.of(table, indices, vector).at(x, y, actual, 3, N - 2);
            assertThat(actual).isDeepEqualTo(expected);
        }
    }

    /** Ordinary numbers, all magnitudes, all bit patterns, and special cases among ordinary numbers. */
    private static List<Consumer<double[]>> fillings(SplittableRandom random) {
        double[] special = {
            0.0,
            -0.0,
            1.0,
            -1.0,
            2.0,
            0.5,
            709.9,
            -745.2,
            708.0,
            18.7,
            -18.8,
            1e5,
            1e22,
            Double.NaN,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        return List.of(
                x -> Arrays.setAll(x, i -> random.nextDouble(0.0, 10.0)),
                x -> Arrays.setAll(x, i -> random.nextDouble(-50.0, 50.0)),
                x -> Arrays.setAll(x, i -> random.nextDouble(-1.1e5, 1.1e5)),
                x -> Arrays.setAll(x, i -> Math.scalb(random.nextDouble(), -random.nextInt(60))),
                x -> Arrays.setAll(x, i -> Double.longBitsToDouble(random.nextLong())),
                x -> Arrays.setAll(
                        x,
                        i -> random.nextInt(9) == 0
                                ? special[random.nextInt(special.length)]
                                : random.nextDouble(0.0, 3.0)));
    }

    private static double[] filled(double value) {
        double[] array = new double[N];
        Arrays.fill(array, value);
        return array;
    }
}
