package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Series;
import dev.gyrus.spiking.Spikes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the neurons of a run did.
 *
 * @param counts one per population of neurons that is recorded
 * @param rates likewise, in Hz, of one column each; none where none were wanted
 * @param shown the spikes of a raster, likewise; none where there is no figure
 * @param shownFrom when the raster begins, in ms
 * @param notice what was left out, in a sentence
 */
record SpikeResult(
        List<SpikeCounts> counts, List<Series> rates, List<Spikes> shown, double shownFrom, Optional<String> notice) {

    /** As {@code summary.json} has it, by population. */
    Map<String, Object> written() {
        Map<String, Object> out = new LinkedHashMap<>();
        counts.forEach(count -> out.put(count.name(), count.written()));
        return out;
    }
}
