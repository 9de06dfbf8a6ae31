package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Input;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Unit;
import dev.gyrus.core.internal.engine.Plan.Probe;
import dev.gyrus.core.internal.engine.Plan.Source;
import dev.gyrus.core.internal.engine.Plan.StimulusPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the names of a description stand for: {@code variable}, {@code mass.variable} and, where names reach over the whole
 * network, {@code population.variable}.
 */
final class Addresses {
    private final Network visible;
    private final Network network;
    private final List<GroupDraft> groups;
    private final Map<String, Population> populations = new HashMap<>();
    private final Map<String, List<Integer>> groupsOf = new HashMap<>();

    /**
     * @param visible the network as described: what is recorded, started and driven by name
     * @param network with populations of the planner's own
     */
    Addresses(Network visible, Network network, List<GroupDraft> groups) {
        this.visible = visible;
        this.network = network;
        this.groups = groups;
        network.populations().forEach(population -> populations.putIfAbsent(population.name(), population));
        for (int g = 0; g < groups.size(); g++) {
            groupsOf.computeIfAbsent(groups.get(g).population().name(), name -> new ArrayList<>())
                    .add(g);
        }
    }

    /** The numbers of the groups of a population. */
    List<Integer> groupsOf(Population population) {
        return groupsOf.getOrDefault(population.name(), List.of());
    }

    /** A name in a group. */
    record Place(int group, String name) {}

    GroupDraft group(Place place) {
        return groups.get(place.group);
    }

    Population population(String name) {
        Population population = populations.get(name);
        return population != null ? population : network.population(name);
    }

    String title(Place place) {
        return group(place).title() + "." + place.name;
    }

    /** The one variable of that name in a node; {@code key} is where the name was given. */
    Place output(Population population, String name, String key) {
        List<Place> places = variables(population, name);
        return single(places, () -> variableNames(population), key, "variable", name);
    }

    /** The one input of that name in a node; {@code key} is where the name was given. */
    Place input(Population population, String name, String key) {
        List<Place> places = new ArrayList<>();
        for (int g : groupsOf(population)) {
            String local = groups.get(g).localName(name);
            if (local != null && groups.get(g).inputUnit(local) != null) {
                places.add(new Place(g, local));
            }
        }
        return single(places, () -> inputNames(population), key, "input", name);
    }

    private static Set<String> variableNames(Population population) {
        Set<String> names = new LinkedHashSet<>();
        population.node().masses().forEach(m -> m.variables().forEach(v -> names.add(m.name() + "." + v.name())));
        return names;
    }

    private static Set<String> inputNames(Population population) {
        Set<String> names = new LinkedHashSet<>();
        population.node().masses().forEach(m -> m.inputs().forEach(i -> names.add(m.name() + "." + i.name())));
        return names;
    }

    private Place single(List<Place> places, Supplier<Set<String>> all, String key, String what, String name) {
        if (places.isEmpty()) {
            throw GyrusException.input(Problem.unknown(key, what, name, all.get()));
        }
        if (places.size() > 1) {
            List<String> choices = places.stream()
                    .map(place -> group(place).mass().name() + "." + place.name)
                    .toList();
            throw GyrusException.input(
                    key, "one " + what + ": " + String.join(" or ", choices), "'" + name + "', which is each of them");
        }
        return places.get(0);
    }

    private List<Place> variables(Population population, String name) {
        List<Place> places = new ArrayList<>();
        for (int g : groupsOf(population)) {
            String local = groups.get(g).localName(name);
            if (local != null && groups.get(g).hasVariable(local)) {
                places.add(new Place(g, local));
            }
        }
        return places;
    }

    /** Notes a stimulus at each group that has its target. */
    void addDrive(Drive drive) {
        Population population = visible.population(drive.population());
        List<GroupDraft> targets = groupsOf(population).stream()
                .map(groups::get)
                .filter(g -> g.accepts(drive.target()))
                .toList();
        if (targets.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            groupsOf(population).forEach(g -> names.addAll(groups.get(g).drivable()));
            throw GyrusException.input(Problem.unknown("inputs.target", "input or parameter", drive.target(), names));
        }
        int size = population.size();
        int[] lanes = drive.nodes()
                .map(nodes -> nodes.stream().mapToInt(Integer::intValue).toArray())
                .orElseGet(() -> IntStream.range(0, size).toArray());
        for (int lane : lanes) {
            if (lane < 0 || lane >= size) {
                throw GyrusException.input("inputs.nodes", "indices from 0 to " + (size - 1), String.valueOf(lane));
            }
        }
        for (GroupDraft target : targets) {
            String name = target.localName(drive.target());
            double scale = target.driveUnit(name).toCoherent();
            target.addStimulus(name, new StimulusPlan(drive.stimulus(), scale, lanes));
        }
    }

    /** Adds a problem for every initial value that no state or hold takes. */
    void checkInitial(Map<String, ?> initial, Problems problems) {
        if (initial.isEmpty()) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (Population population : visible.populations()) {
            groupsOf(population)
                    .forEach(g -> known.addAll(groups.get(g).starts().names()));
        }
        for (String name : initial.keySet()) {
            if (!known.contains(name)) {
                problems.add(Problem.unknown("initial", "state or hold", name, known));
            }
        }
    }

    /** Where an observed variable comes from: every population that has it. */
    Probe probe(String variable) {
        List<Source> sources = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Unit unit = null;
        for (Population population : visible.populations()) {
            String prefix = population.name().isEmpty() ? "" : population.name() + ".";
            boolean named = !prefix.isEmpty() && variable.startsWith(prefix);
            String name = named ? variable.substring(prefix.length()) : variable;
            List<Place> places = variables(population, name);
            if (places.size() > 1) {
                String choices =
                        String.join(", ", places.stream().map(this::title).toList());
                throw GyrusException.input("record.variables", "one of " + choices, "'" + variable + "'");
            }
            for (Place place : places) {
                Unit own = group(place).unit(place.name);
                if (unit != null && !unit.isCompatible(own)) {
                    throw GyrusException.input(
                            "record.variables", "'" + variable + "' in one unit", unit + " and " + own);
                }
                unit = own;
                sources.add(new Source(place.group, group(place).channel(place.name)));
                String path = population.name().isEmpty() ? "" : population.name() + "/";
                population.labels().forEach(label -> labels.add(path + label));
            }
        }
        if (unit == null) {
            throw GyrusException.input(Problem.unknown("record.variables", "variable", variable, variableNames()));
        }
        return new Probe(variable, unit.toString(), 1 / unit.toCoherent(), labels, sources);
    }

    private Set<String> variableNames() {
        Set<String> names = new LinkedHashSet<>();
        visible.populations()
                .forEach(p -> p.node().masses().forEach(m -> m.variables().forEach(v -> names.add(v.name()))));
        return names;
    }

    /** Refuses a plain sum of one unit that arrives at an input of another. */
    void checkUnits(Place from, Place to, String output, String input) {
        if (!group(from).unit(from.name).isCompatible(group(to).inputUnit(to.name))) {
            String expected = group(to).mass().input(to.name).map(Input::unit).orElseThrow();
            String given = group(from).variable(from.name).unit();
            throw GyrusException.input(output + " → " + input, "a source in " + expected, "one in " + given);
        }
    }
}
