package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.Particles;
import java.util.Arrays;

/**
 * Samples of the posterior where the likelihood is not known: particles whose simulations are within a tolerance of the
 * data, for ever smaller tolerances (approximate Bayesian computation by sequential Monte Carlo).
 *
 * <p>T. Toni, D. Welch, N. Strelkowa, A. Ipsen and M. P. H. Stumpf, J. R. Soc. Interface 6 (2009) 187–202,
 * doi:10.1098/rsif.2008.0172. The objective (the sum, of several) is the distance between a simulation and the data;
 * the prior is uniform in the unit cube. Particles are moved by a normal kernel of twice their weighted covariance: S.
 * Filippi, C. P. Barnes, J. Cornebise and M. P. H. Stumpf, Stat. Appl. Genet. Mol. Biol. 12 (2013) 87–107,
 * doi:10.1515/sagmb-2012-0069. Without given tolerances the next one leaves a share of the effective sample size: P.
 * Del Moral, A. Doucet and A. Jasra, Stat. Comput. 22 (2012) 1009–1020, doi:10.1007/s11222-011-9271-y.
 *
 * <p>Simulations must not all have one seed where the posterior is to contain the noise of the model. Immutable and
 * thread-safe.
 *
 * @param population number of particles
 * @param tolerances the decreasing sequence; empty to adapt
 * @param share of the effective sample size that an adapted tolerance leaves
 * @param target tolerance at which adaptation ends
 * @param acceptance share of accepted proposals below which the search ends
 */
public record AbcSmc(int population, double[] tolerances, double share, double target, double acceptance)
        implements Algorithm {
    public AbcSmc {
        Settings.require(population >= 10, "population", "at least 10 particles", population);
        Settings.require(share > 0 && share < 1, "share", "a number between 0 and 1", share);
        Settings.require(acceptance >= 0 && acceptance < 1, "acceptance", "a number from 0 to below 1", acceptance);
        Settings.require(!Double.isNaN(target), "target", "a number", target);
        tolerances = tolerances.clone();
        for (int k = 0; k < tolerances.length; k++) {
            double before = k == 0 ? Double.POSITIVE_INFINITY : tolerances[k - 1];
            Settings.require(
                    tolerances[k] >= 0 && tolerances[k] < before,
                    "tolerances",
                    "decreasing numbers, not negative",
                    Arrays.toString(tolerances));
        }
    }

    /**
     * Tolerances adapt: each leaves half of the effective sample size; ends where under 1 % of the proposals are
     * accepted.
     */
    public static AbcSmc adaptive(int population) {
        return new AbcSmc(population, new double[0], 0.5, 0, 0.01);
    }

    /** Given tolerances. */
    public static AbcSmc of(int population, double... tolerances) {
        Settings.require(tolerances.length > 0, "tolerances", "at least one", "none");
        return new AbcSmc(population, tolerances, 0.5, 0, 0);
    }

    /** Another end of the adaptation. */
    public AbcSmc target(double tolerance) {
        return new AbcSmc(population, tolerances, share, tolerance, acceptance);
    }

    @Override
    public Sampler begin(int dimensions, long seed) {
        Settings.require(dimensions >= 1, "dimensions", "at least one parameter", dimensions);
        return new Particles(this, dimensions, Draws.of(seed, 5));
    }

    @Override
    public String description() {
        return "abc-smc population=" + population + " tolerances=" + Arrays.toString(tolerances) + " share=" + share
                + " target=" + target + " acceptance=" + acceptance;
    }
}
