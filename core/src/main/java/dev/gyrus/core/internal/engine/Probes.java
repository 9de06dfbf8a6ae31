package dev.gyrus.core.internal.engine;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.engine.Addresses.Place;
import dev.gyrus.core.internal.engine.Cohort.Part;
import dev.gyrus.core.internal.engine.Plan.Probe;
import dev.gyrus.core.internal.engine.Plan.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What observers see.
 *
 * @param visible the network as described
 */
record Probes(Network visible, Addresses addresses) {

    /** Where an observed variable comes from: every population that has it. */
    Probe of(String variable) {
        List<Source> sources = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Unit unit = null;
        for (Population population : visible.populations()) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            boolean named = !prefix.isEmpty() && variable.startsWith(prefix);
            String name = named ? variable.substring(prefix.length()) : variable;
            Part part = addresses.part(population.name());
            List<Place> places = addresses.variables(addresses.cohort(part.cohort()), name);
            if (places.size() > 1) {
                String choices = part.drafts().stream()
                        .filter(group -> group.hasVariable(name))
                        .map(group -> group.title() + "." + name)
                        .collect(Collectors.joining(", "));
                throw GyrusException.input("record.variables", "one of " + choices, "'" + variable + "'");
            }
            for (Place place : places) {
                Unit own = addresses.group(place).unit(place.name());
                if (unit != null && !unit.isCompatible(own)) {
                    throw GyrusException.input(
                            "record.variables", "'" + variable + "' in one unit", unit + " and " + own);
                }
                unit = own;
                add(sources, place.group(), addresses.group(place).channel(place.name()), part);
                String path = population.name().isEmpty() ? "" : population.name() + "/";
                population.labels().forEach(label -> labels.add(path + label));
            }
        }
        if (unit == null) {
            throw GyrusException.input(Problem.unknown("record.variables", "variable", variable, variableNames()));
        }
        return new Probe(variable, unit.toString(), 1 / unit.toCoherent(), labels, sources);
    }

    /** Adds the lanes of a population, to those before them where they are neighbours. */
    private static void add(List<Source> sources, int group, int channel, Part part) {
        int from = part.first();
        int to = from + part.population().size();
        if (!sources.isEmpty()) {
            Source last = sources.get(sources.size() - 1);
            if (last.group() == group && last.channel() == channel && last.to() == from) {
                from = last.from();
                sources.remove(sources.size() - 1);
            }
        }
        sources.add(new Source(group, channel, from, to));
    }

    private Set<String> variableNames() {
        Set<String> names = new LinkedHashSet<>();
        visible.populations()
                .forEach(p -> p.node().masses().forEach(m -> m.variables().forEach(v -> names.add(v.name()))));
        return names;
    }
}
