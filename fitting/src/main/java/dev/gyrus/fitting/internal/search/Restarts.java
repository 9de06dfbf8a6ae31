package dev.gyrus.fitting.internal.search;

import dev.gyrus.fitting.CmaEs;
import dev.gyrus.fitting.Draws;
import dev.gyrus.fitting.Individual;
import dev.gyrus.fitting.Search;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * CMA-ES again and again: IPOP doubles the population each time; BIPOP does so in turns with runs of smaller
 * populations and first steps, choosing the regime that has used fewer evaluations. Each restart begins at a random
 * place.
 *
 * <p>In BIPOP's small runs the population is ⌊λ (Λ/2λ)^(U²)⌋ and the first step σ 10^(−2U), with the default population
 * λ, the last large one Λ and U uniform in (0, 1) (N. Hansen, GECCO 2009, doi:10.1145/1570256.1570333).
 */
public final class Restarts implements Search {
    /** The population doubles so many times, not more. */
    private static final int DOUBLINGS = 9;

    private final CmaEs settings;
    private final int dimensions;
    private final int smallest;
    private final Draws draws;
    private CmaEsSearch current;
    private int large;
    private boolean inSmall;
    private long largeUsed;
    private long smallUsed;

    public Restarts(CmaEs settings, int dimensions, int size, Draws draws) {
        this.settings = settings;
        this.dimensions = dimensions;
        this.smallest = size;
        this.large = size;
        this.draws = draws;
        double[] centre = new double[dimensions];
        Arrays.fill(centre, 0.5);
        this.current = new CmaEsSearch(centre, settings.deviation(), size, settings.active(), draws);
    }

    @Override
    public List<double[]> ask() {
        if (current.finished().isPresent()) {
            restart();
        }
        return current.ask();
    }

    private void restart() {
        inSmall = settings.restarts() == CmaEs.Restart.BIPOP && large > smallest && smallUsed < largeUsed;
        int size;
        double step = settings.deviation();
        if (inSmall) {
            double u = draws.uniform();
            double ratio = 0.5 * large / smallest;
            size = Math.max(4, (int) (smallest * StrictMath.pow(ratio, u * u)));
            step *= StrictMath.pow(10, -2 * draws.uniform());
        } else {
            large *= 2;
            size = large;
        }
        current = new CmaEsSearch(draws.point(dimensions), step, size, settings.active(), draws);
    }

    @Override
    public void tell(List<double[]> objectives) {
        current.tell(objectives);
        if (inSmall) {
            smallUsed += objectives.size();
        } else {
            largeUsed += objectives.size();
        }
    }

    @Override
    public List<Individual> population() {
        return current.population();
    }

    @Override
    public Optional<String> finished() {
        boolean last = large == smallest << DOUBLINGS;
        return last && !inSmall ? current.finished() : Optional.empty();
    }
}
