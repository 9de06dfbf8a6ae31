package dev.gyrus.core.internal.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JacobianTest {
    private static final Evaluate EVALUATE = Evaluate.withoutTables();

    /** Wilson–Cowan with intermediates that build on each other, out of order. */
    private static final String TEXT = """
            dE/dt = (-E + (1 - E)*sigmoid(gain))/tau
            gain = a*(drive - mu)
            drive = c_ee*E - c_ie*I + u
            dI/dt = (-I + (1 - I)*tanh(square))/(2*tau)
            square = both^2 + gain
            output both = E*I
            """;

    private static Map<String, Double> environment(Map<String, Double> point, List<? extends Statement> lets) {
        Map<String, Double> values = new HashMap<>(point);
        lets.forEach(let -> values.put(let.name(), EVALUATE.value(let.value(), values::get)));
        return values;
    }

    @Test
    void entriesAgreeWithCentralDifferences() {
        Script script = Parser.script(TEXT, "test");
        List<Statement> ordered = Names.order(script, new Problems());
        List<String> rows = List.of("E", "I");
        List<String> columns = List.of("E", "I", "u", "tau");
        Jacobian jacobian = Jacobian.of(script.statements(), ordered, rows, columns);
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 100; k++) {
            Map<String, Double> point = new HashMap<>();
            for (String name : List.of("E", "I", "u", "tau", "a", "mu", "c_ee", "c_ie")) {
                point.put(name, random.nextDouble(0.2, 2));
            }
            Map<String, Double> values = environment(point, jacobian.lets());
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    Expr rate = script.statements().get(3 * i).value();
                    double h = 1e-5;
                    double expected = (shifted(rate, ordered, point, columns.get(j), h)
                                    - shifted(rate, ordered, point, columns.get(j), -h))
                            / (2 * h);
                    assertThat(EVALUATE.value(jacobian.entries().get(i).get(j), values::get))
                            .isCloseTo(expected, within(1e-8 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    private static double shifted(
            Expr rate, List<Statement> ordered, Map<String, Double> point, String name, double shift) {
        Map<String, Double> moved = new HashMap<>(point);
        moved.merge(name, shift, Double::sum);
        return EVALUATE.value(rate, environment(moved, ordered)::get);
    }

    @Test
    void derivativesOfIntermediatesGetFreeNames() {
        Script script = Parser.script("z = x^2\ndx/dt = z*dz_dx\ny = 3*x", "test");
        Jacobian jacobian =
                Jacobian.of(script.statements(), Names.order(script, new Problems()), List.of("x"), List.of("x"));
        assertThat(Printer.listing(jacobian.lets())).isEqualTo("""
                z      = x^2
                dz_dx_ = 2*x
                y      = 3*x
                """);
        assertThat(Printer.text(jacobian.entries().get(0).get(0))).isEqualTo("dz_dx_*dz_dx");
    }

    @Test
    void sizeStaysProportionalToTheEquations() {
        StringBuilder text = new StringBuilder("z0 = x*x\nz1 = x + z0\n");
        for (int k = 2; k < 60; k++) {
            text.append("z%d = z%d*z%d\n".formatted(k, k - 1, k - 2));
        }
        text.append("dx/dt = z59\n");
        Script script = Parser.script(text.toString(), "test");
        Jacobian jacobian =
                Jacobian.of(script.statements(), Names.order(script, new Problems()), List.of("x"), List.of("x"));
        assertThat(jacobian.lets())
                .hasSize(120)
                .allSatisfy(let -> assertThat(Printer.text(let.value())).hasSizeLessThan(60));
    }
}
