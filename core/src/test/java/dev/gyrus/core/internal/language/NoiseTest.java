package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {

    private static Noise split(String text, Problems problems) {
        Script script = Parser.script(text, "model");
        return Noise.split(script, Names.order(script, problems), problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    -x/tau + s*xi               → -x/tau             → s
                    (a - x + s*xi)/tau          → (a - x)/tau        → s/tau
                    -(xi*2 - x)                 → x                  → -2
                    where(x > 0, s*xi, x)       → where(x > 0, 0, x) → where(x > 0, s, 0)
                    xi                          → 0                  → 1
                    g*(x - (xi + a)*h)          → g*(x - a*h)        → -(g*h)
                    """)
    void driftAndAmplitudeAreSplit(String value, String drift, String amplitude) {
        Problems problems = new Problems();
        Noise noise = split("dx/dt = " + value, problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(Printer.text(noise.drift().get(0).value())).isEqualTo(drift);
        assertThat(Printer.text(noise.amplitudes().get("x").get("xi"))).isEqualTo(amplitude);
    }

    @Test
    void noiseMayPassThroughIntermediates() {
        Problems problems = new Problems();
        Noise noise = split("""
                dx/dt = g*drive + xi_2
                drive = a + 2*source
                source = s*xi_1
                dy/dt = -y
                """, problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(Printer.listing(noise.drift())).isEqualTo("""
                dx/dt  = g*drive
                drive  = a + 2*source
                source = 0
                dy/dt  = -y
                """);
        assertThat(noise.amplitudes()).containsOnlyKeys("x");
        Map<String, Expr> amplitudes = noise.amplitudes().get("x");
        assertThat(amplitudes).containsOnlyKeys("xi_1", "xi_2");
        assertThat(Printer.text(amplitudes.get("xi_1"))).isEqualTo("g*(2*s)");
    }

    @Test
    void noiseThatIsNotLinearIsRefusedWithItsPlace() {
        Problems problems = new Problems();
        split("z = exp(xi)\ndx/dt = xi*xi + z + 1/xi\nw = s*xi\nhold r = w", problems);
        assertThat(problems.list()).extracting(Problem::toString).containsExactly("""
                        model:1: expected white noise in sums, or times a factor without noise, given 'exp(xi)'
                            z = exp(xi)
                                ^^^""", """
                        model:2: expected white noise in sums, or times a factor without noise, given 'xi*xi'
                            dx/dt = xi*xi + z + 1/xi
                                      ^""", """
                        model:2: expected white noise in sums, or times a factor without noise, given '1/xi'
                            dx/dt = xi*xi + z + 1/xi
                                                 ^""", """
                        model:4: expected white noise in differential equations only, given it reads xi
                            hold r = w
                                 ^""");
    }

    @Test
    void linearityIsFoundFromTheForm() {
        assertThat(Linear.in(Parser.expression("a*x + b - x/2", "test"), "x"::equals))
                .hasValueSatisfying(linear -> {
                    assertThat(Printer.text(linear.rest())).isEqualTo("b");
                    assertThat(Printer.text(linear.coefficients().get("x"))).isEqualTo("a - 0.5");
                });
        assertThat(Linear.in(Parser.expression("x^2", "test"), "x"::equals)).isEmpty();
        assertThat(Linear.in(Parser.expression("a + b", "test"), "x"::equals))
                .hasValueSatisfying(linear -> assertThat(linear.coefficients()).isEmpty());
    }
}
