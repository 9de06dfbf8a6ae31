package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads the masses of a network, each kind of them once. */
final class Drafts {
    private final Starts.Given given;
    private final Sets sets;
    private final Problems problems;

    /**
     * @param initial what the simulation gives
     * @param problems receives what is wrong with equations and parameters
     */
    Drafts(Map<String, double[]> initial, Sets sets, Problems problems) {
        this.given = Starts.Given.of(initial);
        this.sets = sets;
        this.problems = problems;
    }

    /**
     * A mass that was read.
     *
     * @param number among those of different equations
     * @param kind its number among those whose names or units differ
     */
    private record Read(MassModel model, int number, int kind) {}

    /** The masses of each population. */
    List<List<GroupDraft>> of(Network network) {
        Map<Mass, Read> known = new IdentityHashMap<>();
        Map<List<Object>, Read> masses = new HashMap<>();
        Map<List<Object>, Integer> kinds = new HashMap<>();
        List<List<GroupDraft>> drafts = new ArrayList<>();
        int entity = 0;
        for (Population population : network.populations()) {
            int first = entity;
            int[] counters = new int[2];
            List<GroupDraft> own = new ArrayList<>();
            for (Mass mass : population.node().masses()) {
                problems.collect(() -> {
                    Read read = known.get(mass);
                    if (read == null) {
                        List<Object> contents = contents(mass);
                        read = masses.get(contents);
                        if (read == null) {
                            read = read(mass, masses.size(), kinds);
                            masses.put(contents, read);
                        }
                        known.put(mass, read);
                    }
                    MassModel model = read.model();
                    GroupDraft draft = new GroupDraft(
                            population,
                            mass,
                            model,
                            read.number(),
                            read.kind(),
                            first,
                            counters[0],
                            counters[1],
                            given,
                            sets,
                            problems);
                    counters[0] += model.noiseNames().size();
                    counters[1] += mass.variables().size();
                    own.add(draft);
                });
            }
            drafts.add(own);
            entity += population.size();
        }
        return drafts;
    }

    /** All of a mass but values: defaults and bounds of parameters, and where variables start. */
    private static List<Object> contents(Mass mass) {
        List<Object> contents = new ArrayList<>(List.of(mass.name(), mass.equations(), mass.tables(), mass.firing()));
        for (Variable variable : mass.variables()) {
            contents.addAll(List.of(variable.name(), variable.unit(), variable.kind()));
            contents.addAll(List.of(variable.low(), variable.high(), variable.wraps()));
        }
        mass.parameters().forEach(parameter -> contents.addAll(List.of(parameter.name(), parameter.unit())));
        mass.inputs().forEach(input -> contents.addAll(List.of(input.name(), input.unit(), "")));
        return contents;
    }

    private static Read read(Mass mass, int number, Map<List<Object>, Integer> kinds) {
        MassModel model = MassModel.of(mass);
        List<Object> names = List.of(
                model.units(),
                model.drift().keySet(),
                model.holds().keySet(),
                model.outputs().keySet());
        int next = kinds.size();
        return new Read(model, number, kinds.computeIfAbsent(names, n -> next));
    }
}
