package dev.gyrus.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Synapses from lists. */
public record TestWiring(int targets, int[][] rows, double[][] weights, double[][] delays) implements Wiring {

    /** Each pair with a probability; one weight and one delay for all. */
    public static TestWiring random(
            long seed, int sources, int targets, double probability, double weight, double delay) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] rows = new int[sources][];
        for (int j = 0; j < sources; j++) {
            int[] row = new int[targets];
            int n = 0;
            for (int i = 0; i < targets; i++) {
                if (random.nextDouble() < probability) {
                    row[n++] = i;
                }
            }
            rows[j] = Arrays.copyOf(row, n);
        }
        double[][] one = new double[sources][];
        double[][] delays = new double[sources][];
        Arrays.fill(one, new double[] {weight});
        Arrays.fill(delays, new double[] {delay});
        return new TestWiring(targets, rows, one, delays);
    }

    /** The same pairs with a weight and a delay for each synapse. */
    public TestWiring spread(long seed, double... delayChoices) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] own = new double[rows.length][];
        double[][] times = new double[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            double scale = weights[j][0];
            own[j] =
                    random.doubles(rows[j].length, 0.5, 1.5).map(x -> x * scale).toArray();
            times[j] = random.ints(rows[j].length, 0, delayChoices.length)
                    .mapToDouble(k -> delayChoices[k])
                    .toArray();
        }
        return new TestWiring(targets, rows, own, times);
    }

    @Override
    public int sources() {
        return rows.length;
    }

    @Override
    public long size() {
        return Arrays.stream(rows).mapToLong(row -> row.length).sum();
    }

    @Override
    public int[] targets(int source) {
        return rows[source];
    }

    @Override
    public double[] weights(int source) {
        return weights[source];
    }

    @Override
    public double[] delays(int source) {
        return delays[source];
    }
}
