package dev.gyrus.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gyrus.core.internal.kernel.Slots.Role;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's own Euler step against the same step written by hand. */
class MoveTest {
    private static final int LANES = 29;
    private static final double DT = 0.1;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void statesMoveBitForBitAsByHand(boolean fused) {
        Equations equations = equations();
        Map<String, Move.Bound> bounds = Map.of(
                "x", new Move.Bound(-0.5, 0.5, false),
                "y", new Move.Bound(0, Double.POSITIVE_INFINITY, false),
                "z", new Move.Bound(-1, 1, true));
        CompiledMass compiled = CompiledMass.of(equations, fused, Optional.of(new Move(DT, bounds)));
        Slots slots = compiled.slots();
        CompiledMass.Memory memory = compiled.memory(Map.of("g", new double[] {0.7}), Map.of(), LANES);
        double[][] arrays = memory.arrays();
        SplittableRandom random = new SplittableRandom(5);
        Arrays.setAll(
                arrays,
                k -> arrays[k] != null
                        ? arrays[k]
                        : random.doubles(LANES, -1, 1).toArray());
        double[] x = value(compiled, arrays, "x").clone();
        double[] y = value(compiled, arrays, "y").clone();
        double[] z = value(compiled, arrays, "z").clone();
        double[] first = value(compiled, arrays, Move.gaussians("x", "xi"));
        double[] second = value(compiled, arrays, Move.gaussians("x", "eta"));

        compiled.kernel().advance(arrays, memory.scalars(), compiled.lookups(Map.of()), 0, LANES);

        double c = 1 / Math.sqrt(DT);
        for (int i = 0; i < LANES; i++) {
            double slope = (y[i] - x[i]) + c * 0.7 * first[i];
            slope += c * Math.abs(x[i]) * second[i];
            double next = Math.min(Math.max(x[i] + DT * slope, -0.5), 0.5);
            assertThat(next(compiled, arrays, "x")[i]).isEqualTo(next);
            assertThat(next(compiled, arrays, "y")[i]).isEqualTo(Math.max(y[i] + DT * (z[i] * z[i]), 0));
            double turned = z[i] + DT * (7.0 * x[i]);
            double wrapped = Math.max(turned - Math.floor((turned - -1) / 2) * 2, -1);
            assertThat(next(compiled, arrays, "z")[i]).isEqualTo(wrapped >= 1 ? -1 : wrapped);
        }
        assertThat(value(compiled, arrays, "x")).isEqualTo(x);
    }

    private static Equations equations() {
        Map<String, Expr> drift = new LinkedHashMap<>();
        drift.put("x", Parser.expression("y - x", "test"));
        drift.put("y", Parser.expression("z*z", "test"));
        drift.put("z", Parser.expression("7*x", "test"));
        Map<String, Expr> factors = new LinkedHashMap<>();
        factors.put("xi", Parser.expression("g", "test"));
        factors.put("eta", Parser.expression("abs(x)", "test"));
        return new Equations(
                Map.of(), Set.of("g"), Set.of(), drift, Map.of("x", factors), Map.of(), Map.of(), Map.of());
    }

    private static double[] value(CompiledMass compiled, double[][] arrays, String name) {
        return arrays[compiled.slots().find(Role.VALUE, name)];
    }

    private static double[] next(CompiledMass compiled, double[][] arrays, String name) {
        return arrays[compiled.slots().find(Role.NEXT, name)];
    }
}
