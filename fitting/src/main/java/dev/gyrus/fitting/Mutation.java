package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.Adaptive;
import dev.gyrus.fitting.internal.search.Polynomial;

/**
 * A changed copy of a genome.
 *
 * <p>Implementations are immutable and thread-safe; what is random in them comes from the draws alone. What they leave
 * outside the unit cube is moved to the bound. {@link #toString} names them with their settings.
 */
@FunctionalInterface
public interface Mutation {
    /** The mutant; the genome is not changed. */
    Genome mutate(Genome genome, Draws draws);

    /**
     * Steps that evolve themselves, then a Gaussian step along each axis; drawn again up to a hundred times until it
     * stays in the cube.
     *
     * <p>σᵢ ← σᵢ exp(γ Nᵢ + γ′ N), xᵢ ← xᵢ + σᵢ Nᵢ′ with γ′ = 1/√(2n), γ = 1/√(2√n): H.-G. Beyer and H.-P. Schwefel,
     * Natural Computing 1 (2002) 3–52, doi:10.1023/A:1015059928466. Needs genomes with steps.
     */
    static Mutation adaptive() {
        return named("adaptive", Adaptive::mutate);
    }

    /**
     * A polynomial distribution between the bounds around each component; that of NSGA-II. K. Deb and M. Goyal,
     * Computer Science and Informatics 26 (1996) 30–45.
     *
     * @param eta the larger, the smaller mutations are
     */
    static Mutation polynomial(double eta) {
        Settings.require(eta >= 0 && eta <= 1000, "polynomial.eta", "a number from 0 to 1000", eta);
        return named("polynomial(" + eta + ")", new Polynomial(eta));
    }

    /**
     * A Gaussian step along each axis.
     *
     * @param deviation its standard deviation as a share of the range
     */
    static Mutation gaussian(double deviation) {
        Settings.require(deviation > 0 && deviation <= 10, "gaussian.deviation", "a number above 0, to 10", deviation);
        return named("gaussian(" + deviation + ")", (genome, draws) -> {
            double[] position = genome.position().clone();
            for (int k = 0; k < position.length; k++) {
                position[k] += deviation * draws.gaussian();
            }
            return new Genome(position, genome.steps());
        });
    }

    /** The same mutation under a name. */
    static Mutation named(String name, Mutation mutation) {
        return new Mutation() {
            @Override
            public Genome mutate(Genome genome, Draws draws) {
                return mutation.mutate(genome, draws);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
