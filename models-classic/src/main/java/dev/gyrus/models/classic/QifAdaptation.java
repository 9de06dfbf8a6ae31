package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;

/**
 * Adaptation A of a population of QIF neurons: its rate r filtered by an alpha function of time scale τ_A,
 *
 * <pre>
 *   τ_A dA/dt = B
 *   τ_A dB/dt = gain·r − 2 B − A
 * </pre>
 *
 * <p>so that A = gain·r at a constant rate.
 *
 * <p>Reference: Gast, Schmidt, Knösche, Neural Comput. 32, 2020, doi:10.1162/neco_a_01300.
 */
final class QifAdaptation {
    /** Where it is published. */
    static final String REFERENCE = "Gast, Schmidt, Knösche, Neural Comput. 32, 2020, doi:10.1162/neco_a_01300";

    private QifAdaptation() {}

    /** Adds states and the time scale. */
    static Mass.Builder declareIn(Mass.Builder mass, Initial adaptation, Initial rate) {
        return mass.state("A", "1", adaptation)
                .state("B", "1", rate)
                .parameter("tau_A", 10, "ms", "time scale of adaptation")
                .positive()
                .parameter(Model.sigma("A", "1"))
                .parameter(Model.sigma("B", "1"));
    }

    /** The two equations; {@code gain} is an expression in ms. */
    static String equations(String gain) {
        return """
                dA/dt = B/tau_A + sigma_A*xi_A
                dB/dt = (%s*r - 2*B - A)/tau_A + sigma_B*xi_B
                """.formatted(gain);
    }
}
