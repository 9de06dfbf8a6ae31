package dev.gyrus.spiking;

import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a population on which a synapse acts.
 *
 * @param input the input its current feeds; "" where it makes none
 */
record Receiver(String mass, String input) {

    static Receiver of(Node node, SynapticProjection projection, String key, Problems problems) {
        if (projection.synapse().current().isEmpty() && projection.input().isEmpty()) {
            return new Receiver(withStates(node, projection.synapse(), key), "");
        }
        List<Receiver> all = new ArrayList<>();
        for (Mass mass : node.masses()) {
            mass.inputs().forEach(input -> all.add(new Receiver(mass.name(), input.name())));
        }
        List<Receiver> asked = all.stream()
                .filter(r -> projection
                        .input()
                        .map(name -> name.equals(r.input) || name.equals(r.mass + "." + r.input))
                        .orElse(all.size() == 1 || r.input.equals("I")))
                .toList();
        if (asked.size() != 1) {
            List<String> known = all.stream().map(r -> r.mass + "." + r.input).toList();
            throw GyrusException.input(
                    projection.input().isPresent() && asked.isEmpty()
                            ? Problem.unknown(
                                    key + ".input", "input", projection.input().get(), known)
                            : Problem.of(
                                    key + ".input",
                                    known.isEmpty() ? "a target with inputs" : "one of " + String.join(", ", known),
                                    projection.input().orElse("none")));
        }
        return asked.get(0);
    }

    /** The mass whose states an arrival without a current changes. */
    private static String withStates(Node node, Synapse synapse, String key) {
        List<String> changed = Text.defined(synapse.arrival()).stream()
                .filter(name ->
                        synapse.states().stream().noneMatch(s -> s.name().equals(name)))
                .toList();
        return node.masses().stream()
                .filter(mass ->
                        changed.stream().allMatch(name -> mass.variable(name).isPresent()))
                .map(Mass::name)
                .findFirst()
                .orElseThrow(() -> GyrusException.input(Problem.of(
                        key + ".to", "a target with the states " + String.join(", ", changed), node.name())));
    }
}
