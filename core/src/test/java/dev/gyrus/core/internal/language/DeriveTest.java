package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriveTest {
    /** A smooth table: sin(x + 2y), of which every derivative is known. */
    private static final Evaluate EVALUATE = new Evaluate(
            (table, quantity, x, y, dx, dy) -> Math.pow(2, dy) * Math.sin(x + 2 * y + (dx + dy) * Math.PI / 2));

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    c                    → 0
                    3*x + c              → 3
                    x^2                  → 2*x
                    x^3                  → 3*x^2
                    a*x*x                → a*x + a*x
                    c^x                  → c^x*log(c)
                    1/x                  → -(1/x*(1/x))
                    x/c                  → 1/c
                    -exp(-x)             → exp(-x)
                    log(x)               → 1/x
                    tanh(x)              → 1 - tanh(x)*tanh(x)
                    sin(2*x)             → cos(2*x)*2
                    cos(x)               → -sin(x)
                    sigmoid(x)           → sigmoid(x)*(1 - sigmoid(x))
                    atan(x)              → 1/(1 + x*x)
                    erf(x)               → 1.1283791670955126*exp(-(x*x))
                    erfc(x)              → -(1.1283791670955126*exp(-(x*x)))
                    sqrt(x)              → 1/(2*sqrt(x))
                    abs(x)               → sign(x)
                    floor(x) + sign(x)   → 0
                    mod(x, c)            → 1
                    min(x, c)            → where(x <= c, 1, 0)
                    max(c, x)            → where(c >= x, 0, 1)
                    clip(x, 0, c)        → where(max(x, 0) <= c, where(x >= 0, 1, 0), 0)
                    where(x > 0, x, c)   → where(x > 0, 1, 0)
                    f.q(x, c*x)          → f.q.dx(x, c*x) + f.q.dy(x, c*x)*c
                    """)
    void derivativesHaveTheirForms(String text, String derivative) {
        Expr found = Derive.by(Parser.expression(text, "test"), "x");
        assertThat(Printer.text(found)).isEqualTo(derivative);
    }

    @Test
    void derivativesAgreeWithCentralDifferences() {
        RandomTrees trees = new RandomTrees(3, true);
        int compared = 0;
        for (int k = 0; k < 20_000; k++) {
            Expr tree = trees.number(1 + k % 5);
            Map<String, Double> point = new HashMap<>();
            RandomTrees.NAMES.forEach(name -> point.put(name, trees.uniform(0.3, 2.5)));
            Expr derivative = Derive.by(tree, "x");
            double coarse = difference(tree, point, 2e-4);
            double fine = difference(tree, point, 1e-4);
            double middle = difference(tree, point, 1.4e-4);
            // Richardson's extrapolation; where step sizes disagree there is a kink, a jump or too steep a slope.
            double expected = fine + (fine - coarse) / 3;
            double scale = 1 + Math.abs(expected) + Math.abs(EVALUATE.value(tree, point::get));
            boolean smooth = Math.abs(fine - coarse) < 1e-5 * scale && Math.abs(fine - middle) < 1e-5 * scale;
            if (smooth
                    && isRegular(tree, point)
                    && Math.abs(expected) < 1e3
                    && Trees.names(tree).contains("x")) {
                compared++;
                assertThat(EVALUATE.value(derivative, point::get))
                        .as("d/dx of %s at %s", Printer.text(tree), point)
                        .isCloseTo(expected, within(2e-7 * scale));
            }
        }
        assertThat(compared).isGreaterThan(4000);
    }

    /**
     * Whether central differences can see the slope: operands of moderate size (large ones swallow differences), bases and
     * radicands away from 0, remainders by more than the step.
     */
    private static boolean isRegular(Expr tree, Map<String, Double> point) {
        boolean[] regular = {true};
        Trees.walk(tree, node -> {
            if (!(node instanceof Expr.Compare || node instanceof Expr.Logic || node instanceof Expr.Not)) {
                regular[0] &= Math.abs(EVALUATE.value(node, point::get)) < 1e4;
            }
            if (node instanceof Expr.Binary b && b.op() == Expr.Op.POW) {
                double base = EVALUATE.value(b.left(), point::get);
                regular[0] &= (b.right() instanceof Expr.Num ? Math.abs(base) : base) > 1e-2;
            } else if (node instanceof Expr.Call c && c.function() == Expr.Function.SQRT) {
                regular[0] &= EVALUATE.value(node, point::get) > 1e-2;
            } else if (node instanceof Expr.Call c && c.function() == Expr.Function.MOD) {
                regular[0] &= Math.abs(EVALUATE.value(c.arguments().get(1), point::get)) > 1e-2;
            }
        });
        return regular[0];
    }

    private static double difference(Expr tree, Map<String, Double> point, double h) {
        double x = point.get("x");
        double above = EVALUATE.value(tree, name -> name.equals("x") ? x + h : point.get(name));
        double below = EVALUATE.value(tree, name -> name.equals("x") ? x - h : point.get(name));
        return (above - below) / (2 * h);
    }
}
