package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Problem;
import dev.gyrus.core.internal.kernel.Formula;
import dev.gyrus.core.internal.language.Expr;
import dev.gyrus.core.internal.language.Parser;
import dev.gyrus.core.internal.language.Trees;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the weights of connections.
 *
 * @param text in {@code w}
 * @param formula empty for the weight itself
 */
record WeightFunction(String text, Optional<Formula> formula) {

    static WeightFunction of(String text) {
        if (text.equals("w")) {
            return new WeightFunction(text, Optional.empty());
        }
        Expr expression = Parser.expression(text, "weight");
        for (String name : Trees.names(expression)) {
            if (!name.equals("w")) {
                throw GyrusException.input(Problem.unknown("weight '" + text + "'", "name", name, List.of("w")));
            }
        }
        return new WeightFunction(text, Optional.of(Formula.of(expression)));
    }

    /**
     * The function of the weights of one target; where there is no connection it means nothing.
     *
     * @param scratch may receive the result
     */
    double[] of(double[] weights, double[] scratch) {
        return formula.isEmpty() ? weights : formula.get().map(weights, scratch);
    }

    /** Refuses values of the function that are not finite, where there is a connection. */
    void check(double[] weights, double[] values) {
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0 && !Double.isFinite(values[j])) {
                String given = values[j] + " at w = " + weights[j];
                throw GyrusException.input("weight '" + text + "'", "a finite number", given);
            }
        }
    }
}
