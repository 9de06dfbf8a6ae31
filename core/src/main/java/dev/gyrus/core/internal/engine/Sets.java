package dev.gyrus.core.internal.engine;

import dev.gyrus.core.Drive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The parameter sets that share one run, as far as they differ; a run by itself is one set.
 *
 * <p>With n nodes, lane {@code set·n + i} is node i of a set.
 *
 * @param seeds of noise and initial values, one per set
 * @param parameters by population and by the name under which a node is given them: {@code [set]} one value, or one per
 *     node, in declared units
 * @param initial by name, likewise
 * @param drives {@code [drive][set]}: on one target each
 */
public record Sets(
        long[] seeds,
        Map<String, Map<String, double[][]>> parameters,
        Map<String, double[][]> initial,
        List<List<Drive>> drives) {

    /** The one set of a run. */
    public static Sets one(long seed) {
        return new Sets(new long[] {seed}, Map.of(), Map.of(), List.of());
    }

    public int count() {
        return seeds.length;
    }

    /** The sets {@code from … to − 1}. */
    public Sets slice(int from, int to) {
        Map<String, Map<String, double[][]>> some = new HashMap<>();
        parameters.forEach((population, values) -> some.put(population, slice(values, from, to)));
        List<List<Drive>> driven = new ArrayList<>();
        drives.forEach(all -> driven.add(all.subList(from, to)));
        return new Sets(Arrays.copyOfRange(seeds, from, to), some, slice(initial, from, to), driven);
    }

    private static Map<String, double[][]> slice(Map<String, double[][]> values, int from, int to) {
        Map<String, double[][]> some = new LinkedHashMap<>();
        values.forEach((name, all) -> some.put(name, Arrays.copyOfRange(all, from, to)));
        return some;
    }

    /** Whether sets differ in parameters at all. */
    boolean differ() {
        return !parameters.isEmpty();
    }

    /** The values of a parameter in each set, or null where they are the same. */
    double[][] parameter(String population, String name) {
        return parameters.getOrDefault(population, Map.of()).get(name);
    }

    /** One value per lane from one value, or one per node, of each set. */
    static double[] lanes(double[][] values, int nodes, double factor) {
        double[] lanes = new double[values.length * nodes];
        for (int lane = 0; lane < lanes.length; lane++) {
            double[] own = values[lane / nodes];
            lanes[lane] = own[own.length == 1 ? 0 : lane % nodes] * factor;
        }
        return lanes;
    }

    /** The same values of all nodes in every set. */
    double[] repeat(double[] nodes) {
        if (count() == 1) {
            return nodes;
        }
        double[] lanes = new double[nodes.length * count()];
        for (int at = 0; at < lanes.length; at += nodes.length) {
            System.arraycopy(nodes, 0, lanes, at, nodes.length);
        }
        return lanes;
    }

    /** The lanes of some nodes in every set. */
    int[] repeat(int[] nodes, int size) {
        int[] lanes = new int[nodes.length * count()];
        for (int k = 0; k < lanes.length; k++) {
            lanes[k] = k / nodes.length * size + nodes[k % nodes.length];
        }
        return lanes;
    }

    /** The lanes of some nodes in one set. */
    static int[] lanes(int set, int[] nodes, int size) {
        return IntStream.of(nodes).map(node -> set * size + node).toArray();
    }

    /** The lanes of several populations side by side: of all of them in the first set, then in the second, and so on. */
    double[] beside(List<double[]> populations) {
        double[] all =
                new double[populations.stream().mapToInt(lanes -> lanes.length).sum()];
        int at = 0;
        for (int set = 0; set < count(); set++) {
            for (double[] lanes : populations) {
                int nodes = lanes.length / count();
                System.arraycopy(lanes, set * nodes, all, at, nodes);
                at += nodes;
            }
        }
        return all;
    }
}
