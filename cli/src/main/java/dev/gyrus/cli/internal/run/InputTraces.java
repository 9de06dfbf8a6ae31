package dev.gyrus.cli.internal.run;

import dev.gyrus.core.Drive;
import dev.gyrus.core.Node;
import dev.gyrus.core.Series;
import dev.gyrus.core.Stimulus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a run as they are shown below its spikes: those that all nodes of a group share, added up by target. */
final class InputTraces {
    private static final int SAMPLES = 1500;
    private static final int MOST = 6;

    private InputTraces() {}

    /** From a time to another, in ms; a few of them where they are many. */
    static List<Series> of(Prepared prepared, long seed, double from, double to) {
        double duration = prepared.experiment().simulation().duration();
        Map<List<String>, List<Stimulus>> shared = new LinkedHashMap<>();
        for (Drive drive : prepared.drives().apply(seed)) {
            if (drive.nodes().isEmpty()) {
                shared.computeIfAbsent(List.of(drive.population(), drive.target()), key -> new ArrayList<>())
                        .add(drive.stimulus().over(duration));
            }
        }
        return shared.entrySet().stream()
                .limit(MOST)
                .map(entry ->
                        series(prepared, entry.getKey().get(0), entry.getKey().get(1), entry.getValue(), from, to))
                .toList();
    }

    private static Series series(
            Prepared prepared, String population, String target, List<Stimulus> signals, double from, double to) {
        double[] times = new double[SAMPLES];
        double[][] values = new double[SAMPLES][1];
        for (int k = 0; k < SAMPLES; k++) {
            times[k] = from + k * (to - from) / SAMPLES;
            for (Stimulus signal : signals) {
                values[k][0] += signal.at(times[k]);
            }
        }
        Node node = prepared.network().population(population).node();
        String name = population.isEmpty() ? target : population + " " + target;
        return new Series(name, Declared.target(node, target), times, List.of("0"), values);
    }
}
