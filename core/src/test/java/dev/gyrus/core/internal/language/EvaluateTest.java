package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {
    private static final Map<String, Double> POINT = Map.of("x", 2.0, "y", -3.0, "n", Double.NaN);

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    -x^2                              → -4
                    2^x^3                             → 256
                    x - y - 1                         → 4
                    x/y/4                             → -0.16666666666666666
                    mod(y, x)                         → 1
                    mod(-0.5, 2*pi)                   → 5.783185307179586
                    clip(y, -1, 1) + clip(x, -1, 1)   → 0
                    min(x, y, 1) + max(x, y, 5)       → 2
                    sign(y) + sign(0) + floor(-1.5)   → -3
                    where(x > y and not x == 2 or y < 0, x, 0) → 2
                    where(n < 1 or n >= 1 or n == n, 1, 2)     → 2
                    where(n != n, 1, 2)               → 1
                    sigmoid(0) + tanh(0) + cos(0)     → 1.5
                    exp(1)                            → 2.718281828459045
                    sinh(1e-9)                        → 1e-9
                    cosh(1)                           → 1.543080634815243670
                    tan(1)                            → 1.557407724654902231
                    erf(0.5)                          → 0.5204998778130465
                    erfc(10)*1e45                     → 2.088487583762545
                    atan(2)                           → 1.1071487177940904
                    asin(0.75)                        → 0.848062078981481
                    acos(-0.25)                       → 1.8234765819369754
                    acos(1 - 2^-30)*1e5               → 4.315837287850502
                    pow(9, 0.5)*ln(exp(x))            → 6
                    -sqrt(16)*abs(y)                  → -12
                    """)
    void valuesAreThoseOfArithmetic(String text, double expected) {
        double value = Evaluate.withoutTables().value(Parser.expression(text, "test"), POINT::get);
        assertThat(value).isCloseTo(expected, within(1e-15 * Math.max(1e-9, Math.abs(expected))));
    }
}
