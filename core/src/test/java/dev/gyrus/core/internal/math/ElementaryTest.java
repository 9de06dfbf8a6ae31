package dev.gyrus.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    static Stream<Arguments> functionsAndDomains() {
        double halfLn2 = 0.5 * StrictMath.log(2.0);
        return Stream.of(
                accuracy("exp", 0.7, Elementary::exp, Exact::exp, around(halfLn2, 1000), between(-708, 709.7)),
                accuracy("log", 1.0, Elementary::log, Exact::log, between(0.5, 2), powersOfTen(-307, 308)),
                accuracy("log below the normal range", 1.0, Elementary::log, Exact::log, powersOfTen(-322, -308)),
                accuracy("log near 1", 1.0, Elementary::log, Exact::log, nearOne()),
                accuracy("tanh", 2.0, Elementary::tanh, Exact::tanh, between(-20, 20), between(-1, 1)),
                accuracy("tanh of small", 2.0, Elementary::tanh, Exact::tanh, powersOfTen(-12, 0)),
                accuracy("sigmoid", 2.0, Elementary::sigmoid, Exact::sigmoid, between(-708, 40), between(-5, 5)),
                accuracy("sin", 1.5, Elementary::sin, Exact::sin, around(0.5 * Math.PI, 60000), between(-1e5, 1e5)),
                accuracy("cos", 1.5, Elementary::cos, Exact::cos, around(0.5 * Math.PI, 60000), between(-1e5, 1e5)),
                accuracy("sin of small", 1.5, Elementary::sin, Exact::sin, powersOfTen(-12, 0)),
                accuracy("atan", 1.0, Elementary::atan, Exact::atan, between(-3, 3), powersOfTen(-9, 9)),
                accuracy("erf", 2.0, Elementary::erf, Exact::erf, between(-1, 1), between(-6, 6), powersOfTen(-9, 0)),
                accuracy("erfc", 2.0, Elementary::erfc, Exact::erfc, between(-6, 6), between(0, 3)),
                accuracy("erfc far out", 2.0, Elementary::erfc, Exact::erfc, between(2, 26.5)),
                accuracy("erfc below the normal range", 1.0, Elementary::erfc, Exact::erfc, between(26.55, 27.2)),
                accuracy("sin of large", 1.5, Elementary::sin, Exact::sin, powersOfTen(5, 15)));
    }

    @ParameterizedTest(name = "{0} is within {1} ulp")
    @MethodSource("functionsAndDomains")
    void errorsAreBounded(
            String name, double bound, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double[] points) {
        for (double x : points) {
            assertThat(Exact.ulps(f.applyAsDouble(x), exact.apply(new BigDecimal(x))))
                    .as("%s(%s)", name, x)
                    .isLessThan(bound);
        }
    }

    @ParameterizedTest(name = "pow(x, {0}) is within 1 ulp")
    @CsvSource({"0.5", "2.0", "2.7", "-1.0", "33.3", "-251.7", "1e-9"})
    void powIsWithinOneUlp(double y) {
        double limit = Math.min(300, 705 / Math.abs(y));
        for (double logarithm : between(-limit, limit)) {
            double x = StrictMath.exp(logarithm);
            assertThat(Exact.ulps(Elementary.pow(x, y), Exact.pow(new BigDecimal(x), new BigDecimal(y))))
                    .as("pow(%s, %s)", x, y)
                    .isLessThan(1.0);
        }
    }

    @Test
    void powNearOneWithLargeExponentsIsWithinOneUlp() {
        for (double x : nearOne()) {
            double y = x == 1.0 ? 1.0 : 600.0 / StrictMath.log(x);
            assertThat(Exact.ulps(Elementary.pow(x, y), Exact.pow(new BigDecimal(x), new BigDecimal(y))))
                    .as("pow(%s, %s)", x, y)
                    .isLessThan(1.0);
        }
    }

    @Test
    void resultsBelowTheNormalRangeAreWithinOneUlp() {
        for (double x : between(-745, -708)) {
            BigDecimal exact = Exact.exp(new BigDecimal(x));
            assertThat(Exact.ulps(Elementary.exp(x), exact)).isLessThan(1.0);
            assertThat(Exact.ulps(Elementary.sigmoid(x), exact)).isLessThan(1.0);
            assertThat(Exact.ulps(Elementary.pow(Math.E, x), Exact.pow(new BigDecimal(Math.E), new BigDecimal(x))))
                    .isLessThan(1.0);
        }
    }

    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource({
        "exp, 0, 1",
        "exp, 710, Infinity",
        "exp, Infinity, Infinity",
        "exp, -746, 0",
        "exp, -Infinity, 0",
        "exp, NaN, NaN",
        "log, 1, 0",
        "log, 0, -Infinity",
        "log, -0.0, -Infinity",
        "log, -1, NaN",
        "log, -Infinity, NaN",
        "log, NaN, NaN",
        "log, Infinity, Infinity",
        "tanh, 0, 0",
        "tanh, -0.0, -0.0",
        "tanh, 19.1, 1",
        "tanh, -19.1, -1",
        "tanh, Infinity, 1",
        "tanh, -Infinity, -1",
        "tanh, NaN, NaN",
        "tanh, 4.9E-324, 4.9E-324",
        "tanh, 1e-300, 1e-300",
        "sigmoid, 0, 0.5",
        "sigmoid, Infinity, 1",
        "sigmoid, -Infinity, 0",
        "sigmoid, -800, 0",
        "sigmoid, NaN, NaN",
        "sin, 0, 0",
        "sin, -0.0, -0.0",
        "sin, Infinity, NaN",
        "sin, NaN, NaN",
        "sin, 4.9E-324, 4.9E-324",
        "cos, 0, 1",
        "cos, -Infinity, NaN",
        "cos, NaN, NaN",
        "atan, -0.0, -0.0",
        "atan, Infinity, 1.5707963267948966",
        "atan, -Infinity, -1.5707963267948966",
        "atan, NaN, NaN",
        "erf, -0.0, -0.0",
        "erf, Infinity, 1",
        "erf, -Infinity, -1",
        "erf, NaN, NaN",
        "erf, 1e-310, 1.12837916709551E-310",
        "erfc, 0, 1",
        "erfc, 28, 0",
        "erfc, Infinity, 0",
        "erfc, -Infinity, 2",
        "erfc, NaN, NaN"
    })
    void specialCasesAreExact(String name, double x, double expected) {
        double actual = switch (name) {
            case "exp" -> Elementary.exp(x);
            case "log" -> Elementary.log(x);
            case "tanh" -> Elementary.tanh(x);
            case "sigmoid" -> Elementary.sigmoid(x);
            case "sin" -> Elementary.sin(x);
            case "atan" -> Elementary.atan(x);
            case "erf" -> Elementary.erf(x);
            case "erfc" -> Elementary.erfc(x);
            default -> Elementary.cos(x);
        };
        assertThat(actual).isEqualTo(Double.valueOf(expected));
    }

    /** {@link StrictMath#pow} differs from IEEE 754 in two cases only. */
    @Test
    void powHasTheSpecialCasesOfIeee754() {
        double[] operands = {
            0.0,
            -0.0,
            1.0,
            -1.0,
            2.0,
            -2.0,
            0.5,
            -0.5,
            3.0,
            -3.0,
            2.5,
            -2.5,
            1e300,
            -1e300,
            1e16,
            9007199254740991.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            INFINITY,
            -INFINITY,
            NAN
        };
        for (double x : operands) {
            for (double y : operands) {
                boolean one = x == 1.0 || (x == -1.0 && Double.isInfinite(y));
                double expected = one ? 1.0 : StrictMath.pow(x, y);
                double actual = Elementary.pow(x, y);
                boolean within = Math.abs(actual - expected) <= Math.ulp(expected);
                assertThat(within || Double.compare(actual, expected) == 0)
                        .as("pow(%s, %s) = %s, expected %s", x, y, actual, expected)
                        .isTrue();
            }
        }
    }

    private static Arguments accuracy(
            String name, double bound, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double[]... points) {
        return arguments(
                name,
                bound,
                f,
                exact,
                Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[] between(double low, double high) {
        return new SplittableRandom(11).doubles(400, low, high).toArray();
    }

    /** Positive numbers, evenly spread on a logarithmic scale. */
    private static double[] powersOfTen(double low, double high) {
        return DoubleStream.of(between(low, high))
                .map(e -> StrictMath.pow(10.0, e))
                .toArray();
    }

    /** Neighbours of multiples of a number: where one reduced interval ends and the next begins, or at zeros. */
    private static double[] around(double step, int multiples) {
        return new SplittableRandom(12)
                .ints(150, -multiples, multiples)
                .mapToDouble(k -> k * step)
                .flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)))
                .toArray();
    }

    private static double[] nearOne() {
        return IntStream.range(1, 51)
                .mapToDouble(k -> Math.scalb(1.0, -k))
                .flatMap(d -> DoubleStream.of(1 + d, 1 - d, 1 + 0.7 * d, 1 - 0.7 * d))
                .toArray();
    }
}
