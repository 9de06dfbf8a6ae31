package dev.gyrus.cli.internal.experiment;

import dev.gyrus.spiking.Distribution;
import dev.gyrus.spiking.Synapse;
import dev.gyrus.spiking.SynapticProjection;
import dev.gyrus.spiking.WiringRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that carries spikes: an element of {@code network.connections} with a {@code synapse}.
 *
 * <pre>
 * - {from: E, to: [E, I], synapse: ampa, wiring: {probability: 0.02}, weight: 0.6, delay: {uniform: [1, 3]}}
 * </pre>
 *
 * @param from the groups whose neurons send, each to all of {@code to}
 * @param to the groups that receive
 * @param synapse how; empty where something is wrong with it
 * @param rule who reaches whom
 * @param self whether a neuron may reach itself
 * @param delay in ms
 * @param input of the target that the current feeds; empty for its only one, or the one called I
 * @param plain as it was written
 */
public record SynapticSpec(
        List<String> from,
        List<String> to,
        Optional<Synapse> synapse,
        WiringRule rule,
        boolean self,
        Distribution weight,
        Distribution delay,
        Optional<String> input,
        Map<String, Object> plain) {

    /** @param known synapses of the network by name */
    static SynapticSpec read(
            Section section, Value.Mapping written, Collection<String> groups, Map<String, Optional<Synapse>> known) {
        for (String end : List.of("from", "to")) {
            if (!section.has(end)) {
                section.missing(end, "the name of a group, or a list of names");
            }
        }
        WiringReader wiring = WiringReader.read(section);
        Map<String, Object> plain = new LinkedHashMap<>();
        written.values().forEach((key, value) -> plain.put(key, value.plain()));
        SynapticSpec spec = new SynapticSpec(
                ends(section, "from", groups),
                ends(section, "to", groups),
                section.value("synapse").flatMap(value -> synapse(section, value, known)),
                wiring.rule(),
                wiring.self(),
                DistributionReader.read(section, "weight", false, 1),
                DistributionReader.read(section, "delay", true, 0),
                section.text("input"),
                plain);
        for (String other : List.of("output", "coupling", "pairs", "transform", "partner", "spread")) {
            section.unavailable(other, "nothing here beside 'synapse', which carries spikes");
        }
        section.done();
        return spec;
    }

    private static List<String> ends(Section section, String key, Collection<String> groups) {
        Optional<Value> value = section.value(key);
        if (value.orElse(null) instanceof Value.Items) {
            return section.list(key, (item, at) -> section.name(item, at, "group", groups));
        }
        return section.name(key, "group", groups).map(List::of).orElse(List.of());
    }

    private static Optional<Synapse> synapse(Section section, Value value, Map<String, Optional<Synapse>> known) {
        String at = section.path("synapse");
        if (value instanceof Value.Scalar named && known.containsKey(named.text())) {
            return known.get(named.text());
        }
        if (value instanceof Value.Scalar scalar && !SynapseReader.isKind(scalar.text()) && !value.isNothing()) {
            List<String> names = new ArrayList<>(known.keySet());
            names.addAll(SynapseReader.kinds());
            return section.name(value, at, "synapse", names).flatMap(known::get);
        }
        return SynapseReader.read(section, value, at);
    }

    /** The projections between all pairs of its groups; none where something is wrong with the synapse. */
    public List<SynapticProjection> projections() {
        return synapse.stream()
                .flatMap(how ->
                        from.stream().flatMap(source -> to.stream().map(target -> projection(source, target, how))))
                .toList();
    }

    private SynapticProjection projection(String source, String target, Synapse how) {
        boolean apart = from.size() > 1 && how.site() == Synapse.Site.TARGET && !how.isAdditive();
        SynapticProjection projection = SynapticProjection.of(source, target)
                .synapse(apart ? how.renamed(how.name() + "_" + source) : how)
                .rule(rule)
                .weight(weight)
                .delay(delay);
        projection = self ? projection : projection.withoutSelf();
        return input.isPresent() ? projection.input(input.get()) : projection;
    }

    /** The same through another synapse. */
    SynapticSpec through(Synapse other) {
        return new SynapticSpec(from, to, Optional.of(other), rule, self, weight, delay, input, plain);
    }
}
