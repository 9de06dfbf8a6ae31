package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.math.SampleSum;

/**
 * Connections that all need the same sample of their sources, laid out to be summed.
 *
 * <p>Where at least one pair of nodes in {@link #SPARSE} is connected, a full matrix by source is faster than a list by
 * target: it is summed for several targets at once. Pairs without a connection then have the weight 0.
 */
final class SampleConnections {
    /** A vector of eight targets costs as much as some two or three connections one by one. */
    private static final int SPARSE = 3;

    private final Csr csr;
    private final SampleSum sampleSum;
    private final boolean[] repeats;
    private final int nodes;
    private final int sources;
    private final double[][] matrices;

    /**
     * @param repeats targets that have the same connections as the one before, or null where there are none
     * @param sources the number of nodes that connections may come from
     */
    SampleConnections(Csr csr, SampleSum sampleSum, boolean[] repeats, int sources) {
        this.csr = csr;
        this.sampleSum = sampleSum;
        this.repeats = repeats;
        this.sources = sources;
        nodes = csr.targets();
        boolean full = repeats == null && (long) csr.sources().length * SPARSE >= (long) nodes * sources;
        matrices = full ? matrices() : null;
    }

    private double[][] matrices() {
        double[][] matrices = new double[csr.weights().length][sources * nodes];
        for (int v = 0; v < matrices.length; v++) {
            double[] matrix = matrices[v];
            csr.forEach(v, (target, source, weight) -> matrix[source * nodes + target] = weight);
        }
        return matrices;
    }

    boolean isEmpty() {
        return csr.isEmpty();
    }

    /**
     * row += w·samples, in ascending order of the source, for a range of targets.
     *
     * @param v which function of the weights
     * @param from in lanes
     */
    void add(int v, double[] samples, double[] row, int from, int to) {
        if (csr.isEmpty()) {
            return;
        }
        for (int first = from / nodes * nodes; first < to; first += nodes) {
            int begin = Math.max(from, first) - first;
            int end = Math.min(to, first + nodes) - first;
            int firstSource = first / nodes * sources;
            if (matrices != null) {
                sampleSum.add(matrices[v], sources, nodes, samples, firstSource, row, first, begin, end);
            } else {
                addOneByOne(csr.weights()[v], samples, firstSource, row, first, begin, end);
            }
        }
    }

    private void addOneByOne(
            double[] weights, double[] samples, int firstSource, double[] row, int first, int from, int to) {
        int[] starts = csr.starts();
        int[] nodesOf = csr.sources();
        for (int i = from; i < to; i++) {
            if (repeats != null && repeats[i] && i > from) {
                row[first + i] = row[first + i - 1];
                continue;
            }
            double sum = row[first + i];
            for (int p = starts[i]; p < starts[i + 1]; p++) {
                sum = Math.fma(weights[p], samples[firstSource + nodesOf[p]], sum);
            }
            row[first + i] = sum;
        }
    }
}
