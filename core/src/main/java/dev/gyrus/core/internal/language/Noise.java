package dev.gyrus.core.internal.language;

import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stochastic differential equations {@code dx/dt = f + Σ g·xi} split into drift f and amplitudes g.
 *
 * <p>White noise may stand in differential equations and in intermediates they read; these keep their name for the part
 * without noise.
 *
 * @param drift all statements, without their noise, in the order of the text
 * @param amplitudes by state, then by noise name: g, which may read intermediates; states without noise are left out
 */
public record Noise(List<Statement> drift, Map<String, Map<String, Expr>> amplitudes) {

    /**
     * Splits statements.
     *
     * @param ordered the intermediates and outputs as {@link Names#order} gives them
     * @param problems gets what is not linear in the noise, and noise in holds and outputs
     */
    public static Noise split(Script script, List<Statement> ordered, Problems problems) {
        Map<String, Linear> noisy = new HashMap<>();
        Map<String, Expr> rests = new HashMap<>();
        for (Statement definition : ordered) {
            Linear linear = linear(script, definition, noisy, problems);
            if (!linear.isConstant()) {
                noisy.put(definition.name(), new Linear(new Expr.Name(definition.name()), linear.coefficients()));
                rests.put(definition.name(), linear.rest());
            }
        }
        List<Statement> drift = new ArrayList<>();
        Map<String, Map<String, Expr>> amplitudes = new LinkedHashMap<>();
        for (Statement statement : script.statements()) {
            if (statement instanceof Statement.Let) {
                drift.add(Trees.with(statement, rests.getOrDefault(statement.name(), statement.value())));
                continue;
            }
            boolean differential = statement instanceof Statement.Differential;
            Linear linear = linear(script, statement, noisy, differential ? problems : new Problems());
            if (!differential && !linear.isConstant()) {
                String noise = String.join(", ", linear.coefficients().keySet());
                Problem problem = script.source()
                        .problem(statement, "white noise in differential equations only", "it reads " + noise, "");
                problems.add(problem);
            } else if (!linear.isConstant()) {
                amplitudes.put(statement.name(), linear.coefficients());
            }
            drift.add(Trees.with(statement, linear.rest()));
        }
        return new Noise(drift, amplitudes);
    }

    private static Linear linear(Script script, Statement statement, Map<String, Linear> noisy, Problems problems) {
        List<Expr> refused = new ArrayList<>();
        Linear linear = Linear.split(
                statement.value(),
                name -> Names.isNoise(name) ? new Linear(Algebra.ZERO, Map.of(name, Algebra.ONE)) : noisy.get(name),
                refused);
        for (Expr node : refused) {
            problems.add(script.source()
                    .problem(node, "white noise in sums, or times a factor without noise", Printer.clipped(node), ""));
        }
        return linear;
    }
}
