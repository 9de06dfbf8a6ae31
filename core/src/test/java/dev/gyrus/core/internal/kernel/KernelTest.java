package dev.gyrus.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Table;
import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Evaluate;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.math.Bilinear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled kernels, for many lanes and for few, against the interpreter, which shares only the parser with them. */
class KernelTest {
    private static final int LANES = 37;
    private static final double TIME = 12.5;
    private static final Table TABLE = table();

    /** One state whose drift is the expression; x, y, z vary, p, q are constants, l has one value per lane. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y - z*p/q",
                "-x",
                "2 - 3",
                "p",
                "l",
                "t",
                "x/y + t/l + 1/x",
                "exp(x)",
                "log(abs(x) + 1)",
                "tanh(x*y)",
                "sin(x) + cos(y*t)",
                "sqrt(x^2 + y^2)",
                "abs(x - y)",
                "floor(x*3) + sign(y)",
                "sigmoid(p*(x - q))",
                "min(x, y, z, p) + max(x, y, l)",
                "clip(x, -0.5, q)",
                "clip(x, l, l + 0.1)",
                "mod(x, 0.37)",
                "mod(x*10, p)",
                "mod(t, l + 2)",
                "x^2 + x^3 + x^7 + x^16",
                "abs(x)^17 + abs(x)^0.5 + abs(x)^1.5",
                "x^-1 + x^-3",
                "abs(x)^y + abs(x)^p + p^x + 2^x + l^y + 2^p",
                "exp(p) + exp(l) + log(q)*x",
                "where(x < y, x, y)",
                "where(x <= y and not (z > 0), exp(x), exp(y))",
                "where(x > 0 or y >= 0 and z != 0, p, l)",
                "where(p < q, x, y) + where(l == 0, x, z)",
                "where(x < t, 1, 0) + where(1 < 2, x, 0)",
                "where(exp(x) > 1 and sin(y) < l, tanh(z), where(z > y, z, y))",
                "exp(where(x > y, x, y)) + where(x > y, exp(y), 1)",
                "sin(1) + cos(0.5) + exp(2)",
                "atan(x*7) + atan(p)*erf(x) - erfc(-y)*erfc(l) + erfc(q)",
                "asin(x) + acos(y) + acos(l)",
                "ln(2) + tan(x) + sinh(y) + cosh(z) + pow(abs(x), 2.5)",
                "exp(exp(sin(x)*0.5) - 1) + exp(sin(x)*0.5)",
                "x*0 + 0*y + 0/p + (x - x)",
            })
    void everyFunctionIsThatOfTheInterpreter(String text) {
        check(List.of(text));
    }

    @Test
    void loopsLongerThanOneSliceAreThatOfTheInterpreter() {
        String terms = IntStream.range(1, 60)
                .mapToObj(k -> "(x + %d)*(y - 0.%d*z)/(2 + x^2)".formatted(k, k))
                .collect(Collectors.joining(" + "));
        check(List.of(terms, "exp(0.001*(" + terms + ")) - y"));
    }

    @Test
    void aLoopMayReadMoreConstantsThanAMethodHasArguments() {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        String sum = IntStream.range(0, 190)
                .mapToObj(k -> {
                    parameters.put("w" + k, new double[] {0.01 * k - 1});
                    return "w%d*%s".formatted(k, k % 2 == 0 ? "x" : "y");
                })
                .collect(Collectors.joining(" + "));
        check(List.of(sum), parameters);
    }

    @Test
    void aConditionOfTooManyValuesIsRefused() {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        String condition = IntStream.range(0, 130)
                .mapToObj(k -> {
                    parameters.put("w" + k, new double[] {k});
                    return "x < w" + k;
                })
                .collect(Collectors.joining(" and "));
        assertThatThrownBy(() -> check(List.of("where(" + condition + ", 1, 0)"), parameters))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("at most 120 values in one condition");
    }

    @Test
    void tablesAreForEquations() {
        assertThatThrownBy(() -> Formula.of(Parser.expression("2*table.q0(a, b)", "test")))
                .isInstanceOf(GyrusException.class)
                .hasMessageContaining("expression '2*table.q0(a, b)'")
                .hasMessageContaining("a look-up in table 'table'");
    }

    /** Constants that the compiler makes up have numbers: they must not be mistaken for parameters called alike. */
    @Test
    void parametersMayHaveAnyName() {
        Map<String, double[]> parameters = new LinkedHashMap<>();
        for (String prefix : List.of("c", "s", "v", "loop")) {
            for (int k = 0; k < 40; k++) {
                parameters.put(prefix + k, new double[] {1 + k + prefix.length()});
            }
        }
        check(
                parameters.keySet().stream()
                        .map(name -> "%s*x/(%s + 1)".formatted(name, name))
                        .toList(),
                parameters);
    }

