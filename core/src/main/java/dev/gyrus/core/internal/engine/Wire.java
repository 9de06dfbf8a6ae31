package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.math.BlockSum;
import java.util.Arrays;

/**
 * The running sums of one wire.
 *
 * <p>{@code rows[v][r]} is the sum v at the sample r steps after the block's first one; with a lead of one, row 0 is
 * carried over from the block before and rows 1 … length are new.
 *
 * <p>In a sweep lanes are parameter sets × nodes, and the connections between nodes are the same in every set: connection
 * (i, j) leads from lane {@code set·sources + j} to lane {@code set·targets + i}.
 */
final class Wire {
    private final WirePlan plan;
    private final BlockSum blockSum;
    private final int lead;
    private final int block;
    private final int targets;
    private final double[][] sums;
    private final double[][][] rows;
    private final double[][] slopeSums;
    private final double[][][] slopeRows;
    private final Tape tape;
    private final Tape slopeTape;
    private final int[][] offsets;
    private final int[][] slopeOffsets;

    /**
     * @param tape the source's past; null for an aligned wire
     * @param slopeTape the past of its slope; null unless a scheme interpolates half-way
     */
    Wire(WirePlan plan, BlockSum blockSum, int lead, int block, int targets, Tape tape, Tape slopeTape) {
        this.plan = plan;
        this.blockSum = blockSum;
        this.lead = lead;
        this.block = block;
        this.targets = targets;
        this.tape = tape;
        this.slopeTape = slopeTape;
        int n = plan.sums();
        sums = new double[n][tape == null ? 0 : targets * block];
        rows = new double[n][tape == null ? 0 : block + 1][targets];
        slopeSums = new double[n][slopeTape == null ? 0 : targets * block];
        slopeRows = new double[n][slopeTape == null ? 0 : block + 1][targets];
        offsets = offsets(tape);
        slopeOffsets = offsets(slopeTape);
    }

    private int[][] offsets(Tape tape) {
        int[][] out = new int[DelayClasses.LARGEST + 1][];
        for (int c = 0; tape != null && c < out.length; c++) {
            out[c] = plan.classes().classes()[c].offsets(tape.length());
        }
        return out;
    }

    WirePlan plan() {
        return plan;
    }

    boolean isAligned() {
        return tape == null;
    }

    boolean hasSlopes() {
        return slopeTape != null;
    }

    double[] row(int sum, int r) {
        return rows[sum][r];
    }

    double[] slopeRow(int sum, int r) {
        return slopeRows[sum][r];
    }

    /** Starts a block: clears the sums and, with a lead, carries the last row of the previous block over. */
    void begin(int previousLength) {
        for (int v = 0; v < sums.length; v++) {
            Arrays.fill(sums[v], 0);
            Arrays.fill(slopeSums[v], 0);
            if (lead == 1 && previousLength > 0) {
                swap(rows[v], previousLength);
                if (hasSlopes()) {
                    swap(slopeRows[v], previousLength);
                }
            }
        }
    }

    private static void swap(double[][] rows, int last) {
        double[] first = rows[0];
        rows[0] = rows[last];
        rows[last] = first;
    }

    /** Adds the connections of class c for the steps {@code at … at + length − 1} of the block. */
    void add(int c, int at, int length, int from, int to) {
        Csr csr = plan.classes().classes()[c];
        if (csr.isEmpty()) {
            return;
        }
        accumulate(csr, offsets[c], tape, sums, at, length, from, to);
        if (hasSlopes()) {
            accumulate(csr, slopeOffsets[c], slopeTape, slopeSums, at, length, from, to);
        }
    }

    private void accumulate(Csr csr, int[] offset, Tape tape, double[][] sum, int at, int length, int from, int to) {
        int nodes = csr.targets();
        int stride = tape.lanes() / (targets / nodes) * tape.length();
        int shift = tape.head() + at + from / nodes * stride;
        for (int first = from / nodes * nodes; first < to; first += nodes, shift += stride) {
            int begin = Math.max(from, first) - first;
            int end = Math.min(to, first + nodes) - first;
            accumulate(csr, offset, tape.values(), shift, sum, first * block + at, length, begin, end);
        }
    }

