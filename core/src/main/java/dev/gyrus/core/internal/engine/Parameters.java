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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The parameters of a group in coherent units: one value, one per node, or one per lane where sets differ in it. */
final class Parameters {
    private final int nodes;
    private final Sets all;
    private final Map<String, double[]> shared = new LinkedHashMap<>();
    private final Map<String, Function<Sets, double[]>> varied = new HashMap<>();

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
                parameters.vary(
                        parameter.name(),
                        some -> Sets.lanes(some.parameter(population.name(), setting), population.size(), factor));
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

    /** The parameters of several populations with the same names, side by side. */
    static Parameters joined(List<Parameters> parts) {
        Parameters first = parts.get(0);
        int nodes = parts.stream().mapToInt(part -> part.nodes).sum();
        Parameters joined = new Parameters(nodes, first.all);
        for (String name : first.names()) {
            if (parts.stream().anyMatch(part -> part.isVaried(name))) {
                joined.vary(
                        name,
                        sets -> sets.beside(parts.stream()
                                .map(part -> part.perLane(name, sets))
                                .toList()));
                continue;
            }
            double[] value = first.shared.get(name);
            boolean same = parts.stream()
                    .allMatch(part -> part.shared.get(name).length == 1 && Arrays.equals(part.shared.get(name), value));
            Sets one = first.all.slice(0, 1);
            joined.shared.put(
                    name,
                    same
                            ? value
                            : one.beside(parts.stream()
                                    .map(part -> part.perLane(name, one))
                                    .toList()));
        }
        return joined;
    }

    private void vary(String name, Function<Sets, double[]> lanes) {
        varied.put(name, lanes);
        shared.put(name, null);
    }

    private double[] perLane(String name, Sets sets) {
        double[] values = of(name, sets);
        double[] lanes = new double[nodes * sets.count()];
        Arrays.setAll(lanes, lane -> values[values.length == 1 ? 0 : lane]);
        return lanes;
    }

    /** The name under which sets give a parameter, as {@link Node#value} would find it; null where they are the same. */
    private static String setting(Population population, String owner, Parameter parameter, Sets sets) {
        if (!sets.differ()) {
            return null;
        }
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
            return varied.get(name).apply(sets);
        }
        double[] values = shared.get(name);
        return values == null || values.length == 1 ? values : sets.repeat(values);
    }
}
