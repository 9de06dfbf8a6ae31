package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Sync;

/**
 * What the mean fields of quadratic integrate-and-fire (QIF) neurons with Lorentzian excitabilities share: the rate r
 * and the mean potential V of a population,
 *
 * <pre>
 *   τ dr/dt = Δ/(πτ) + 2 r V + σ_r τ ξ_r
 *   τ dV/dt = V² − (πτr)² + η + I + drive + σ_V τ ξ_V
 * </pre>
 *
 * <p>Reference: Montbrió, Pazó, Roxin, Phys. Rev. X 5, 2015, doi:10.1103/PhysRevX.5.021028.
 *
 * @param suffix of every name, such as {@code _e}; empty in a model of one population
 */
record Qif(String suffix) {
    /** The only population of a model. */
    static final Qif SINGLE = new Qif("");

    /** What a population takes from the rates and potentials of other nodes; needs {@link #listeningIn}. */
    static final String NETWORK = "cr*c_r + cv*c_V";

    /** Adds the states. */
    Mass.Builder statesIn(Mass.Builder mass, Initial rate, Initial potential) {
        return mass.state("r" + suffix, "1/ms", rate)
                .bounded(0, Double.POSITIVE_INFINITY)
                .state("V" + suffix, "1", potential);
    }

    /** Adds the parameters of a population that is told apart by the values of its own. */
    Mass.Builder parametersIn(Mass.Builder mass, double tau, double delta, double eta) {
        return mass.parameter("tau" + suffix, tau, "ms", "membrane time constant")
                .positive()
                .parameter("I" + suffix, 0, "1", "external input")
                .parameter("Delta" + suffix, delta, "1", "half width of the excitabilities")
                .notNegative()
                .parameter("eta" + suffix, eta, "1", "centre of the excitabilities")
                .parameter(Model.sigma("r" + suffix, "1/ms"))
                .parameter(Model.sigma("V" + suffix, "1"));
    }

    /** The two equations; {@code drive} is a dimensionless expression. */
    String equations(String drive) {
        return """
                dr%1$s/dt = (Delta%1$s/(pi*tau%1$s) + 2*V%1$s*r%1$s)/tau%1$s + sigma_r%1$s*xi_r%1$s
                dV%1$s/dt = (V%1$s^2 - (pi*tau%1$s*r%1$s)^2 + eta%1$s + I%1$s + %2$s)/tau%1$s + sigma_V%1$s*xi_V%1$s
                """.formatted(suffix, drive);
    }

    /** Adds the inputs that {@link #NETWORK} reads, with weights of their own. */
    static Mass.Builder listeningIn(Mass.Builder mass) {
        return mass.parameter("cr", 1, "ms", "weight of other nodes' rates")
                .parameter("cv", 0, "1", "weight of other nodes' potentials")
                .input("c_r", "1/ms", "Σ w r of other nodes")
                .input("c_V", "1", "Σ w V of other nodes");
    }

    /** A node of one population that listens to the rates and potentials of others. */
    static Node.Builder listening(Node.Builder node) {
        return node.sync(Sync.additive("r", "c_r"))
                .sync(Sync.additive("V", "c_V"))
                .defaultOutput("r");
    }
}
