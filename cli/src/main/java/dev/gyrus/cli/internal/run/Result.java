package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Series;
import java.util.List;
import java.util.Optional;

/**
 * What one run gave, files aside.
 *
 * @param steps made
 * @param complete false when it was stopped before its end
 * @param statistics of what was recorded
 * @param kept recordings that are needed as a whole
 * @param overview what the figures of activity show
 * @param comparison functional connectivity and scores, where there is a signal to correlate
 * @param spikes what neurons did; empty where there are none
 * @param notices what was left out, in sentences
 */
record Result(
        long seed,
        long steps,
        boolean complete,
        Timing timing,
        Statistics statistics,
        List<Series> kept,
        List<Overview.View> overview,
        Optional<Series> bold,
        Optional<Comparison> comparison,
        Optional<SpikeResult> spikes,
        List<String> notices) {

    /** Seconds before the first step, and of stepping with all observers. */
    record Timing(double setup, double wall) {}
}
