package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import dev.gyrus.fitting.Mutation;

/**
 * Polynomial mutation between the bounds 0 and 1, of each component with probability 1/n.
 *
 * @param eta index of the distribution
 */
public record Polynomial(double eta) implements Mutation {
    @Override
    public Genome mutate(Genome genome, Draws draws) {
        double[] position = genome.position().clone();
        for (int k = 0; k < position.length; k++) {
            if (draws.uniform() * position.length < 1) {
                position[k] += change(Math.max(0, Math.min(1, position[k])), draws.uniform());
            }
        }
        return new Genome(position, genome.steps());
    }

    /** δ of the density (η + 1)(1 − |δ|)^η, cut off where it would leave the bounds. */
    private double change(double x, double u) {
        double power = 1 / (eta + 1);
        if (u < 0.5) {
            return StrictMath.pow(2 * u + (1 - 2 * u) * StrictMath.pow(1 - x, eta + 1), power) - 1;
        }
        return 1 - StrictMath.pow(2 * (1 - u) + (2 * u - 1) * StrictMath.pow(x, eta + 1), power);
    }
}
