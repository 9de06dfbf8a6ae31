package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.CmaEsSearch;
import dev.gyrus.fitting.internal.search.Restarts;
import dev.gyrus.fitting.internal.search.Scouted;
import java.util.Arrays;

/**
 * Evolution strategy with adaptation of the covariance matrix: samples a normal distribution that turns and stretches
 * along the valleys of the objective. The first choice for one objective and up to some hundred parameters.
 *
 * <p>N. Hansen, The CMA evolution strategy: a tutorial, arXiv:1604.00772, with its default settings and negative
 * weights. Each method returns a changed copy. Immutable and thread-safe.
 *
 * @param population samples per generation; 0 for 4 + ⌊3 ln n⌋
 * @param deviation standard deviation at the start, as a share of each range
 * @param active whether the worst half of the samples shrinks the distribution in its directions
 * @param restarts how to go on when a search has converged
 * @param scouts points spread over the ranges, from the best of which it begins; 0 to begin in the middle
 */
public record CmaEs(int population, double deviation, boolean active, Restart restarts, int scouts)
        implements Algorithm {
    /** How much narrower a search begins that knows where. */
    private static final double FINER = 3;

    /** What happens after convergence. */
    public enum Restart {
        /** The search is finished. */
        NONE,
        /**
         * From another place with twice the population: A. Auger and N. Hansen, CEC 2005, doi:10.1109/CEC.2005.1554902.
         */
        IPOP,
        /**
         * The same in turns with small populations and steps, so that both have as many evaluations: N. Hansen, GECCO
         * 2009, doi:10.1145/1570256.1570333.
         */
        BIPOP
    }

    public CmaEs {
        Settings.require(population == 0 || population >= 4, "population", "at least 4", population);
        Settings.require(scouts >= 0, "initial", "a number from 0", scouts);
        Settings.require(
                scouts == 0 || restarts == Restart.NONE, "restarts", "none where there is 'initial'", restarts);
        Settings.require(deviation > 0 && deviation <= 1, "deviation", "a number above 0, to 1", deviation);
    }

    /** With the default population, 0.3 of the ranges at the start, negative weights and no restarts. */
    public static CmaEs standard() {
        return new CmaEs(0, 0.3, true, Restart.NONE, 0);
    }

    /** Another size of each generation. */
    public CmaEs population(int size) {
        return new CmaEs(size, deviation, active, restarts, scouts);
    }

    /** Another deviation at the start. */
    public CmaEs deviation(double share) {
        return new CmaEs(population, share, active, restarts, scouts);
    }

    /** With or without negative weights. */
    public CmaEs active(boolean negative) {
        return new CmaEs(population, deviation, negative, restarts, scouts);
    }

    /** Another end. */
    public CmaEs restarts(Restart restart) {
        return new CmaEs(population, deviation, active, restart, scouts);
    }

    /**
     * From the best of so many points that are spread over the ranges, with a third of the deviation: for objectives that are flat
     * but for a small part of the ranges.
     */
    public CmaEs scouts(int points) {
        return new CmaEs(population, deviation, active, restarts, points);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        Settings.require(dimensions >= 1, "dimensions", "at least one parameter", dimensions);
        int size = population > 0 ? population : 4 + (int) (3 * StrictMath.log(dimensions));
        Draws draws = Draws.of(seed, 2);
        if (scouts > 0) {
            return new Scouted(
                    scouts, dimensions, draws, best -> new CmaEsSearch(best, deviation / FINER, size, active, draws));
        }
        double[] centre = new double[dimensions];
        Arrays.fill(centre, 0.5);
        return restarts == Restart.NONE
                ? new CmaEsSearch(centre, deviation, size, active, draws)
                : new Restarts(this, dimensions, size, draws);
    }

    @Override
    public String description() {
        return "cma-es population=" + population + " deviation=" + deviation + " active=" + active + " restarts="
                + restarts + (scouts > 0 ? " scouts=" + scouts : "");
    }
}
