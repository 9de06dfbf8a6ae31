package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.SimulationSpec;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Node;
import dev.gyrus.core.Parameter;
import dev.gyrus.core.Population;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a recording file says about the run that made it. */
final class Attributes {
    private Attributes() {}

    static Map<String, Object> of(Prepared prepared, long seed) {
        SimulationSpec simulation = prepared.experiment().simulation();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", "Gyrus " + Report.version());
        out.put("model", prepared.experiment().network().title());
        out.put("dt", simulation.dt());
        out.put("integrator", simulation.integrator());
        out.put("seed", (double) seed);
        for (Population population : prepared.network().populations()) {
            String group = population.name().isEmpty() ? "" : population.name() + ".";
            parameters(population.node()).forEach((name, value) -> out.putIfAbsent(group + name, value));
        }
        return out;
    }

    /** All parameters of a node by name, in declared units: a number, or {@code double[]} with one per node. */
    static Map<String, Object> parameters(Node node) {
        Map<String, Object> out = new LinkedHashMap<>();
        node.parameters().forEach(parameter -> put(out, "", parameter, node.value("", parameter)));
        for (Mass mass : node.masses()) {
            mass.parameters().forEach(p -> put(out, mass.name() + ".", p, node.value(mass.name(), p)));
        }
        return out;
    }

    /** Under the flat name, or the qualified one where another mass has another value. */
    private static void put(Map<String, Object> out, String prefix, Parameter parameter, double[] value) {
        Object written = value.length == 1 ? (Object) value[0] : value;
        Object present = out.putIfAbsent(parameter.name(), written);
        if (present != null && !Arrays.deepEquals(new Object[] {present}, new Object[] {written})) {
            out.put(prefix + parameter.name(), written);
        }
    }
}