    @Test
    void conditionsAreSharedBetweenLoops() {
        String condition = "x*y + z > 0.1 and exp(x) < 1.5";
        List<String> drifts = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            drifts.add(
                    "where(%s, x + %d, y*%d)^3 + where(%s, exp(x*%d/20), z)".formatted(condition, k, k, condition, k));
        }
        check(drifts);
    }

    @Test
    void oneToFiveQuantitiesAreLookedUpAtOnePoint() {
        List<String> drifts = new ArrayList<>();
        for (int count = 1; count <= 5; count++) {
            int shift = count;
            drifts.add(IntStream.range(0, count)
                    .mapToObj(k -> "(%d + 1)*table.q%d(x + %d, y*2)".formatted(k, k, shift))
                    .collect(Collectors.joining(" + ")));
        }
        drifts.add("table.q0(table.q1(x, y), table.q2(x, y))");
        check(drifts);
    }

    @Test
    void lookupsOfConstantsAreHoisted() {
        check(List.of("x*table.q0(p, q) + table.q1(l, q)", "table.q3(p, x) + table.q2(1, l) + table.q4(t, 0.5)"));
    }

    private static void check(List<String> drifts) {
        check(drifts, Map.of());
    }

    private static void check(List<String> texts, Map<String, double[]> more) {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, double[]> leaves = new LinkedHashMap<>();
        List.of("x", "y", "z").forEach(name -> leaves.put(name, randoms(random, -1, 1)));
        Map<String, double[]> parameters = new LinkedHashMap<>(more);
        parameters.put("p", new double[] {1.7});
        parameters.put("q", new double[] {0.3});
        parameters.put("l", randoms(random, 0.1, 0.9));
        Map<String, Expr> drift = new LinkedHashMap<>();
        for (int k = 0; k < texts.size(); k++) {
            drift.put("x" + k, Parser.expression(texts.get(k), "test"));
        }
        Equations equations = new Equations(
                Map.of(), parameters.keySet(), Set.of("l"), drift, Map.of(), Map.of(), Map.of(), Map.of());
        Map<String, double[]> results = step(equations, false, parameters, leaves);
        Map<String, double[]> fused = step(equations, true, parameters, leaves);

        Evaluate interpreter = new Evaluate(KernelTest::lookUp);
        for (Map.Entry<String, Expr> entry : drift.entrySet()) {
            double[] result = results.get(entry.getKey());
            assertThat(fused.get(entry.getKey()))
                    .as("%s in one loop", entry.getKey())
                    .isEqualTo(result);
            for (int lane = 0; lane < LANES; lane++) {
                int at = lane;
                double expected = interpreter.value(
                        entry.getValue(),
                        name -> name.equals("t") ? TIME : value(leaves.getOrDefault(name, parameters.get(name)), at));
                assertThat(result[lane])
                        .as("%s on lane %d", entry.getKey(), lane)
                        .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** The drift of every state. */
    private static Map<String, double[]> step(
            Equations equations, boolean fused, Map<String, double[]> parameters, Map<String, double[]> leaves) {
        CompiledMass compiled = CompiledMass.of(equations, fused, Optional.empty());
        assertThat(compiled.listing()).contains("d_x0 = ");
        Slots slots = compiled.slots();
        Map<String, Table> tables = Map.of("table", TABLE);
        CompiledMass.Memory memory = compiled.memory(parameters, tables, LANES);
        double[][] arrays = memory.arrays();
        double[] scalars = memory.scalars();
        Arrays.setAll(arrays, k -> arrays[k] == null ? new double[LANES] : arrays[k]);
        leaves.forEach((name, values) -> {
            int slot = slots.find(Role.VALUE, name);
            if (slot >= 0) {
                arrays[slot] = values;
            }
        });
        scalars[Slots.TIME] = TIME;
        compiled.kernel().step(arrays, scalars, compiled.lookups(tables), 0, LANES);
        Map<String, double[]> results = new LinkedHashMap<>();
        equations.drift().keySet().forEach(name -> results.put(name, arrays[slots.find(Role.DERIVATIVE, name)]));
        return results;
    }

    private static double value(double[] values, int lane) {
        return values[values.length == 1 ? 0 : lane];
    }

    private static double lookUp(String table, String quantity, double x, double y, int dx, int dy) {
        double[][] out = new double[1][1];
        Bilinear.of(TABLE, List.of(quantity.charAt(1) - '0')).at(new double[] {x}, new double[] {y}, out, 0, 1);
        return out[0][0];
    }

    private static double[] randoms(SplittableRandom random, double low, double high) {
        return random.doubles(LANES, low, high).toArray();
    }

    private static Table table() {
        int nx = 9;
        int ny = 6;
        List<Table.Quantity> quantities = new ArrayList<>();
        for (int q = 0; q < 5; q++) {
            double[] values = new SplittableRandom(q).doubles(nx * ny, -2, 2).toArray();
            quantities.add(new Table.Quantity("q" + q, "1", values));
        }
        return new Table(
                "table",
                new Table.Axis("x", "1", -1, 0.5, nx),
                new Table.Axis("y", "1", -1, 0.4, ny),
                new ArrayList<>(new LinkedHashSet<>(quantities)));
    }
}
