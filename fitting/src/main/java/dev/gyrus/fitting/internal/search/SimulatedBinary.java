package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Crossover;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import java.util.List;

/**
 * Simulated binary crossover between the bounds 0 and 1, of each component with probability ½; steps stay with their
 * genomes.
 *
 * @param eta index of the distribution
 */
public record SimulatedBinary(double eta) implements Crossover {
    private static final double EQUAL = 1e-14;

    @Override
    public List<Genome> cross(Genome one, Genome other, Draws draws) {
        double[] first = one.position().clone();
        double[] second = other.position().clone();
        for (int k = 0; k < first.length; k++) {
            double low = Math.min(first[k], second[k]);
            double high = Math.max(first[k], second[k]);
            if (draws.uniform() > 0.5 || high - low <= EQUAL) {
                continue;
            }
            double u = draws.uniform();
            double below = 0.5 * (low + high - spread(u, low, high - low) * (high - low));
            double above = 0.5 * (low + high + spread(u, 1 - high, high - low) * (high - low));
            boolean swap = draws.uniform() < 0.5;
            first[k] = swap ? above : below;
            second[k] = swap ? below : above;
        }
        return List.of(new Genome(first, one.steps()), new Genome(second, other.steps()));
    }

    /** β of the density that is polynomial up to the bound, which is {@code room} away. */
    private double spread(double u, double room, double distance) {
        double alpha = 2 - StrictMath.pow(1 + 2 * Math.max(0, room) / distance, -(eta + 1));
        double power = 1 / (eta + 1);
        return u * alpha <= 1 ? StrictMath.pow(u * alpha, power) : StrictMath.pow(1 / (2 - u * alpha), power);
    }
}
