package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {

    @Test
    void textReadsBackAsTheSameTree() {
        RandomTrees trees = new RandomTrees(1);
        for (int k = 0; k < 20_000; k++) {
            Expr tree = trees.number(1 + k % 6);
            String text = Printer.text(tree);
            assertThat(Parser.expression(text, "test")).as(text).isEqualTo(tree);
        }
    }

    @Test
    void listingReadsBackAsTheSameStatements() {
        RandomTrees trees = new RandomTrees(2);
        List<Statement> statements = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            Expr tree = trees.number(6);
            statements.add(
                    switch (k % 4) {
                        case 0 -> new Statement.Let("z" + k, tree, 0);
                        case 1 -> new Statement.Differential("x" + k, tree, 0);
                        case 2 -> new Statement.Hold("r" + k, tree, 0);
                        default -> new Statement.Output("q" + k, tree, 0);
                    });
        }
        List<Statement> read = Parser.parse(Printer.listing(statements), "test");
        assertThat(read).hasSameSizeAs(statements);
        for (int k = 0; k < read.size(); k++) {
            assertThat(read.get(k)).hasSameClassAs(statements.get(k));
            assertThat(read.get(k).name()).isEqualTo(statements.get(k).name());
            assertThat(read.get(k).value()).isEqualTo(statements.get(k).value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(-E + (1 - E)*sigmoid(a*(c_ee*E - c_ie*I + exc - mu)))/tau",
                "a - (b - c) + d",
                "a/(b*c)/d",
                "-x^2 + (-x)^2 + 2^-x + (a^b)^c + a^b^c",
                "where(a < 1 and (b > 2 or not c == d), x, -1)",
                "(-2)^2 - -(2)",
                "2*pi*1e-5*cascade.r.dx(m - 1, σ)",
            })
    void parenthesesAreMinimal(String text) {
        assertThat(Printer.text(Parser.expression(text, "test"))).isEqualTo(text);
    }

    @Test
    void listingAlignsAndBreaksLongLines() {
        String text = """
                  z_exc  = c*E
                   dE/dt = (-E + (1 - E)*sigmoid(a*(c_ee*E - c_ie*I + exc - mu)) + first_long_name*second_long_name +
                            third_long_name)/tau
                  hold r = cascade.r(m, s)
                output q = E - I
                """;
        List<Statement> statements = Parser.parse(text, "test");
        assertThat(Printer.listing(statements)).isEqualTo("""
                        z_exc    = c*E
                        dE/dt    = (-E + (1 - E)*sigmoid(a*(c_ee*E - c_ie*I + exc - mu)) +
                                    first_long_name*second_long_name +
                                    third_long_name)/
                                   tau
                        hold r   = cascade.r(m, s)
                        output q = E - I
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '~', textBlock = """
                    (-E + S)/tau_exc       → \\frac{-E + S}{\\tau_{\\mathrm{exc}}}
                    a*x^2                  → a \\, x^{2}
                    2*3                    → 2 \\cdot 3
                    (a + b)^c              → \\left(a + b\\right)^{c}
                    (a/b)^2                → \\left(\\frac{a}{b}\\right)^{2}
                    a - (b - c)            → a - \\left(b - c\\right)
                    -(a + b)*c             → -\\left(a + b\\right) \\, c
                    a + (-b)*c             → a + \\left(-b \\, c\\right)
                    tauA/mufe              → \\frac{\\tau_{A}}{\\mathrm{mufe}}
                    mue_ou + muse          → \\mu_{e,\\mathrm{ou}} + \\mathrm{muse}
                    exp(-x1)               → \\exp\\left(-x_{1}\\right)
                    sqrt(2*pi)             → \\sqrt{2 \\, \\pi}
                    1e-5*abs(x)            → 10^{-5} \\, \\left|x\\right|
                    2.5e9                  → 2.5 \\cdot 10^{9}
                    rates_exc              → \\mathrm{rates}_{\\mathrm{exc}}
                    σ_e_max                → \\sigma_{e,\\mathrm{max}}
                    where(x >= 0, 1, -1)   → \\begin{cases} 1 & \\text{if } x \\geq 0 \\\\ -1 & \\text{otherwise} \\end{cases}
                    cascade.r.dx(m, s)     → \\partial_{x} r_{\\mathrm{cascade}}\\left(m, s\\right)
                    """)
    void latexIsAsAMathematicianWrites(String text, String latex) {
        assertThat(Latex.of(Parser.expression(text, "test"))).isEqualTo(latex);
    }

    @Test
    void latexOfStatementsIsAligned() {
        assertThat(Latex.of(Parser.parse("z = a*x\ndx/dt = -z/tau\nhold r = x", "test")))
                .isEqualTo("""
                        \\begin{align*}
                        z &= a \\, x \\\\
                        \\frac{\\mathrm{d} x}{\\mathrm{d} t} &= \\frac{-z}{\\tau} \\\\
                        r\\left(t + \\Delta t\\right) &= x
                        \\end{align*}""");
    }
}
