package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;

/**
 * What the mean fields of quadratic integrate-and-fire neurons with conductance-based synapses share: rate r and mean
 * potential V under a synaptic conductance g,
 *
 * <pre>
 *   dr/dt = Δ/π + 2 V r − g r
 *   dV/dt = V² − π² r² + η + (v_syn − V) g + c_r
 * </pre>
 *
 * <p>There is no time constant: V, r, g and v_syn are in 1/ms, η and Δ in 1/ms². {@code c_r} stands for c_r · 1/ms.
 *
 * <p>Reference: Coombes, Byrne, in: Nonlinear Dynamics in Computational Neuroscience, Springer, 2019,
 * doi:10.1007/978-3-319-71048-8_1.
 */
final class QifConductance {
    /** Where it is published. */
    static final String REFERENCE = "Coombes, Byrne, in: Nonlinear Dynamics in Computational Neuroscience, Springer,"
            + " 2019, doi:10.1007/978-3-319-71048-8_1";

    /** The two equations, given g. */
    static final String EQUATIONS = """
            dr/dt = Delta/pi + 2*V*r - g*r + sigma_r*xi_r
            dV/dt = V^2 - (pi*r)^2 + eta + (v_syn - V)*g + c_r/1[ms] + sigma_V*xi_V
            """;

    private QifConductance() {}

    /** Adds the states. */
    static Mass.Builder statesIn(Mass.Builder mass, Initial rate, Initial potential) {
        return mass.state("r", "1/ms", rate)
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("V", "1/ms", potential);
    }

    /** Adds the parameters and the input. */
    static Mass.Builder parametersIn(Mass.Builder mass, double delta, double reversal, double eta) {
        return mass.parameter("Delta", delta, "1/ms^2", "half width of the excitabilities")
                .notNegative()
                .parameter("v_syn", reversal, "1/ms", "reversal potential of the synapses")
                .parameter("k", 1, "1", "strength of the synapses inside the population")
                .parameter("eta", eta, "1/ms^2", "centre of the excitabilities")
                .parameter(Model.sigma("r", "1/ms"))
                .parameter(Model.sigma("V", "1/ms"))
                .input("c_r", "1/ms", "Σ w r of other nodes");
    }
}
