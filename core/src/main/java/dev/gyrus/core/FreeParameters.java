package dev.gyrus.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of a network that change while its equations stay compiled: what a parameter is away from its first value is
 * played to it like an input, so that a kernel reads it from an array.
 *
 * <p>Parameters of the wiring inside nodes, its weights and delays, are no part of any kernel: with one of these moved,
 * the network is planned anew.
 */
final class FreeParameters {
    private final Network network;
    private final List<String> paths;
    private final double[] base;
    private final double[] values;
    private final boolean[] wired;
    private final List<List<Drive>> drives = new ArrayList<>();
    private final List<double[]> factors = new ArrayList<>();

    /**
     * @param paths as {@link Network#with(String, double)} takes them
     * @throws GyrusException for a path of no parameter, or several that share one
     */
    FreeParameters(Network network, List<String> paths) {
        this.paths = List.copyOf(paths);
        base = new double[paths.size()];
        values = new double[paths.size()];
        wired = new boolean[paths.size()];
        Set<String> all = new LinkedHashSet<>();
        Network uniform = network;
        for (int k = 0; k < base.length; k++) {
            String path = paths.get(k);
            List<Target> targets = targets(network, path);
            for (Target target : targets) {
                if (!all.add(target.population.name() + "/" + target.mass + "/" + target.parameter.name())) {
                    throw GyrusException.input(path, "parameters that are free once", "one of another path too");
                }
            }
            Target first = targets.get(0);
            base[k] = first.population.node().value(first.mass, first.parameter)[0];
            values[k] = base[k];
            uniform = uniform.with(path, base[k]);
            int own = k;
            List<Drive> ofPath = new ArrayList<>();
            factors.add(targets.stream()
                    .filter(target -> !target.mass.isEmpty())
                    .mapToDouble(Target::unitFactor)
                    .toArray());
            for (Target target : targets) {
                wired[k] |= target.mass.isEmpty();
                if (!target.mass.isEmpty()) {
                    double factor = target.unitFactor();
                    Stimulus moved = t -> (values[own] - base[own]) * factor;
                    String name = target.mass + "." + target.parameter.name();
                    ofPath.add(Drive.everywhere(target.population.name(), name, moved));
                }
            }
            drives.add(ofPath);
        }
        this.network = uniform;
    }

    /** A parameter that a path means, of a mass or, with an empty name, of a node. */
    private record Target(Population population, String mass, Parameter parameter) {
        /** A drive is in the unit of the input where one shares the parameter's name. */
        double unitFactor() {
            return population.node().masses().stream()
                    .filter(own -> own.name().equals(mass))
                    .flatMap(own -> own.input(parameter.name()).stream())
                    .mapToDouble(input -> Unit.of(parameter.unit()).toCoherent()
                            / Unit.of(input.unit()).toCoherent())
                    .findAny()
                    .orElse(1);
        }
    }

    private static List<Target> targets(Network network, String path) {
        Map<String, List<String>> names = network.parameters(path);
        List<Target> targets = new ArrayList<>();
        for (Population population : network.populations()) {
            Node node = population.node();
            List<String> own = names.getOrDefault(population.name(), List.of());
            node.parameters().stream()
                    .filter(parameter -> own.contains(parameter.name()))
                    .forEach(parameter -> targets.add(new Target(population, "", parameter)));
            for (Mass mass : node.masses()) {
                mass.parameters().stream()
                        .filter(parameter ->
                                own.contains(parameter.name()) || own.contains(mass.name() + "." + parameter.name()))
                        .forEach(parameter -> targets.add(new Target(population, mass.name(), parameter)));
            }
        }
        return targets;
    }

    List<String> paths() {
        return paths;
    }

    double value(int k) {
        return values[k];
    }

    /** Moves a parameter; true where the network has to be planned anew. */
    boolean set(int k, double value) {
        boolean moved = values[k] != value;
        values[k] = value;
        return moved && wired[k];
    }

    /** Whether derivatives by a parameter are there without planning anew. */
    boolean isDriven(int k) {
        return !wired[k];
    }

    /** From now on all parameters are set in the network instead of driven: for what drives don't reach. */
    void setAllByPlanning() {
        Arrays.fill(wired, true);
    }

    List<Drive> drives(int k) {
        return wired[k] ? List.of() : drives.get(k);
    }

    /** How much each drive of a parameter plays per unit of it. */
    double[] unitFactors(int k) {
        return factors.get(k);
    }

    /** The network in which driven parameters have their first values, the others their present ones. */
    Network network() {
        Network present = network;
        for (int k = 0; k < base.length; k++) {
            if (wired[k]) {
                present = present.with(paths.get(k), values[k]);
            }
        }
        return present;
    }
}
