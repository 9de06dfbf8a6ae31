package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Steps;
import dev.gyrus.core.internal.engine.EventPlan.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Notices populations that fire faster than they should, on average over stretches of 50 ms: long enough that no volley
 * counts, in which each neuron fires once.
 *
 * <p>Stretches begin at whole multiples of their length, so that it makes no difference how a run is cut into blocks.
 */
final class Runaway {
    private static final double STRETCH = 50;

    private final List<Watch> watched;
    private final EventBoard board;
    private final double dt;
    private final long length;
    private final long[] counts;
    private long begun;

    Runaway(Plan plan, EventBoard board) {
        this.watched = plan.events().watched();
        this.board = board;
        this.dt = plan.dt();
        this.length = Math.max(1, Math.round(STRETCH / dt));
        this.counts = new long[watched.size()];
    }

    /** Forgets what was counted: the run goes on from another sample. */
    void restore(long sample) {
        Arrays.fill(counts, 0);
        begun = sample;
    }

    /** Counts the spikes of a block that begins after {@code first} steps; says which population was too fast. */
    Optional<String> check(long first, int steps) {
        for (long sample = first + 1; !watched.isEmpty() && sample <= first + steps; sample++) {
            boolean ends = sample % length == 0;
            for (int w = 0; w < counts.length; w++) {
                Watch watch = watched.get(w);
                counts[w] += board.count(watch.group(), watch.from(), watch.to(), sample);
                double rate = counts[w] / (length * dt * (watch.to() - watch.from()));
                if (ends && sample - begun >= length && rate > watch.most()) {
                    return Optional.of(message(watch, rate, sample));
                }
                counts[w] = ends ? 0 : counts[w];
            }
        }
        return Optional.empty();
    }

    private String message(Watch watch, double rate, long sample) {
        return String.format(
                Locale.ROOT,
                "runaway activity: population '%s' fired at %.0f Hz from %s to %s ms, above its limit of %.0f Hz; less"
                        + " excitation or more inhibition may help, and the limit, simulation.runaway, can be set",
                watch.population(),
                1000 * rate,
                Steps.time(sample - length, dt),
                Steps.time(sample, dt),
                1000 * watch.most());
    }
}
