package dev.gyrus.stimulus;

import dev.gyrus.core.Connectome;
import dev.gyrus.core.Problem;
import dev.gyrus.core.Problems;
import dev.gyrus.core.Stimulus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How strongly a signal acts on each node.
 *
 * <pre>{@code
 * Mask.of(connectome, Map.of("Precentral_L", 1.0, "Precentral_R", 0.5)).on(Sinusoid.of(0.2, 8))
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Mask {
    private final double[] weights;

    private Mask(double[] weights) {
        this.weights = weights;
    }

    /**
     * One weight per node, dimensionless.
     *
     * @throws dev.gyrus.core.GyrusException naming every weight that is not finite
     */
    public static Mask of(double... weights) {
        Problems problems = new Problems();
        for (int i = 0; i < weights.length; i++) {
            Check.finite(problems, "mask.weights[" + i + "]", weights[i]);
        }
        problems.throwIfAny();
        return new Mask(weights.clone());
    }

    /** Weight 1 for these regions, 0 for the others. */
    public static Mask regions(Connectome connectome, String... regions) {
        return of(connectome.labels(), Arrays.asList(regions), region -> 1);
    }

    /** The given weights, 0 for the regions that have none. */
    public static Mask of(Connectome connectome, Map<String, Double> weights) {
        return of(connectome.labels(), weights);
    }

    /**
     * The given weights by label, 0 for the labels that have none.
     *
     * @throws dev.gyrus.core.GyrusException naming every unknown label and every weight that is not finite
     */
    public static Mask of(List<String> labels, Map<String, Double> weights) {
        return of(labels, weights.keySet().stream().sorted().toList(), weights::get);
    }

    private interface Weights {
        double of(String region);
    }

    private static Mask of(List<String> labels, List<String> regions, Weights weights) {
        double[] all = new double[labels.size()];
        Problems problems = new Problems();
        for (String region : regions) {
            int i = labels.indexOf(region);
            double weight = weights.of(region);
            if (i < 0) {
                problems.add(Problem.unknown("mask", "region", region, labels));
                continue;
            }
            Check.finite(problems, "mask." + region, weight);
            all[i] = weight;
        }
        problems.throwIfAny();
        return new Mask(all);
    }

    /** The number of nodes. */
    public int size() {
        return weights.length;
    }

    /** The weight of a node. */
    public double weight(int node) {
        return weights[node];
    }

    /** The signal times each node's weight. */
    public Channels on(Stimulus signal) {
        return Channels.of(IntStream.range(0, weights.length)
                .mapToObj(i -> weights[i] == 0 ? Constant.of(0) : weights[i] == 1 ? signal : signal.times(weights[i]))
                .toList());
    }
}
