package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.internal.language.Expr.Binary;
import dev.gyrus.core.internal.language.Expr.Call;
import dev.gyrus.core.internal.language.Expr.Function;
import dev.gyrus.core.internal.language.Expr.Lookup;
import dev.gyrus.core.internal.language.Expr.Name;
import dev.gyrus.core.internal.language.Expr.Negate;
import dev.gyrus.core.internal.language.Expr.Num;
import dev.gyrus.core.internal.language.Expr.Op;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
    private static final Expr X = new Name("x");

    private static Expr read(String text) {
        return Parser.expression(text, "test");
    }

    private static List<String> errors(String text) {
        GyrusException e = catchThrowableOfType(GyrusException.class, () -> Parser.parse(text, "model"));
        return e.problems().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    a - b - c          → (a - b) - c
                    a / b / c          → (a / b) / c
                    a / b * c          → (a / b) * c
                    a ^ b ^ c          → a ^ (b ^ c)
                    a ** b ** c        → a ^ (b ^ c)
                    -a ^ 2             → -(a ^ 2)
                    -2 ^ 2             → -(2 ^ 2)
                    -a * b             → (-a) * b
                    2 ^ -a * b         → (2 ^ (-a)) * b
                    a + b * c ^ d      → a + (b * (c ^ d))
                    +a                 → a
                    a - -2             → a - (-2)
                    where(a < 1 and b > 2 or not c == d, a, b) → where(((a < 1) and (b > 2)) or (not (c == d)), a, b)
                    where(a < 1 && b > 2 || !(c == d), a, b)   → where(a < 1 and b > 2 or not c == d, a, b)
                    where(not a < 1 and b ≥ 2, a, b)           → where((not (a < 1)) and (b >= 2), a, b)
                    where(a + 1 < b * 2, a, b)                 → where((a + 1) < (b * 2), a, b)
                    min(a, b, c)       → min(min(a, b), c)
                    tan(a)             → sin(a) / cos(a)
                    cosh(a)            → (exp(a) + exp(-a)) / 2
                    ln(a)              → log(a)
                    pow(a, b)          → a ^ b
                    a · b × c − d      → a * b * c - d
                    20[s]              → 20000
                    -3 [Hz]            → -0.003
                    .5                 → 0.5
                    1.e2               → 100
                    """)
    void bothFormsAreOneTree(String given, String explicit) {
        assertThat(read(given)).isEqualTo(read(explicit));
    }

    @Test
    void treesHaveTheirShapes() {
        assertThat(read("-x^2")).isEqualTo(new Negate(new Binary(Op.POW, X, new Num(2))));
        assertThat(read("-2*x")).isEqualTo(new Binary(Op.MUL, new Num(-2), X));
        assertThat(read("2*pi")).isEqualTo(new Binary(Op.MUL, new Num(2), new Num(Math.PI)));
        assertThat(read("max(x, 1e-3)")).isEqualTo(new Call(Function.MAX, List.of(X, new Num(1e-3))));
        assertThat(read("cascade.tau_mu(x, σ)")).isEqualTo(new Lookup("cascade", "tau_mu", X, new Name("σ"), 0, 0));
        assertThat(read("cascade.r.dxyy(x, x)")).isEqualTo(new Lookup("cascade", "r", X, X, 1, 2));
    }

    @Test
    void statementsOfAllFormsAreRead() {
        String text = """
                # excitatory population

                z = c*E   # drive
                dE/dt = (-E
                         + z)/tau
                I' = -I +
                     E
                hold r = f(z)
                output q = E - I
                hold = 1
                """.replace("f(z)", "exp(z)");
        assertThat(Parser.parse(text, "test"))
                .containsExactly(
                        new Statement.Let("z", read("c*E"), 3),
                        new Statement.Differential("E", read("(-E + z)/tau"), 4),
                        new Statement.Differential("I", read("-I + E"), 6),
                        new Statement.Hold("r", read("exp(z)"), 8),
                        new Statement.Output("q", read("E - I"), 9),
                        new Statement.Let("hold", new Num(1), 10));
    }

    @Test
    void allErrorsAreShownWithLineAndCaret() {
        assertThat(errors("""
                dE/dt = (-E + sigmiod(x))/tau
                z = (a + b
                y = a +* b
                w = 2x
                3 = x
                v = where(x, 1, 2) + (x > 1)
                u = clip(x) + x = 3
                + 3
                s = 3[mv]
                """)).containsExactly("""
                        model:1: expected a function (abs, acos, asin, atan, clip, cos, cosh, erf, erfc, exp, floor, ln, log, max, min, mod, pow, sigmoid, sign, sin, sinh, sqrt, tan, tanh, where), given 'sigmiod'; did you mean 'sigmoid'?
                            dE/dt = (-E + sigmiod(x))/tau
                                          ^^^^^^^""", """
                        model:2: expected an operator or ')' for the '(' in line 2, given the end of the line
                            z = (a + b
                                      ^""", """
                        model:3: expected a number, a name or '(', given '*'
                            y = a +* b
                                   ^""", """
                        model:4: expected an operator or the end of the line, given 'x'; a product is written 2*x
                            w = 2x
                                 ^""", """
                        model:5: expected an equation: dx/dt = …, x' = …, y = …, hold r = … or output q = …, given the number 3
                            3 = x
                            ^""", """
                        model:6: expected a condition such as x > 0, given a number
                            v = where(x, 1, 2) + (x > 1)
                                      ^""", """
                        model:6: expected a number, given a condition; write where(condition, 1, 0)
                            v = where(x, 1, 2) + (x > 1)
                                                    ^""", """
                        model:7: expected clip(x, low, high), given 1 argument
                            u = clip(x) + x = 3
                                ^^^^""", """
                        model:7: expected an operator or the end of the line, given '='; a comparison is written ==
                            u = clip(x) + x = 3
                                            ^""", """
                        model:8: expected an equation: dx/dt = …, x' = …, y = …, hold r = … or output q = …, given '+'; to continue a line, end it with the operator or put it in brackets
                            + 3
                            ^""", """
                        model:9: expected one of s, Hz, V, A, S, F, C, Ω, J, W, m, L, M, mol, rad, %, 1, with or without a prefix (f p n μ m c k M G), given 'mv' at position 1 of 'mv'; did you mean 'mV'?
                            s = 3[mv]
                                 ^^^^""");
    }
}
