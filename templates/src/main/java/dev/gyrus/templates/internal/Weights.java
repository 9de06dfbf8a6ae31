package dev.gyrus.templates.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/** The weights of a link: one for all pairs, a matrix, or drawn at random. */
final class Weights {
    private static final Set<String> OF_RANDOM = Set.of("density", "seed", "sum");

    private Weights() {}

    /** A matrix of zeros whose rows are one and the same. */
    static double[][] zero(int rows, int columns) {
        double[][] out = new double[rows][];
        Arrays.fill(out, new double[columns]);
        return out;
    }

    static double[][] of(Circuit.Link link, int rows, int columns) {
        if (link.weight().isPresent() && link.weight().get() instanceof Tree.Mapping random) {
            return random(random, rows, columns);
        }
        if (link.oneToOne()) {
            return diagonal(link, rows, columns);
        }
        if (link.weight().isPresent()) {
            return Fields.matrix(link.weight().get(), "weight", rows, columns);
        }
        double[][] ones = new double[rows][columns];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    private static double[][] diagonal(Circuit.Link link, int rows, int columns) {
        if (rows != columns) {
            throw link.place().error("pairs", "populations of one size", columns + " and " + rows + " nodes");
        }
        double[] values =
                link.weight().map(tree -> Fields.numbers(tree, "weights", rows)).orElse(new double[] {1});
        double[][] out = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            out[i][i] = values[values.length == 1 ? 0 : i];
        }
        return out;
    }

    /**
     * Uniform weights, each kept with the probability {@code density}, each row scaled to {@code sum}: the networks of R.
     * Gast, D. Rose, C. Salomon, H. E. Möller, N. Weiskopf, T. R. Knösche, PLoS ONE 14:e0225900, 2019,
     * doi:10.1371/journal.pone.0225900.
     */
    private static double[][] random(Tree.Mapping tree, int rows, int columns) {
        Fields.only(tree, "weights", OF_RANDOM);
        double density = tree.get("density") == null ? 1 : Fields.number(tree.get("density"), "weights.density");
        double sum = tree.get("sum") == null ? 1 : Fields.number(tree.get("sum"), "weights.sum");
        double seed = tree.get("seed") == null ? 0 : Fields.number(tree.get("seed"), "weights.seed");
        if (!(density >= 0 && density <= 1)) {
            throw tree.place().error("weights.density", "a number from 0 to 1", density + "");
        }
        SplittableRandom draw = new SplittableRandom((long) seed);
        double[][] out = new double[rows][columns];
        for (double[] row : out) {
            double total = 0;
            for (int j = 0; j < columns; j++) {
                double weight = draw.nextDouble();
                row[j] = draw.nextDouble() < density ? weight : 0;
                total += row[j];
            }
            for (int j = 0; total > 0 && j < columns; j++) {
                row[j] *= sum / total;
            }
        }
        return out;
    }
}
