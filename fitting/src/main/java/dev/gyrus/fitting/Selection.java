package dev.gyrus.fitting;

import dev.gyrus.fitting.internal.search.Crowding;
import dev.gyrus.fitting.internal.search.References;
import dev.gyrus.fitting.internal.search.Tournament;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Chooses individuals: as parents, with repetition, or as survivors, without.
 *
 * <p>Implementations are immutable and thread-safe; what is random in them comes from the draws alone. {@link
 * #toString} names them with their settings.
 */
@FunctionalInterface
public interface Selection {
    /**
     * Chooses.
     *
     * @param from valid individuals, at least one, in an order that means nothing; not to be changed
     * @param count how many; survivors are never more than there are
     */
    List<Individual> select(List<Individual> from, int count, Draws draws);

    /** The best by the sum of objectives: survivors of the adaptive scheme. */
    static Selection best() {
        return named(
                "best",
                (from, count, draws) ->
                        from.stream().sorted(Individual.BY_SUM).limit(count).toList());
    }

    /**
     * Parents with a probability that grows linearly with their rank by the sum of objectives.
     *
     * <p>P(rank i from the worst) = (2 − s)/μ + 2i(s − 1)/(μ(μ − 1)), i = 0 … μ − 1: A. E. Eiben and J. E. Smith,
     * Introduction to Evolutionary Computing, Springer 2015, §5.2.2.
     *
     * @param pressure s: expected number of children of the best among as many parents, 1 to 2
     */
    static Selection rank(double pressure) {
        Settings.require(pressure >= 1 && pressure <= 2, "rank.pressure", "a number from 1 to 2", pressure);
        return named(String.format(Locale.ROOT, "rank(%s)", pressure), (from, count, draws) -> {
            List<Individual> ranked =
                    from.stream().sorted(Individual.BY_SUM.reversed()).toList();
            int size = ranked.size();
            List<Individual> chosen = new ArrayList<>();
            while (chosen.size() < count) {
                double left = draws.uniform();
                int rank = 0;
                while (rank < size - 1) {
                    left -= (2 - pressure) / size + 2 * rank * (pressure - 1) / (size * (size - 1.0));
                    if (left < 0) {
                        break;
                    }
                    rank++;
                }
                chosen.add(ranked.get(rank));
            }
            return chosen;
        });
    }

    /** Parents at random, all alike: those of NSGA-III. */
    static Selection random() {
        return named(
                "random",
                (from, count, draws) -> Stream.generate(() -> from.get(draws.below(from.size())))
                        .limit(count)
                        .toList());
    }

    /**
     * Parents by tournaments of two: who dominates wins, then who is less crowded, then chance. K. Deb, A. Pratap, S.
     * Agarwal and T. Meyarivan, IEEE Trans. Evol. Comput. 6 (2002) 182–197, doi:10.1109/4235.996017.
     */
    static Selection tournament() {
        return named("tournament", Tournament::select);
    }

    /** Survivors by fronts, those of the last front that are least crowded: NSGA-II (Deb et al. 2002, as above). */
    static Selection crowding() {
        return named("crowding", (from, count, draws) -> Crowding.select(from, count));
    }

    /**
     * Survivors by fronts, those of the last front that fill the emptiest directions: NSGA-III, K. Deb and H. Jain,
     * IEEE Trans. Evol. Comput. 18 (2014) 577–601, doi:10.1109/TEVC.2013.2281535.
     *
     * @param divisions of each objective in I. Das and J. E. Dennis's lattice of directions
     */
    static Selection references(int divisions) {
        Settings.require(divisions >= 1, "references.divisions", "at least 1", divisions);
        return named("references(" + divisions + ")", new References(divisions)::select);
    }

    /** The same selection under a name. */
    static Selection named(String name, Selection selection) {
        return new Selection() {
            @Override
            public List<Individual> select(List<Individual> from, int count, Draws draws) {
                return selection.select(from, count, draws);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
