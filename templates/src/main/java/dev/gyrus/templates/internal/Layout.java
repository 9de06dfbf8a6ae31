package dev.gyrus.templates.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes of a circuit become one population.
 *
 * <p>Each node is a population of its own under its path, with {@code _} between the parts, as long as there are few.
 * Where there are many, nodes of equal equations whose paths differ only in numbers are joined: {@code jrc1/pc}, {@code
 * jrc2/pc} … become {@code jrc_pc}.
 */
final class Layout {
    private static final int FEW = 16;

    private final List<Group> groups = new ArrayList<>();
    private final Map<Unit, Seat> seats = new HashMap<>();

    /** A population. */
    record Group(String name, Model model, List<Unit> units, List<String> labels) {
        int size() {
            return labels.size();
        }
    }

    /** Where a unit is: its first node among those of its group. */
    record Seat(Group group, int first) {}

    Layout(List<Unit> units, Map<Unit, Model> models) {
        Map<List<Object>, List<Unit>> joined = new LinkedHashMap<>();
        for (Unit unit : units) {
            Object place = units.size() <= FEW ? unit.path : unit.path.replaceAll("[0-9]+", "");
            joined.computeIfAbsent(List.of(place, System.identityHashCode(models.get(unit))), k -> new ArrayList<>())
                    .add(unit);
        }
        Set<String> taken = new HashSet<>();
        for (List<Unit> members : joined.values()) {
            String path = members.get(0).path;
            String name = MassText.identifier(members.size() == 1 ? path : path.replaceAll("[0-9]+", ""));
            while (!taken.add(name)) {
                name += "_";
            }
            List<String> labels = new ArrayList<>();
            Group group = new Group(joined.size() == 1 ? "" : name, models.get(members.get(0)), members, labels);
            for (Unit unit : members) {
                seats.put(unit, new Seat(group, labels.size()));
                for (int i = 0; i < unit.count; i++) {
                    labels.add(members.size() == 1 ? "" + i : unit.count == 1 ? unit.path : unit.path + "/" + i);
                }
            }
            groups.add(group);
        }
    }

    List<Group> groups() {
        return groups;
    }

    Seat seat(Unit unit) {
        return seats.get(unit);
    }
}
