package dev.gyrus.models.classic;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The steady state of one region of {@link ReducedWongWangExcInh} or {@link DecoBalancedExcInh}, in declared units.
 *
 * @param node the model with the parameters of all regions
 * @param index of the region
 */
record WongWangRegion(Node node, int index) {
    /** What it reads; {@code M_i} only where there is one. */
    static final List<String> PARAMETERS = List.of(
            "a_e", "b_e", "d_e", "gamma_e", "tau_e", "w_p", "J_N", "W_e", "a_i", "b_i", "d_i", "gamma_i", "tau_i",
            "J_i", "W_i", "I_o", "I_ext", "G", "lamda");

    /** Enough to bisect any interval down to neighbouring numbers. */
    private static final int HALVINGS = 200;

    /** S_e at a rate in Hz. */
    double excitation(double rate) {
        double opening = parameter("gamma_e") * parameter("tau_e") * rate;
        return opening / (1 + opening);
    }

    /** x_e in nA at a rate in Hz: the inverse of the response. */
    double current(double rate) {
        double d = parameter("d_e");
        // The response u/(1 − exp(−d u)) is above u, and below e^−700/d at the lower end.
        double excess = root(u -> rate - response(u, d), -750 / d, rate);
        return (excess / gain() + parameter("b_e")) / parameter("a_e");
    }

    /**
     * J_i in nA at a rate in Hz.
     *
     * @param input Σ w S_e of all regions
     */
    double inhibition(double rate, double input) {
        double recurrent = parameter("J_N") * excitation(rate);
        double coupled = parameter("G") * parameter("J_N") * input;
        double drive =
                parameter("w_p") * recurrent + parameter("W_e") * parameter("I_o") + coupled + parameter("I_ext");
        double base = recurrent + parameter("W_i") * parameter("I_o") + parameter("lamda") * coupled;
        DoubleUnaryOperator gating = x -> parameter("tau_i")
                * parameter("gamma_i")
                * response(gain() * (parameter("a_i") * x - parameter("b_i")), parameter("d_i"));
        double x = root(v -> base - gating.applyAsDouble(v) - v, base - gating.applyAsDouble(base), base);
        return (drive - current(rate)) / gating.applyAsDouble(x);
    }

    private double parameter(String name) {
        Mass mass = node.masses().get(0);
        double[] values = node.value(mass.name(), mass.parameter(name).orElseThrow());
        return values[values.length == 1 ? 0 : index];
    }

    private double gain() {
        return node.masses().get(0).parameter("M_i").isPresent() ? parameter("M_i") : 1;
    }

    private static double response(double excess, double d) {
        double z = d * excess;
        return Math.abs(z) < 1e-9 ? 1 / d + excess / 2 : excess / -Math.expm1(-z);
    }

    /** The root of a decreasing function, between two points around it. */
    private static double root(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = 0.5 * (a + b);
            if (f.applyAsDouble(middle) > 0) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }
}
