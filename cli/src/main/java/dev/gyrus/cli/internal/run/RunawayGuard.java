package dev.gyrus.cli.internal.run;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Observer;
import dev.gyrus.core.Problem;
import java.util.List;
import java.util.Locale;

/**
 * Stops a run whose neurons excite each other without end: a population of which every neuron fires as often as hardly a
 * neuron can, for a while, on the average.
 */
final class RunawayGuard implements Observer {
    /** Rates are averaged over so many ms. */
    private static final double WINDOW = 50;

    /** Fewer neurons are no population: a single one may be driven as hard as one likes. */
    static final int FEWEST = 20;

    private final String population;
    private final int size;
    private final double limit;
    private long window;
    private long count;
    private double dt;

    /** @param limit of the population's mean rate, in Hz */
    RunawayGuard(String population, int size, double limit) {
        this.population = population;
        this.size = size;
        this.limit = limit;
    }

    @Override
    public List<String> variables() {
        return List.of();
    }

    @Override
    public void begin(Scope scope) {
        dt = scope.dt();
        window = Math.max(1, Math.round(WINDOW / dt));
    }

    @Override
    public void observe(Block block) {
        for (int k = 0; k < block.steps(); k++) {
            count += block.fired(population, k).length;
            long step = block.firstStep() + k + 1;
            if (step % window == 0) {
                check(step);
                count = 0;
            }
        }
    }

    private void check(long step) {
        double rate = 1000.0 * count / size / (window * dt);
        if (rate > limit) {
            Problem problem = Problem.of(String.format(
                    Locale.ROOT,
                    "runaway activity: the neurons of '%s' fire at %.0f Hz from %.0f to %.0f ms, above simulation.runaway:"
                            + " %.0f Hz",
                    population,
                    rate,
                    (step - window) * dt,
                    step * dt,
                    limit));
            throw new GyrusException(GyrusException.Kind.RUN, List.of(problem), null);
        }
    }
}
