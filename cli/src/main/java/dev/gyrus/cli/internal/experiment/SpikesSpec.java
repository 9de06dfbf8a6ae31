package dev.gyrus.cli.internal.experiment;

import dev.gyrus.core.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is recorded of neurons: the keys {@code spikes}, {@code rates} and {@code cells} of {@code record}.
 *
 * <pre>
 * record: {spikes: true, rates: {window: 10}, variables: [V], cells: {E: [0..9, 17]}}
 * record: {spikes: {E: [0..99]}, rates: false}
 * </pre>
 *
 * @param chosen neurons whose spikes are kept, by group; no neurons for all of a group; empty for all of all groups
 * @param window over which rates are averaged, in ms; empty for no rates
 * @param cells nodes whose variables are recorded, by group; all of those that are not named
 */
public record SpikesSpec(
        Optional<Map<String, List<Integer>>> chosen, Optional<Double> window, Map<String, List<Integer>> cells) {
    private static final double WINDOW = 10;
    private static final String SPIKES = "spikes";
    private static final String RATES = "rates";
    private static final String NEURONS = "neurons such as [0, 5, 10..19]";

    static SpikesSpec read(Section section, Scope scope) {
        return new SpikesSpec(chosen(section, scope), window(section), neurons(section, "cells", scope));
    }

    private static Optional<Map<String, List<Integer>>> chosen(Section section, Scope scope) {
        Optional<Value> value = section.value(SPIKES);
        if (value.isEmpty() || value.get() instanceof Value.Scalar) {
            return section.flag(SPIKES, true) ? Optional.empty() : Optional.of(Map.of());
        }
        if (value.get() instanceof Value.Items) {
            Map<String, List<Integer>> groups = new LinkedHashMap<>();
            section.list(SPIKES, (item, at) -> section.name(item, at, "group", scope.groupNames()))
                    .forEach(name -> groups.put(name, List.of()));
            return Optional.of(groups);
        }
        return Optional.of(neurons(section, SPIKES, scope));
    }

    private static Optional<Double> window(Section section) {
        Optional<Value> value = section.value(RATES);
        if (value.isEmpty() || value.get() instanceof Value.Scalar) {
            return section.flag(RATES, true) ? Optional.of(WINDOW) : Optional.empty();
        }
        Section own = section.section(RATES);
        double window = own.duration("window", "ms").orElse(WINDOW);
        own.done();
        return Optional.of(window);
    }

    private static Map<String, List<Integer>> neurons(Section section, String key, Scope scope) {
        Map<String, List<Integer>> out = new LinkedHashMap<>();
        Section own = section.section(key);
        for (String group : own.keys()) {
            String at = own.path(group);
            if (!scope.groupNames().contains(group)) {
                own.problem(group, Problem.unknown(at, "group", group, scope.groupNames()));
                continue;
            }
            List<Integer> chosen = own.list(group, (item, place) -> range(own, item, place)).stream()
                    .flatMap(range -> IntStream.rangeClosed(range[0], range[1]).boxed())
                    .distinct()
                    .sorted()
                    .toList();
            if (chosen.isEmpty() && section.findings().sound(at)) {
                own.wrong(own.value(group).orElseThrow(), at, NEURONS);
            }
            out.put(group, chosen);
        }
        return out;
    }

    /** {@code 5} or {@code 10..19}. */
    private static Optional<int[]> range(Section section, Value item, String at) {
        String text = item instanceof Value.Scalar scalar ? scalar.text().strip() : "";
        if (!text.matches("\\d{1,7}(\\.\\.\\d{1,7})?")) {
            section.wrong(item, at, "a neuron such as 5, or some such as 10..19");
            return Optional.empty();
        }
        String[] ends = text.split("\\.\\.");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        if (last < first) {
            section.wrong(item, at, "the smaller number first");
            return Optional.empty();
        }
        return Optional.of(new int[] {first, last});
    }

    /** Whether the spikes of a group are kept. */
    public boolean keeps(String group) {
        return chosen.map(groups -> groups.containsKey(group)).orElse(true);
    }

    /** Whether a group counts for people: its rate is kept. Of all where no spikes are. */
    public boolean shows(String group) {
        return keeps(group) || chosen.filter(Map::isEmpty).isPresent();
    }

    /** The neurons of a group whose spikes are kept; none for all. */
    public List<Integer> of(String group) {
        return chosen.map(groups -> groups.getOrDefault(group, List.of())).orElse(List.of());
    }

    void writeTo(Map<String, Object> out) {
        chosen.ifPresent(groups -> out.put(
                SPIKES,
                groups.isEmpty()
                        ? (Object) false
                        : groups.values().stream().allMatch(List::isEmpty) ? List.copyOf(groups.keySet()) : groups));
        if (!window.equals(Optional.of(WINDOW))) {
            out.put(RATES, window.<Object>map(ms -> Map.of("window", ms)).orElse(false));
        }
        if (!cells.isEmpty()) {
            out.put("cells", cells);
        }
    }
}
