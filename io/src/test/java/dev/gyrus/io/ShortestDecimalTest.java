package dev.gyrus.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @CsvSource({
        "0x0p0, 0.0",
        "-0x0p0, -0.0",
        "1, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "100, 100.0",
        "9999999, 9999999.0",
        "1e7, 1.0E7",
        "123456789, 1.23456789E8",
        "0.001, 0.001",
        "0.00099, 9.9E-4",
        "0.0123, 0.0123",
        "1e23, 1.0E23",
        "2e-44, 2.0E-44",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "2.2250738585072014e-308, 2.2250738585072014E-308",
        "9007199254740993, 9.007199254740992E15",
        // The examples of JDK-4511638, which Java 17 writes with a digit too many.
        "2.0E-3, 0.002",
        "2.2250738585072E-308, 2.2250738585072E-308",
        "1.0E23, 1.0E23",
        "2.98023223876953125E-8, 2.9802322387695312E-8",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void knownTexts(String value, String text) {
        assertThat(ShortestDecimal.of(Double.parseDouble(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0x3p-1074, Double.MIN_NORMAL, Double.MAX_VALUE, Math.PI, 1.0 / 3})
    void extremesReadBack(double value) {
        assertThat(Double.parseDouble(ShortestDecimal.of(value))).isEqualTo(value);
        assertThat(ShortestDecimal.of(-value)).isEqualTo("-" + ShortestDecimal.of(value));
    }

    /** Independent of the algorithm: of all shorter decimals none reads back, of all equally short ones none is nearer. */
    @Test
    void noShorterDecimalReadsBackAndNoneOfItsLengthIsNearer() {
        SplittableRandom random = new SplittableRandom(20);
        for (int k = 0; k < 50_000; k++) {
            double value = switch (k % 5) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> Math.scalb(1.0, random.nextInt(-1022, 1024));
                case 2 -> random.nextLong(1L << 60);
                case 3 -> random.nextInt(10_000_000) * 1e-3;
                default -> random.nextDouble(100);
            };
            if (!Double.isFinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
                continue;
            }
            String text = ShortestDecimal.of(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            BigDecimal exact = new BigDecimal(value);
            BigDecimal shortest = new BigDecimal(text).stripTrailingZeros();
            int digits = shortest.precision();
            if (digits > 1) {
                for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                    double shorter =
                            exact.round(new MathContext(digits - 1, mode)).doubleValue();
                    assertThat(shorter).as("shorter than %s", text).isNotEqualTo(value);
                }
            }
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == value) {
                assertThat(shortest).as("nearest to %s", exact).isEqualByComparingTo(nearest);
            }
        }
    }
}
