package dev.gyrus.spiking;

import dev.gyrus.core.Firing;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import java.util.Map;

/**
 * Spikes at random, independent of one another: in each step with probability rate·dt.
 *
 * <p>The rate is a parameter, or follows the input {@code rate}, to which stimuli and neural masses can be connected; both add up.
 * The probability is 1 where rate·dt is above it. The output {@code intensity} is the parameter.
 *
 * <p>Reference: D. R. Cox, V. Isham, Point Processes, Chapman and Hall 1980, doi:10.1201/9780203743034.
 */
public final class Poisson extends Neuron {

    /** For the service loader. */
    public Poisson() {
        super("poisson");
    }

    @Override
    public Node node(Map<String, String> options) {
        return node();
    }

    /** The source of spikes with its default rate. */
    public static Node node() {
        Mass mass = Mass.named("poisson")
                .output("intensity", "Hz")
                .parameter("rate", 0, "Hz", "rate of spikes")
                .input("rate", "Hz", "rate of spikes, added to the parameter")
                .equations("output intensity = rate")
                .firing(Firing.when("uniform < rate*dt"))
                .build();
        return node(
                mass,
                "intensity",
                "Poisson process: independent random spikes at a rate that may vary",
                "Cox & Isham, Point Processes, 1980, doi:10.1201/9780203743034");
    }
}
