package dev.gyrus.core.internal.engine;

import dev.gyrus.core.internal.engine.Plan.WirePlan;
import dev.gyrus.core.internal.math.Backend;
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
 *
 * <p>A target with exactly the connections of the one before has its sums too, to the bit: where all targets hear the
 * same, as in a mean field, they are computed once. Ranges of targets may be worked on by several threads at a time.
 */
final class Wire {
    private final WirePlan plan;
    private final int lead;
    private final int nodes;
    private final double[][] sums;
    private final double[][][] rows;
    private final double[][] slopeSums;
    private final double[][][] slopeRows;
    private final Tape tape;
    private final Tape slopeTape;
    private final boolean[] repeats;
    private final ClassSum[] classes;
    private final ClassSum[] slopeClasses;
    private final SampleConnections prompt;
    private final SampleConnections instant;

    /**
     * @param tape the source's past; null for an aligned wire
     * @param slopeTape the past of its slope; null unless a scheme interpolates half-way
     */
    Wire(WirePlan plan, Backend backend, int lead, int block, int targets, Tape tape, Tape slopeTape) {
        this.plan = plan;
        this.lead = lead;
        this.tape = tape;
        this.slopeTape = slopeTape;
        int n = plan.sums();
        sums = new double[n][tape == null ? 0 : targets * BlockSum.STRIDE];
        rows = new double[n][tape == null ? 0 : block + 1][targets];
        slopeSums = new double[n][slopeTape == null ? 0 : targets * BlockSum.STRIDE];
        slopeRows = new double[n][slopeTape == null ? 0 : block + 1][targets];
        nodes = tape == null ? 1 : plan.classes().prompt().targets();
        repeats = tape == null ? null : plan.classes().repeats();
        classes = classes(tape, backend.blockSum());
        slopeClasses = classes(slopeTape, backend.blockSum());
        int sources = tape == null ? 0 : tape.lanes() / (targets / nodes);
        prompt = tape == null ? null : samples(plan.classes().prompt(), backend, sources);
        instant = tape == null ? null : samples(plan.classes().instant(), backend, sources);
    }

    private ClassSum[] classes(Tape tape, BlockSum blockSum) {
        ClassSum[] out = new ClassSum[tape == null ? 0 : DelayClasses.LARGEST + 1];
        boolean squares = tape != null && plan.sums() == 2 && plan.classes().hasSquares();
        for (int c = 0; c < out.length; c++) {
            out[c] = new ClassSum(plan.classes().classes()[c], blockSum, tape, 1 << c, squares, repeats);
        }
        return out;
    }

    private SampleConnections samples(Csr csr, Backend backend, int sources) {
        return new SampleConnections(csr, backend.sampleSum(), repeats, sources);
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

    boolean hasPrompt() {
        return prompt != null && !prompt.isEmpty();
    }

    boolean hasInstant() {
        return instant != null && !instant.isEmpty();
    }

    double[] row(int sum, int r) {
        return rows[sum][r];
    }

    double[] slopeRow(int sum, int r) {
        return slopeRows[sum][r];
    }

    /** Starts a block: with a lead, carries the last row of the previous block over. */
    void begin(int previousLength) {
        for (int v = 0; lead == 1 && previousLength > 0 && v < sums.length; v++) {
            swap(rows[v], previousLength);
            swap(slopeRows[v], previousLength);
        }
    }

    private static void swap(double[][] rows, int last) {
        if (rows.length > 0) {
            double[] first = rows[0];
            rows[0] = rows[last];
            rows[last] = first;
        }
    }

    /** Clears the sums of some targets. */
    void clear(int from, int to) {
        for (int v = 0; tape != null && v < sums.length; v++) {
            Arrays.fill(sums[v], from * BlockSum.STRIDE, to * BlockSum.STRIDE, 0);
            if (hasSlopes()) {
                Arrays.fill(slopeSums[v], from * BlockSum.STRIDE, to * BlockSum.STRIDE, 0);
            }
        }
    }

    /** Adds the connections of class c for the steps {@code at … at + length − 1} of the block. */
    void add(int c, int at, int length, int from, int to) {
        if (tape != null) {
            classes[c].add(sums, at, length, from, to);
        }
        if (hasSlopes()) {
            slopeClasses[c].add(slopeSums, at, length, from, to);
        }
    }

    /** Turns the finished sums of some steps into rows over targets. */
    void finish(int at, int length, int from, int to) {
        for (int v = 0; tape != null && v < sums.length; v++) {
            transpose(sums[v], rows[v], at, length, from, to);
            if (hasSlopes()) {
                transpose(slopeSums[v], slopeRows[v], at, length, from, to);
            }
        }
    }

    private void transpose(double[] sum, double[][] rows, int at, int length, int from, int to) {
        for (int k = at; k < at + length; k++) {
            double[] row = rows[k + lead];
            for (int i = from; i < to; i++) {
                row[i] = sum[i * BlockSum.STRIDE + k];
            }
            copyRepeats(row, from, to);
        }
    }

    private void copyRepeats(double[] row, int from, int to) {
        for (int i = from + 1; repeats != null && i < to; i++) {
            row[i] = repeats[i % nodes] ? row[i - 1] : row[i];
        }
    }

    /** Adds the connections that need a step's first sample. */
    void addPrompt(int v, double[] source, double[] row, int from, int to) {
        prompt.add(v, source, row, from, to);
    }

    /** Adds the connections that need the values at a stage. */
    void addInstant(int v, double[] source, double[] row, int from, int to) {
        instant.add(v, source, row, from, to);
    }

    /**
     * Takes the slope at t = 0 out of half-way values that lie before it: the past is constant and ends in a corner, so
     * an interval that ends there must not see the slope behind it.
     *
     * @param now steps made: connections with delay {@code now + 1} end at the corner
     * @param slope of the source at t = 0
     */
    void leaveOutCorner(int v, long now, double h, double[] slope, double[] out, int from, int to) {
        for (int c = DelayClasses.LARGEST; c >= 0; c--) {
            leaveOutCorner(plan.classes().classes()[c], v, now, h, slope, out, from, to);
        }
        leaveOutCorner(plan.classes().prompt(), v, now, h, slope, out, from, to);
    }

    private static void leaveOutCorner(
            Csr csr, int v, long now, double h, double[] slope, double[] out, int from, int to) {
        int nodes = csr.targets();
        int stride = slope.length / (out.length / nodes);
        for (int i = from; i < to; i++) {
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
        for (int v = 0; tape != null && v < rows.length; v++) {
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
