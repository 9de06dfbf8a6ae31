package dev.gyrus.models.classic;

import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;

/**
 * One population of a model after Wilson and Cowan: the proportion x of its cells that are active,
 *
 * <pre>
 *   τ dx/dt = −x + (1 − k x) S(drive)          S(u) = 1/(1 + exp(−a (u − θ))) − 1/(1 + exp(a θ))
 * </pre>
 *
 * <p>so that x = 0 is at rest without drive.
 *
 * <p>Reference: Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5.
 *
 * @param name of x, and ending of the names of its parameters
 * @param doc the population in words
 */
record WilsonCowanPopulation(String name, String doc) {
    /** Where it is published. */
    static final String REFERENCE = "Wilson, Cowan, Biophys. J. 12, 1972, doi:10.1016/S0006-3495(72)86068-5";

    /** Adds state and parameters. */
    Mass.Builder declareIn(Mass.Builder mass, double tau, double gain, double threshold) {
        return mass.state(name, "1", Initial.uniform(0, 0.5))
                .parameter("tau_" + name, tau, "ms", "time constant of " + doc)
                .positive()
                .parameter("a_" + name, gain, "1", "gain of " + doc)
                .parameter("theta_" + name, threshold, "1", "threshold of " + doc)
                .parameter("k_" + name, 1, "1", "refractoriness of " + doc)
                .parameter("P_" + name, 0, "1", "external input to " + doc)
                .parameter(Model.sigma(name, "1"));
    }

    /** The equation; {@code drive} is an expression. */
    String equation(String drive) {
        return """
                S_%1$s = sigmoid(a_%1$s*(%2$s + P_%1$s - theta_%1$s)) - sigmoid(-a_%1$s*theta_%1$s)
                d%1$s/dt = (-%1$s + (1 - k_%1$s*%1$s)*S_%1$s)/tau_%1$s + sigma_%1$s*xi_%1$s
                """.formatted(name, drive);
    }
}
