package dev.gyrus.cli.internal.experiment;

import dev.gyrus.spiking.Synapse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Names for synapses that are written where they are used: those that are the same share a name, and with it the states
 * where that can be; others of a kind are numbered.
 */
final class SynapseNames {
    private final Map<Synapse, String> given = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param known what the network's own are called */
    SynapseNames(Map<String, Optional<Synapse>> known) {
        known.keySet().forEach(name -> counts.put(name, 1));
        known.values().stream()
                .flatMap(Optional::stream)
                .forEach(synapse -> given.put(synapse.renamed(""), synapse.name()));
    }

    /** The same connections, each with a synapse that has the right name. */
    List<Optional<SynapticSpec>> name(List<Optional<SynapticSpec>> specs) {
        List<Optional<SynapticSpec>> named = new ArrayList<>();
        for (Optional<SynapticSpec> spec : specs) {
            named.add(spec.map(
                    s -> s.synapse().map(synapse -> s.through(named(synapse))).orElse(s)));
        }
        return IntStream.range(0, named.size())
                .mapToObj(k -> named.get(k).map(spec -> apart(spec, k, named)))
                .toList();
    }

    private Synapse named(Synapse synapse) {
        String name = given.computeIfAbsent(synapse.renamed(""), s -> {
            int count = counts.merge(synapse.name(), 1, Integer::sum);
            return count == 1 ? synapse.name() : synapse.name() + count;
        });
        return synapse.renamed(name);
    }

    /** What saturates in the target cannot be shared: each projection onto a group has states of its own. */
    private static SynapticSpec apart(SynapticSpec spec, int k, List<Optional<SynapticSpec>> all) {
        Optional<Synapse> own =
                spec.synapse().filter(synapse -> synapse.site() == Synapse.Site.TARGET && !synapse.isAdditive());
        if (own.isEmpty()) {
            return spec;
        }
        boolean shared = IntStream.range(0, all.size())
                .filter(other -> other != k)
                .mapToObj(all::get)
                .flatMap(Optional::stream)
                .anyMatch(other ->
                        other.synapse().equals(own) && other.to().stream().anyMatch(spec.to()::contains));
        return shared ? spec.through(own.get().renamed(own.get().name() + "_" + String.join("_", spec.from()))) : spec;
    }
}
