package dev.gyrus.cli.internal.run;

import dev.gyrus.cli.internal.experiment.Findings;
import dev.gyrus.cli.internal.experiment.MapSpec;
import dev.gyrus.core.GyrusException;
import dev.gyrus.core.Initial;
import dev.gyrus.core.Mass;
import dev.gyrus.core.Network;
import dev.gyrus.core.Node;
import dev.gyrus.core.Problem;
import dev.gyrus.core.VectorField;
import dev.gyrus.io.ArrayFiles;
import dev.gyrus.io.NamedArrays;
import dev.gyrus.io.NumericArray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Maps of the brain, one number per node, and what expressions make of them. */
final class RegionalMaps {
    private final Datafiles files;
    private final Findings findings;

    /**
     * The maps of a group's nodes.
     *
     * @param names of all that there are
     * @param values of all, one per node; empty where something is wrong with any
     */
    record Maps(Set<String> names, Optional<Map<String, double[]>> values) {}

    RegionalMaps(Datafiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** The values of each map at these nodes; without those that something is wrong with. */
    Map<String, double[]> read(Map<String, MapSpec> maps, List<String> labels) {
        Map<String, double[]> out = new LinkedHashMap<>();
        maps.forEach((name, map) -> Optional.of(map)
                .filter(known -> findings.sound(known.key()))
                .flatMap(known -> findings.at(known.key(), () -> values(known, labels)))
                .ifPresent(values -> out.put(name, values)));
        return out;
    }

    private double[] values(MapSpec map, List<String> labels) {
        if (map.file().isEmpty()) {
            double[] values =
                    map.values().stream().mapToDouble(Double::doubleValue).toArray();
            return ofLength(values, labels.size(), values.length + " values");
        }
        String written = map.file().get();
        Path path = files.find("", written);
        NamedArrays file = ArrayFiles.read(path);
        NumericArray array = file.only();
        List<String> rows = file.texts().getOrDefault("rows", List.of());
        boolean vector = array.rank() == 1 || array.rank() == 2 && (array.size(0) == 1 || array.size(1) == 1);
        if (!vector) {
            throw GyrusException.input(
                    "", "a file with one column of numbers", "'" + written + "', " + array.shapeText());
        }
        double[] values = array.values();
        if (rows.size() != values.length || rows.isEmpty()) {
            return ofLength(values, labels.size(), values.length + " values in '" + written + "'");
        }
        return byLabel(values, rows, labels, written);
    }

    private static double[] ofLength(double[] values, int nodes, String given) {
        if (values.length != nodes) {
            throw GyrusException.input("", "one value for each of " + nodes + " nodes", given);
        }
        return finite(values);
    }

    /** The values of the regions that are there, in the order of the nodes; the file may have more. */
    private static double[] byLabel(double[] values, List<String> rows, List<String> labels, String file) {
        double[] out = new double[labels.size()];
        for (int i = 0; i < out.length; i++) {
            int row = rows.indexOf(labels.get(i));
            if (row < 0) {
                throw GyrusException.input(
                        "", "a value for each region", "'" + file + "' without '" + labels.get(i) + "'");
            }
            out[i] = values[row];
        }
        return finite(out);
    }

    private static double[] finite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw GyrusException.input("", "finite numbers", values[i] + " at node " + i);
            }
        }
        return values;
    }

    /**
     * The values of an expression in the language of equations: where a variable starts that is said to start there.
     *
     * @throws GyrusException where it cannot be read, names no map, or isn't finite everywhere
     */
    static double[] evaluate(String expression, Map<String, double[]> maps, int nodes) {
        return finite(unchecked(expression, maps, nodes));
    }

    /**
     * Reads an expression of maps whose values aren't known.
     *
     * @return the expression
     * @throws GyrusException where it cannot be read or names no map
     */
    static String checked(String expression, Collection<String> maps) {
        Map<String, double[]> any = new LinkedHashMap<>();
        maps.forEach(name -> any.put(name, new double[] {1}));
        unchecked(expression, any, 1);
        return expression;
    }

    private static double[] unchecked(String expression, Map<String, double[]> maps, int nodes) {
        try {
            Mass.Builder mass = Mass.named("map").state("value", "1", Initial.of(expression));
            maps.keySet().forEach(name -> mass.parameter(name, 0, "1", "a map"));
            Node node = Node.named("map")
                    .mass(mass.equations("dvalue/dt = 0").build())
                    .defaultOutput("value")
                    .build()
                    .with(maps);
            double[] values = VectorField.of(
                            Network.builder().group("", node, nodes).build())
                    .start();
            return values.length == nodes ? values : Arrays.copyOf(values, nodes);
        } catch (GyrusException e) {
            List<Problem> problems = e.problems().stream()
                    .map(problem -> Prepared.quoting(problem).under(""))
                    .toList();
            throw new GyrusException(e.kind(), problems, e);
        }
    }
}
