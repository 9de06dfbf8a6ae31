package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifyTest {
    private static final Evaluate EVALUATE = new Evaluate((table, quantity, x, y, dx, dy) -> x - 3 * y + dx);

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    2*3 + x              → 6 + x
                    x + 2 + 3            → x + 2 + 3
                    x + 0 - 0            → x + 0
                    x - -0               → x - -0
                    0 - x                → 0 - x
                    1*x/1*1              → x
                    x*0                  → x*0
                    1/0                  → 1/0
                    --x                  → x
                    -(1 + 1)             → -2
                    where(1 < 2, x, y)   → x
                    where(not 1 < 2 or x > 0, x, y)   → where(x > 0, x, y)
                    where(1 < 2 or x > 0, x, y)       → x
                    where(x > 0 and 2 < 1, x, y)      → y
                    max(2, 3) + sqrt(16) → 7
                    exp(1)^2             → exp(1)^2
                    """)
    void whatIsKnownIsFolded(String text, String folded) {
        assertThat(Printer.text(Simplify.of(Parser.expression(text, "test")))).isEqualTo(folded);
    }

    @Test
    void foldingKeepsEveryBit() {
        RandomTrees trees = new RandomTrees(4);
        for (int k = 0; k < 20_000; k++) {
            Expr tree = trees.number(1 + k % 6);
            Map<String, Double> point = new HashMap<>();
            RandomTrees.NAMES.forEach(name -> point.put(name, trees.uniform(-2, 2)));
            double expected = EVALUATE.value(tree, point::get);
            double folded = EVALUATE.value(Simplify.of(tree), point::get);
            assertThat(Double.compare(folded, expected) == 0)
                    .as("%s: %s, %s", Printer.text(tree), expected, folded)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    x + c*K*in                   → x
                    x - in                       → x
                    in - x                       → -x
                    in                           → 0
                    in/x + c^2*in2*K + 2*y       → 2*y
                    (1 + z*in)*tau               → tau
                    sigmoid(a*(E + in - mu))     → sigmoid(a*(E - mu))
                    sin(k*in)                    → sin(0)
                    """)
    void absentInputsVanish(String text, String left) {
        Expr e = Simplify.without(Parser.expression(text, "test"), name -> name.startsWith("in"));
        assertThat(Printer.text(e)).isEqualTo(left);
    }
}