    /** Adds the connections of some targets of one set; {@code into} is where the sum of its first target stands. */
    private void accumulate(
            Csr csr,
            int[] offset,
            double[] history,
            int shift,
            double[][] sum,
            int into,
            int length,
            int from,
            int to) {
        int[] starts = csr.starts();
        double[] first = csr.weights()[0];
        for (int i = from; i < to; i++) {
            int begin = starts[i];
            int end = starts[i + 1];
            if (begin < end) {
                int row = into + i * block;
                if (sum.length == 1) {
                    blockSum.add(first, offset, begin, end, shift, history, sum[0], row, length);
                } else {
                    blockSum.add(
                            first, csr.weights()[1], offset, begin, end, shift, history, sum[0], sum[1], row, length);
                }
            }
        }
    }

    /** Turns the finished sums of some steps into rows over targets. */
    void finish(int at, int length) {
        for (int v = 0; v < sums.length; v++) {
            transpose(sums[v], rows[v], at, length);
            if (hasSlopes()) {
                transpose(slopeSums[v], slopeRows[v], at, length);
            }
        }
    }

    private void transpose(double[] sum, double[][] rows, int at, int length) {
        for (int k = at; k < at + length; k++) {
            double[] row = rows[k + lead];
            for (int i = 0; i < targets; i++) {
                row[i] = sum[i * block + k];
            }
        }
    }

    /** Adds connections whose source is one sample: row += w·source, in ascending order of the source. */
    static void addSample(Csr csr, int v, double[] source, double[] row) {
        int[] starts = csr.starts();
        int[] sources = csr.sources();
        double[] weights = csr.weights()[v];
        int nodes = csr.targets();
        int stride = source.length / (row.length / nodes);
        for (int to = 0, from = 0; to < row.length; to += nodes, from += stride) {
            for (int i = 0; i < nodes; i++) {
                double sum = row[to + i];
                for (int p = starts[i]; p < starts[i + 1]; p++) {
                    sum = Math.fma(weights[p], source[from + sources[p]], sum);
                }
                row[to + i] = sum;
            }
        }
    }

    /**
     * Takes the slope at t = 0 out of half-way values that lie before it: the past is constant and ends in a corner, so
     * an interval that ends there must not see the slope behind it.
     *
     * @param now steps made: connections with delay {@code now + 1} end at the corner
     * @param slope of the source at t = 0
     */
    void leaveOutCorner(int v, long now, double h, double[] slope, double[] out) {
        for (int c = DelayClasses.LARGEST; c >= 0; c--) {
            leaveOutCorner(plan.classes().classes()[c], v, now, h, slope, out);
        }
        leaveOutCorner(plan.classes().prompt(), v, now, h, slope, out);
    }

    private static void leaveOutCorner(Csr csr, int v, long now, double h, double[] slope, double[] out) {
        int nodes = csr.targets();
        int stride = slope.length / (out.length / nodes);
        for (int i = 0; i < out.length; i++) {
            int first = i / nodes * stride;
            for (int p = csr.starts()[i % nodes]; p < csr.starts()[i % nodes + 1]; p++) {
                if (csr.delays()[p] == now) {
                    out[i] = Math.fma(h * 0.125 * csr.weights()[v][p], slope[first + csr.sources()[p]], out[i]);
                }
            }
        }
    }

    /** Computes row 0 from the past alone: the sum at the head, as a block that ended there would have left it. */
    void prime() {
        for (int v = 0; v < rows.length; v++) {
            prime(v, tape, rows[v][0]);
            if (hasSlopes()) {
                prime(v, slopeTape, slopeRows[v][0]);
            }
        }
    }

    private void prime(int v, Tape tape, double[] row) {
        Arrays.fill(row, 0);
        for (int c = DelayClasses.LARGEST; c >= 0; c--) {
            addSample(plan.classes().classes()[c], v, tape, row);
        }
        addSample(plan.classes().prompt(), v, tape, row);
    }

    private static void addSample(Csr csr, int v, Tape tape, double[] row) {
        int[] offsets = csr.offsets(tape.length());
        int nodes = csr.targets();
        int stride = tape.lanes() / (row.length / nodes) * tape.length();
        for (int i = 0; i < row.length; i++) {
            int last = tape.head() - 1 + i / nodes * stride;
            for (int p = csr.starts()[i % nodes]; p < csr.starts()[i % nodes + 1]; p++) {
                row[i] = Math.fma(csr.weights()[v][p], tape.values()[offsets[p] + last], row[i]);
            }
        }
    }
}
