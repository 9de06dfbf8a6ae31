package dev.gyrus.store;

import dev.gyrus.fitting.Axis;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the runs of a store have in common: a store is resumed only by the same.
 *
 * @param experiment everything that the results depend on, by the path of its key, as text
 * @param facts other things worth knowing, such as the version of Gyrus, by name
 * @param axes what varies
 * @param replicates runs of each point
 * @param metrics what is measured of each run
 */
public record StoreHeader(
        SortedMap<String, String> experiment,
        Map<String, String> facts,
        List<Axis> axes,
        int replicates,
        List<String> metrics) {

    public StoreHeader {
        experiment = new TreeMap<>(experiment);
        facts = Map.copyOf(facts);
        axes = List.copyOf(axes);
        metrics = List.copyOf(metrics);
    }
}
