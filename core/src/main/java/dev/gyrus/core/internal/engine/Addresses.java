package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Drive;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Input;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.internal.engine.Cohort.Part;
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
    private final List<GroupDraft> groups;
    private final List<Cohort> cohorts;
    private final Map<String, Part> parts = new HashMap<>();

    /**
     * @param visible the network as described: what is recorded, started and driven by name
     * @param cohorts of its populations and of the planner's own
     * @param groups of the cohorts
     */
    Addresses(Network visible, List<Cohort> cohorts, List<GroupDraft> groups) {
        this.visible = visible;
        this.cohorts = cohorts;
        this.groups = groups;
        cohorts.forEach(cohort ->
                cohort.parts().forEach(part -> parts.put(part.population().name(), part)));
    }

    /** A name in a group. */
    record Place(int group, String name) {}

    GroupDraft group(Place place) {
        return groups.get(place.group);
    }

    /** Where the nodes of a population are. */
    Part part(String population) {
        Part part = parts.get(population);
        return part != null ? part : parts.get(visible.population(population).name());
    }

    Cohort cohort(int number) {
        return cohorts.get(number);
    }

    String title(Place place) {
        return group(place).title() + "." + place.name;
    }

    /** The one variable of that name in the nodes of a cohort; {@code key} is where the name was given. */
    Place output(Cohort cohort, String name, String key) {
        List<Place> places = variables(cohort, name);
        return single(places, () -> variableNames(cohort), key, "variable", name);
    }

    /** The one input of that name in the nodes of a cohort; {@code key} is where the name was given. */
    Place input(Cohort cohort, String name, String key) {
        List<Place> places = new ArrayList<>();
        cohort.groups().forEach(g -> {
            String local = groups.get(g).localName(name);
            if (local != null && groups.get(g).inputUnit(local) != null) {
                places.add(new Place(g, local));
            }
        });
        return single(places, () -> inputNames(cohort), key, "input", name);
    }

    private static Set<String> variableNames(Cohort cohort) {
        Set<String> names = new LinkedHashSet<>();
        cohort.masses().forEach(m -> m.variables().forEach(v -> names.add(m.name() + "." + v.name())));
        return names;
    }

    private static Set<String> inputNames(Cohort cohort) {
        Set<String> names = new LinkedHashSet<>();
        cohort.masses().forEach(m -> m.inputs().forEach(i -> names.add(m.name() + "." + i.name())));
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

    /** The variables of that name in the nodes of a cohort. */
    List<Place> variables(Cohort cohort, String name) {
        List<Place> places = new ArrayList<>();
        cohort.groups().forEach(g -> {
            String local = groups.get(g).localName(name);
            if (local != null && groups.get(g).hasVariable(local)) {
                places.add(new Place(g, local));
            }
        });
        return places;
    }

    /** Notes a stimulus at each group that has its target. */
    void addDrive(Drive drive) {
        addDrive(drive, (group, name, nodes) -> {
            double scale = group.driveUnit(name).toCoherent();
            group.inputs().add(name, new StimulusPlan(drive.stimulus(), scale, nodes));
        });
    }

    /** The same for the stimuli of a drive that differs between sets; {@code first} is that of the first set. */
    void addDriveOfSets(int number, Drive first) {
        addDrive(first, (group, name, nodes) -> {
            double scale = group.driveUnit(name).toCoherent();
            group.inputs().add(name, new GroupInputs.StimulusOfSets(number, scale, nodes));
        });
    }

    /** What is done with a target in a group. */
    private interface Driven {
        void accept(GroupDraft group, String name, int[] nodes);
    }

    private void addDrive(Drive drive, Driven driven) {
        Part part = part(drive.population());
        List<GroupDraft> targets = cohort(part.cohort())
                .groups()
                .mapToObj(groups::get)
                .filter(g -> g.accepts(drive.target()))
                .toList();
        if (targets.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            part.drafts().forEach(group -> names.addAll(group.drivable()));
            throw GyrusException.input(Problem.unknown("inputs.target", "input or parameter", drive.target(), names));
        }
        int size = part.population().size();
        int[] nodes = drive.nodes()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .orElseGet(() -> IntStream.range(0, size).toArray());
        for (int node : nodes) {
            if (node < 0 || node >= size) {
                throw GyrusException.input("inputs.nodes", "indices from 0 to " + (size - 1), String.valueOf(node));
            }
        }
        int[] lanes = IntStream.of(nodes).map(node -> part.first() + node).toArray();
        for (GroupDraft target : targets) {
            driven.accept(target, target.localName(drive.target()), lanes);
        }
    }

    /** Adds a problem for every initial value that no state or hold takes. */
    void checkInitial(Map<String, ?> initial, Problems problems) {
        if (initial.isEmpty()) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (Population population : visible.populations()) {
            part(population.name())
                    .drafts()
                    .forEach(group -> known.addAll(group.starts().names()));
        }
        for (String name : initial.keySet()) {
            if (!known.contains(name)) {
                problems.add(Problem.unknown("initial", "state or hold", name, known));
            }
        }
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
