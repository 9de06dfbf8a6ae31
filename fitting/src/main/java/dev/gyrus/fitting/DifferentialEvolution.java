package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.Classic;
import dev.gyrus.fitting.internal.search.Jade;

/**
 * Differential evolution: mutants are sums of differences between members of the population; a trial replaces its
 * parent where it is not worse. For one objective, rugged ones too.
 *
 * <p>Immutable and thread-safe.
 *
 * @param population at least 4
 * @param jade whether amplitude and crossover rate adapt themselves
 * @param amplitude F of the difference; where it adapts, of the start
 * @param rate CR, probability with which a component comes from the mutant; where it adapts, of the start
 */
public record DifferentialEvolution(int population, boolean jade, double amplitude, double rate) implements Algorithm {
    public DifferentialEvolution {
        Settings.require(population >= 4, "population", "at least 4", population);
        Settings.require(amplitude > 0 && amplitude <= 2, "amplitude", "a number above 0, to 2", amplitude);
        Settings.require(rate >= 0 && rate <= 1, "rate", "a number from 0 to 1", rate);
    }

    /**
     * rand/1/bin: v = a + F (b − c) of three random members. R. Storn and K. Price, J. Global Optim. 11 (1997) 341–359,
     * doi:10.1023/A:1008202821328.
     */
    public static DifferentialEvolution classic(int population, double amplitude, double rate) {
        return new DifferentialEvolution(population, false, amplitude, rate);
    }

    /**
     * JADE: v = x + F (one of the best 5 % − x) + F (a − b) with b possibly one of the replaced; F and CR are drawn for
     * each trial around those that succeeded. J. Zhang and A. C. Sanderson, IEEE Trans. Evol. Comput. 13 (2009)
     * 945–958, doi:10.1109/TEVC.2009.2014613.
     */
    public static DifferentialEvolution jade(int population) {
        return new DifferentialEvolution(population, true, 0.5, 0.5);
    }

    @Override
    public Search begin(int dimensions, long seed) {
        Settings.require(dimensions >= 1, "dimensions", "at least one parameter", dimensions);
        Draws draws = Draws.of(seed, 3);
        return jade ? new Jade(this, dimensions, draws) : new Classic(this, dimensions, draws);
    }

    @Override
    public String description() {
        return "differential-evolution population=" + population + " jade=" + jade + " amplitude=" + amplitude
                + " rate=" + rate;
    }
}
