package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.SimulatedBinary;
import java.util.List;

/**
 * Two children of two parents.
 *
 * <p>Implementations are immutable and thread-safe; what is random in them comes from the draws alone. Children may lie
 * outside the unit cube: mutation follows, and what is still outside is moved to the bound. {@link #toString} names
 * them with their settings.
 */
@FunctionalInterface
public interface Crossover {
    /** The two children; the parents are not changed. */
    List<Genome> cross(Genome one, Genome other, Draws draws);

    /**
     * Children around the line between their parents, steps included: c = (1 − γ) a + γ b with γ uniform in [−α, 1 + α]
     * for each component, and the other child the other way round. L. J. Eshelman and J. D. Schaffer, Foundations of
     * Genetic Algorithms 2 (1993) 187–202, doi:10.1016/B978-0-08-094832-4.50018-0.
     *
     * @param alpha how far beyond the parents, as a share of their distance
     */
    static Crossover blend(double alpha) {
        Settings.require(alpha >= 0 && alpha <= 10, "blend.alpha", "a number from 0 to 10", alpha);
        return named("blend(" + alpha + ")", (one, other, draws) -> {
            double[][] positions = blended(one.position(), other.position(), alpha, draws);
            double[][] steps = blended(one.steps(), other.steps(), alpha, draws);
            return List.of(new Genome(positions[0], steps[0]), new Genome(positions[1], steps[1]));
        });
    }

    private static double[][] blended(double[] one, double[] other, double alpha, Draws draws) {
        double[][] children = new double[2][one.length];
        for (int k = 0; k < one.length; k++) {
            double share = (1 + 2 * alpha) * draws.uniform() - alpha;
            children[0][k] = (1 - share) * one[k] + share * other[k];
            children[1][k] = share * one[k] + (1 - share) * other[k];
        }
        return children;
    }

    /**
     * Children spread around their parents as by crossing binary numbers, within the bounds: that of NSGA-II. K. Deb
     * and R. B. Agrawal, Complex Systems 9 (1995) 115–148.
     *
     * @param eta the larger, the nearer children are to their parents
     */
    static Crossover simulatedBinary(double eta) {
        Settings.require(eta >= 0 && eta <= 1000, "simulated-binary.eta", "a number from 0 to 1000", eta);
        return named("simulated-binary(" + eta + ")", new SimulatedBinary(eta));
    }

    /** Each component is swapped with that of the other parent with a probability. */
    static Crossover uniform(double probability) {
        Settings.require(
                probability >= 0 && probability <= 1, "uniform.probability", "a number from 0 to 1", probability);
        return named("uniform(" + probability + ")", (one, other, draws) -> {
            Genome first = new Genome(one.position().clone(), one.steps().clone());
            Genome second = new Genome(other.position().clone(), other.steps().clone());
            for (int k = 0; k < first.position().length; k++) {
                if (draws.uniform() < probability) {
                    first.position()[k] = other.position()[k];
                    second.position()[k] = one.position()[k];
                    if (first.steps().length > 0) {
                        first.steps()[k] = other.steps()[k];
                        second.steps()[k] = one.steps()[k];
                    }
                }
            }
            return List.of(first, second);
        });
    }

    /** The same crossover under a name. */
    static Crossover named(String name, Crossover crossover) {
        return new Crossover() {
            @Override
            public List<Genome> cross(Genome one, Genome other, Draws draws) {
                return crossover.cross(one, other, draws);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
