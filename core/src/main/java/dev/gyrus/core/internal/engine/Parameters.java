package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import dev.gyrus.core.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The parameters of a group in coherent units: one value, one per node, or one per lane where sets differ in it. */
final class Parameters {
    private final int nodes;
    private final Sets all;
    private final Map<String, double[]> shared = new LinkedHashMap<>();
    private final Map<String, Varied> varied = new HashMap<>();

    /** A parameter that differs between sets: under which name it is given, and coherent = declared × factor. */
    private record Varied(String population, String setting, double factor) {
        double[] lanes(Sets sets, int nodes) {
            return Sets.lanes(sets.parameter(population, setting), nodes, factor);
        }
    }

    private Parameters(int nodes, Sets all) {
        this.nodes = nodes;
        this.all = all;
    }

    /** The parameters of a mass, or of the node itself where it is null; adds what is wrong with them to the problems. */
    static Parameters of(
            Population population, Mass mass, Sets sets, ToDoubleFunction<Parameter> factors, Problems problems) {
        Parameters parameters = new Parameters(population.size(), sets);
        Node node = population.node();
        String owner = mass == null ? "" : mass.name();
        for (Parameter parameter : mass == null ? node.parameters() : mass.parameters()) {
            double factor = factors.applyAsDouble(parameter);
            String setting = setting(population, owner, parameter, sets);
            if (setting != null && check(population, parameter, setting, sets, problems)) {
                parameters.varied.put(parameter.name(), new Varied(population.name(), setting, factor));
                parameters.shared.put(parameter.name(), null);
            } else if (setting == null) {
                double[] values = node.value(owner, parameter).clone();
                if (Planner.check(population, parameter, values, problems)) {
                    Arrays.setAll(values, i -> values[i] * factor);
                    parameters.shared.put(parameter.name(), values);
                }
            }
        }
        return parameters;
    }

    /** The name under which sets give a parameter, as {@link Node#value} would find it; null where they are the same. */
    private static String setting(Population population, String owner, Parameter parameter, Sets sets) {
        String qualified = owner + "." + parameter.name();
        if (!owner.isEmpty() && sets.parameter(population.name(), qualified) != null) {
            return qualified;
        }
        boolean own = !owner.isEmpty() && population.node().settings().containsKey(qualified);
        return own || sets.parameter(population.name(), parameter.name()) == null ? null : parameter.name();
    }

    private static boolean check(
            Population population, Parameter parameter, String setting, Sets sets, Problems problems) {
        double[][] values = sets.parameter(population.name(), setting);
        for (int set = 0; set < values.length; set++) {
            Problems own = new Problems();
            boolean fits = Planner.check(population, parameter, values[set], own);
            if (!own.isEmpty()) {
                String key = Planner.key(population, setting) + " of point " + set;
                own.list().forEach(problem -> problems.add(problem.under(key)));
                return fits;
            }
        }
        return true;
    }

    boolean has(String name) {
        return shared.containsKey(name);
    }

    Set<String> names() {
        return shared.keySet();
    }

    /** True where there is more than one value, of nodes or of sets. */
    boolean isPerLane(String name) {
        return varied.containsKey(name) || shared.get(name).length > 1;
    }

    boolean isVaried(String name) {
        return varied.containsKey(name);
    }

    /** Parameters that are zero at every node of every set. */
    Set<String> zeros() {
        return names().stream()
                .filter(name -> Arrays.stream(of(name, all)).allMatch(value -> value == 0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds constants of the planner's own, one value or one per node. */
    void put(String name, double[] values) {
        shared.put(name, values);
    }

    /** Adds to constants of the planner's own. */
    void add(String name, double[] more) {
        double[] values = shared.get(name);
        Arrays.setAll(values, i -> values[i] + more[i]);
    }

    /** The values of a parameter in some sets: one, or one per lane; null where there is none of that name. */
    double[] of(String name, Sets sets) {
        if (varied.containsKey(name)) {
            return varied.get(name).lanes(sets, nodes);
        }
        double[] values = shared.get(name);
        return values == null || values.length == 1 ? values : sets.repeat(values);
    }
}
