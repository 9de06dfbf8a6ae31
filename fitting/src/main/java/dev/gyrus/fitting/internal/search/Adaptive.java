package dev.gyrus.fitting.internal.search;

import dev.gyrus.core.GyrusException;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Genome;
import java.util.Arrays;

/** Self-adaptive mutation. */
public final class Adaptive {
    private static final int ATTEMPTS = 100;

    private Adaptive() {}

    public static Genome mutate(Genome genome, Draws draws) {
        int n = genome.position().length;
        if (genome.steps().length != n) {
            throw GyrusException.input("mutation", "genomes with a step for each axis", "none");
        }
        double common = 1 / Math.sqrt(2.0 * n);
        double own = 1 / Math.sqrt(2 * Math.sqrt(n));
        Genome mutant = genome;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] position = genome.position().clone();
            double[] steps = genome.steps().clone();
            double shared = common * draws.gaussian();
            for (int k = 0; k < n; k++) {
                steps[k] *= StrictMath.exp(own * draws.gaussian() + shared);
                position[k] += steps[k] * draws.gaussian();
            }
            mutant = new Genome(position, steps);
            if (Arrays.stream(position).allMatch(x -> x >= 0 && x <= 1)) {
                break;
            }
        }
        return mutant;
    }
}
